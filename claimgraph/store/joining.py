"""Adding what joins documents: relations, questions and lineages."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table

from claimgraph.errors import ConflictError, UnknownRecordError
from claimgraph.model import Lineage, Question, Relation
from claimgraph.store import rows, schema
from claimgraph.store.added import Added
from claimgraph.store.writing import bodies, delete_in, deletion, insert_all, present, select_in

Joining = Relation | Question | Lineage

TABLES: dict[type[Joining], Table] = {
    Relation: schema.relation,
    Question: schema.question,
    Lineage: schema.lineage,
}


def join(connection: Connection, records: Sequence[Joining], recorded: int) -> Added:
    """Add relations, questions and lineages.

    Raises:
        UnknownRecordError: A claim, document or attribution that they join is not in the store.
        ConflictError: An id is taken by a record with other content.
    """
    relations = [each for each in records if isinstance(each, Relation)]
    questions = [each for each in records if isinstance(each, Question)]
    lineages = [each for each in records if isinstance(each, Lineage)]
    _must_be_there(connection, relations, questions, lineages)
    new_relations, old_relations = _new(connection, relations)
    new_questions, old_questions = _new(connection, questions)
    new_lineages, old_lineages = _new(connection, lineages)
    insert_joining(connection, [*new_relations, *new_questions, *new_lineages], recorded)
    return Added(
        relations=len(new_relations),
        questions=len(new_questions),
        lineages=len(new_lineages),
        unchanged=old_relations + old_questions + old_lineages,
    )


def insert_joining(connection: Connection, records: Iterable[Joining], recorded: int) -> None:
    """Write records, over those that have the same ids."""
    records = list(records)
    for kind, table in TABLES.items():
        ids = [each.id for each in records if isinstance(each, kind)]
        delete_in(connection, deletion(table.c.id), ids)
    insert_all(connection, rows.merged(rows_of(each, recorded) for each in records))


def rows_of(record: Joining, recorded: int) -> rows.Rows:
    """The rows of a relation, a question or a lineage."""
    if isinstance(record, Relation):
        return rows.of_relation(record, recorded)
    return rows.of_question(record) if isinstance(record, Question) else rows.of_lineage(record)


def _must_be_there(
    connection: Connection,
    relations: Iterable[Relation],
    questions: Iterable[Question],
    lineages: Iterable[Lineage],
) -> None:
    claims = {claim: each.id for each in relations for claim in (each.a, each.b)}
    claims |= {claim: each.id for each in questions for claim in each.claims}
    known = present(connection, schema.claim.c.id, claims)
    _refuse_missing("claim", claims, known)
    ends = {end: each.id for each in lineages for end in (each.from_id, each.to_id)}
    known = present(connection, schema.document.c.id, ends)
    known |= present(connection, schema.attribution.c.id, ends)
    _refuse_missing("document or attribution", ends, known)


def _refuse_missing(what: str, wanted: dict[str, str], known: set[str]) -> None:
    missing = sorted(wanted.keys() - known)
    if missing:
        more = f" (and {len(missing) - 1} more)" if len(missing) > 1 else ""
        raise UnknownRecordError(
            f"{wanted[missing[0]]} joins {missing[0]}, but no such {what} is in the store{more}; "
            "add its reading first"
        )


def _new(connection: Connection, records: Sequence[Joining]) -> tuple[list[Joining], int]:
    """Those of the records that change something, and how many change nothing."""
    if not records:
        return [], 0
    kind = type(records[0])
    table = TABLES[kind]
    stored: dict[str, Joining] = {
        row.id: kind.model_validate_json(row.body)
        for row in select_in(connection, bodies(table), {each.id for each in records})
    }
    given: dict[str, Joining] = {}
    for record in records:
        # Within one call, nobody can say which of two is the later one.
        given[record.id] = _combined(given.get(record.id), record, replaces=False)
    new = {
        id_: _combined(stored.get(id_), record, replaces=record.method != "hand")
        for id_, record in given.items()
    }
    changed = [record for id_, record in new.items() if record != stored.get(id_)]
    return changed, len(records) - len(changed)


def _combined(old: Joining | None, new: Joining, *, replaces: bool) -> Joining:
    """What stands after ``new`` has come to ``old``: a machine's newer verdict replaces its older
    one, a question gets more answers, and nothing else may change.
    """
    if old is None or old == new or replaces:
        return new
    if isinstance(old, Question) and isinstance(new, Question):
        claims = tuple(sorted({*old.claims, *new.claims}))
        if old.replace(id=old.id, claims=claims) == new.replace(id=new.id, claims=claims):
            same = set(old.claims) == set(claims)
            return old if same else old.replace(id=old.id, claims=claims)
    raise ConflictError(
        f"{old.id} is in the store with other content; give the new {rows.kind_of(new)} another "
        "id, or correct the old one with a judgement"
    )
