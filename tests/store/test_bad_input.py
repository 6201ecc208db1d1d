"""Bad input gets an error of our tree that says what to do, and loses nothing."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, event, text

from claimgraph.errors import (
    ClaimGraphError,
    ConflictError,
    MissingExtraError,
    NotAStoreError,
    RecordError,
    SpanError,
    StoreBusyError,
    StoreError,
    StoreFullError,
    StoreReadOnlyError,
    UnknownRecordError,
)
from claimgraph.model import (
    Attribution,
    Claim,
    Document,
    Judgement,
    Lineage,
    Question,
    Reading,
    Relation,
    Span,
)
from claimgraph.store import Added, Store
from tests.cluster import Cluster

ARTICLE = Document(text="SANA reported 107 cases.", publisher="Example Wire")


def reading(
    document: Document = ARTICLE,
    claims: int = 2,
    *,
    attribution_id: str | None = None,
    claim_id: str | None = None,
) -> Reading:
    """SANA's report, with so many claims about it."""
    said = Attribution(
        document_id=document.id,
        cue=[document.span(5, 13)],
        content=[document.span(14, 23)],
    )
    if attribution_id is not None:
        said = said.replace(id=attribution_id)
    found = [
        Claim(
            attribution_id=said.id,
            text=f"107 cases, told {number} times",
            spans=[document.span(14, 23)],
        )
        for number in range(claims)
    ]
    if claim_id is not None:
        found[0] = found[0].replace(id=claim_id)
    return Reading(document=document, attributions=[said], claims=found)


@pytest.mark.parametrize(
    ("fields", "error", "says"),
    [
        pytest.param({"text": "half a \ud83d pair"}, RecordError, "lone surrogate", id="surrogate"),
        pytest.param({"text": "a \0 in the text"}, RecordError, "NUL", id="NUL"),
        pytest.param({"text": ""}, RecordError, "at least 1 character", id="no text"),
        pytest.param({"text": "a", "title": "\0"}, RecordError, "title.*NUL", id="NUL in a title"),
        pytest.param(
            {"text": "a", "published": "2018-11-24T08:30:00"}, RecordError, "zone", id="no zone"
        ),
        pytest.param({"text": "a", "sha256": "00"}, RecordError, "changed", id="another digest"),
    ],
)
def test_a_document_that_cannot_be_kept_is_refused_when_it_is_made(
    fields: dict[str, Any], error: type[ClaimGraphError], says: str
) -> None:
    with pytest.raises(error, match=says):
        Document(**fields)


def test_offsets_that_do_not_fit_their_text_are_refused() -> None:
    with pytest.raises(SpanError, match="code points"):
        ARTICLE.span(20, 99)
    elsewhere = Attribution(document_id=ARTICLE.id, cue=[Span(start=0, end=4, text="TASS")])
    with pytest.raises(SpanError, match="'SANA', not 'TASS'"):
        Reading(document=ARTICLE, attributions=[elsewhere])


def test_nan_is_refused() -> None:
    with pytest.raises(RecordError, match="finite"):
        Relation(a="clm_1", b="clm_2", kind="updates", reason="later", score=float("nan"))


def with_title(title: str) -> Reading:
    return reading(ARTICLE.replace(title=title, id=ARTICLE.id))


def test_a_document_id_with_other_content_is_a_conflict(store: Store) -> None:
    store.add([reading()])
    other_text = reading(Document(id=ARTICLE.id, text="SANA reported 108 cases."))
    for other, names in ((other_text, "publisher, sha256"), (with_title("Cases"), "title")):
        with pytest.raises(ConflictError, match=f"another {names}"):
            store.add([other])
    assert store.reading(ARTICLE.id) == reading()


def test_when_a_document_was_fetched_is_no_conflict(store: Store) -> None:
    store.add([reading()])
    later = reading(ARTICLE.replace(retrieved="2026-11-22T10:00:00Z"))
    assert store.add([later]) == Added(unchanged=1)


@pytest.mark.parametrize("taken", ["attribution_id", "claim_id"])
@pytest.mark.parametrize("batch", [1, 2], ids=["one after the other", "in one transaction"])
def test_an_id_of_another_document_is_a_conflict(store: Store, taken: str, batch: int) -> None:
    elsewhere = Document(text="TASS reported 107 cases.", url="https://example.org")
    ids = {"attribution_id": None, "claim_id": None, taken: "mine_1"}
    first, second = (reading(each, 2, **ids) for each in (ARTICLE, elsewhere))
    with pytest.raises(ConflictError, match="mine_1 is taken"):
        store.add([first, second], batch=batch)
    there = [first.document.id] if batch == 1 else []
    assert [row.id for row in store.rows(text("SELECT id FROM document"))] == there
    assert store.check() == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            Relation(a="a", b="b", kind="updates", reason="later", id="x"),
            Relation(a="a", b="b", kind="updates", reason="much later", id="x"),
            id="relation",
        ),
        pytest.param(
            Question(text="How many?", claims=["a"], id="x"),
            Question(text="Who?", claims=["a"], id="x"),
            id="question",
        ),
        pytest.param(
            Lineage(from_id="a", to_id="b", kind="cites", reason="quoted", id="x"),
            Lineage(from_id="a", to_id="b", kind="cites", reason="copied", id="x"),
            id="lineage",
        ),
    ],
)
def test_what_people_joined_is_not_overwritten(
    store: Store, before: Relation | Question | Lineage, after: Relation | Question | Lineage
) -> None:
    given = reading()
    store.add([given])
    before, after = (resolved(each, given) for each in (before, after))
    store.join([before])
    with pytest.raises(ConflictError, match="x is in the store with other content"):
        store.join([after])
    assert store.join([before]) == Added(unchanged=1)


def resolved(
    record: Relation | Question | Lineage, given: Reading
) -> Relation | Question | Lineage:
    """With ids of the reading for a and b."""
    first, second = (claim.id for claim in given.claims)
    if isinstance(record, Relation):
        return record.replace(a=first, b=second)
    if isinstance(record, Question):
        return record.replace(claims=[first])
    return record.replace(from_id=given.attributions[0].id, to_id=given.document.id)


def test_joining_what_is_not_there_changes_nothing(store: Store) -> None:
    store.add([reading()])
    claim = reading().claims[0].id
    question = Question(text="How many?", claims=[claim])
    relation = Relation(a=claim, b="clm_0", kind="contradicts", reason="numbers")
    with pytest.raises(UnknownRecordError, match=r"clm_0.*add its reading first"):
        store.join([question, relation])
    assert list(store.rows(text("SELECT id FROM question"))) == []


def test_a_judgement_of_nothing_is_refused_whole(store: Store) -> None:
    store.add([reading()])
    good, bad = (
        Judgement(decision="reject", subjects=[subject], by="Ann", reason="a joke")
        for subject in (reading().claims[0].id, "clm_0")
    )
    with pytest.raises(UnknownRecordError, match="clm_0"):
        store.judge([good, bad])
    assert list(store.rows(text("SELECT id FROM judgement"))) == []


def test_an_unknown_document_is_named(store: Store) -> None:
    with pytest.raises(UnknownRecordError, match="doc_0"):
        store.reading("doc_0")


# Places that are no store.


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("SANA reported 107 cases.\n" * 50)
    with pytest.raises(NotAStoreError, match="no SQLite database; name another file"):
        Store.open(path)
    assert path.read_text() == "SANA reported 107 cases.\n" * 50
    assert os.listdir(tmp_path) == ["notes.txt"]


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotAStoreError, match=r"another program.*moz_places"):
        Store.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        pytest.param("CREATE VIEW claim AS SELECT 1 AS id", "holds claim", id="only a view"),
        pytest.param("PRAGMA application_id = 12345", "marked 0x3039", id="only another's mark"),
    ],
)
def test_a_database_without_tables_may_be_another_programs_too(
    tmp_path: Path, statement: str, says: str
) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotAStoreError, match=rf"another program.*{says}"):
        Store.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("DELETE FROM claimgraph_version", id="no revision"),
        pytest.param("UPDATE claimgraph_version SET version_num = ''", id="an empty one"),
        pytest.param("INSERT INTO claimgraph_version VALUES ('0001')", id="two"),
    ],
)
def test_a_store_that_does_not_say_which_release_made_it_is_damaged(
    location: str, statement: str
) -> None:
    with Store.open(location) as store:
        store.add([reading()])
    address = location if "://" in location else f"sqlite:///{location}"
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
    with pytest.raises(StoreError, match=r"damaged.*which release.*restore"):
        Store.open(location)


@pytest.mark.postgres
def test_a_server_database_of_another_program_is_refused(cluster: Cluster) -> None:
    url = cluster.empty()
    cluster.execute("CREATE TABLE invoices (id int)", url.rpartition("/")[2])
    with pytest.raises(NotAStoreError, match=r"another program.*invoices"):
        Store.open(url)
    cluster.drop(url)


def test_a_damaged_store_says_so(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        store.add(reading(Document(text=f"SANA reported 107 cases. {n}")) for n in range(50))
    content = bytearray(path.read_bytes())
    content[8192:] = os.urandom(len(content) - 8192)
    path.write_bytes(bytes(content))
    with pytest.raises(StoreError, match=r"damaged.*restore"), Store.open(path) as store:
        store.reading(ARTICLE.id)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("", "a folder; name a file in it", id="a folder"),
        pytest.param("nowhere/store.db", "nowhere does not exist; make it", id="no such folder"),
        pytest.param("a\0b.db", "no path of a store", id="NUL in a path"),
        pytest.param("a\ud800b.db", "no path of a store", id="half a character in a path"),
    ],
)
def test_a_path_that_cannot_be_a_store_is_named(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(NotAStoreError, match=says):
        Store.open(f"{tmp_path}/{name}")


@pytest.mark.timeout(60)
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.db")
    with pytest.raises(NotAStoreError, match=r"a pipe; name a file"):
        Store.open(tmp_path / "pipe.db")


@pytest.mark.parametrize(
    "address",
    ["mysql://host/name", "postgresql+psycopg2://host/name", "x://", "postgresql://me@host:a/name"],
)
def test_other_kinds_of_database_are_refused(address: str) -> None:
    with pytest.raises(NotAStoreError, match="postgresql"):
        Store.open(address)


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises(StoreError, match=r"cannot be reached.*check that it runs") as caught:
        Store.open("postgresql+psycopg://me:secret@127.0.0.1:1/name", timeout=1)
    assert "secret" not in str(caught.value)


def test_a_missing_driver_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimgraph.store.engine.find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"claimgraph\[postgres\]"):
        Store.open("postgresql://127.0.0.1/name")


AS_NOBODY = """
import os, sys
from claimgraph.errors import StoreReadOnlyError
from claimgraph.model import Document, Reading
from claimgraph.store import Store
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    with Store.open(sys.argv[1]) as store:
        store.add([Reading(document=Document(text="more"))])
except StoreReadOnlyError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("there", "sealed"),
    [
        pytest.param(False, "folder", id="a new store in a sealed folder"),
        pytest.param(True, "folder", id="a store in a sealed folder"),
        pytest.param(True, "file", id="a sealed store"),
    ],
)
def test_a_store_that_may_not_be_written_is_refused(
    shared_folder: Path, there: bool, sealed: str
) -> None:
    path = shared_folder / "store.db"
    if there:
        with Store.open(path) as store:
            store.add([reading()])
        path.chmod(0o666 if sealed == "folder" else 0o444)
    shared_folder.chmod(0o555 if sealed == "folder" else 0o777)
    told = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, path], capture_output=True, text=True, check=True
    ).stdout
    assert str(path) in told
    assert "may not be" in told
    shared_folder.chmod(0o777)
    path.chmod(0o666) if there else None
    if there:
        with Store.open(path) as store:
            assert store.reading(ARTICLE.id) == reading()


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that other users can come into."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.postgres
def test_a_user_who_may_not_write_is_told_so(cluster: Cluster, postgres_url: str) -> None:
    name = postgres_url.rpartition("/")[2]
    with Store.open(postgres_url) as store:
        store.add([reading()])
    cluster.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    with Store.open(postgres_url) as store:
        assert store.reading(ARTICLE.id) == reading()
        with pytest.raises(StoreReadOnlyError, match="may not write here"):
            store.add([reading(Document(text="SANA reported 108 cases."))])


# Places that are full, or taken.


def fill(store: Store) -> list[Reading]:
    """Add readings until there is no room; those that were acknowledged."""
    given: list[Reading] = []

    def readings() -> Iterator[Reading]:
        for number in range(2000):
            given.append(reading(Document(text=f"SANA reported 107 cases. {number}"), claims=8))
            yield given[-1]

    with pytest.raises(StoreFullError, match="free some space"):
        store.add(readings())
    # The next one is taken when the one before it is acknowledged.
    return given[:-1]


@pytest.mark.parametrize("pages", [*range(12), 20, 50, 100, 200])
def test_a_full_disk_is_named_and_loses_nothing(tmp_path: Path, pages: int) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        store.add([reading()])

    with Store.open(path) as store, limited(store, pages):
        added = fill(store)
        assert [store.reading(each.document.id) for each in added] == added
        assert len(list(store.rows(text("SELECT id FROM document")))) == 1 + len(added)

    with Store.open(path) as store:
        assert store.check() == []
        assert (
            store.add([reading(Document(text="SANA reported 107 cases; there is room."))]).documents
            == 1
        )


@contextmanager
def limited(store: Store, pages: int) -> Iterator[None]:
    """As if the disk had room for so many pages more."""
    engine = store._database._engine
    (used,) = next(store.rows(text("PRAGMA page_count")))

    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {used + pages}")

    event.listen(engine, "checkout", limit)
    yield
    event.remove(engine, "checkout", limit)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
@pytest.mark.parametrize("kilobytes", [600, 900, 1200, 2000])
def test_a_disk_that_is_really_full_is_named_and_loses_nothing(
    tmp_path: Path, kilobytes: int
) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts no small disk")
    try:
        path = tmp_path / "store.db"
        with Store.open(path) as store:
            added = fill(store)
            assert [store.reading(each.document.id) for each in added] == added
        with Store.open(path) as store:
            assert [store.reading(each.document.id) for each in added] == added
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_store_that_others_hold_for_too_long_is_named(location: str) -> None:
    with Store.open(location) as store, Store.open(location, timeout=0.2) as other:

        def hold(_connection: object) -> None:
            with pytest.raises(StoreBusyError, match=r"for too long.*timeout="):
                other.add([reading()])

        store._database.write(hold)
        assert other.add([reading()]).documents == 1
