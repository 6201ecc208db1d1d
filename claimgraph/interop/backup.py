"""All that people and readers have put into a store, as records that make the store again."""

from collections.abc import Iterator

from sqlalchemy import select

from claimgraph.interop.jsonl import TopRecord
from claimgraph.model import Judgement, Lineage, Question, Relation
from claimgraph.store import Store
from claimgraph.store.schema import document, judgement, lineage, question, relation


def records(store: Store) -> Iterator[TopRecord]:
    """Every reading, then every relation, question and lineage, then every judgement.

    Records come as they were added: what judgements reject or correct is here, and the judgements
    are too. Readings that a newer one has replaced are not.

    Raises:
        StoreError: In one of its kinds.
    """
    for row in store.rows(select(document.c.id).order_by(document.c.id)):
        yield store.reading(row[0])
    for table, model in ((relation, Relation), (question, Question), (lineage, Lineage)):
        for row in store.rows(select(table.c.body).order_by(table.c.id)):
            yield model.model_validate_json(row[0])
    # A judgement may withdraw an earlier one, so they go back in the order in which they were made.
    made = select(judgement.c.body).order_by(judgement.c.made, judgement.c.id)
    for row in store.rows(made):
        yield Judgement.model_validate_json(row[0])
