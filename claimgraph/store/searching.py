"""Which claims hold given words: the same ones on both databases."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, cast, column, func, literal, select, table, text, true
from sqlalchemy.dialects.postgresql import TSQUERY

from claimgraph.store import schema
from claimgraph.store.rows import LONGEST_WORD


def matches(dialect: str, words: Iterable[str]) -> ColumnElement[bool]:
    """The condition on ``schema.claim`` that all words occur; no words ask for nothing."""
    wanted = sorted({word[:LONGEST_WORD] for word in words if word})
    if not wanted:
        return true()
    if dialect == "sqlite":
        index = table("claim_words", column("rowid"), column("claim_words"))
        query = " AND ".join(f'"{word}"' for word in wanted)
        found = select(index.c.rowid).where(index.c.claim_words.op("MATCH")(query))
        return schema.claim.c.row.in_(found)
    lexemes = func.array_to_tsvector(func.string_to_array(schema.claim.c.words, text("' '")))
    query = " & ".join(f"'{word}'" for word in wanted)
    return lexemes.op("@@", is_comparison=True)(cast(literal(query), TSQUERY))
