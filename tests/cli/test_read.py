"""``claimgraph read`` and ``claimgraph evaluate``: rows in, rows out."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from claimgraph.cli.evaluate import evaluate
from claimgraph.cli.read import read

TEXTS = {"a": "SANA said 107 people fell ill.", "b": "", "c": "HTS denied it, he said."}


@pytest.fixture
def app() -> typer.Typer:
    app = typer.Typer()
    app.command()(read)
    app.command()(evaluate)
    return app


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    lines = [json.dumps({"doc_id": key, "text": text}) for key, text in TEXTS.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_ids_and_order_stay_and_a_bad_row_says_why(
    app: typer.Typer, rows: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    result = CliRunner().invoke(app, ["read", "--jsonl", str(rows), "-o", str(out)])
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["doc_id"] for row in found] == list(TEXTS)
    assert [row["text"] for row in found] == list(TEXTS.values())
    assert ["error" in row for row in found] == [False, True, False]
    assert result.exit_code == 1


def test_offsets_are_code_points(app: typer.Typer, tmp_path: Path) -> None:
    text = "😀 SANA said 107 people fell ill."
    path, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    path.write_text(json.dumps({"doc_id": "1", "text": text}), encoding="utf-8")
    result = CliRunner().invoke(app, ["read", "--jsonl", str(path), "-o", str(out)])
    assert result.exit_code == 0
    (row,) = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    (start, end) = row["attributions"][0]["cue"][0]
    assert text[start:end] == "said"


def test_a_file_without_texts_is_named(app: typer.Typer, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"doc_id": "1"}\n', encoding="utf-8")
    result = CliRunner().invoke(app, ["read", "--jsonl", str(path), "-o", str(tmp_path / "o")])
    assert 'in.jsonl line 1: the row has no "text"' in str(result.exception)
    assert not (tmp_path / "o").exists()


def test_what_is_read_agrees_with_itself(app: typer.Typer, rows: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    CliRunner().invoke(app, ["read", "--jsonl", str(rows), "-o", str(out)])
    result = CliRunner().invoke(app, ["evaluate", str(out), "--found", str(out)])
    line = next(line for line in result.output.splitlines() if line.startswith("triple "))
    assert line.split()[1:] == ["100.0", "100.0", "100.0"]
