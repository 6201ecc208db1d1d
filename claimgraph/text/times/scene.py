"""What the words of a time are read in: the text around them, and the day of publication."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from claimgraph.text.phrases import SPACES, Phrase
from claimgraph.text.times.dates import Stretch
from claimgraph.text.times.tense import looks_forward

#: Words that do not belong to what a time describes: after "Monday" they start something new.
FUNCTION_WORDS = frozenset(
    """
    a about according after afternoon ago all also although amid among an and another any are as
    at back because been before being both but by can could despite did do does during each
    either evening every following for from had has have he her here him his how however i if in
    including into is it its just last left less local may might more morning most must near
    nearly new next night no nor not now of off on once only or our out over per said say saying
    says she should since so some still than that the their them then there these they this those
    through throughout to today told too toward towards two under until up upon urged was we were
    what when where whether which while who whose why will with within without would yet you your
    """.split()
)


class Unplaced(Exception):  # noqa: N818 - no error: the words are a time, and nothing says when
    """A time of which nothing says where it lies."""


Read = Callable[["Scene", Phrase], Stretch]
Fits = Callable[["Scene", Phrase], bool]


@dataclass(frozen=True, slots=True)
class Scene:
    """A text and its publication.

    Attributes:
        tokens: The text.
        readings: How each rule is read.
        today: The day of publication, ``None`` if it is not known.
        opened: The start of the publication's interval.
        closed: Its end.
        future: Whether times without a year, or without a week, are ahead; ``None`` lets the
            words around them tell.
        otherwise: What is taken where no word tells.
        limit: A day that such a time must not lie after, whatever the words tell.
    """

    tokens: Sequence[str]
    readings: Mapping[str, Read]
    today: date | None = None
    opened: datetime | None = None
    closed: datetime | None = None
    future: bool | None = None
    otherwise: bool | None = None
    limit: date | None = None

    def day(self) -> date:
        """The day of publication.

        Raises:
            Unplaced: It is not known.
        """
        if self.today is None:
            raise Unplaced
        return self.today

    def published(self) -> tuple[datetime, datetime]:
        """Start and end of the publication.

        Raises:
            Unplaced: It is not known.
        """
        if self.opened is None or self.closed is None:
            raise Unplaced
        return self.opened, self.closed

    def place(self, phrase: Phrase) -> Stretch:
        """Where a phrase lies.

        Raises:
            Unplaced: Nothing says it.
            ValueError: There is no such day.
            OverflowError: No calendar reaches it.
        """
        return self.readings[phrase.rule](self, phrase)

    def not_after(self, limit: date) -> "Scene":
        """The same, for times that lie before a day or on it."""
        return replace(self, limit=limit)

    def ahead_if_nothing_tells(self) -> "Scene":
        """The same, for times that are ahead where no word says that they are past."""
        return replace(self, otherwise=True)

    def forward(self, phrase: Phrase) -> bool | None:
        """Whether a phrase looks ahead; ``None`` if nothing tells."""
        if self.future is not None:
            return self.future
        told = looks_forward(
            self.tokens, phrase.start, phrase.end, progressive=not self.describes(phrase)
        )
        return self.otherwise if told is None else told

    def words(self, phrase: Phrase, name: str = "") -> str:
        """The words of a phrase, or of what its rule names, in small letters; "" if not there."""
        start, end = phrase.spans.get(name, (0, 0)) if name else (phrase.start, phrase.end)
        return "".join(self.tokens[start:end]).lower()

    def number(self, phrase: Phrase, name: str) -> int:
        """The number in digits that a rule names."""
        return int(self.words(phrase, name))

    def before(self, at: int, distance: int = 1) -> str:
        """The word before a token, as it is written; "" where a mark or nothing stands there."""
        at -= 2 * distance
        if at < 0 or self.tokens[at + 1] not in SPACES:
            return ""
        word = self.tokens[at]
        return word if word.isalnum() else ""

    def after(self, at: int, distance: int = 1) -> str:
        """The word that begins after the token before ``at``; "" where a mark stands there."""
        at += 2 * distance - 1
        if at >= len(self.tokens) or self.tokens[at - 1] not in SPACES:
            return ""
        word = self.tokens[at]
        return word if word.isalnum() else ""

    def mark(self, at: int) -> str:
        """The token at a place; "" outside the text."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else ""

    def describes(self, phrase: Phrase) -> bool:
        """Whether a phrase stands before the noun that it describes: "Monday's attack"."""
        if self.mark(phrase.end) in {"'", "’"} and self.mark(phrase.end + 1) == "s":
            return True
        word = self.after(phrase.end)
        return word.islower() and word not in FUNCTION_WORDS
