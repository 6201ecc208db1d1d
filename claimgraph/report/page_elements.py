"""The elements of a report's page, as verifying sees them: which of them say something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Link:
    """A link within a report.

    Attributes:
        line: Where it stands.
        address: As it is written.
        page: The page that it leads to, by its path from the first page.
        place: The place on that page; "" for the page itself.
    """

    line: int
    address: str
    page: str
    place: str


@dataclass
class Element:
    """An element that is open. ``text`` is gathered where somebody will ask for it."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    text: list[str] | None = None
    links: list[Link] = field(default_factory=list)
    has_evidence: bool = False

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    @property
    def numbers(self) -> list[str]:
        """The claims that it rests on, as they are written."""
        return self.attributes.get("data-numbers", "").split()

    @property
    def words(self) -> str:
        """Its text, as far as that was asked for."""
        return "".join(self.text or ())


def is_asked_for(element: Element, around: Sequence[Element]) -> bool:
    """Whether somebody will ask for the text of an element."""
    named = {"data-numbers", "data-quote", "data-text", "data-start"} & element.attributes.keys()
    return (
        bool(named) or is_name(element) or is_paragraph(element, around) or states(element, around)
    )


def is_name(element: Element) -> bool:
    """Whether an element is what somebody is called, before the places where that stands."""
    return element.tag == "th" and element.attributes.get("data-s") == "Words"


def is_paragraph(element: Element, around: Sequence[Element]) -> bool:
    """Whether an element is a paragraph of an article."""
    return element.tag == "p" and bool(around) and "doc" in around[-1].classes


def states(element: Element, around: Sequence[Element]) -> bool:
    """Whether an element says something, so that it, or what is in it, has to name claims."""
    match element.tag:
        case "div" | "details":
            return bool({"card", "alone"} & {*element.classes})
        case "li":
            inside = around[-1].classes if around else ()
            listed = "strip" in element.classes or "tl" in inside or "origins" in inside
            return listed or any("others" in each.classes for each in around)
        case "td":
            return _in_table(around, "matrix")
        case "tr":
            return _in_table(around, "plain") and around[-1].tag == "tbody"
        case _:
            return False


def _in_table(around: Sequence[Element], name: str) -> bool:
    for element in reversed(around):
        if element.tag == "table":
            return name in element.classes
    return False
