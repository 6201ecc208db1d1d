"""The lines ``key: value`` before a Markdown text, between two lines of ``---``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.ingest.about import called

_OPENS = re.compile(r"---[ \t]*\n")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_ENTRY = re.compile(r"([A-Za-z][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*))?")

#: Front matter is looked for in so many characters.
LONGEST = 50_000


@dataclass(frozen=True)
class FrontMatter:
    """What stands before a text.

    Attributes:
        end: Where the text begins; 0 without front matter.
        entries: The lines ``key: value``, keys in lower case.
    """

    end: int = 0
    entries: tuple[tuple[str, str], ...] = ()

    def candidates(self) -> Iterator[tuple[str, str]]:
        """Fields of an article, with what is said of them, the best first."""
        return called(dict(reversed(self.entries)))


def front_matter(text: str) -> FrontMatter:
    r"""The front matter of a text, which may have none.

    Only plain lines ``key: value`` are understood; lists and what is indented belong to the front
    matter, and say nothing of the article. A text that merely begins with a rule has none.

    >>> front_matter('---\ntitle: "Blast: 12 dead"\ntags:\n  - war\n---\nText.').entries
    (('title', 'Blast: 12 dead'), ('tags', ''))
    >>> front_matter("---\nHe spoke.\n---\n").end
    0
    """
    opened = _OPENS.match(text)
    closed = opened and _CLOSES.search(text, opened.end(), LONGEST)
    if not opened or not closed:
        return FrontMatter()
    entries = []
    for line in text[opened.end() : closed.start()].splitlines():
        if not line.strip() or line[0] in " \t-#]}":
            continue
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry is None:
            return FrontMatter()
        entries.append((entry[1].lower(), _unquoted((entry[2] or "").strip())))
    return FrontMatter(closed.end(), tuple(entries))


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value
