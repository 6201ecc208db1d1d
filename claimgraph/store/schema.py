"""The tables. One schema for SQLite and PostgreSQL.

Every record is kept whole, as JSON, in ``body``; the columns beside it are what queries look for.
Times are microseconds since 1970 in UTC, half-open; a side that is not known is ``DAWN`` or
``DUSK``, so that comparisons need no case for it, and both columns are NULL where no time is known
at all.

Sources, events and affiliations are shared: many documents speak of them, each with its own
version (``shared_version``). The tables ``source``, ``event`` and ``affiliation`` hold what the
versions say together; it does not depend on the order in which they came.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.types import TypeDecorator

#: Before and after every time that a record can hold.
DAWN = -(2**62)
DUSK = 2**62

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def microseconds(moment: datetime) -> int:
    """Microseconds since 1970 of an aware moment.

    >>> microseconds(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
    1000000
    """
    return (moment - _EPOCH) // _MICROSECOND


def moment(when: int) -> datetime:
    """The aware moment of so many microseconds since 1970.

    >>> moment(1_000_000).isoformat()
    '1970-01-01T00:00:01+00:00'
    """
    return _EPOCH + when * _MICROSECOND


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept as microseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: object) -> int | None:
        """To the database."""
        return None if value is None else microseconds(value)

    def process_result_value(self, value: int | None, _dialect: object) -> datetime | None:
        """From the database."""
        return None if value is None else moment(value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

#: SQLite gives a row number only to this type; PostgreSQL wants the larger one.
_ROW = BigInteger().with_variant(Integer(), "sqlite")


def _key() -> Column[str]:
    """The id of the table's own records."""
    return Column("id", String, primary_key=True)


def _id(name: str, *, null: bool = False) -> Column[str]:
    """An id of some record, which need not be in the store."""
    return Column(name, String, nullable=null)


def _part_of(table: str, name: str | None = None) -> Column[str]:
    """The id of the record that this one belongs to, and goes away with."""
    link = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(name or f"{table}_id", String, link, nullable=False)


def _ref(name: str, table: str) -> Column[str]:
    """The id of a record that must be in the store; or none."""
    return Column(name, String, ForeignKey(f"{table}.id"))


def _during(name: str) -> tuple[Column[int], Column[int]]:
    """A stretch of time: ``name_from <= t < name_to``, both NULL where it is not known."""
    return Column(f"{name}_from", BigInteger), Column(f"{name}_to", BigInteger)


def _index_where(condition: str, *columns: str) -> Index:
    """An index over some rows alone: those that are asked for through it."""
    where = text(condition)
    return Index(None, *columns, sqlite_where=where, postgresql_where=where)


document = Table(
    "document",
    metadata,
    _key(),
    Column("sha256", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    *_during("published"),
    Column("recorded", Moment, nullable=False),
    Column("reading_id", String, nullable=False),
    Column("reader", String, nullable=False),
    Column("version", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "published_from"),
    Index(None, "publisher"),
)

#: Readings that a later reading of the same document has replaced, whole.
archive = Table(
    "archive",
    metadata,
    _id("reading_id"),
    _part_of("document"),
    Column("recorded", Moment, nullable=False),
    Column("superseded", Moment, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("reading_id", "superseded"),
    Index(None, "document_id"),
)

#: One document's version of a source, an event or an affiliation. Most are found again through
#: what else is in the document, see ``mentions``. ``apart_id`` is the id once more where nothing
#: leads to the record: an index over all of them would have to write a page of its own for each
#: document wherever its sources stand.
shared_version = Table(
    "shared_version",
    metadata,
    _part_of("document"),
    _id("shared_id"),
    Column("kind", String, nullable=False),
    Column("position", Integer, nullable=False),
    _id("apart_id", null=True),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("document_id", "kind", "shared_id"),
    _index_where("apart_id IS NOT NULL", "apart_id"),
)

#: How many documents give a source, an event or an affiliation in this form: their versions without
#: what belongs to one document alone. The shared records are made of these counts. One of which all
#: documents give the same form has no row here: it is that form.
shared_form = Table(
    "shared_form",
    metadata,
    Column("kind", String, nullable=False),
    _id("shared_id"),
    _id("digest"),
    Column("body", Text, nullable=False),
    Column("count", Integer, nullable=False),
    PrimaryKeyConstraint("shared_id", "kind", "digest"),
)

source = Table(
    "source",
    metadata,
    _key(),
    Column("name", Text, nullable=False),
    Column("kind", String, nullable=False, index=True),
    Column("naming", String, nullable=False),
    Column("body", Text, nullable=False),
)

#: Every name and alias that a source bears; ``strong`` ones are enough to join two sources.
source_name = Table(
    "source_name",
    metadata,
    _part_of("source"),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("strong", Boolean, nullable=False),
    PrimaryKeyConstraint("source_id", "key"),
    Index(None, "key"),
)

#: Which sources are the same, from when to when by the clock of people's judgements. The index
#: covers what the search for members asks: without that, SQLite makes one of its own each time.
identity = Table(
    "identity",
    metadata,
    _part_of("source"),
    _id("entity_id"),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    PrimaryKeyConstraint("source_id", "since"),
    Index(None, "entity_id", "until", "source_id"),
)

#: Which events are the same, in the same way; only people join them.
event_identity = Table(
    "event_identity",
    metadata,
    _part_of("event"),
    _id("entity_id"),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    PrimaryKeyConstraint("event_id", "since"),
    Index(None, "entity_id", "until", "event_id"),
)

affiliation = Table(
    "affiliation",
    metadata,
    _key(),
    _part_of("source", "member_id"),
    _part_of("source", "organisation_id"),
    Column("role", Text, nullable=False),
    Column("during_from", BigInteger, nullable=False),
    Column("during_to", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "organisation_id"),
    Index(None, "member_id"),
)

#: Whom the versions of an affiliation name. Only where ids are given by hand may these be several.
membership = Table(
    "membership",
    metadata,
    _part_of("affiliation"),
    _id("member_id"),
    _id("organisation_id"),
    PrimaryKeyConstraint("affiliation_id", "member_id", "organisation_id"),
    Index(None, "organisation_id", "member_id"),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    _key(),
    Column("label", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("place", Text),
    *_during("happened"),
    Column("words", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "happened_from"),
)

attribution = Table(
    "attribution",
    metadata,
    _key(),
    _part_of("document"),
    Column("position", Integer, nullable=False),
    _ref("source_id", "source"),
    _id("parent_id", null=True),
    Column("type", String, nullable=False),
    Column("form", String),
    Column("act", String, nullable=False),
    Column("negated", Boolean, nullable=False),
    *_during("published"),
    *_during("said"),
    Column("body", Text, nullable=False),
    Index(None, "document_id", "position"),
    Index(None, "source_id", "published_from"),
    Index(None, "act", "published_from"),
)

#: Who relays is looked for by name, as here and below, only where the text does not say who it is.
relay = Table(
    "relay",
    metadata,
    _part_of("attribution"),
    Column("position", Integer, nullable=False),
    _ref("source_id", "source"),
    Column("key", Text, nullable=False),
    PrimaryKeyConstraint("attribution_id", "position"),
    Index(None, "source_id"),
    _index_where("source_id IS NULL", "key"),
)

#: Whom an attribution accuses or clears.
target = Table(
    "target",
    metadata,
    _part_of("attribution"),
    Column("position", Integer, nullable=False),
    Column("role", String, nullable=False),
    _ref("source_id", "source"),
    Column("key", Text, nullable=False),
    PrimaryKeyConstraint("attribution_id", "position"),
    Index(None, "source_id"),
    _index_where("source_id IS NULL", "key"),
)

#: ``row`` counts claims in the order of adding; the full-text index of SQLite hangs on it. The
#: ``source_id`` is that of the attribution, through which the claims of a source are found: with an
#: index of their own, a page more would be written for every second claim.
claim = Table(
    "claim",
    metadata,
    Column("row", _ROW, Identity(), primary_key=True),
    Column("id", String, nullable=False, unique=True),
    _part_of("document"),
    _part_of("attribution"),
    Column("position", Integer, nullable=False),
    _id("source_id", null=True),
    _ref("event_id", "event"),
    Column("predicate", Text, nullable=False),
    Column("polarity", String, nullable=False),
    Column("certainty", String, nullable=False),
    Column("stance", String, nullable=False),
    *_during("published"),
    *_during("happened"),
    Column("place", Text),
    Column("words", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "document_id", "position"),
    Index(None, "attribution_id"),
    _index_where("source_id IS NULL", "published_from"),
    Index(None, "event_id"),
    Index(None, "happened_from"),
)

participant = Table(
    "participant",
    metadata,
    _part_of("claim"),
    Column("position", Integer, nullable=False),
    Column("role", String, nullable=False),
    _ref("source_id", "source"),
    Column("key", Text, nullable=False),
    PrimaryKeyConstraint("claim_id", "position"),
    Index(None, "source_id"),
    _index_where("source_id IS NULL", "key"),
)

quantity = Table(
    "quantity",
    metadata,
    _part_of("claim"),
    Column("position", Integer, nullable=False),
    Column("unit", Text, nullable=False),
    Column("value", Float),
    PrimaryKeyConstraint("claim_id", "position"),
    Index(None, "unit", "value"),
)

#: Its claims are found, and held to be there, through ``edge``.
relation = Table(
    "relation",
    metadata,
    _key(),
    _id("a"),
    _id("b"),
    Column("kind", String, nullable=False, index=True),
    Column("type", String),
    Column("score", Float, nullable=False),
    Column("independence", String),
    Column("method", String, nullable=False),
    Column("recorded", Moment, nullable=False),
    Column("body", Text, nullable=False),
)

#: Each relation twice, once from each claim: what stands in a relation to a claim is one look-up.
edge = Table(
    "edge",
    metadata,
    _part_of("claim"),
    _part_of("claim", "other_id"),
    _part_of("relation"),
    Column("kind", String, nullable=False),
    Column("independence", String),
    PrimaryKeyConstraint("claim_id", "kind", "relation_id"),
    Index(None, "other_id"),
    Index(None, "relation_id"),
)

question = Table(
    "question",
    metadata,
    _key(),
    Column("text", Text, nullable=False),
    _id("event_id", null=True),
    Column("method", String, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "event_id"),
)

question_claim = Table(
    "question_claim",
    metadata,
    _part_of("question"),
    _part_of("claim"),
    PrimaryKeyConstraint("question_id", "claim_id"),
    Index(None, "claim_id"),
)

lineage = Table(
    "lineage",
    metadata,
    _key(),
    _id("from_id"),
    _id("to_id"),
    Column("kind", String, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "from_id"),
    Index(None, "to_id"),
)

judgement = Table(
    "judgement",
    metadata,
    _key(),
    Column("decision", String, nullable=False),
    Column("by", Text, nullable=False),
    Column("made", Moment, nullable=False),
    Column("recorded", Moment, nullable=False),
    Column("body", Text, nullable=False),
)

judgement_subject = Table(
    "judgement_subject",
    metadata,
    _part_of("judgement"),
    _id("subject"),
    PrimaryKeyConstraint("judgement_id", "subject"),
    Index(None, "subject"),
)

#: What the judgements say of a record's field, from when to when by the judgements' clock. The
#: field ``status`` holds reject, confirm or unsure. Made anew from the judgements when one comes.
ruling = Table(
    "ruling",
    metadata,
    _id("subject"),
    Column("field", String, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("plain", Text),
    Column("value", Text, nullable=False),
    _part_of("judgement"),
    PrimaryKeyConstraint("subject", "field", "since"),
    Index(None, "field", "plain"),
    Index(None, "judgement_id"),
)

#: Under which keys a claim is looked for when others are compared with it; near times stand next to
#: each other in a block. Claims without a time stand at 0.
block = Table(
    "block",
    metadata,
    Column("key", BigInteger, nullable=False, autoincrement=False),
    Column("moment", BigInteger, nullable=False, autoincrement=False),
    Column(
        "claim_row",
        _ROW,
        ForeignKey("claim.row", ondelete="CASCADE"),
        nullable=False,
        autoincrement=False,
    ),
    PrimaryKeyConstraint("key", "moment", "claim_row"),
    Index(None, "claim_row"),
    sqlite_with_rowid=False,
)

#: What is looked at of a claim that stands in blocks before it is loaded: all its keys together,
#: 64 bits each, the lowest first; and what the comparer wants to know of it, as text, NULL where
#: nothing was written.
sketch = Table(
    "sketch",
    metadata,
    Column(
        "claim_row",
        _ROW,
        ForeignKey("claim.row", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("block_keys", LargeBinary, nullable=False),
    Column("sketch", Text),
)

#: How many claims each block holds: counting a large one would take longer than looking into it.
block_size = Table(
    "block_size",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("claims", BigInteger, nullable=False),
)

#: How far comparing has come with a document's reading. ``keyed`` and ``version`` are those of the
#: comparer, NULL before it has written the keys, or has compared; no row: nobody asked for it.
comparison = Table(
    "comparison",
    metadata,
    Column("document_id", String, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("keyed", String),
    Column("version", String),
    Column("left_out", BigInteger, nullable=False),
    Index(None, "version"),
)
