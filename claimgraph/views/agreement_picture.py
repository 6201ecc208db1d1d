"""Who agrees with and contradicts whom, as a square of counts."""

from typing import TYPE_CHECKING

from claimgraph.markup.grid import Cell, draw_grid
from claimgraph.views.wording import counted, joined
from claimgraph.vocabulary import RelationKind

if TYPE_CHECKING:
    from claimgraph.markup.picture import Picture
    from claimgraph.views.agreement import Agreement, Pair
    from claimgraph.views.parties import Party

#: Sources that are drawn at most.
MOST = 14

_CONTESTED, _COMPATIBLE, _MIXED, _CHANGED = "#d0402b", "#8a63d2", "#c07000", "#2b7fd0"
_CHANGES = (RelationKind.UPDATES, RelationKind.REFINES, RelationKind.RETRACTS)


def agreement_picture(view: "Agreement") -> "Picture":
    """Sources by sources: how many pairs of statements contradict, agree, or change each other.

    Those that are compared most are drawn, the most compared first.

    >>> from claimgraph.views.agreement import Agreement
    >>> agreement_picture(Agreement(()))
    Picture: Agreement of 0 sources, in pairs of statements. No two sources have been compared.
    """
    compared = {party for row in view.rows if row.compared for party in (row.left, row.right)}
    chosen = _most_compared(view)
    places = {party: at for at, party in enumerate(chosen)}
    shown = [row for row in view.rows if row.compared and {row.left, row.right} <= places.keys()]
    cells = {(places[row.left], places[row.right]): _cell(row) for row in shown}
    notes = ["Each number counts pairs of statements. An empty cell: nothing has been compared."]
    left_out = len(compared) - len(chosen)
    if left_out:
        most = sum(bool(row.compared) for row in view.rows)
        notes.append(
            f"Drawn are the {len(chosen)} sources that are compared most, of {len(compared):,}; "
            f"{most - len(shown):,} of {counted(most, 'pair')} of sources are left out."
        )
    return draw_grid(
        [_name(party) for party in chosen],
        cells,
        title=view.caption,
        words=_words(shown),
        legend=[
            (_CONTESTED, "≠ contradict"),
            (_COMPATIBLE, "≈ agree"),
            (_MIXED, "both"),
            (_CHANGED, "+ one updates, refines or retracts the other"),
        ],
        notes=notes,
    )


def _most_compared(view: "Agreement") -> "list[Party]":
    """Those with the most pairs of statements: first with each other, then with themselves."""
    rows = sorted(
        (row for row in view.rows if row.compared),
        key=lambda row: (row.left == row.right, -row.compared, row.left, row.right),
    )
    found: dict[Party, None] = {}
    for row in rows:
        if len(found.keys() | {row.left, row.right}) <= MOST:
            found |= {row.left: None, row.right: None}
    return list(found)


def _cell(pair: "Pair") -> Cell:
    against = pair.counts.get(RelationKind.CONTRADICTS, 0)
    agree = pair.counts.get(RelationKind.CORROBORATES, 0)
    changed = sum(pair.counts.get(kind, 0) for kind in _CHANGES)
    lines = [f"{sign} {count}" for sign, count in (("≠", against), ("≈", agree)) if count]
    if changed:
        lines.append(f"+ {changed}")
    if len(lines) > 2:
        lines = [f"{lines[0]}  {lines[1]}", lines[2]]
    hue = (
        _MIXED if against and agree
        else _CONTESTED if against
        else _COMPATIBLE if agree
        else _CHANGED
    )  # fmt: skip
    strength = min(0.12 + 0.04 * pair.compared, 0.36)
    other = "itself" if pair.left == pair.right else _name(pair.right)
    return Cell(tuple(lines), hue, strength, f"{_name(pair.left)} and {other}: {pair}")


def _words(shown: "list[Pair]") -> str:
    if not shown:
        return "No two sources have been compared."
    told = [
        f"{_name(row.left)} and {'itself' if row.left == row.right else _name(row.right)}: {row}"
        for row in shown[:6]
    ]
    more = [f"{len(shown) - 6} more pairs"] if len(shown) > 6 else []
    return joined([*told, *more]) + "."


def _name(party: "Party") -> str:
    return f"{party.name} (own words)" if party.is_voice else party.name
