"""Claims, sources and relations as printed entries, from the plain rows that queries give."""

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from claimgraph.console.text import indented, note, sentence, words
from claimgraph.views.wording import counted
from claimgraph.vocabulary import Polarity, Stance

#: The colour of each stance; others have none.
STANCES = {
    "denies": "red",
    "doubts": "red",
    "accuses": "yellow",
    "silent": "dim",
    "declines": "dim",
}

#: The sign and the colour of each kind of relation.
KINDS = {
    "contradicts": ("≠", "red"),
    "corroborates": ("≈", "green"),
    "updates": ("→", "blue"),
    "refines": ("⊂", "blue"),
    "retracts": ("×", "yellow"),
    "not_comparable": ("∥", "dim"),
}

OWN_VOICE = "the article itself"

Row = Mapping[str, Any]


def claim(row: Row) -> RenderableType:
    """A claim: who, their stance, the words; then where it stands and its id.

    >>> from rich.console import Console
    >>> row = {"source": "SANA", "stance": "asserts", "claim": "107 cases", "publisher": "Wire",
    ...     "published": "2018-11-25", "id": "clm_1", "polarity": "positive"}
    >>> Console(width=60, color_system=None).print(claim(row))
    SANA asserts: 107 cases
      Wire, 2018-11-25 · clm_1
    """
    return Group(said(row), indented(note(" · ".join((_where(row), str(row["id"]))))))


def said(row: Row) -> RenderableType:
    """A claim on one line: who, their stance, the words."""
    return sentence(
        words(row["source"] or OWN_VOICE, "bold"),
        " ",
        stance(row),
        ": ",
        words(row["claim"]),
    )


def stance(row: Row) -> Text:
    """Where a source stands towards a claim; who is only asked about it leaves it open.

    >>> stance({"stance": "asserts", "polarity": "unknown"}).plain
    'leaves open'
    """
    value = str(row["stance"])
    is_open = value == Stance.ASSERTS and row["polarity"] == Polarity.UNKNOWN
    return words("leaves open" if is_open else value, STANCES.get(value, ""))


def source(row: Row) -> RenderableType:
    """A source: name, kind, how many claims, other names, id."""
    kind = str(row["kind"]).replace("_", " ")
    aliases = f"also {row['aliases']} · " if row["aliases"] else ""
    count = row["claims"]
    return Group(
        sentence(
            words(row["name"], "bold"),
            note(f" ({kind}, {row['naming']})"),
            f": {count} claim{'' if count == 1 else 's'}",
        ),
        indented(note(f"{aliases}{row['id']}")),
    )


def event(row: Row) -> RenderableType:
    """An event: label, time, how much is said of it and in how many articles; kind, place, id.

    >>> from rich.console import Console
    >>> row = {"label": "attack in Aleppo", "kind": "attack", "place": "Aleppo", "claims": 3,
    ...     "time": "2018-11-24", "parties": "Russia", "documents": 1, "id": "evt_1"}
    >>> Console(width=60, color_system=None).print(event(row))
    attack in Aleppo (2018-11-24): 3 claims in 1 article
      attack · Aleppo · Russia · evt_1
    """
    when = note(f" ({row['time']})") if row["time"] else ""
    size = f"{counted(row['claims'], 'claim')} in {counted(row['documents'], 'article')}"
    facts = (row["kind"], row["place"], row["parties"], row["id"])
    return Group(
        sentence(words(row["label"], "bold"), when, f": {size}"),
        indented(note(" · ".join(str(fact) for fact in facts if fact))),
    )


def relation(row: Row, *, with_id: bool = True) -> RenderableType:
    """A relation: the two claims with its sign between them, and the reason under them.

    Where somebody does not simply assert it, their stance stands there: what is denied is not said.

    >>> from rich.console import Console
    >>> row = {"kind": "contradicts", "type": "numeric", "source_a": "SANA", "claim_a": "107 cases",
    ...     "source_b": "a clinic", "claim_b": "47 cases", "stance_b": "denies",
    ...     "reason": "one says so, one denies it", "id": "rel_1"}
    >>> Console(width=60, color_system=None).print(relation(row))
    SANA: 107 cases
    ≠ a clinic denies: 47 cases
      one says so, one denies it (contradicts, numeric) · rel_1
    """
    sign, style = KINDS.get(str(row["kind"]), ("–", ""))
    kinds = ", ".join(str(each).replace("_", " ") for each in (row["kind"], row["type"]) if each)
    id_ = f" · {row['id']}" if with_id else ""
    return Group(
        _end(row, "a"),
        sentence(words(sign, style), " ", _end(row, "b")),
        indented(sentence(words(row["reason"]), note(f" ({kinds}){id_}"))),
    )


def _end(row: Row, end: str) -> Text:
    """One of the two claims: who, their stance where it is not a plain assertion, the words."""
    stance = str(row.get(f"stance_{end}"))
    return sentence(
        words(row[f"source_{end}"] or OWN_VOICE, "bold"),
        *((" ", words(stance, STANCES[stance])) if stance in STANCES else ()),
        ": ",
        words(row[f"claim_{end}"]),
    )


def _where(row: Row) -> str:
    places = (row.get("publisher") or row.get("title"), row.get("published"))
    return ", ".join(str(place) for place in places if place) or "publisher unknown"
