"""Who told whom: an accusation, the way it came to the reader, and what the accused say.

Above stand the accusers, each with the way of their words: speaker, relay, article. A solid arrow
leads down to the accused, a dashed one from a denial up to the accusation. A silence is a dashed
box. There is a wide drawing, and a narrow one for a phone, so that letters need not shrink.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claimgraph.report.content import Exchange, Saying, Tone
from claimgraph.report.page.chains import Chain, chains
from claimgraph.report.page.lettering import several, width, wrapped
from claimgraph.report.page.shapes import (
    DETAIL,
    Arrow,
    Box,
    Label,
    Picture,
    Words,
    across,
    box,
    down,
    lowered,
    up,
)

#: So many ways are drawn; the table has all of them.
ACCUSATIONS, ANSWERS, SILENCES = 5, 4, 3

WIDE, NARROW = 960.0, 330.0

_PAD = 14.0
_GAP = 12.0
_BETWEEN = 58.0


@dataclass
class _Sheet:
    """What has been drawn so far."""

    boxes: list[Box] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)

    def picture(self, width: float) -> Picture:
        height = max((each.bottom for each in self.boxes), default=0.0) + 2
        return Picture(width, height, tuple(self.boxes), tuple(self.arrows), tuple(self.words))


def wide(exchange: Exchange) -> Picture:
    """The drawing for a page on a desk."""
    sheet = _Sheet()
    accusers = _panel(sheet, exchange.accusations, "Accusation", ACCUSATIONS, 1.0, 1.0, WIDE - 2)
    top = accusers.bottom + _BETWEEN if accusers else 1.0
    accused = _accused(exchange, _PAD, top, 290.0)
    sheet.boxes.append(accused)
    answers = _panel(sheet, exchange.answers, "Answer", ANSWERS, 330.0, top, WIDE - 331)
    _silences(sheet, exchange, accused)
    if not answers and accused.style == "silent":
        _reported(sheet, exchange, accused)
    if accusers:
        _accuse(sheet, exchange, accusers, accused, accused.x + 60)
    if accusers and answers:
        _reply(sheet, exchange, accusers, answers, answers.x + answers.width / 2)
    return sheet.picture(WIDE)


def narrow(exchange: Exchange) -> Picture:
    """The drawing for a phone."""
    sheet = _Sheet()
    accusers = _panel(sheet, exchange.accusations, "Accusation", ACCUSATIONS, 1.0, 1.0, NARROW - 2)
    top = accusers.bottom + _BETWEEN if accusers else 1.0
    accused = _accused(exchange, 1.0, top, 236.0)
    sheet.boxes.append(accused)
    bottom = _silences(sheet, exchange, accused)
    if accusers:
        _accuse(sheet, exchange, accusers, accused, accused.x + 40)
    answers = _panel(sheet, exchange.answers, "Answer", ANSWERS, 1.0, bottom + 34, NARROW - 2)
    if accusers and answers:
        _reply(sheet, exchange, accusers, answers, NARROW - 46)
    return sheet.picture(NARROW)


def _panel(
    sheet: _Sheet,
    sayings: Sequence[Saying],
    title: str,
    shown: int,
    x: float,
    y: float,
    room: float,
) -> Box | None:
    """The ways of several sayings, under each other in a frame."""
    ways = chains(sayings)
    if not ways:
        return None
    place = len(sheet.boxes)
    title = title if len(ways) == 1 else f"{title}s"
    sheet.words.append(Words(title, x + _PAD, y + 20, "m", "start"))
    bottom = y + 30
    for way in ways[:shown]:
        if room < 400:
            bottom = _stacked(sheet, way, x + _PAD, bottom, room - 2 * _PAD) + _GAP
        else:
            bottom = _in_a_row(sheet, way, x + _PAD, bottom, room - 2 * _PAD) + _GAP
    if len(ways) > shown:
        more = f"and {len(ways) - shown} more, in the table below"
        sheet.words.append(Words(more, x + _PAD, bottom + 8, "m", "start"))
        bottom += 20
    panel = Box(x, y, room, bottom - y + 2, "panel")
    sheet.boxes.insert(place, panel)
    return panel


def _in_a_row(sheet: _Sheet, way: Chain, x: float, y: float, room: float) -> float:
    """Speaker, relays and article beside each other; where they end."""
    relays = _relays(way)
    ends = 200.0 if room < 700 else 250.0
    between = room - 2 * ends
    gap = {0: between, 1: 84.0 if room > 700 else 30.0}.get(len(relays), 34.0)
    inner = (between - gap * (len(relays) + 1)) / len(relays) if relays else 0.0
    labels = [_speaker(way), *(Label(each) for each in relays), _article(way)]
    made: list[Box] = []
    left = x
    for place, label in enumerate(labels):
        wide_as = ends if place in (0, len(labels) - 1) else inner
        made.append(box(label, left, y, wide_as))
        left += wide_as + gap
    height = max(each.height for each in made)
    made = [lowered(each, height) for each in made]
    sheet.boxes += made
    for place, (start, end) in enumerate(pairwise(made)):
        sheet.arrows.append(across(start.right + 3, start.middle, end.x - 3, "tells"))
        said = "quoted in" if not relays else "told" if place == 0 else "cited by"
        if place + 2 < len(made) and place > 0:
            said = "told"
        if width(said, DETAIL) < gap - 18:
            middle = (start.right + end.x) / 2
            sheet.words.append(Words(said, middle, start.middle - 7, "m"))
    return y + height


def _stacked(sheet: _Sheet, way: Chain, x: float, y: float, room: float) -> float:
    """Speaker, relays and article under each other; where they end."""
    labels = [_speaker(way), *(Label(each) for each in _relays(way)), _article(way)]
    for place, label in enumerate(labels):
        if place:
            said = "quoted in" if len(labels) == 2 else "told" if place == 1 else "cited by"
            sheet.arrows.append(down(x + 30, y + 2, y + 22, "tells"))
            sheet.words.append(Words(said, x + 42, y + 16, "m", "start"))
            y += 24
        made = box(label, x, y, room)
        sheet.boxes.append(made)
        y = made.bottom
    return y


def _speaker(way: Chain) -> Label:
    style = {Tone.DENIES: "denies", Tone.SILENT: "silent"}.get(way.tone, "accuses")
    return Label(way.speaker, (way.label,), style)


def _article(way: Chain) -> Label:
    first, *others = way.articles
    name, date = _parted(first)
    details = [date] if date else []
    if others:
        details.append(f"and {len(others)} more article{'s' if len(others) > 1 else ''}")
    return Label(name, tuple(details))


def _parted(article: str) -> tuple[str, str]:
    """Publisher and date of "Example Wire, 25 Nov 2018"; an article may have no date."""
    name, _, date = article.rpartition(", ")
    return (name, date) if name and date[-4:].isdigit() else (article, "")


def _relays(way: Chain) -> tuple[str, ...]:
    return way.via if len(way.via) < 3 else (way.via[0], several(way.via[1:]))


def _accused(exchange: Exchange, x: float, y: float, room: float) -> Box:
    own = [each for each in chains(exchange.silences) if each.speaker == exchange.party]
    details: list[str] = ["accused" if exchange.accusations else "was asked"]
    if own:
        details.append(own[0].label)
    elif not exchange.answers and not exchange.silences:
        details.append("no answer is reported")
    style = "silent" if own else "accused"
    return box(Label(exchange.party, tuple(details), style), x, y, room, least=62)


def _reported(sheet: _Sheet, exchange: Exchange, accused: Box) -> None:
    """The way of a silence to the reader."""
    way = next(each for each in chains(exchange.silences) if each.speaker == exchange.party)
    article = box(_article(way), WIDE - 1 - _PAD - 250, accused.y, 250.0, least=accused.height)
    sheet.boxes.append(article)
    sheet.arrows.append(across(accused.right + 3, article.middle, article.x - 3, "tells"))
    middle = (accused.right + article.x) / 2
    sheet.words.append(Words("reported in", middle, article.middle - 7, "m"))


def _silences(sheet: _Sheet, exchange: Exchange, accused: Box) -> float:
    """Boxes of others who speak for the accused and were silent; where they end."""
    bottom = accused.bottom
    ways = [each for each in chains(exchange.silences) if each.speaker != exchange.party]
    for way in ways[:SILENCES]:
        label = Label(way.speaker, (way.label, several(way.articles)), "silent")
        made = box(label, accused.x, bottom + _GAP, accused.width)
        sheet.boxes.append(made)
        bottom = made.bottom
    if len(ways) > SILENCES:
        more = f"and {len(ways) - SILENCES} more, in the table below"
        sheet.words.append(Words(more, accused.x, bottom + 18, "m", "start"))
        bottom += 24
    return bottom


def _accuse(sheet: _Sheet, exchange: Exchange, accusers: Box, accused: Box, x: float) -> None:
    sheet.arrows.append(down(x, accusers.bottom + 2, accused.y - 3, "accuses"))
    said = _said(exchange.accusations, 150.0)
    sheet.words.append(Words(said, x + 12, accusers.bottom + 34, "b", "start"))


def _reply(sheet: _Sheet, exchange: Exchange, accusers: Box, answers: Box, x: float) -> None:
    """The arrows from the answers to the accusation: dashed for denials, solid for others."""
    for tones, shift in ((True, 0.0), (False, -150.0 if x > NARROW else -16.0)):
        these = [each for each in exchange.answers if (each.tone is Tone.DENIES) is tones]
        if not these:
            continue
        style = "denies" if tones else "says"
        at = x + (shift if tones or _denied(exchange) else 0.0)
        sheet.arrows.append(up(at, answers.y - 3, accusers.bottom + 3, style))
        said = _said(these, 230.0 if x > NARROW else 110.0)
        if x > NARROW:
            sheet.words.append(Words(said, at + 12, accusers.bottom + 34, "b", "start"))
        elif tones or not _denied(exchange):
            sheet.words.append(Words(said, at - 12, accusers.bottom + 34, "b", "end"))


def _denied(exchange: Exchange) -> bool:
    return any(each.tone is Tone.DENIES for each in exchange.answers)


def _said(sayings: Sequence[Saying], room: float) -> str:
    """What all of them do, in a word or two that fit."""
    labels = list(dict.fromkeys(each.label.lower() for each in sayings))
    words = ", ".join(labels) if len(labels) < 3 else several(labels)
    return next(iter(wrapped(words, 14.0, room, 1)), "")


def described(exchange: Exchange) -> str:
    """The drawing in words, for those who do not see it."""
    return " ".join(_sentences(exchange))


def _sentences(exchange: Exchange) -> Iterator[str]:
    for sayings in (exchange.accusations, exchange.answers, exchange.silences):
        for way in chains(sayings)[:ACCUSATIONS]:
            via = f", through {', then '.join(way.via)}" if way.via else ""
            yield f"{way.speaker} {way.label.lower()}{via}, in {several(way.articles)}."
