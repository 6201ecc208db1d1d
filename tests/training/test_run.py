"""A whole run on a few sentences; needs PyTorch, which the library itself does not."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")
pytest.importorskip("safetensors", reason="training needs the extra 'train'")

from claimgraph.reading.reader import load_pipeline  # noqa: E402
from claimgraph.training.data import load_corpora  # noqa: E402
from claimgraph.training.grammar import write_grammar  # noqa: E402
from claimgraph.training.run import train  # noqa: E402
from claimgraph.training.settings import Settings  # noqa: E402

SETTINGS = Settings(
    steps=4,
    decay=2,
    warmup=2,
    attribution_pieces=64,
    syntax_pieces=64,
    names_every=2,
    average_every=1,
    save_every=2,
    found_links_from=1,
    frozen_layers=1,
)
NEWS = "Mr Cole said the plan would fail.\n\nThe ministry denied it on Sunday."
SENTENCE = """# newdoc id = {name}
# sent_id = {name}-1
# newpar
1\tLagos\tLagos\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-place-1-new-1-x)
2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A training folder with one or two documents a corpus."""
    folder = tmp_path_factory.mktemp("data")
    for name in ("attribution", "syntax", "ner"):
        (folder / name).mkdir()
    spans = {"source": [[0, 7]], "cue": [[8, 12]], "content": [[13, 32]]}
    row: dict[str, Any] = {"doc_id": "1", "text": NEWS, "attributions": [spans]}
    (folder / "attribution" / "polnear.train.jsonl").write_text(json.dumps(row) + "\n")
    for bank in ("ewt", "gum"):
        text = SENTENCE.format(name=f"{bank}a") * 3 + SENTENCE.format(name=f"{bank}b")
        (folder / "syntax" / f"{bank}.train.conllu").write_text(text)
    names = "# sent_id = ewta-1\n1\tLagos\tB-LOC\n2\tslept\tO\n3\t.\tO\n\n"
    (folder / "ner" / "uner_ewt.train.iob2").write_text(names)
    place = {"start": 10, "end": 16, "label": "Location"}
    row = {"doc_id": "2", "text": "Troops in Aleppo rested.", "entities": [place]}
    (folder / "ner" / "re3d.train.jsonl").write_text(json.dumps(row) + "\n")
    return folder


@pytest.fixture(scope="module")
def panel(data: Path, mpnet: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A teacher for each of two folds, hardly taught themselves."""
    return [
        train(
            data,
            mpnet,
            tmp_path_factory.mktemp("teacher"),
            replace(SETTINGS, heads="attribution,entity", steps=1, decay=1, seed=seed),
        )
        for seed in (5, 6)
    ]


def weights(checkpoint: Path) -> dict[str, Any]:
    state = torch.load(checkpoint, weights_only=True)
    found: dict[str, Any] = {f"network.{name}": value for name, value in state["network"].items()}
    return found | {f"average.{name}": value for name, value in state["average"].items()}


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(torch.equal(value, other[name]) for name, value in one.items())


@pytest.mark.parametrize("taught", [False, True], ids=["gold alone", "with a teacher"])
def test_a_run_that_was_broken_off_goes_on_as_if_it_had_not_been(
    data: Path, mpnet: Path, panel: list[Path], tmp_path: Path, taught: bool
) -> None:
    who: dict[str, Any] = {"panel": panel, "panel_names": panel} if taught else {}
    settings = replace(SETTINGS, replaced_words=0.5)
    whole = train(data, mpnet, tmp_path / "whole", settings, **who)
    half = train(data, mpnet, tmp_path / "half", replace(settings, steps=2, decay=0), **who)
    rest = train(data, mpnet, tmp_path / "rest", settings, resume=half, **who)
    assert same(weights(whole), weights(rest))
    assert not same(weights(whole), weights(half))


def test_batches_made_ahead_change_nothing(data: Path, mpnet: Path, tmp_path: Path) -> None:
    alone = train(data, mpnet, tmp_path / "alone", SETTINGS)
    ahead = train(data, mpnet, tmp_path / "ahead", SETTINGS, processes=2)
    assert same(weights(alone), weights(ahead))


def test_folds_part_the_documents(data: Path) -> None:
    corpora = load_corpora(data)
    everything = [*corpora.attribution, *corpora.syntax, *corpora.names]
    parts = [corpora.part(3, fold, inside=True) for fold in range(3)]
    inside = [d for part in parts for d in (*part.attribution, *part.syntax, *part.names)]
    assert sorted(d.doc_id for d in inside) == sorted(d.doc_id for d in everything)
    outside = corpora.part(3, 1, inside=False)
    assert not {d.doc_id for d in outside.syntax} & {d.doc_id for d in parts[1].syntax}


def test_a_teacher_makes_a_difference(
    data: Path, mpnet: Path, panel: list[Path], tmp_path: Path
) -> None:
    alone = train(data, mpnet, tmp_path / "alone", SETTINGS)
    taught = train(data, mpnet, tmp_path / "taught", SETTINGS, panel=panel, panel_names=panel)
    assert not same(weights(alone), weights(taught))


def test_the_news_teach_grammar_where_labels_for_them_are_given(
    data: Path, mpnet: Path, tmp_path: Path
) -> None:
    grammar = tmp_path / "grammar.jsonl"
    write_grammar(load_corpora(data).attribution, load_pipeline(threads=1), grammar)
    alone = train(data, mpnet, tmp_path / "alone", SETTINGS)
    both = train(data, mpnet, tmp_path / "both", SETTINGS, grammar=grammar)
    more = train(data, mpnet, tmp_path / "more", SETTINGS, grammar=grammar, mentions=grammar)
    assert not same(weights(alone), weights(both))
    assert not same(weights(both), weights(more))


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents that nobody annotated."""
    path = tmp_path_factory.mktemp("texts") / "texts.jsonl"
    found = ["Rain fell in Oslo, she told us.", "The union says that talks have ended."]
    rows = [json.dumps({"doc_id": str(n), "text": text}) for n, text in enumerate(found)]
    path.write_text("\n".join(rows))
    return path


def test_a_panel_speaks_about_texts_that_nobody_annotated(
    data: Path, mpnet: Path, panel: list[Path], texts: Path, tmp_path: Path
) -> None:
    who: dict[str, Any] = {"panel": panel, "panel_names": panel}
    without = train(data, mpnet, tmp_path / "without", SETTINGS, **who)
    with_texts = train(data, mpnet, tmp_path / "with", SETTINGS, **who, texts=texts)
    assert not same(weights(without), weights(with_texts))
    longer = replace(SETTINGS, steps=5)
    assert train(data, mpnet, tmp_path / "on", longer, resume=with_texts, **who).exists()
    grammar = tmp_path / "grammar.jsonl"
    corpora = load_corpora(data, texts=texts)
    pipeline = load_pipeline(threads=1)
    write_grammar(corpora.attribution, pipeline, grammar)
    with pytest.raises(ValueError, match="there are no labels for 0"):
        train(data, mpnet, tmp_path / "lacking", SETTINGS, **who, texts=texts, grammar=grammar)
    write_grammar([*corpora.attribution, *corpora.texts], pipeline, grammar)
    both = train(data, mpnet, tmp_path / "both", SETTINGS, **who, texts=texts, grammar=grammar)
    assert not same(weights(with_texts), weights(both))


def test_texts_need_somebody_who_speaks_about_them(
    data: Path, mpnet: Path, texts: Path, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="nobody speaks about"):
        train(data, mpnet, tmp_path / "alone", SETTINGS, texts=texts)


def test_a_teacher_of_names_needs_no_news(data: Path, mpnet: Path, tmp_path: Path) -> None:
    settings = replace(SETTINGS, heads="entity", steps=2)
    before = weights(train(data, mpnet, tmp_path / "start", replace(settings, steps=1)))
    after = weights(train(data, mpnet, tmp_path / "end", settings))
    changed = {name for name in after if not torch.equal(before[name], after[name])}
    assert "network.entity.weight" in changed
    assert not {"network.attribution.weight", "network.crf"} & changed


def test_heads_that_were_not_asked_for_learn_nothing(
    data: Path, mpnet: Path, tmp_path: Path
) -> None:
    settings = replace(SETTINGS, heads="attribution,entity", steps=3)
    before = weights(train(data, mpnet, tmp_path / "start", replace(settings, steps=1)))
    after = weights(train(data, mpnet, tmp_path / "end", settings))
    changed = {name for name in after if not torch.equal(before[name], after[name])}
    assert {"network.attribution.weight", "network.entity.weight"} <= changed
    assert not {"network.upos.weight", "network.arc_weight", "network.mention.weight"} & changed
