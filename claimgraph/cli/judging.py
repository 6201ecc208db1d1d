"""``claimgraph judge``: what a person decides about records; and pairs of texts, compared."""

from pathlib import Path
from typing import Annotated

import typer

from claimgraph.cli.comparing_files import Judge, Model, Provider, Threads, judge_named
from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, Json, Store
from claimgraph.cli.output import print_json
from claimgraph.model import Judgement
from claimgraph.vocabulary import Decision


def judge(
    decision: Annotated[
        Decision | None,
        typer.Argument(help="confirm, reject, unsure, correct, merge, split or withdraw."),
    ] = None,
    subjects: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID...", help="The records; for withdraw, the judgement."),
    ] = None,
    by: Annotated[str, typer.Option(help="Who decides.")] = "",
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    field: Annotated[str, typer.Option(help="For correct: which field.")] = "",
    value: Annotated[
        str, typer.Option(help="For correct: the new value, as JSON or as plain text.")
    ] = "",
    store: Store = DEFAULT_STORE,
    json: Json = False,
    jsonl: Annotated[
        Path | None,
        typer.Option("--jsonl", help='Rows {"id", "claim_a", "claim_b"} to compare; needs -o.'),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where the verdicts on these rows go.")
    ] = None,
    asked: Judge = "",
    model: Model = None,
    provider: Provider = None,
    threads: Threads = None,
) -> None:
    """Decide about records, signed and with a reason. Nothing is deleted: withdraw undoes it.

    With --jsonl, say instead what the two texts of every row are to each other.
    """
    if jsonl is not None:
        if output is None:
            raise typer.BadParameter("--jsonl needs -o OUT, where the verdicts go")
        if decision is not None or subjects:
            raise typer.BadParameter("name a decision with its records, or --jsonl, and not both")
        _compare(jsonl, output, asked, model, provider, threads)
        return
    if decision is None or not subjects:
        raise typer.BadParameter("name a decision and its records, or --jsonl PAIRS with -o OUT")
    if not by or not reason:
        raise typer.BadParameter("a decision needs --by, who decides, and --reason, why")
    _decide(decision, subjects, by, reason, field, value, store, json)


def _compare(
    jsonl: Path,
    output: Path,
    asked: str,
    model: Path | None,
    provider: list[str] | None,
    threads: int | None,
) -> None:
    from claimgraph.cli.pairs import judge_pairs
    from claimgraph.reading.reader import Reader

    named = judge_named(asked)
    reader = Reader(model=model, providers=provider, threads=threads, own_voice=True)
    total = judge_pairs(reader, jsonl, output, judge=named)
    typer.echo(f"{total} pairs judged", err=True)


def _decide(
    decision: Decision,
    subjects: list[str],
    by: str,
    reason: str,
    field: str,
    value: str,
    store: str,
    json: bool,
) -> None:
    judgement = Judgement(
        decision=decision,
        subjects=tuple(subjects),
        field=field,
        value=_value(value) if decision is Decision.CORRECT else None,
        by=by,
        reason=reason,
    )
    with opened(store) as graph:
        graph.add(judgement)
    if json:
        print_json([judgement.model_dump(mode="json")])
    else:
        typer.echo(f"{judgement.id}: {decision.value} {', '.join(subjects)}")


def _value(text: str) -> object:
    """What was typed as JSON, or as the text that it is."""
    import json

    try:
        value: object = json.loads(text)
    except ValueError:
        return text
    return value
