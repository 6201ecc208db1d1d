"""A report as JSON that reads back into an equal report.

The fields are those of :class:`~claimgraph.report.content.Report`, in their order, after
``"claimgraph_report"``, the version of this form. Every record that a section holds stands on a
line of its own, so that two reports can be compared line by line.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from claimgraph.errors import ClaimGraphError, InputFileError
from claimgraph.markup.html import HARMFUL
from claimgraph.report.content import Report
from claimgraph.text.json_schema import DIALECT, summarised
from claimgraph.text.strict import compact, one_object

#: The version of the form. Another number means other fields.
VERSION = 1

#: What says that a file is such a report.
KEY = "claimgraph_report"

#: The name of the schema under ``docs/schema``.
SCHEMA = "report"

#: What the schema calls whether a cell holds something: "Report" is the whole.
_OF_A_CELL = "CellReport"


def dumps(report: Report) -> str:
    """The text of a JSON file: strict, in a stable order, every character as itself or, where it
    could mislead an eye or a terminal, as an escape.
    """
    return "".join(_lines(plain(report)))


def loads(text: str, name: str = "the report") -> Report:
    """The report that :func:`dumps` has written.

    Args:
        text: JSON.
        name: What errors call it.

    Raises:
        InputFileError: It is no JSON, no report, of another version, or holds anything else.
        ReportError: It says something without evidence.
    """
    fields = one_object(text, name)
    if KEY not in fields:
        raise InputFileError(f'{name} is no report of claimgraph: it has no "{KEY}"')
    if fields[KEY] != VERSION:
        raise InputFileError(
            f'{name} has "{KEY}": {fields[KEY]!r}, and this claimgraph reads {VERSION}; '
            "read it with the claimgraph that made it, or make it anew"
        )
    return of_plain(fields, name)


def load(path: Path) -> Report:
    """The report in a file.

    Raises:
        InputFileError: It cannot be read, or holds no such report.
        ReportError: It says something without evidence.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputFileError(f"{path}: byte {error.start + 1} is not UTF-8") from None
    except OSError as error:
        raise InputFileError(f"cannot read {path}: {error.strerror or error}") from error
    return loads(text, str(path))


def plain(report: Report) -> dict[str, Any]:
    """The report as plain values, as :func:`dumps` writes them."""
    return {KEY: VERSION, **_adapter().dump_python(report, mode="json")}


def of_plain(fields: dict[str, Any], name: str = "the report") -> Report:
    """The report that :func:`plain` has made.

    Raises:
        InputFileError: A field is missing, unknown, or not what it should be.
        ReportError: It says something without evidence.
    """
    try:
        report = _adapter().validate_python({key: fields[key] for key in fields if key != KEY})
    except ValidationError as error:
        faults = error.errors(include_url=False)
        cause = faults[0].get("ctx", {}).get("error")
        if isinstance(cause, ClaimGraphError):
            raise cause from None
        raise InputFileError(f"{name}: {_where(faults[0]['loc'])}: {faults[0]['msg']}") from None
    # What has become another value, or was not taken up, is none of the report's.
    where = _difference(fields, plain(report))
    if where is not None:
        raise InputFileError(f"{name}: {where} is not as a report has it")
    return report


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of such a file.

    >>> schema()["required"][:2]
    ['claimgraph_report', 'title']
    """
    whole = _strict(summarised(_adapter().json_schema()))
    whole["$defs"][_OF_A_CELL] = whole["$defs"].pop("Report")
    return {
        "$schema": DIALECT,
        **whole,
        "properties": {
            KEY: {"const": VERSION, "description": "The version of this form."},
            **whole["properties"],
        },
        "required": [KEY, *whole["required"]],
    }


@cache
def _adapter() -> "TypeAdapter[Report]":
    return TypeAdapter(Report)


def _lines(fields: dict[str, Any]) -> Iterator[str]:
    mark = "{\n"
    for name, value in fields.items():
        yield f"{mark}{compact(name)}: "
        if isinstance(value, list) and value:
            items = ",\n".join(_escaped(compact(item)) for item in value)
            yield f"[\n{items}\n]"
        else:
            yield _escaped(compact(value))
        mark = ",\n"
    yield "\n}\n"


def _escaped(text: str) -> str:
    """JSON whose direction marks and controls are written as escapes: they stand in strings only.

    U+2028 and U+2029 end a line for some readers.
    """
    return _UNSEEN.sub(_escape, text)


_UNSEEN = re.compile(f"{HARMFUL.pattern}|[\u2028\u2029]")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _where(steps: tuple[int | str, ...]) -> str:
    return ".".join(map(str, steps)) or "the whole"


def _difference(given: Any, read: Any, where: str = "") -> str | None:
    """The place of the first difference between two plain values."""
    if isinstance(given, dict) and isinstance(read, dict):
        for key in given.keys() ^ read.keys():
            return f"{where}.{key}".lstrip(".")
        pairs: Iterator[tuple[Any, Any, Any]] = ((key, given[key], read[key]) for key in given)
    elif isinstance(given, list) and isinstance(read, list) and len(given) == len(read):
        pairs = ((place, *both) for place, both in enumerate(zip(given, read, strict=True)))
    else:
        # 1, 1.0 and True are equal in Python.
        same = given == read and isinstance(given, bool) == isinstance(read, bool)
        return None if same else where
    for step, one, other in pairs:
        found = _difference(one, other, f"{where}.{step}".lstrip("."))
        if found is not None:
            return found
    return None


def _strict(node: Any) -> Any:
    """The same schema, with no more properties than it names."""
    if isinstance(node, list):
        return [_strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    strict = {key: _strict(value) for key, value in node.items()}
    if strict.get("type") == "object" and "properties" in strict:
        strict["additionalProperties"] = False
    if strict.get("$ref") == "#/$defs/Report":
        strict["$ref"] = f"#/$defs/{_OF_A_CELL}"
    return strict
