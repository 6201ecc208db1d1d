"""In how many documents a shared record has which form; counted where it has more than one.

Most records have one form: the same name, the same kind, no matter who writes of them. How often
it is given then makes no difference, and to count it would mean to write a page for each document.
The only form of such a record is its own body, without evidence.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from hashlib import sha256

from sqlalchemy import Connection, Select, delete, func, select

from claimgraph.store import fold, schema
from claimgraph.store.mentions import documents_of, spoken_of
from claimgraph.store.writing import IDS, delete_in, placeholder, select_in

#: The kind and the id of a shared record.
Key = tuple[str, str]

#: How many documents give a record in each form, which is JSON.
Forms = Counter[str]

_form = schema.shared_form

_COUNTED = select(_form.c.kind, _form.c.shared_id).where(_form.c.shared_id.in_(IDS)).distinct()
_FORMS = select(_form.c.kind, _form.c.shared_id, _form.c.body, _form.c.count.label("number")).where(
    _form.c.shared_id.in_(IDS)
)
_NO_MORE = delete(_form).where(_form.c.count <= 0, _form.c.shared_id.in_(IDS))


def digest(body: str) -> str:
    """What the forms of one record are told apart by."""
    return sha256(body.encode()).hexdigest()[:20]


def counted_rows(key: Key, forms: Mapping[str, int]) -> list[tuple[str, str, str, str, int]]:
    """The rows of ``shared_form`` for a record that is given in these forms: none for a single one.

    >>> counted_rows(("source", "src_1"), {'{"id":"src_1","name":"SOHR"}': 3})
    []
    """
    if len(forms) < 2:
        return []
    return [(*key, digest(form), form, count) for form, count in forms.items()]


def add_forms(
    connection: Connection,
    given: Mapping[Key, Forms],
    stored: Mapping[Key, str],
    leaving: Collection[Key],
) -> dict[Key, Forms]:
    """Count more documents that give records in some forms.

    Args:
        connection: To a store that has nothing yet that was found in these documents.
        given: The forms, and in how many of the documents each is.
        stored: The bodies of the records that were there before.
        leaving: The records of which a version is gone, but still counts until ``remove_forms``.

    Returns:
        Those of ``given`` that have a single form, with this form.
    """
    counted = _counted(connection, [key for key in given if key in stored])
    single: dict[Key, Forms] = {}
    second: list[Key] = []
    for key, forms in given.items():
        if key in counted:
            continue
        only = {*forms, fold.without_evidence(stored[key])} if key in stored else forms
        if len(only) == 1:
            single[key] = forms
        elif key in stored:
            second.append(key)
    before = _documents(connection, second)
    more = {key: forms for key, forms in given.items() if key not in single}
    for key in second:
        number = before[key] + (key in leaving)
        more[key] = more[key] + Counter({fold.without_evidence(stored[key]): number})
    _count(connection, more, 1)
    return single


def remove_forms(
    connection: Connection, given: Mapping[Key, Forms], stored: Mapping[Key, str]
) -> dict[Key, Forms]:
    """Count documents that no longer give records in some forms; their versions are gone.

    Returns:
        The forms that are left of all these records, with their counts if there are several.
    """
    counted = _counted(connection, given)
    _count(connection, {key: given[key] for key in counted}, -1)
    delete_in(connection, _NO_MORE, _ids(counted))
    left = load_forms(connection, counted)
    lonely = [key for key, forms in left.items() if len(forms) == 1]
    for kind, shared_id in lonely:
        connection.execute(
            delete(_form).where(_form.c.kind == kind, _form.c.shared_id == shared_id)
        )
    others = [key for key in given if key not in counted]
    there = {
        (kind, row.id)
        for kind, ids in _by_kind(others).items()
        for row in select_in(connection, spoken_of(kind, IDS), ids)
    }
    single = {key: Counter([fold.without_evidence(stored[key])]) for key in there}
    return left | single


def load_forms(connection: Connection, keys: Collection[Key]) -> dict[Key, Forms]:
    """The forms that are counted of some records."""
    forms: dict[Key, Forms] = {}
    for row in select_in(connection, _FORMS, _ids(keys)):
        if (row.kind, row.shared_id) in keys:
            forms.setdefault((row.kind, row.shared_id), Counter())[row.body] = row.number
    return forms


def _ids(keys: Collection[Key]) -> list[str]:
    return sorted({shared_id for _, shared_id in keys})


def _by_kind(keys: Iterable[Key]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for kind, shared_id in sorted(keys):
        ids[kind].append(shared_id)
    return ids


def _counted(connection: Connection, keys: Collection[Key]) -> set[Key]:
    """Those of the records of which forms are counted."""
    found = {(row.kind, row.shared_id) for row in select_in(connection, _COUNTED, _ids(keys))}
    return found.intersection(keys)


def _documents(connection: Connection, keys: Collection[Key]) -> Counter[Key]:
    """How many documents speak of some records."""
    counts: Counter[Key] = Counter()
    for kind, ids in _by_kind(keys).items():
        for row in select_in(connection, _numbers(kind), ids):
            counts[kind, row.shared_id] = row.number
    return counts


@cache
def _numbers(kind: str) -> Select[tuple[str, int]]:
    """How many documents speak of the records of a kind with certain ids."""
    found = documents_of(kind, IDS).subquery()
    return select(found.c.shared_id, func.count().label("number")).group_by(found.c.shared_id)


def _count(connection: Connection, given: Mapping[Key, Forms], change: int) -> None:
    if not given:
        return
    signs = ", ".join([placeholder(connection)] * 5)
    connection.exec_driver_sql(
        f"INSERT INTO shared_form (kind, shared_id, digest, body, count) VALUES ({signs}) "  # noqa: S608
        "ON CONFLICT (kind, shared_id, digest) "
        "DO UPDATE SET count = shared_form.count + excluded.count",
        sorted(
            (*key, digest(form), form, count * change)
            for key, forms in given.items()
            for form, count in forms.items()
        ),
    )
