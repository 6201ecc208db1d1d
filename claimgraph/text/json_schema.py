"""JSON Schema as it is published under ``docs/schema``: without what speaks of Python."""

import json
from inspect import cleandoc
from typing import Any

#: The dialect of every schema.
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def summarised(node: Any) -> Any:
    r"""The same schema with every description cut to its first paragraph.

    >>> summarised({"description": "A claim.\n\nAttributes:\n    id: Of it."})
    {'description': 'A claim.'}
    """
    if isinstance(node, list):
        return [summarised(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _summary(value)
        if key == "description" and isinstance(value, str)
        else summarised(value)
        for key, value in node.items()
    }


def written(schema: dict[str, Any]) -> str:
    """The text of a schema as it is published: indented, ending in a line feed."""
    return json.dumps(schema, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _summary(text: str) -> str:
    return " ".join(cleandoc(text).split("\n\n")[0].split())
