"""What a reading shows of itself: who said what in one article, and where in the text."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from markupsafe import Markup

from claimgraph.markup.card import style
from claimgraph.markup.html import badge, block, cut, lines, note, quote, safe, table
from claimgraph.markup.passage import LEGEND
from claimgraph.model.attribution import Attribution
from claimgraph.model.claim import Claim
from claimgraph.model.marked import MarkedText, place_in_text
from claimgraph.model.showing import (
    ACT_TONES,
    act_words,
    headline,
    one_line,
    quantity_words,
    spaced,
    words_of,
)

if TYPE_CHECKING:
    from claimgraph.model.reading import Reading

#: Attributions that a notebook, and the plain form, show at first.
SHOWN, PRINTED = 40, 12

OWN_VOICE = "no source named"

_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def html(reading: "Reading") -> str:
    """A reading for a notebook: a table of who said what, then the text with its marks."""
    items = in_order(reading)
    names = {source.id: source.name for source in reading.sources}
    claims = _claims(reading)
    rows = [_cells(number, item, names, claims) for number, item in enumerate(items, 1)]
    said = table(
        ("no.", "who", "how", "what", "claims"),
        rows,
        caption=f"{_about(reading)}: {counts(reading)}",
        shown=SHOWN,
        total=len(rows),
    )
    text = MarkedText(reading.document, tuple(items), names)
    foot = note(f"reading {reading.id}, by {' '.join((reading.reader, reading.version)).strip()}")
    body = Markup('<div class="cg-passages">{}{}{}</div>').format(
        LEGEND, Markup("").join(text.box()), Markup("<p>{}</p>").format(foot)
    )
    return f"{said}{block(style(), body)}"


def text(reading: "Reading", most: int | None = None) -> str:
    """A reading in plain text: a line for every attribution, in the order of the article."""
    names = {source.id: source.name for source in reading.sources}
    items = in_order(reading)
    told = [f"{_about(reading)}: {counts(reading)}"]
    told += islice(_lines(items, names), most)
    if most is not None and len(items) > most:
        told.append(f"  … and {len(items) - most:,} more; print() shows all")
    return "\n".join(told)


def in_order(reading: "Reading") -> list[Attribution]:
    """The attributions in the order of the text; what holds another one comes first."""
    return sorted(reading.attributions, key=place_in_text)


def counts(reading: "Reading") -> str:
    """How much was found."""
    numbers = (
        (len(reading.attributions), "attribution"),
        (len(reading.claims), "claim"),
        (len(reading.sources), "source"),
    )
    return ", ".join(f"{number:,} {name}{'' if number == 1 else 's'}" for number, name in numbers)


def _about(reading: "Reading") -> str:
    document = reading.document
    known = (f"“{cut(headline(document), 160)}”", document.publisher, document.published)
    return ", ".join(cut(str(each), 164) for each in known if each)


def _claims(reading: "Reading") -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        found.setdefault(claim.attribution_id, []).append(claim)
    return found


def _cells(
    number: int, item: Attribution, names: dict[str, str], claims: dict[str, list[Claim]]
) -> Sequence[object]:
    said = words_of(item.source)
    name = names.get(item.source_id or "", "")
    who: list[object] = [cut(name or said, 120) or note(OWN_VOICE)]
    if name and said and said != name:
        who.append(note(f"“{cut(said, 120)}”"))
    who += [note(f"via {cut(relay.name, 120)}") for relay in item.via]
    how: list[object] = [badge(act_words(item), ACT_TONES.get(item.act, "says"))]
    if item.cue:
        how.append(note(f"“{cut(words_of(item.cue), 120)}”"))
    # Quotation marks inside of ours become single ones.
    said_words = one_line(words_of(item.content), 300).translate(_INNER)
    what = quote(said_words) if item.content else None
    made = [_claim(claim) for claim in claims.get(item.id, ())]
    return (Markup("<b>{}</b>").format(number), lines(who), lines(how), what, lines(made))


def _claim(claim: Claim) -> Markup:
    """A claim in a cell: where its source stands, the words, the figures."""
    stance = note(f"{spaced(claim.stance.value)}: ")
    figures = "; ".join(quantity_words(quantity) for quantity in claim.quantities)
    more = note(f" ({cut(figures, 200)})") if figures else ""
    return Markup("{}{}{}").format(stance, safe(cut(claim.text, 400)), more)


def _lines(items: Sequence[Attribution], names: dict[str, str]) -> Iterator[str]:
    width = len(str(len(items)))
    for number, item in enumerate(items, 1):
        said = words_of(item.source)
        name = one_line(names.get(item.source_id or "") or said or OWN_VOICE, 80)
        also = f" (“{one_line(said, 80)}”)" if said and said != name else ""
        cue = f" [{one_line(words_of(item.cue), 80)}]" if item.cue else ""
        relays = one_line(", ".join(relay.name for relay in item.via), 80)
        via = f" (via {relays})" if relays else ""
        content = f" {one_line(words_of(item.content), 160)}" if item.content else ""
        yield f"  {number:>{width}} {name}{also}{cue}{content}{via}"
