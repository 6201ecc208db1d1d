"""What is so for every file: the account adds up, and every fault has a name."""

from hypothesis import given
from hypothesis import strategies as st

from claimgraph import Document
from claimgraph.errors import ClaimGraphError, InputFileError
from claimgraph.ingest import Ingested, ingest
from claimgraph.ingest.article import Kind
from tests.ingest.markup import SAID, markdown, pages, texts

kinds: st.SearchStrategy[Kind | None] = st.sampled_from([None, "text", "markdown", "html"])


def taken(what: str | bytes, kind: Kind | None) -> Ingested | None:
    """What becomes of it; ``None`` where it is refused with a name."""
    try:
        return ingest(what, kind=kind)
    except ClaimGraphError:
        return None


def check(what: str | bytes, kind: Kind | None) -> None:
    found = taken(what, kind)
    if found is None:
        return
    account, text = found.account, found.document.text
    assert account.characters == account.kept + sum(account.dropped.values())
    assert len(text) == account.kept + account.added
    assert min(account.kept, account.added, *account.dropped.values()) >= 0
    assert account.undecodable == 0
    if isinstance(what, str):
        assert account.characters == len(what)
    else:
        assert account.bytes == len(what)
    assert Document.model_validate_json(found.document.model_dump_json()) == found.document
    assert taken(what, kind) == found


@given(pages)
def test_pages(page: str) -> None:
    check(page, "html")


@given(pages)
def test_pages_with_an_article_keep_it(page: str) -> None:
    whole = f"<html><body><article><p>{SAID * 9}</p></article></body></html>{page}"
    found = ingest(whole, kind="html")
    assert (SAID * 9).strip() in found.document.text
    assert found.account.characters == len(whole)


@given(markdown)
def test_markdown(source: str) -> None:
    check(source, "markdown")


@given(markdown)
def test_words_of_markdown_are_words_of_its_source(source: str) -> None:
    found = taken(source.replace("&", ""), "markdown")
    if found is not None:
        rest = iter(source)
        assert all(
            any(char == other for other in rest) for char in "".join(found.document.text.split())
        )


@given(texts)
def test_plain_texts(text: str) -> None:
    check(text, "text")


@given(st.binary(max_size=300), kinds)
def test_bytes_of_any_kind(data: bytes, kind: Kind | None) -> None:
    check(data, kind)


@given(texts, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_the_encoding_changes_nothing_but_the_mark(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        return
    if text.startswith(("\ufeff", "\x00")):
        return
    plain, coded = taken(text.encode(), "text"), taken(data, "text")
    assert (plain and plain.document) == (coded and coded.document)


@given(st.binary(max_size=200))
def test_replaced_bytes_are_counted(data: bytes) -> None:
    try:
        found = ingest(data, kind="text", undecodable="replace")
    except InputFileError:
        return
    own = data.decode("utf-8", errors="ignore").count("\ufffd")
    if found.encoding == "utf-8":
        assert found.document.text.count("\ufffd") == own + found.account.undecodable
