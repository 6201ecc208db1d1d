"""Texts without annotations are gathered the same way every time."""

import json
from pathlib import Path

import pytest

from claimgraph.training.texts import SENTENCES, gather

SAYING = [f"The mayor of Lund said that bridge {n} would close." for n in range(20)]
PARAGRAPH = (
    "As the writer argued in a letter to her friends, nobody who has read the minutes of that "
    "year can believe that the council was ever asked what it thought about the plan for page {}."
)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Sentences, pages and treebanks."""
    for name in ("sentences", "pages", "treebanks"):
        (tmp_path / name).mkdir()
    lists = [[*SAYING[:12], "Too short, Orr.", "Held back: the ministry of Lund denied it."]]
    lists.append(SAYING[12:])
    for number, sentences in enumerate(lists):
        (tmp_path / "sentences" / f"doc-{number}.json").write_text(json.dumps(sentences))
    (tmp_path / "treebanks" / "bank.train.conllu").write_text(
        "# text = Held back: the ministry of Lund denied it.\n"
    )
    for page in range(3):
        body = "".join(f"<p>{PARAGRAPH.format(f'{page}.{n}')}</p>" for n in range(6))
        (tmp_path / "pages" / f"sec{page}.html").write_text(f"<html><body>{body}</body></html>")
    return tmp_path / "sentences", tmp_path / "pages", tmp_path / "treebanks"


def rows(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {row["doc_id"]: row["text"] for row in map(json.loads, lines)}


def test_sentences_and_paragraphs_become_documents(
    folders: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    count = gather(*folders, tmp_path / "texts.jsonl")
    found = rows(tmp_path / "texts.jsonl")
    assert len(found) == count
    sentences = [s for n, t in found.items() if n.startswith("nlp-") for s in t.split("\n\n")]
    assert sorted(sentences) == sorted(SAYING)
    assert {len(t.split("\n\n")) for n, t in found.items() if n.startswith("nlp-")} <= {
        SENTENCES,
        len(SAYING) % SENTENCES,
    }
    pages = {name for name in found if name.startswith("faq-")}
    assert pages == {f"faq-sec{page}-{start}" for page in range(3) for start in (0, 4)}


def test_the_same_input_gives_the_same_file(
    folders: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    gather(*folders, tmp_path / "one.jsonl")
    gather(*folders, tmp_path / "other.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "other.jsonl").read_bytes()


def test_no_more_of_the_essay_is_taken_than_wanted(
    folders: tuple[Path, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimgraph.training.texts.PAGE_WORDS", 100)
    gather(*folders, tmp_path / "texts.jsonl")
    found = rows(tmp_path / "texts.jsonl")
    *others, last = [len(text.split()) for name, text in found.items() if name.startswith("faq-")]
    assert sum(others) <= 100 < sum(others) + last
