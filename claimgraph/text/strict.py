"""JSON without what JSON does not have: no NaN, no infinity, no key twice; errors with a line."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from claimgraph.errors import InputFileError

#: Of a whole number, so many digits are far more than any field takes.
_DIGITS = 1000

_BOM = b"\xef\xbb\xbf"


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 file without their ends, as they are read.

    Only a line feed ends a line: other breaks, such as U+2028, may stand inside a JSON text.

    Raises:
        InputFileError: The file is missing, a folder, or not UTF-8.
    """
    try:
        opened = path.open("rb")
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or error
        raise InputFileError(f"cannot read {path}: {detail}") from error
    try:
        with opened as file:
            for number, raw in enumerate(file, start=1):
                plain = raw.removeprefix(_BOM) if number == 1 else raw
                try:
                    yield plain.decode("utf-8").rstrip("\r\n")
                except UnicodeDecodeError as error:
                    raise InputFileError(
                        f"{path} line {number}: byte {error.start + 1} is not UTF-8; "
                        "save the file as UTF-8"
                    ) from None
    except OSError as error:
        raise InputFileError(f"cannot read {path}: {error.strerror or error}") from error


def objects(lines: Iterable[str], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The JSON object of every line that is not blank, with the line's number from 1.

    Args:
        lines: JSON Lines.
        name: What errors call the input: "readings.jsonl".

    Raises:
        InputFileError: A line is not JSON, or JSON that is no object.

    >>> list(objects(['{"record": "relation"}', "", '{"a": NaN}'], "relations.jsonl"))
    Traceback (most recent call last):
        ...
    claimgraph.errors.InputFileError: relations.jsonl line 3: NaN is no JSON; write null or leave
    the field out
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        value = _value(line, f"{name} line {number}")
        if not isinstance(value, dict):
            raise InputFileError(
                f"{name} line {number}: a JSON object belongs on every line, "
                f"not {str(value)[:40]!r}"
            )
        yield number, value


def one_object(text: str, name: str) -> dict[str, Any]:
    """The JSON object that a whole text is.

    Raises:
        InputFileError: It is not JSON, or JSON that is no object.

    >>> one_object('{"title": "Aleppo"}', "report.json")
    {'title': 'Aleppo'}
    """
    value = _value(text.removeprefix("\ufeff"), name)
    if not isinstance(value, dict):
        raise InputFileError(f"{name}: a JSON object belongs here, not {str(value)[:40]!r}")
    return value


def compact(value: Any) -> str:
    """One line of strict JSON, with every character as itself.

    Raises:
        ValueError: A number in it is not finite.

    >>> compact({"name": "Ibrāhīm", "best": 107.0})
    '{"name":"Ibrāhīm","best":107.0}'
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _value(text: str, where: str) -> Any:
    try:
        return json.loads(
            text,
            parse_constant=_refuse_constant,
            parse_float=_finite,
            parse_int=_whole,
            object_pairs_hook=_without_doubles,
        )
    except json.JSONDecodeError as error:
        raise InputFileError(
            f"{where}: no JSON at character {error.pos + 1}: {error.msg}"
        ) from None
    except (ValueError, RecursionError) as error:
        detail = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise InputFileError(f"{where}: {detail}") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON; write null or leave the field out")


def _finite(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise ValueError(f"{digits} is too large for a number")
    return number


def _whole(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise ValueError(f"a number of {len(digits):,} digits is too large")
    return int(digits)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {double!r} is given twice in one object")
    return fields
