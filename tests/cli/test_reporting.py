"""Reports from the command line, and their checking."""

from pathlib import Path

import pytest

from claimgraph import ClaimGraph
from claimgraph.report import as_json
from tests.cli.conftest import SEEDS, Run


def test_a_store_becomes_a_page_that_holds(run: Run, filled: Path, tmp_path: Path) -> None:
    page = tmp_path / "aleppo.html"
    outcome = run("report", filled, "-o", page, "--title", "Aleppo")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"{page}: 7 articles, 216 claims\n"
    checked = run("verify", page, "--store", filled)
    assert checked.code == 0
    assert checked.out.startswith(f"{page}: all of it leads to its words: ")
    (row,) = run("verify", page, "--store", filled, "--json").rows
    assert (row["claims"], row["texts"], row["problems"]) == (216, 7, [])


def test_a_changed_page_is_found_out_line_by_line(run: Run, filled: Path, tmp_path: Path) -> None:
    page = tmp_path / "aleppo.html"
    run("report", "--store", filled, "-o", page, "--source", "SANA")
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("107 cases", "701 cases"), encoding="utf-8")
    outcome = run("verify", page, "--store", filled)
    assert outcome.code == 3
    *problems, count = outcome.out.splitlines()
    assert problems
    assert all(line.startswith("aleppo.html line ") for line in problems)
    assert count.startswith(f"{page}: {len(problems)} problems among ")
    (row,) = run("verify", page, "--store", filled, "--json").rows
    assert row["problems"] == problems


def test_options_narrow_it(run: Run, filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "two.json"
    arguments = ("--source", "SOHR", "--source", "SANA", "--about", "gas", "--since", "2018-11-24")
    (row,) = run("report", "-s", filled, "-o", path, *arguments, "--json").rows
    assert (row["path"], row["format"], row["paths"]) == (str(path), "json", [str(path)])
    report = as_json.load(path)
    assert report.scope == "said by SOHR and SANA; about gas; published since 2018-11-24"
    assert len(report.exhibits) == row["claims"]


def test_it_looks_back(run: Run, filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "then.json"
    assert run("report", filled, "-o", path, "--as-of", "2018-11-25").code == 0
    assert as_json.load(path).scope == "as of 2018-11-25"
    assert run("verify", path, "-s", filled, "--as-of", "2018-11-25").code == 0


def test_files_need_no_store(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "aleppo.md"
    outcome = run("report", SEEDS, "-o", path)
    assert outcome.out == f"{path}: 7 articles, 216 claims\n"
    assert path.read_text(encoding="utf-8").startswith("# Who says what: 7 articles\n")
    assert [each.name for each in tmp_path.iterdir()] == ["aleppo.md"]


def test_an_article_is_read_and_reported(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "dara.txt"
    article.write_text("The Relief Watch said around 100 people were hurt in Dara.\n")
    path = tmp_path / "dara.csv"
    assert run("report", article, "-o", path, "--published", "2018-11-25").code == 0
    assert "around 100 people" in path.read_text(encoding="utf-8")


def test_two_sources_as_a_report(run: Run, filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "two.html"
    outcome = run("compare", "SOHR", "SANA", "-s", filled, "-o", path)
    assert outcome.out.startswith(f"{path}: 3 articles, ")
    assert run("verify", path, "-s", filled).code == 0


def test_what_was_rejected_since_is_told(run: Run, store: Path, tmp_path: Path) -> None:
    path = tmp_path / "aleppo.json"
    run("report", store, "-o", path, "--source", "SANA")
    with ClaimGraph.open(store) as graph:
        claim = next(iter(graph.claims().said_by("SANA")))
        graph.reject(claim, by="Ann\x1b[31m", reason="a slip")
    outcome = run("verify", path, "-s", store)
    assert outcome.code == 3
    assert f"({claim.id}) is not in the graph; it was rejected by Ann" in outcome.out
    assert "\x1b" not in outcome.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(
            ("report", "-o", "a.pdf"), "the ending names no format", id="a strange ending"
        ),
        pytest.param(("report", "-o", "a.html", "--source", "SHOR"), "'SOHR'", id="a slip"),
        pytest.param(
            ("report", "-o", "a.html", "--about", "zebra"), "no claim is about", id="none"
        ),
        pytest.param(("verify", "a.html"), "there is no file a.html", id="no file"),
    ],
)
def test_errors_take_one_line(
    arguments: tuple[str, ...],
    told: str,
    run: Run,
    filled: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run(*arguments, "--store", filled)
    assert (outcome.code, outcome.out) == (1, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
