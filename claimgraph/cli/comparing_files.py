"""What ``judge --jsonl`` and ``relate`` share: days in rows, and the judge that is named."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimgraph.errors import InputFileError, RecordError
from claimgraph.model import Interval

if TYPE_CHECKING:
    from claimgraph.compare.judge import PairJudge

#: A cross-encoder that is asked last.
Judge = Annotated[
    str,
    typer.Option(
        "--judge",
        metavar="FOLDER",
        help="A cross-encoder in ONNX, or the name of an installed judge, asked where nothing "
        "else speaks.",
    ),
]
#: Another model than the library's own.
Model = Annotated[Path | None, typer.Option(help="Folder of another model than the library's own.")]
Provider = Annotated[
    list[str] | None,
    typer.Option(help="Execution provider of ONNX Runtime, such as CUDAExecutionProvider."),
]
Threads = Annotated[int | None, typer.Option(min=1, help="Threads of the encoder.")]

_DAY_FIRST = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_NO_ZONE = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?")


def judge_named(name: str) -> "PairJudge | None":
    """The judge in a folder, or that of an installed package; ``None`` for "".

    Raises:
        ModelError: There is none, or it cannot be loaded.
    """
    if not name:
        return None
    if Path(name).is_dir():
        from claimgraph.compare.onnx_judge import OnnxCrossEncoder

        return OnnxCrossEncoder.load(name)
    from claimgraph.compare.judge import installed_judge

    return installed_judge(name)


def day(value: Any, where: str) -> Interval | None:
    """When something came out, as a row writes it; ``None`` where it does not say.

    Args:
        value: A date of ISO 8601, or 31-10-2020: day, month, year. A moment without a time zone
            gives its day. Or an interval, as readings write it, or as it is.
        where: What errors call the field: "pairs.jsonl line 3: claim_a.date".

    Raises:
        InputFileError: It is no date.
    """
    if value is None or value == "":
        return None
    if isinstance(value, Interval):
        return value
    try:
        if isinstance(value, dict):
            return Interval.model_validate(value)
        if not isinstance(value, str):
            raise RecordError("it is no text")
        text = value.strip()
        if match := _DAY_FIRST.fullmatch(text):
            text = f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}"
        elif match := _NO_ZONE.fullmatch(text):
            text = match[1]
        return Interval.parse(text)
    except RecordError as error:
        raise InputFileError(
            f"{where}: {str(value)[:40]!r} is no date; write 2020-10-31 or 31-10-2020 ({error})"
        ) from error
