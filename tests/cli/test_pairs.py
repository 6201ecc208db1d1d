"""``claimgraph judge --jsonl``: pairs of texts in, one verdict a row out, or one clear error."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimgraph.cli import codes
from claimgraph.cli.pairs import judge_pairs, pair_rows
from claimgraph.compare.gist import Gist
from claimgraph.compare.judge import Probabilities
from claimgraph.compare.verdict import Verdict
from claimgraph.errors import InputFileError
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import ConflictType, RelationKind
from tests.cli.conftest import Run

POISONED = {"text": "Navalny was poisoned, the German government said.", "date": "2020-09-02"}
NOT_POISONED = {"text": "Navalny was not poisoned.", "source": "Dmitry Peskov", "date": "3-9-2020"}

Write = Callable[..., Path]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(own_voice=True)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of pairs."""

    def lines(*rows: Any) -> Path:
        path = tmp_path / "pairs.jsonl"
        texts = [row if isinstance(row, str) else json.dumps(row) for row in rows]
        path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
        return path

    return lines


def pair(a: Any, b: Any, id_: Any = "p1") -> dict[str, Any]:
    return {"id": id_, "claim_a": a, "claim_b": b}


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_statement_of_one_is_compared_with_every_one_of_the_other(
    reader: Reader, write: Write, tmp_path: Path
) -> None:
    seen: list[tuple[Gist, Gist]] = []

    def comparer(a: Gist, b: Gist) -> Verdict | None:
        seen.append((a, b))
        surest = a.statement.claim.predicate == b.statement.claim.predicate == "poison"
        score = 0.9 if surest else 0.3
        kind = RelationKind.CONTRADICTS if surest else RelationKind.REFINES
        return Verdict(kind, ConflictType.NEGATION, score, "one says not", method="negation.v1")

    two = {"text": "Navalny was poisoned. Police in Omsk found no poison."}
    out = tmp_path / "out.jsonl"
    rows = write(pair(two, NOT_POISONED, 7), pair(POISONED, two, "b"))
    assert judge_pairs(reader, rows, out, comparer=comparer) == 2
    assert rows_of(out) == [
        {
            "id": id_,
            "label": "contradicts",
            "type": "negation",
            "score": 0.9,
            "reason": "one says not",
            "method": "negation.v1",
        }
        for id_ in (7, "b")
    ]
    a, b = (each.statement for each in seen[0])
    assert len(seen) == 4
    assert (a.speaker, b.who) == (None, "Dmitry Peskov")
    assert str(b.published) == "2020-09-03"
    assert {each.claim.polarity.value for each in (a, b)} == {"positive", "negative"}
    speakers = {a.statement.who for a, _ in seen[2:]}
    assert len(speakers) == 1, "a speaker whom the text names is kept"
    assert "German government" in speakers.pop()


@pytest.mark.parametrize(
    ("verdict", "label"),
    [
        *((kind, kind.value) for kind in RelationKind if kind is not RelationKind.RETRACTS),
        pytest.param(RelationKind.RETRACTS, "updates", id="what takes back is newer"),
        pytest.param(None, "neutral", id="nothing to compare"),
    ],
)
def test_a_label_is_the_kind_of_the_verdict(
    verdict: RelationKind | None, label: str, reader: Reader, write: Write, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    made = None if verdict is None else Verdict(verdict, None, 0.5, "so", method="m.v1")
    judge_pairs(reader, write(pair(POISONED, NOT_POISONED)), out, comparer=lambda *_: made)
    (row,) = rows_of(out)
    assert row["label"] == label
    assert (row["type"], bool(row["reason"])) == (None, True)


def test_a_text_without_a_claim_is_neutral_and_says_so(
    reader: Reader, write: Write, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    judge_pairs(reader, write(pair(POISONED, {"text": "— — —"})), out)
    (row,) = rows_of(out)
    assert (row["label"], row["score"], row["method"]) == ("neutral", 0.0, "")
    assert row["reason"] == "no claim was found in claim_b"


def test_one_text_twice_is_two_articles(reader: Reader, write: Write, tmp_path: Path) -> None:
    seen = []

    def comparer(a: Gist, b: Gist) -> None:
        seen.append(a.statement.id != b.statement.id)

    judge_pairs(reader, write(pair(POISONED, POISONED)), tmp_path / "out.jsonl", comparer=comparer)
    assert seen == [True]


def test_a_judge_is_asked_of_all_rows_at_once_and_last(
    reader: Reader, write: Write, tmp_path: Path
) -> None:
    class Against:
        name, version = "against", "1"
        calls = 0

        def judge(self, pairs: Any) -> list[Probabilities]:
            self.calls += 1
            return [Probabilities(0.0, 0.0, 1.0) for _ in pairs]

    def comparer(a: Gist, b: Gist) -> Verdict | None:
        if a.statement.document_id.startswith("1."):
            return None
        return Verdict(RelationKind.NOT_COMPARABLE, None, 0.2, "of two days", method="gate.v1")

    judge, out = Against(), tmp_path / "out.jsonl"
    rows = write(*(pair(POISONED, NOT_POISONED, n) for n in range(3)))
    judge_pairs(reader, rows, out, judge=judge, comparer=comparer)
    found = [(row["label"], row["method"]) for row in rows_of(out)]
    assert found == [("contradicts", "judge:against.1"), *[("not_comparable", "gate.v1")] * 2]
    assert judge.calls == 1


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2020-10-31", "2020-10-31"),
        ("31-10-2020", "2020-10-31"),
        ("1-2-2020", "2020-02-01"),
        ("2020-10", "2020-10"),
        ("2020", "2020"),
        pytest.param("2020-10-31T23:30:00", "2020-10-31", id="no zone: the day"),
        pytest.param("2020-10-31T23:30:00-02:00", "2020-11-01 01:30:00", id="a moment"),
        (None, "None"),
        ("", "None"),
    ],
)
def test_dates(date: Any, expected: str, write: Write) -> None:
    (row,) = pair_rows(write(pair({"text": "x", "date": date}, {"text": "y"})))
    assert str(row.documents[0].published) == expected


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param("{", "line 2: no JSON at character 2", id="no JSON"),
        pytest.param("[]", "line 2: a JSON object belongs on every line", id="no object"),
        pytest.param({"id": "x", "claim_a": {"text": "x"}}, "line 2: claim_b: an object", id="one"),
        pytest.param(pair("x", {"text": "y"}), "line 2: claim_a: an object", id="a bare text"),
        pytest.param(pair({}, {"text": "y"}), r"claim_a\.text: a text belongs here, not nothing"),
        pytest.param(pair({"text": 7}, {"text": "y"}), r"claim_a\.text: .* not 7", id="a number"),
        pytest.param(pair({"text": "x"}, {"text": " \n"}), r"claim_b\.text: it is empty"),
        pytest.param(
            pair({"text": "x", "source": ["y"]}, {"text": "y"}), r"claim_a\.source: a name belongs"
        ),
        pytest.param(
            pair({"text": "x", "date": "31-02-2020"}, {"text": "y"}),
            r"line 2: claim_a\.date: '31-02-2020' is no date; write 2020-10-31 or 31-10-2020",
        ),
        pytest.param(
            pair({"text": "x"}, {"text": "y", "date": "last week"}), r"claim_b\.date: 'last week'"
        ),
        pytest.param(pair({"text": "x", "date": 2020}, {"text": "y"}), r"claim_a\.date: '2020' is"),
        pytest.param(pair({"text": "x\0"}, {"text": "y"}), "line 2: claim_a: .*a NUL", id="NUL"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_written(
    row: Any, message: str, reader: Reader, write: Write, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    with pytest.raises(InputFileError, match=rf"pairs\.jsonl .*{message}"):
        judge_pairs(reader, write(pair(POISONED, NOT_POISONED), row), out)
    assert not out.exists()


@pytest.mark.parametrize(
    ("a", "b", "label", "type_"),
    [
        pytest.param(POISONED, NOT_POISONED, "contradicts", "negation", id="so and not so"),
        pytest.param(
            {"text": "Russia accused Hayat Tahrir al-Sham of carrying out the attack on Aleppo."},
            {"text": "Hayat Tahrir al-Sham denied carrying out the attack on Aleppo."},
            "contradicts",
            "responsibility",
            id="the accused denies it",
        ),
        pytest.param(
            {"text": "A bomb killed 12 people in Qamishli on Wednesday."},
            {"text": "A bomb killed 31 people in Qamishli on Wednesday."},
            "contradicts",
            "numeric",
            id="two tolls",
        ),
        pytest.param(
            {
                "text": "At least 24 people were killed in the blast in Kabul, police said.",
                "date": "25-11-2018",
            },
            {
                "text": "The death toll from the blast in Kabul has risen to 43, police said.",
                "date": "26-11-2018",
            },
            "updates",
            "numeric",
            id="a toll that rises",
        ),
        pytest.param(
            {"text": "Heavy rain fell on Reykjavik on Monday."},
            {"text": "The central bank raised interest rates."},
            "neutral",
            None,
            id="nothing in common",
        ),
    ],
)
def test_what_an_editor_would_say(
    a: dict[str, str],
    b: dict[str, str],
    label: str,
    type_: str | None,
    reader: Reader,
    write: Write,
    tmp_path: Path,
) -> None:
    out = tmp_path / "out.jsonl"
    judge_pairs(reader, write(pair(a, b)), out)
    (row,) = rows_of(out)
    assert (row["label"], row["type"]) == (label, type_)
    assert row["reason"]
    assert bool(row["method"]) is (label != "neutral")


class TestCommand:
    def test_rows_go_in_and_come_out(self, run: Run, write: Write, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        rows = write(pair(POISONED, NOT_POISONED), pair({"text": "A."}, {"text": "B."}, "p2"))
        outcome = run("judge", "--jsonl", rows, "-o", out)
        assert (outcome.code, outcome.out) == (codes.OK, ""), outcome.err
        assert outcome.err == "2 pairs judged\n"
        assert [row["id"] for row in rows_of(out)] == ["p1", "p2"]
        for row in rows_of(out):
            assert list(row) == ["id", "label", "type", "score", "reason", "method"]

    def test_an_empty_file_gives_an_empty_one(self, run: Run, write: Write, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        assert run("judge", "--jsonl", write(), "-o", out).code == codes.OK
        assert out.read_bytes() == b""

    def test_an_error_is_one_line(self, run: Run, write: Write, tmp_path: Path) -> None:
        path = write(pair({"text": ""}, {}))
        outcome = run("judge", "--jsonl", path, "-o", tmp_path / "out")
        assert outcome.code == codes.ERROR
        assert outcome.err == f"claimgraph: {path} line 1: claim_a.text: it is empty\n"

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--jsonl", "x.jsonl"], "--jsonl needs -o OUT"),
            (["confirm", "clm_1", "--jsonl", "x", "-o", "y"], "and not both"),
            ([], "name a decision and its records, or --jsonl"),
            (["confirm"], "name a decision and its records"),
            (["confirm", "clm_1"], "a decision needs --by"),
        ],
    )
    def test_wrong_usage(self, arguments: list[str], message: str, run: Run) -> None:
        outcome = run("judge", *arguments)
        assert outcome.code == codes.USAGE
        assert message in outcome.err

    def test_a_judge_that_is_not_there_is_named(
        self, run: Run, write: Write, tmp_path: Path
    ) -> None:
        rows = write(pair(POISONED, NOT_POISONED))
        out = tmp_path / "out.jsonl"
        named = run("judge", "--jsonl", rows, "-o", out, "--judge", "nobody")
        assert named.code == codes.ERROR
        assert "no installed package offers a judge called 'nobody'" in named.err
        empty = run("judge", "--jsonl", rows, "-o", out, "--judge", tmp_path)
        assert empty.code == codes.ERROR
        assert "holds no config.json, model.onnx, tokenizer.json" in empty.err
        assert not out.exists()

    def test_a_cross_encoder_in_a_folder_is_asked(
        self, run: Run, write: Write, tmp_path: Path
    ) -> None:
        pytest.importorskip("onnx", reason="models are made with the extra 'test'")
        from tests.compare.models import write_config, write_onnx, write_tokenizer

        folder = tmp_path / "nli"
        folder.mkdir()
        write_tokenizer(folder)
        write_config(folder)
        write_onnx(folder)
        a = {"text": "The old harbour crane is not blue."}
        b = {"text": "The old harbour crane is pink."}
        out = tmp_path / "out.jsonl"
        rows = write(pair(a, b))
        assert run("judge", "--jsonl", rows, "-o", out, "--judge", folder).code == codes.OK
        (row,) = rows_of(out)
        assert row["label"] == "contradicts"
        assert row["method"].startswith("judge:nli.")
