"""``claimgraph evaluate``: how good the reader is on annotated articles."""

from pathlib import Path
from typing import Annotated, Any

import typer

from claimgraph.text.strict import lines_of, objects


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotated articles, one a line.")],
    found: Annotated[
        Path | None,
        typer.Option(help="What a reader has found; without it, the articles are read now."),
    ] = None,
    model: Annotated[
        Path | None, typer.Option(help="Folder of another model than the library's own.")
    ] = None,
) -> None:
    """Compare sources, cues and contents with a gold annotation: precision, recall and F1."""
    from claimgraph.cli.read import read_rows
    from claimgraph.reading.evaluation import evaluate as compare

    wanted = _rows(gold)
    if found is None:
        from claimgraph.reading.reader import Reader

        given = list(read_rows(Reader(model=model), gold))
    else:
        given = _rows(found)
    typer.echo(f"{'':27}{'P':>7}{'R':>7}{'F1':>7}")
    for name, score in compare(wanted, given).items():
        values = (score.precision, score.recall, score.f1)
        typer.echo(f"{name:27}" + "".join(f"{100 * value:7.1f}" for value in values))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [{"doc_id": str(n), **fields} for n, fields in objects(lines_of(path), str(path))]
