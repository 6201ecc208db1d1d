"""What judgements say at each moment: the later one wins, and a withdrawal undoes one."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from claimgraph.model import Judgement
from claimgraph.store.rows import LONGEST_KEY, Tuple
from claimgraph.store.schema import DAWN, DUSK, microseconds
from claimgraph.vocabulary import Decision

#: Decisions about a record as a whole; they stand under the field "status".
STATUS = frozenset({Decision.CONFIRM, Decision.REJECT, Decision.UNSURE})


@dataclass(frozen=True)
class Ruling:
    """What a field of a record is held to be, ``since <= t < until`` by the judgements' clock.

    Attributes:
        subject: The record's id.
        field: "status", or the corrected field.
        since: Microseconds since 1970.
        until: Microseconds since 1970; ``DUSK`` while it holds.
        plain: The value as a query compares it: text as it is, anything else as JSON.
        value: The value as JSON.
        judgement_id: The judgement that says so.
    """

    subject: str
    field: str
    since: int
    until: int
    plain: str
    value: str
    judgement_id: str


def in_row(ruling: Ruling) -> Tuple:
    """The row of a ruling."""
    return astuple(ruling)


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """By the time when they were made; the id decides between judgements of one moment."""
    return sorted(judgements, key=attrgetter("made", "id"))


def moments(judgements: Iterable[Judgement]) -> list[int]:
    """When what is held may change: ``DAWN``, every time of a judgement, and ``DUSK``."""
    return [DAWN, *sorted({microseconds(each.made) for each in judgements}), DUSK]


def active_at(moment: int, judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements in force at a moment, in their order; withdrawals among them.

    A judgement is in force from when it was made, but not while a withdrawal of it is.
    """
    made = [each for each in in_order(judgements) if microseconds(each.made) <= moment]
    withdrawals: dict[str, list[Judgement]] = {}
    for each in made:
        if each.decision is Decision.WITHDRAW:
            withdrawals.setdefault(each.subjects[0], []).append(each)
    # Chains of withdrawals are short, but nothing bounds them: no recursion.
    states: dict[str, bool] = {}
    pending = list(made)
    while pending:
        each = pending[-1]
        against = withdrawals.get(each.id, [])
        open_ones = [other for other in against if other.id not in states]
        if each.id not in states and open_ones:
            pending += open_ones
            continue
        states[each.id] = not any(states[other.id] for other in against)
        pending.pop()
    return [each for each in made if states[each.id]]


def rulings(judgements: Iterable[Judgement]) -> list[Ruling]:
    """What the judgements say of each record's fields, over all time.

    Args:
        judgements: All that concern some records, with the withdrawals that concern those.

    Returns:
        For each subject and field, stretches of time that do not overlap, in their order.

    >>> made = "2026-11-22T10:00:00Z"
    >>> joke = Judgement(decision="reject", subjects=["c"], by="Ann", reason="a joke", made=made)
    >>> [(ruling.field, ruling.plain, ruling.until == DUSK) for ruling in rulings([joke])]
    [('status', 'reject', True)]
    """
    known = in_order(judgements)
    held: dict[tuple[str, str], list[tuple[int, int, Judgement | None]]] = {}
    touched = {target for each in known for target in _targets(each)}
    for since, until in pairwise(moments(known)):
        now = {target: each for each in active_at(since, known) for target in _targets(each)}
        for target in touched:
            held.setdefault(target, []).append((since, until, now.get(target)))
    return [
        ruling
        for (subject, field), stretches in sorted(held.items())
        for ruling in _joined(subject, field, stretches)
    ]


def _targets(judgement: Judgement) -> list[tuple[str, str]]:
    if judgement.decision in STATUS:
        return [(subject, "status") for subject in judgement.subjects]
    if judgement.decision is Decision.CORRECT:
        return [(subject, judgement.field) for subject in judgement.subjects]
    return []


def _joined(
    subject: str, field: str, stretches: Iterable[tuple[int, int, Judgement | None]]
) -> list[Ruling]:
    joined = []
    for judgement, group in groupby(stretches, key=lambda stretch: stretch[2]):
        if judgement is None:
            continue
        times = list(group)
        value = judgement.value if judgement.decision is Decision.CORRECT else judgement.decision
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        plain = value if isinstance(value, str) else text
        joined.append(
            Ruling(
                subject=subject,
                field=field,
                since=times[0][0],
                until=times[-1][1],
                plain=str(plain)[:LONGEST_KEY],
                value=text,
                judgement_id=judgement.id,
            )
        )
    return joined
