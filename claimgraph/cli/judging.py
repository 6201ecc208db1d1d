"""``claimgraph judge``: what a person decides about records."""

from typing import Annotated

import typer

from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, Json, Store
from claimgraph.cli.output import print_json
from claimgraph.model import Judgement
from claimgraph.vocabulary import Decision


def judge(
    decision: Annotated[
        Decision,
        typer.Argument(help="confirm, reject, unsure, correct, merge, split or withdraw."),
    ],
    subjects: Annotated[
        list[str],
        typer.Argument(metavar="ID...", help="The records; for withdraw, the judgement."),
    ],
    by: Annotated[str, typer.Option(help="Who decides.")],
    reason: Annotated[str, typer.Option(help="Why.")],
    field: Annotated[str, typer.Option(help="For correct: which field.")] = "",
    value: Annotated[
        str, typer.Option(help="For correct: the new value, as JSON or as plain text.")
    ] = "",
    store: Store = DEFAULT_STORE,
    json: Json = False,
) -> None:
    """Decide about records, signed and with a reason. Nothing is deleted: withdraw undoes it."""
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
