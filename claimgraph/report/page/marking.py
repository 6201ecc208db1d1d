"""A text cut into pieces that can be shown: what each is marked as, and what leads to it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimgraph.report.content import Exhibit, Paragraph, Part, Piece, Report, Text

#: A paragraph with more characters is cut, and a text with more goes on in a further part: else a
#: page could not be kept small.
PARAGRAPH, PART = 40_000, 400_000

_ORDER = {Part.CONTENT: 0, Part.CUE: 1, Part.SOURCE: 2}


@dataclass(frozen=True)
class Marked:
    """A piece of a text, ready to be shown.

    Attributes:
        start: The first character, counted in the whole text.
        text: The characters.
        numbers: The claims that it is part of.
        styles: The classes of its mark.
        targets: The claims of which it is the first piece to be shown.
        ends: The claims whose number stands behind it.
    """

    start: int
    text: str
    numbers: tuple[int, ...] = ()
    styles: tuple[str, ...] = ()
    targets: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Block:
    """A paragraph, or a part of a very long one.

    Attributes:
        number: Of the paragraph.
        goes_on: It is not the first part of the paragraph.
        pieces: What it holds.
    """

    number: int
    goes_on: bool
    pieces: tuple[Marked, ...]


@dataclass(frozen=True)
class Duo:
    """Paragraphs, and beside them the claims in them.

    Attributes:
        blocks: The paragraphs: the first of them has the claims.
        exhibits: The claims; none where the text begins without any.
    """

    blocks: tuple[Block, ...]
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True)
class TextPart:
    """A text, or a part of a very long one, with the claims in it.

    Attributes:
        text: The article.
        number: Of the part, from 1.
        parts: How many there are.
        duos: The paragraphs with their claims.
        targets: The claims that have a mark in it.
    """

    text: Text
    number: int
    parts: int
    duos: tuple[Duo, ...]
    targets: frozenset[int]

    @property
    def name(self) -> str:
        """Its place on a page."""
        first = f"text-{self.text.number}"
        return first if self.number == 1 else f"{first}-{self.number}"

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """The claims in it."""
        return tuple(exhibit for duo in self.duos for exhibit in duo.exhibits)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs in it."""
        return tuple(block for duo in self.duos for block in duo.blocks)


def text_parts(report: Report) -> Iterator[TextPart]:
    """The texts of a report, in their order, with their claims."""
    of_text: defaultdict[int, list[Exhibit]] = defaultdict(list)
    for exhibit in report.exhibits:
        of_text[exhibit.text_number].append(exhibit)
    for text in report.texts:
        yield from _parts(text, of_text[text.number])


def _parts(text: Text, exhibits: Sequence[Exhibit]) -> Iterator[TextPart]:
    groups: list[list[Block]] = [[]]
    room = PART
    for block in _blocks(text):
        # A claim takes more room than its words: its list entry is about so many characters.
        needs = sum(len(piece.text) + 1200 * len(piece.targets) for piece in block.pieces)
        if groups[-1] and needs > room:
            groups.append([])
            room = PART
        groups[-1].append(block)
        room -= needs
    by_number = {exhibit.number: exhibit for exhibit in exhibits}
    placed = [[_targets(block) for block in group] for group in groups]
    lost = by_number.keys() - {number for part in placed for each in part for number in each}
    # A claim without a mark is rare: it stands beside the first paragraph.
    placed[0][0] = sorted({*placed[0][0], *lost})
    for place, group in enumerate(groups):
        duos = _duos(group, placed[place], by_number)
        targets = frozenset(number for block in group for number in _targets(block))
        yield TextPart(text, place + 1, len(groups), tuple(duos), targets)


def _targets(block: Block) -> list[int]:
    return sorted(number for piece in block.pieces for number in piece.targets)


def _duos(
    blocks: Sequence[Block], numbers: Sequence[Sequence[int]], exhibits: Mapping[int, Exhibit]
) -> Iterator[Duo]:
    """Each paragraph that has claims with them, and with the paragraphs after it that have none."""
    group: list[Block] = []
    claims: tuple[Exhibit, ...] = ()
    for block, here in zip(blocks, numbers, strict=True):
        if here and group:
            yield Duo(tuple(group), claims)
            group, claims = [], ()
        group.append(block)
        claims += tuple(exhibits[number] for number in here if number in exhibits)
    yield Duo(tuple(group), claims)


def _blocks(text: Text) -> Iterator[Block]:
    pieces = [piece for paragraph in text.paragraphs for piece in paragraph.pieces]
    firsts, shown = _firsts(pieces), _shown(pieces)
    place = 0
    for paragraph in text.paragraphs:
        marked: list[Marked] = []
        for piece in paragraph.pieces:
            marked += _cut(_marked(piece, firsts.get(place, ()), shown))
            place += 1
        yield from _in_blocks(paragraph, marked)


def _in_blocks(paragraph: Paragraph, pieces: Sequence[Marked]) -> Iterator[Block]:
    group: list[Marked] = []
    length, goes_on = 0, False
    for piece in pieces:
        needs = len(piece.text) + 1200 * len(piece.targets)
        if group and length + needs > PARAGRAPH:
            yield Block(paragraph.number, goes_on, tuple(group))
            group, length, goes_on = [], 0, True
        group.append(piece)
        length += needs
    yield Block(paragraph.number, goes_on, tuple(group))


def _cut(piece: Marked) -> Iterator[Marked]:
    """The piece, or parts of it where it is very long."""
    last = max(0, (len(piece.text) - 1) // PARAGRAPH)
    for place in range(last + 1):
        begin = place * PARAGRAPH
        yield replace(
            piece,
            start=piece.start + begin,
            text=piece.text[begin : begin + PARAGRAPH],
            targets=piece.targets if place == 0 else (),
            ends=piece.ends if place == last else (),
        )


def _firsts(pieces: Sequence[Piece]) -> dict[int, tuple[int, ...]]:
    """Of each piece, by its place, the claims that a link to their words leads to it."""
    best: dict[int, tuple[int, int]] = {}
    for place, piece in enumerate(pieces):
        for mark in piece.marks:
            rank = (_ORDER[mark.part], place)
            best[mark.number] = min(best.get(mark.number, rank), rank)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, (_, place) in sorted(best.items()):
        found[place].append(number)
    return {place: tuple(numbers) for place, numbers in found.items()}


def _shown(pieces: Sequence[Piece]) -> dict[int, Part]:
    """Of each claim, behind which part of it the number stands: its content, where it has one."""
    found: dict[int, Part] = {}
    for piece in pieces:
        for mark in piece.marks:
            part = found.get(mark.number, mark.part)
            found[mark.number] = min(part, mark.part, key=_ORDER.__getitem__)
    return found


def _marked(piece: Piece, targets: tuple[int, ...], shown: dict[int, Part]) -> Marked:
    styles: dict[str, None] = {}
    for mark in piece.marks:
        tone = mark.tone.name.lower()
        if mark.part is Part.CONTENT:
            # The narrowest mark is the last one: its colour is the one to see.
            styles = {style: None for style in styles if not style.startswith("k-")}
            styles[f"k-{tone}"] = None
        else:
            styles = {style: None for style in styles if not style.startswith("e-")}
            styles[mark.part.value] = None
            styles[f"e-{tone}"] = None
    return Marked(
        start=piece.start,
        text=piece.text,
        numbers=tuple(dict.fromkeys(mark.number for mark in piece.marks)),
        styles=tuple(styles),
        targets=targets,
        ends=tuple(
            dict.fromkeys(
                mark.number for mark in piece.marks if mark.ends and shown[mark.number] is mark.part
            )
        ),
    )
