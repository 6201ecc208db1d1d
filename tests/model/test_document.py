"""Documents know their text, and their text's digest."""

from datetime import date, datetime, timedelta, timezone

import pytest

from claimgraph import Document
from claimgraph.errors import RecordError
from claimgraph.ids import text_digest


def test_the_digest_is_made_from_the_text() -> None:
    assert Document(text="SANA reported.").sha256 == text_digest("SANA reported.")


def test_a_text_that_was_changed_later_is_refused() -> None:
    before = Document(text="SANA reported 107 cases.")
    with pytest.raises(RecordError, match="the text was changed after it was recorded"):
        Document(text="SANA reported 170 cases.", sha256=before.sha256)


def test_a_document_has_a_text() -> None:
    with pytest.raises(RecordError, match="text"):
        Document(text="")


def test_the_same_text_from_two_publishers_is_two_documents() -> None:
    text = "SANA reported 107 cases."
    wire = Document(text=text, publisher="Example Wire", published="2018-11-25")
    assert wire.id == Document(text=text, publisher="Example Wire", published="2018-11-25").id
    assert wire.id != Document(text=text, publisher="Sham Dispatch", published="2018-11-25").id
    assert wire.id != Document(text=text, publisher="Example Wire", published="2018-11-26").id
    assert wire.id != Document(text=text, publisher="Example Wire").id


def test_the_title_and_the_time_of_fetching_do_not_change_the_id() -> None:
    plain = Document(text="SANA reported 107 cases.")
    noted = plain.replace(title="Cases", retrieved="2018-11-25T08:00:00Z")
    assert noted.id == plain.id
    assert noted != plain


def test_a_copy_with_another_text_gets_another_id() -> None:
    before = Document(text="SANA reported 107 cases.")
    after = before.replace(text="SANA reported no cases.", sha256="")
    assert after.id == Document(text="SANA reported no cases.").id
    assert after.id != before.id


def test_a_copy_keeps_an_id_that_was_given() -> None:
    assert Document(id="wire-7", text="One.").replace(title="One").id == "wire-7"


@pytest.mark.parametrize(
    "published",
    [
        pytest.param("2018-11-25", id="ISO text"),
        pytest.param(date(2018, 11, 25), id="a date"),
    ],
)
def test_a_date_stands_for_its_day(published: object) -> None:
    document = Document.model_validate({"text": "a", "published": published})
    assert document.published is not None
    assert document.published.precision == "day"
    assert document.published.end is not None
    assert document.published.start is not None
    assert document.published.end - document.published.start == timedelta(days=1)


def test_a_moment_of_fetching_needs_a_zone() -> None:
    with pytest.raises(RecordError, match="retrieved"):
        Document(text="a", retrieved=datetime(2018, 11, 25))  # noqa: DTZ001
    there = timezone(timedelta(hours=2))
    fetched = Document(text="a", retrieved=datetime(2018, 11, 25, tzinfo=there)).retrieved
    assert fetched == datetime(2018, 11, 24, 22, tzinfo=timezone.utc)  # noqa: UP017
