"""The rows in which readings are scored: one article a line, its attributions as offsets.

The shape of attribution corpora in stand-off form: ``{"doc_id", "text", "attributions": [{"id",
"source": [[start, end], …], "cue", "content", …}]}``, offsets in Unicode code points.
"""

from typing import Annotated, Any

from pydantic import ConfigDict, Field, model_validator

from claimgraph.errors import RecordError
from claimgraph.model import Confidence, Interval, Record
from claimgraph.model.base import Id, Text
from claimgraph.vocabulary import AttributionType, Comparator, Form, SourceKind, SpeechAct

#: Start and end of a piece of text, half-open.
Range = Annotated[tuple[int, int], Field(description="start and end in code points, half-open")]

#: What a row calls the kind of a source that is not there.
NO_SOURCE = "none"


class _Row(Record):
    """A record that other programs write too: fields that are not ours are left aside."""

    model_config = ConfigDict(extra="ignore")


class QuantityRow(_Row):
    """A number of an attribution; see ``Quantity`` for what low, best and high mean."""

    text: Text
    low: float | None = None
    best: float | None = None
    high: float | None = None
    comparator: Comparator = Comparator.EXACT
    unit: Text = ""
    of: Text = ""
    span: Range | None = None


class AttributionRow(_Row):
    """One attribution of a row.

    Attributes:
        id: Its name within the row; ``parent`` refers to it.
        source: Where the words that name the source stand.
        cue: Where the words that signal saying stand.
        content: Where what is said stands.
        type: Assertion, belief, fact or eventuality.
        form: Direct, indirect or mixed; ``None`` where there is no content.
        act: What the cue does.
        canonical: The fullest name of the source; "" where it is not known, or nobody is named.
        source_kind: What the source is; "none" where nobody is named.
        affiliation: The body that the source speaks for.
        via: Names of those through whom it came, the one nearest the reader last.
        parent: The id of the attribution that holds this one.
        target: Who is accused, or cleared by a denial; several names are joined by "; ".
        negated: The text says that this was not said.
        quantities: The numbers in what is said.
        confidence: How sure the reader is, per part.
    """

    id: Text = ""
    source: tuple[Range, ...] = ()
    cue: tuple[Range, ...] = ()
    content: tuple[Range, ...] = ()
    type: AttributionType = AttributionType.ASSERTION
    form: Form | None = None
    act: SpeechAct = SpeechAct.STATE
    canonical: Text = ""
    source_kind: SourceKind | None = None
    affiliation: Text = ""
    via: tuple[Text, ...] = ()
    parent: Text | None = None
    target: Text = ""
    negated: bool = False
    quantities: tuple[QuantityRow, ...] = ()
    confidence: Confidence = Confidence()

    @model_validator(mode="before")
    @classmethod
    def _fill_in_what_is_null(cls, fields: Any) -> Any:
        """Corpora write null, or "none", where a field has nothing to say."""
        if not isinstance(fields, dict):
            return fields
        given = {key: value for key, value in fields.items() if value is not None}
        if given.get("source_kind") == NO_SOURCE:
            del given["source_kind"]
        if "id" in given:
            given["id"] = str(given["id"])
        return given


class ArticleRow(_Row):
    """One article with its attributions. Without a ``doc_id``, its id follows from its content.

    Raises:
        RecordError: Two attributions have one id, or a parent is not in the row.
    """

    doc_id: Id = ""
    text: Text = Field(min_length=1)
    title: Text = ""
    url: Text = ""
    publisher: Text = ""
    published: Interval | None = None
    attributions: tuple[AttributionRow, ...] = ()

    @model_validator(mode="after")
    def _parents_are_in_the_row(self) -> "ArticleRow":
        known: set[str] = set()
        for item in self.attributions:
            if item.id and item.id in known:
                raise RecordError(f"the attribution {item.id!r} is given twice")
            known.add(item.id)
        for item in self.attributions:
            if item.parent is not None and item.parent not in known:
                raise RecordError(f"the parent {item.parent!r} is not in this row")
        return self
