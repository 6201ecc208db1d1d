"""``claimgraph relate``: whole articles in, their readings and what their claims are out."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimgraph.cli import codes
from claimgraph.cli.read import read_rows
from claimgraph.cli.relating import relate_rows
from claimgraph.compare.gist import Gist
from claimgraph.compare.verdict import Verdict
from claimgraph.errors import InputFileError
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import ConflictType, RelationKind
from tests.cli.conftest import Run

EARLY = "At least 24 people were killed in the blast in Kabul, police said."
LATE = "The toll of the blast in Kabul has risen to 43 people killed, police said."
ELSEWHERE = "Heavy rain will fall on Reykjavik, forecasters said."


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write(
        tmp_path / "in.jsonl",
        {"doc_id": "late", "text": LATE, "published": "26-11-2018", "publisher": "Kabul Times"},
        {"doc_id": "early", "text": EARLY, "published": "2018-11-25"},
        {"doc_id": "rain", "text": ELSEWHERE},
    )


def newer(a: Gist, b: Gist) -> Verdict | None:
    """A comparer for tests: what came out later updates the other."""
    first, second = a.statement.published, b.statement.published
    assert first
    assert second
    later = str(first) > str(second)
    numeric = ConflictType.NUMERIC
    return Verdict(
        RelationKind.UPDATES, numeric, 0.91234, "24, then 43", reversed=later, method="numeric.v1"
    )


def test_the_later_one_is_b_and_ids_are_those_of_the_readings(
    reader: Reader, articles: Path, tmp_path: Path
) -> None:
    read, out = tmp_path / "read.jsonl", tmp_path / "relations.jsonl"
    assert relate_rows(reader, articles, read, out, comparer=newer) == (3, 0, 1)
    ids = {row["doc_id"]: row["attributions"][0]["id"] for row in rows_of(read)}
    assert rows_of(out) == [
        {
            "a": f"early#{ids['early']}",
            "b": f"late#{ids['late']}",
            "kind": "updates",
            "type": "numeric",
            "score": 0.9123,
            "reason": "24, then 43",
            "method": "numeric.v1",
        }
    ]
    assert rows_of(read)[0]["published"] == "2018-11-26"


def test_the_readings_are_those_of_the_command_read(
    reader: Reader, articles: Path, tmp_path: Path
) -> None:
    write(articles, *rows_of(articles)[1:])
    read = tmp_path / "read.jsonl"
    relate_rows(reader, articles, read, tmp_path / "relations.jsonl")
    assert rows_of(read) == list(read_rows(reader, articles))


def test_rows_may_call_their_day_and_publisher_as_others_do(reader: Reader, tmp_path: Path) -> None:
    path = write(
        tmp_path / "in.jsonl",
        {"doc_id": "1", "text": EARLY, "date": "2018-11-25", "outlet": "Kabul Times"},
        {"doc_id": "2", "text": EARLY, "date": "2018-11-25", "published": "2018-11-26"},
        {"doc_id": "3", "text": EARLY, "date": "soon"},
    )
    read = tmp_path / "read.jsonl"
    relate_rows(reader, path, read, tmp_path / "relations.jsonl")
    found = [(row.get("published"), row.get("publisher")) for row in rows_of(read)]
    assert found == [("2018-11-25", "Kabul Times"), ("2018-11-26", None), (None, None)]
    assert rows_of(read) == list(read_rows(reader, path))


def test_what_shares_no_word_is_never_compared(
    reader: Reader, articles: Path, tmp_path: Path
) -> None:
    seen: list[set[str]] = []

    def comparer(a: Gist, b: Gist) -> None:
        seen.append({a.statement.claim.text, b.statement.claim.text})

    relate_rows(reader, articles, tmp_path / "r.jsonl", tmp_path / "o.jsonl", comparer=comparer)
    assert len(seen) == 1
    assert not any("Reykjavik" in text for pair in seen for text in pair)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param(
            {"doc_id": "late", "text": EARLY}, "line 4: the doc_id 'late' stands on .*line 1 too"
        ),
        pytest.param({"doc_id": "x"}, 'line 4: the row has no "text"', id="no text"),
        pytest.param(
            {"doc_id": "x", "text": EARLY, "published": "soon"}, "line 4: published: 'soon' is no"
        ),
        pytest.param({"doc_id": "x", "text": EARLY, "publisher": 7}, "line 4: Document: publisher"),
    ],
)
def test_a_bad_row_is_named_and_neither_file_is_written(
    row: dict[str, Any], message: str, reader: Reader, articles: Path, tmp_path: Path
) -> None:
    write(articles, *rows_of(articles), row)
    read, out = tmp_path / "read.jsonl", tmp_path / "relations.jsonl"
    with pytest.raises(InputFileError, match=f"in.jsonl {message}"):
        relate_rows(reader, articles, read, out)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl"]


class TestCommand:
    def test_articles_go_in_and_two_files_come_out(
        self, run: Run, articles: Path, tmp_path: Path
    ) -> None:
        read, out = tmp_path / "read.jsonl", tmp_path / "relations.jsonl"
        outcome = run("relate", "--jsonl", articles, "--readings", read, "-o", out)
        assert outcome.code == codes.OK, outcome.err
        assert outcome.err == "3 texts read, 0 could not be read; 1 relation found\n"
        assert [row["doc_id"] for row in rows_of(read)] == ["late", "early", "rain"]
        (row,) = rows_of(out)
        assert (row["kind"], row["type"]) == ("updates", "numeric")
        assert (row["a"].partition("#")[0], row["b"].partition("#")[0]) == ("early", "late")

    def test_the_articles_own_voice_is_read_where_it_is_asked_for(
        self, run: Run, tmp_path: Path
    ) -> None:
        articles = write(tmp_path / "in.jsonl", {"doc_id": "a", "text": "A bomb hit the depot."})
        read, out = tmp_path / "read.jsonl", tmp_path / "relations.jsonl"
        command = ("relate", "--jsonl", articles, "--readings", read, "-o", out)
        assert run(*command).code == codes.OK
        assert rows_of(read)[0]["attributions"] == []
        assert run(*command, "--own-voice").code == codes.OK
        assert len(rows_of(read)[0]["attributions"]) == 1

    def test_an_empty_file_gives_empty_ones(self, run: Run, tmp_path: Path) -> None:
        read, out = tmp_path / "read.jsonl", tmp_path / "relations.jsonl"
        articles = write(tmp_path / "in.jsonl")
        assert run("relate", "--jsonl", articles, "--readings", read, "-o", out).code == codes.OK
        assert (read.read_bytes(), out.read_bytes()) == (b"", b"")

    def test_a_text_that_cannot_be_read_does_not_stop_the_others(
        self, run: Run, tmp_path: Path
    ) -> None:
        read, out = tmp_path / "read.jsonl", tmp_path / "relations.jsonl"
        rows = ({"doc_id": "a", "text": ""}, {"doc_id": "b", "text": EARLY})
        articles = write(tmp_path / "in.jsonl", *rows)
        outcome = run("relate", "--jsonl", articles, "--readings", read, "-o", out)
        assert outcome.code == codes.ERROR
        assert outcome.err.startswith("1 text read, 1 could not be read")
        assert ["error" in row for row in rows_of(read)] == [True, False]

    def test_both_outputs_in_one_file_is_an_error(
        self, run: Run, articles: Path, tmp_path: Path
    ) -> None:
        out = tmp_path / "out.jsonl"
        outcome = run("relate", "--jsonl", articles, "--readings", out, "-o", out)
        assert outcome.code == codes.ERROR
        assert "cannot both go to" in outcome.err
