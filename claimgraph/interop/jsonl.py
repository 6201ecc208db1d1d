"""JSON Lines of records: one reading, relation, question, lineage or judgement on every line."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimgraph.atomic import replacing
from claimgraph.errors import InputFileError, RecordError
from claimgraph.model import Judgement, Lineage, Question, Reading, Relation
from claimgraph.text.strict import lines_of, objects

#: What can stand on a line.
TopRecord = Reading | Relation | Question | Lineage | Judgement

#: The class for each value of a line's field ``record``.
KINDS: dict[str, type[TopRecord]] = {
    "reading": Reading,
    "relation": Relation,
    "question": Question,
    "lineage": Lineage,
    "judgement": Judgement,
}


def load(path: str | Path) -> Iterator[TopRecord]:
    """The records of a JSON Lines file, one at a time, in their order.

    Args:
        path: A UTF-8 file. Blank lines are skipped.

    Raises:
        InputFileError: The file cannot be read, or a line is no record. The message names the
            line and the field: ``readings.jsonl line 3: attributions.2.cue: …``.
    """
    path = Path(path)
    return parse(lines_of(path), str(path))


def parse(lines: Iterable[str], name: str = "input") -> Iterator[TopRecord]:
    """The records of lines that are in memory already.

    Args:
        lines: JSON Lines.
        name: What errors call them.

    Raises:
        InputFileError: A line is no record.

    >>> list(parse(['{"record": "relation", "a": "clm_1", "kind": "contradicts"}'], "pairs.jsonl"))
    Traceback (most recent call last):
        ...
    claimgraph.errors.InputFileError: pairs.jsonl line 1: b: Field required (and 1 more)
    """
    for number, fields in objects(lines, name):
        yield record(fields, f"{name} line {number}")


def dump(records: Iterable[TopRecord], path: str | Path) -> int:
    """Write records to a file, which appears whole or not at all.

    Returns:
        How many were written.

    Raises:
        OutputFileError: The file cannot be written.
    """
    count = 0
    with replacing(Path(path)) as file:
        for line in dumps(records):
            file.write(line + "\n")
            count += 1
    return count


def dumps(records: Iterable[TopRecord]) -> Iterator[str]:
    """The line of every record, without a line end.

    >>> from claimgraph import Lineage
    >>> copied = Lineage(from_id="doc_b", to_id="doc_a", kind="same_text", reason="all words")
    >>> [line[:60] for line in dumps([copied])]
    ['{"id":"lin_c47d7f89a3ab53dd0efc","record":"lineage","from_id']
    >>> next(parse(dumps([copied]))) == copied
    True
    """
    for record in records:
        yield record.model_dump_json()


def record(fields: dict[str, Any], where: str) -> TopRecord:
    """The record that the fields of a line make.

    Args:
        fields: The JSON object of the line.
        where: What errors call it: "readings.jsonl line 3".

    Raises:
        InputFileError: They make none.
    """
    kind = fields.get("record")
    model = KINDS.get(kind) if isinstance(kind, str) else None
    if model is None:
        given = "missing" if kind is None else f"{kind!r} is not known"
        raise InputFileError(f"{where}: record: {given}; it is one of {', '.join(KINDS)}")
    try:
        return model.model_validate(fields)
    except RecordError as error:
        detail = str(error).removeprefix(f"{model.__name__}: ")
        raise InputFileError(f"{where}: {detail}") from error
