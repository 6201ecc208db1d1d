"""A small student learns what its teachers say; needs PyTorch, which the library does not."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")
pytest.importorskip("onnx", reason="training needs the extra 'train'")

from claimgraph.reading.encoder.pieces import WordPieces  # noqa: E402
from claimgraph.reading.encoder.weights import MODEL_FOLDER  # noqa: E402
from claimgraph.training.batches import MASK, Batch, Batcher  # noqa: E402
from claimgraph.training.corpora import Annotated, GoldAttribution  # noqa: E402
from claimgraph.training.exported import read_exported  # noqa: E402
from claimgraph.training.gradients import add_gradients  # noqa: E402
from claimgraph.training.guide import Guide  # noqa: E402
from claimgraph.training.labels import IGNORED, Inventory  # noqa: E402
from claimgraph.training.network import LinkScorer, Network, Sizes  # noqa: E402
from claimgraph.training.panel import Panel  # noqa: E402
from claimgraph.training.settings import Settings  # noqa: E402
from claimgraph.training.windows import Window  # noqa: E402

SENTENCES = [
    "The ministry denied on Sunday that rebels had taken Aleppo .",
    "Mr Cole said the plan would fail , according to Reuters .",
    "It rained all day in Oslo and nobody came .",
]


def document(number: int, text: str) -> Annotated:
    words = text.split()
    spaced = [place > 0 for place in range(len(words) - 1)] + [False]
    return Annotated(str(number), words, spaced, [0] * len(words))


NEWS = replace(
    document(0, SENTENCES[0]),
    attributions=[GoldAttribution(((0, 2),), ((2, 3),), ((5, 10),))],
)
OTHER = [document(number, text) for number, text in enumerate(SENTENCES[1:], start=1)]


def batch_of(*documents: Annotated, folds: int = 1, hidden: Sequence[int] = ()) -> Batch:
    pieces = WordPieces.from_file(str(MODEL_FOLDER / "tokenizer.json"))
    batcher = Batcher(pieces, Inventory.of([]), folds)
    return batcher(
        [
            Window(d, list(range(len(d.words))), d.words, d.spaced, 20, frozenset(hidden))
            for d in documents
        ]
    )


@pytest.fixture(scope="module")
def teacher() -> Network:
    """The library's own model."""
    return read_exported(MODEL_FOLDER)


def student() -> Network:
    torch.manual_seed(4)
    network = Network(Sizes(layers=1, width=24, attention_heads=2, inner=48))
    network.train()
    return network


def taught(panel: Panel, batch: Batch, steps: int, heads: str = "attribution,entity") -> Network:
    """A small network after some steps with a panel."""
    network = student()
    settings = Settings(heads=heads, dropout=0.0, found_links_from=1000)
    optimizer = torch.optim.Adam(network.parameters(), lr=3e-3)
    for step in range(steps):
        add_gradients(network, [batch], step, 0, settings, panel)
        optimizer.step()
        optimizer.zero_grad()
    return network


def distance(network: Network, guide: Guide, batch: Batch) -> float:
    """How far a student's label chances are from the teacher's, word by word."""
    network.eval()
    with torch.no_grad():
        x = network.words(batch.tensors).float()
        gaps = [
            network.attribution(x).softmax(-1) - guide.attribution.softmax(-1),
            network.entity(x).softmax(-1) - guide.entity.softmax(-1),
        ]
    return float(torch.cat(gaps, -1)[batch.tensors["word_mask"]].abs().mean())


@pytest.mark.parametrize("documents", [[NEWS], OTHER], ids=["with gold", "without gold"])
def test_a_student_comes_nearer_to_its_teacher(
    teacher: Network, documents: list[Annotated]
) -> None:
    panel, batch = Panel([teacher], [teacher], 1.0), batch_of(*documents)
    guide = panel.guide(batch)
    before = distance(student(), guide, batch)
    assert distance(taught(panel, batch, 60), guide, batch) < 0.5 * before


def test_teachers_see_the_words_that_the_student_must_guess(teacher: Network) -> None:
    panel = Panel([teacher], [teacher], 1.0)
    plain, hidden = batch_of(NEWS), batch_of(NEWS, hidden=[2])
    assert MASK in hidden.tensors["ids"].tolist()[0]
    assert torch.equal(panel.guide(plain).attribution, panel.guide(hidden).attribution)


def test_each_fold_has_its_own_teachers(teacher: Network) -> None:
    other = student()
    torch.nn.init.normal_(other.crf)
    panel = Panel([teacher, other], [other, teacher], 0.5)
    batch = batch_of(NEWS)
    said = []
    for batch.fold in (0, 1):
        said.append(panel.guide(batch))
    assert [guide.attribution.shape[-1] for guide in said] == [7, 7]
    assert torch.equal(said[0].crf, teacher.crf)
    assert torch.equal(said[1].crf, other.crf)
    assert not torch.equal(said[0].attribution, said[1].attribution)
    assert not torch.equal(said[0].entity, said[1].entity)


def test_teachers_do_not_learn(teacher: Network) -> None:
    before = {name: value.clone() for name, value in teacher.state_dict().items()}
    taught(Panel([teacher], [teacher], 0.5), batch_of(NEWS), 3)
    assert all(torch.equal(before[name], value) for name, value in teacher.state_dict().items())
    assert not any(parameter.requires_grad for parameter in teacher.parameters())


def test_without_a_share_the_teacher_says_nothing(teacher: Network) -> None:
    network = student()
    results = []
    for panel in (Panel([teacher], [teacher], 0.0), None):
        network.zero_grad(set_to_none=True)
        add_gradients(network, [batch_of(NEWS)], 1, 0, Settings(heads="attribution"), panel)
        results.append({n: p.grad for n, p in network.named_parameters() if p.grad is not None})
    assert results[0].keys() == results[1].keys()
    for name, gradient in results[0].items():
        assert torch.allclose(gradient, results[1][name], atol=1e-6), name


def test_the_same_panel_gives_the_same_student(teacher: Network) -> None:
    panel = Panel([teacher], [teacher], 0.5)
    one, other = (taught(panel, batch_of(NEWS), 3) for _ in range(2))
    assert all(torch.equal(a, b) for a, b in zip(one.parameters(), other.parameters(), strict=True))


def test_a_student_learns_its_teachers_links(teacher: Network) -> None:
    """Where the gold names no source, the teacher's word still makes one likely."""
    silent = replace(NEWS, attributions=[GoldAttribution((), ((2, 3),), ())])
    batch = batch_of(silent)
    assert batch.links is not None
    spans = ([(0, 2)], [(2, 3)], [(5, 10)])
    batch.links = [replace(batch.links[0], spans=spans, sources_of=[[]], cues_of=[[0]])]
    losses = {}
    for share in (0.0, 1.0):
        network = taught(Panel([teacher], [teacher], share), batch, 40, "attribution")
        settings = Settings(heads="attribution", dropout=0.0, found_links_from=1000)
        sure = Panel([teacher], [teacher], 1.0)
        (values,), _ = add_gradients(network, [batch], 0, 0, settings, sure)
        losses[share] = values["cue_source"]
    assert losses[1.0] < 0.5 * losses[0.0]


def test_names_without_gold_labels_are_the_teachers() -> None:
    said = torch.tensor([[[4.0, 0.0, 0.0], [0.0, 4.0, 0.0]]])
    scorers: dict[str, LinkScorer] = {}
    guide = Guide(torch.zeros(7, 7), scorers, said, said, said, share=0.5)
    mask, gold = torch.ones(1, 2, dtype=torch.bool), torch.tensor([[1, IGNORED]])
    logits = torch.randn(1, 2, 3, generator=torch.Generator().manual_seed(2))
    scores = logits.log_softmax(-1)[0]
    wanted = said[0].softmax(-1)
    soft = [-(wanted[place] * scores[place]).sum().item() for place in range(2)]
    expected = (0.5 * -scores[0, 1].item() + 0.5 * soft[0] + 0.5 * soft[1]) / 2
    assert guide.entity_loss(logits, mask, gold).item() == pytest.approx(expected, abs=1e-5)
    alone = guide.entity_loss(logits, mask, None).item()
    assert alone == pytest.approx(0.25 * sum(soft), abs=1e-5)


def test_a_panel_has_as_many_teachers_of_names_as_of_attributions(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="2 teachers of attributions and 1 of names"):
        Panel.load([tmp_path / "a.pt", tmp_path / "b.pt"], [tmp_path / "c.pt"], "cpu", 0.5)
