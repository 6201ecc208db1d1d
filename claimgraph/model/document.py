"""Documents, and spans of their text."""

from operator import index
from typing import Self

from pydantic import AwareDatetime, Field, model_validator

from claimgraph.errors import RecordError, SpanError
from claimgraph.ids import dated_id, text_digest
from claimgraph.model.base import Id, Identified, Record, Text
from claimgraph.model.interval import Interval


class Span(Record):
    """A half-open range of characters of a document (W3C Web Annotation, TextPositionSelector).

    Attributes:
        start: The first code point, counted from 0; not bytes, not UTF-16 units.
        end: One past the last code point; greater than ``start``.
        text: The characters themselves: ``document.text[start:end] == text``, always.

    Raises:
        RecordError: An offset is no whole number; neither "5" nor 5.0 nor ``True`` is one.
        SpanError: The range is empty or negative, or its length is not that of the text.

    >>> Span(start=12, end=16, text="SOHR")
    Span(start=12, end=16, text='SOHR')
    """

    start: int = Field(ge=0, strict=True)
    end: int = Field(ge=1, strict=True)
    text: Text

    @model_validator(mode="after")
    def _has_the_length_of_its_text(self) -> Self:
        if self.end <= self.start:
            raise SpanError(f"the end {self.end} is not after the start {self.start}")
        if self.end - self.start != len(self.text):
            raise SpanError(
                f"{self.start}:{self.end} holds {self.end - self.start} characters, "
                f"but its text {self.text[:40]!r} has {len(self.text)}"
            )
        return self


class Document(Identified):
    """One article, with where and when it came out (schema.org NewsArticle).

    Attributes:
        text: All characters that offsets count; never changed after this.
        title: The headline, where it is known apart from the text.
        url: Where it was published.
        publisher: Who published it, as a reader would call them.
        published: When it came out; a date alone is enough, ``None`` if it is not known.
        retrieved: When it was fetched, with a time zone.
        language: BCP 47, such as "en".
        sha256: Of the text in UTF-8; made here, and checked where it is given.

    The id follows from text, publisher, url and published: the same text from two publishers is
    two documents. It begins with the day, so that ids stand in the order of publication.

    >>> article = Document(text="SANA reported 107 cases.", published="2018-11-25")
    >>> article.span(0, 4).text, article.published.precision.value
    ('SANA', 'day')
    """

    text: Text = Field(min_length=1)
    title: Text = ""
    url: Text = ""
    publisher: Text = ""
    published: Interval | None = None
    retrieved: AwareDatetime | None = None
    language: Text = "en"
    sha256: str = ""

    def _settle(self) -> None:
        digest = text_digest(self.text)
        if self.sha256 and self.sha256 != digest:
            raise RecordError(
                f"sha256 {self.sha256[:12]}… is not that of the text ({digest[:12]}…); "
                "the text was changed after it was recorded"
            )
        self.__dict__["sha256"] = digest

    def derived_id(self) -> str:
        """From the text and from where and when it came out."""
        start = self.published.start if self.published else None
        when = start.isoformat() if start else None
        return dated_id("doc", start, self.sha256, self.publisher, self.url, when)

    def span(self, start: int, end: int) -> Span:
        """The span from ``start`` to ``end``, in code points.

        Raises:
            SpanError: The range is empty or runs past the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise SpanError(
                f"{start}:{end} is no range of a text of {len(self.text)} characters; "
                "offsets count code points, the end is exclusive"
            )
        return Span(start=index(start), end=index(end), text=self.text[start:end])


class Evidence(Record):
    """The characters of a document that something rests on (W3C Web Annotation, target)."""

    document_id: Id
    span: Span
