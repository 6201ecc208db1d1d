"""JSON Schema of every record, as it is published under ``docs/schema``."""

from pathlib import Path
from typing import Any

import claimgraph.model as model
from claimgraph.atomic import replacing
from claimgraph.errors import RecordError
from claimgraph.interop.jsonl import KINDS
from claimgraph.model import Record
from claimgraph.text.json_schema import DIALECT, summarised, written

#: What a line of a JSON Lines file may be: any of the records that stand alone.
LINE = "line"

#: Every record that has a schema, by its name.
RECORDS: dict[str, type[Record]] = {
    name: getattr(model, name) for name in model.__all__ if name != "Record"
}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one record.

    Args:
        name: A record's class, such as ``"Claim"``; or ``"line"`` for a line of JSON Lines.

    Raises:
        RecordError: There is no such record.

    >>> schema("Span")["required"]
    ['start', 'end', 'text']
    >>> [option["$ref"] for option in schema("line")["anyOf"]][:2]
    ['#/$defs/Reading', '#/$defs/Relation']
    """
    if name == LINE:
        return _of_a_line()
    if name not in RECORDS:
        raise RecordError(f"no record is called {name!r}; there are {', '.join((*RECORDS, LINE))}")
    return {"$schema": DIALECT, **summarised(RECORDS[name].model_json_schema())}


def published(name: str) -> str:
    """The text of a schema as it is published: indented, ending in a line feed."""
    return written(schema(name))


def publish(folder: Path) -> list[Path]:
    """Write every schema into ``folder``, one file each, and say which.

    Raises:
        OutputFileError: A file cannot be written.
    """
    paths = [folder / f"{name}.json" for name in (*RECORDS, LINE)]
    for path in paths:
        with replacing(path) as file:
            file.write(published(path.stem))
    return paths


def _of_a_line() -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    for record in KINDS.values():
        whole = summarised(record.model_json_schema())
        definitions |= whole.pop("$defs", {})
        # A line says which record it is; elsewhere the field has its only value by default.
        definitions[record.__name__] = whole | {"required": ["record", *whole["required"]]}
    names = [record.__name__ for record in KINDS.values()]
    return {
        "$schema": DIALECT,
        "title": "Line",
        "description": "A line of a JSON Lines file.",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in names],
        "$defs": dict(sorted(definitions.items())),
    }
