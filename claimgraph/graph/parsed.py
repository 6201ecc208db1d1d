"""Records from the JSON of a store, as people have corrected them, each text parsed once."""

import json
from functools import lru_cache
from typing import Any, TypeVar

from claimgraph.model import Record

Rec = TypeVar("Rec", bound=Record)

#: Records that are kept: claims of one time are compared with each other again and again.
KEPT = 20_000


@lru_cache(maxsize=KEPT)
def parsed(kind: type[Rec], body: str, fixes: str | None = None) -> Rec:
    """A record; the same one for the same text.

    Args:
        kind: What it is.
        body: Its JSON.
        fixes: The fields that people have corrected, as JSON.
    """
    if not fixes:
        return kind.model_validate_json(body)
    return kind.model_validate(fixed(body, fixes))


def fixed(body: str, fixes: str | None) -> dict[str, Any]:
    """The fields of a record, as corrected."""
    fields: dict[str, Any] = json.loads(body)
    return fields | json.loads(fixes) if fixes else fields
