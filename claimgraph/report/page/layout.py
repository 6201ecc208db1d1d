"""Which section stands on which page: on one page when it is small enough, else on several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimgraph.report.page.anchors import size
from claimgraph.report.page.sections import Item, Section

#: The most bytes of a page.
LIMIT = 2_000_000

#: Texts that are listed by name where their pages are; of more, the pages are listed.
LISTED = 400

# What a list of pages needs for each of its lines, and a page beside its sections; with some room.
_LINE, _SHELL = 700, 20_000


@dataclass(frozen=True)
class Sheet:
    """A page with a part of one section.

    Attributes:
        path: Beside the first page.
        section: Whose pieces it has.
        items: The pieces.
        number: Of the page, from 1 in its section.
    """

    path: str
    section: Section
    items: tuple[Item, ...]
    number: int

    @property
    def place(self) -> str:
        """What leads to the page as a whole."""
        return f"page:{self.section.key}-{self.number}"

    @property
    def first(self) -> int:
        """The number of what it shows first."""
        return self.items[0].number

    @property
    def last(self) -> int:
        """The number of what it shows last."""
        return self.items[-1].number


@dataclass(frozen=True)
class Layout:
    """Where everything stands.

    Attributes:
        home: The sections on the first page.
        sheets: The further pages, in the order of the sections.
    """

    home: tuple[Section, ...]
    sheets: tuple[Sheet, ...]

    def sheets_of(self, section: Section) -> tuple[Sheet, ...]:
        """The further pages of a section."""
        return tuple(sheet for sheet in self.sheets if sheet.section is section)


def laid_out(sections: Sequence[Section], folder: str, longest: int, shell: int) -> Layout:
    """Where each section stands. The texts are moved first, then what takes most room.

    Args:
        sections: In their order.
        folder: Of further pages.
        longest: The most characters of an address.
        shell: Bytes of a page beside its sections.
    """
    room = LIMIT - shell - _SHELL
    sizes = {section.key: _sizes(section, longest) for section in sections}
    moved: set[str] = set()

    def needed() -> int:
        return sum(
            _LINE * min(LISTED, len(section.items))
            if section.key in moved
            else sum(sizes[section.key])
            for section in sections
        )

    order = sorted(sections, key=lambda each: (each.key != "texts", -sum(sizes[each.key])))
    for section in order:
        if needed() <= room:
            break
        moved.add(section.key)
    return Layout(
        tuple(each for each in sections if each.key not in moved),
        tuple(
            sheet
            for section in sections
            if section.key in moved
            for sheet in _sheets(section, sizes[section.key], room, folder)
        ),
    )


def _sizes(section: Section, longest: int) -> list[int]:
    return [size(item.html, longest) + 1 for item in section.items]


def _sheets(section: Section, sizes: Sequence[int], room: int, folder: str) -> Iterator[Sheet]:
    """The pieces on as few pages as they fit on; each page has at least one."""
    start, filled, count = 0, 0, 0
    for place, needs in enumerate(sizes):
        if place > start and filled + needs > room:
            count += 1
            yield _sheet(section, start, place, folder, count)
            start, filled = place, 0
        filled += needs
    yield _sheet(section, start, len(sizes), folder, count + 1)


def _sheet(section: Section, start: int, end: int, folder: str, count: int) -> Sheet:
    path = f"{folder}/{section.key}-{count:03}.html"
    return Sheet(path, section, section.items[start:end], count)
