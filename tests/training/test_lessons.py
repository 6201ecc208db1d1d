"""A small student learns what a teacher says; needs PyTorch, which the library does not."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the extra 'train'")

from claimgraph.reading.encoder.pieces import WordPieces  # noqa: E402
from claimgraph.reading.encoder.weights import MODEL_FOLDER  # noqa: E402
from claimgraph.training.batches import Batch, Batcher  # noqa: E402
from claimgraph.training.corpora import Annotated, GoldAttribution  # noqa: E402
from claimgraph.training.gradients import add_gradients  # noqa: E402
from claimgraph.training.guide import Guide, Teachers  # noqa: E402
from claimgraph.training.labels import IGNORED, Inventory  # noqa: E402
from claimgraph.training.lessons import Lessons, read_lessons  # noqa: E402
from claimgraph.training.network import Network, Sizes  # noqa: E402
from claimgraph.training.settings import Settings  # noqa: E402
from claimgraph.training.teachers import ask  # noqa: E402
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


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the library's own model says about some sentences."""
    out = tmp_path_factory.mktemp("lessons")
    assert ask([NEWS, *OTHER], MODEL_FOLDER, out, threads=1) == 3
    return out


@pytest.fixture(scope="module")
def lessons(folder: Path) -> Lessons:
    return read_lessons(folder)


def batch_of(lessons: Lessons | None, *documents: Annotated) -> Batch:
    pieces = WordPieces.from_file(str(MODEL_FOLDER / "tokenizer.json"))
    batcher = Batcher(pieces, Inventory.of([]), lessons)
    return batcher([Window(d, list(range(len(d.words))), d.words, d.spaced, 20) for d in documents])


def student() -> Network:
    torch.manual_seed(4)
    network = Network(Sizes(layers=1, width=24, attention_heads=2, inner=48))
    network.train()
    return network


def taught(lessons: Lessons, steps: int, share: float, *documents: Annotated) -> Network:
    """A small network after some steps with a teacher."""
    network = student()
    teacher = Teachers(lessons.heads, "cpu", share)
    settings = Settings(heads="attribution,entity", dropout=0.0, teacher_share=share)
    optimizer = torch.optim.Adam(network.parameters(), lr=3e-3)
    for step in range(steps):
        add_gradients(network, [batch_of(lessons, *documents)], step, 0, settings, teacher)
        optimizer.step()
        optimizer.zero_grad()
    network.eval()
    return network


def distance(network: Network, lessons: Lessons, *documents: Annotated) -> float:
    """How far a student's label chances are from the teacher's, word by word."""
    tensors = batch_of(lessons, *documents).tensors
    with torch.no_grad():
        x = network.words(tensors).float()
        gaps = [
            getattr(network, name)(x).softmax(-1) - tensors[f"taught_{name}"].softmax(-1)
            for name in ("attribution", "entity")
        ]
    return float(torch.cat(gaps, -1)[tensors["word_mask"]].abs().mean())


def test_lessons_are_what_the_teacher_says_of_every_word(lessons: Lessons) -> None:
    from claimgraph.reading.encoder.encoder import Encoder, Words
    from claimgraph.reading.encoder.weights import load_weights

    quotes = np.zeros(len(NEWS.words), np.int32)
    words = Words(NEWS.words, [0] * len(NEWS.words), NEWS.spaced, quotes)
    (said,) = Encoder(load_weights(), threads=1).encode([words])
    kept = lessons.of(NEWS)
    for name, value in kept.items():
        assert np.allclose(value, said[name], rtol=2e-3, atol=2e-3)


def test_what_was_written_is_not_asked_again(folder: Path) -> None:
    more = document(9, "Nobody else spoke .")
    before = {path.name for path in folder.iterdir()}
    assert ask([NEWS, *OTHER], MODEL_FOLDER, folder) == 0
    assert {path.name for path in folder.iterdir()} == before
    assert ask([NEWS, more], MODEL_FOLDER, folder) == 1
    found = read_lessons(folder)
    assert more in found
    assert NEWS in found


def test_lessons_fit_their_own_text_only(lessons: Lessons) -> None:
    changed = replace(NEWS, words=["A", *NEWS.words[1:]])
    assert changed not in lessons
    with pytest.raises(KeyError):
        lessons.of(changed)


def test_half_a_corpus_is_not_taught(lessons: Lessons) -> None:
    unknown = document(8, "Never seen .")
    lessons.check([NEWS, *OTHER])
    lessons.check([unknown])
    with pytest.raises(ValueError, match="missing for 1 of 2 documents"):
        lessons.check([NEWS, unknown])


def test_lessons_of_two_teachers_are_kept_apart(folder: Path, tmp_path: Path) -> None:
    for path in folder.glob("[0-9]*.npz"):
        with np.load(path) as arrays:
            values = dict(arrays)
        np.savez(tmp_path / path.name, **(values | {"teacher": np.array("another")}))
    with pytest.raises(ValueError, match=r"another teacher \(another\) said"):
        ask([NEWS], MODEL_FOLDER, tmp_path)


def checkpoint(folder: Path, network: Network) -> Path:
    """A checkpoint as far as a teacher needs it."""
    path = folder / "latest.pt"
    torch.save({"sizes": network.record(), "average": network.state_dict()}, path)
    return path


def test_teachers_share_a_folder_when_each_has_documents_of_its_own(tmp_path: Path) -> None:
    out = tmp_path / "lessons"
    network = student()
    torch.nn.init.normal_(network.crf)
    other = checkpoint(tmp_path, network)
    assert ask([NEWS], MODEL_FOLDER, out, threads=1) == 1
    assert ask(OTHER, other, out) == 2
    found = read_lessons(out)
    by = [found.teacher(d) for d in (NEWS, *OTHER)]
    assert by[0] != by[1] == by[2]
    crf = network.state_dict()["crf"].numpy()
    assert np.array_equal(found.heads[by[1]]["crf"], crf)
    with pytest.raises(ValueError, match="another teacher"):
        ask([NEWS], other, out)


def test_a_checkpoint_says_what_its_network_says(tmp_path: Path) -> None:
    network = student().eval()
    ask([NEWS], checkpoint(tmp_path, network), tmp_path / "lessons")
    said = read_lessons(tmp_path / "lessons").of(NEWS)
    tensors = batch_of(None, NEWS).tensors
    with torch.no_grad():
        x = network.words(tensors, 0.0)
        wanted = network.attribution(x)[0].numpy()
    assert np.allclose(said["attribution"], wanted, atol=5e-3)


def test_each_row_of_a_batch_has_its_own_teacher(tmp_path: Path) -> None:
    out = tmp_path / "lessons"
    network = student()
    torch.nn.init.normal_(network.crf)
    ask([NEWS], MODEL_FOLDER, out, threads=1)
    ask(OTHER, checkpoint(tmp_path, network), out)
    found = read_lessons(out)
    second = replace(OTHER[0], attributions=[])
    batch = batch_of(found, NEWS, second)
    guide = Teachers(found.heads, "cpu", 0.5).guide(batch.tensors)
    assert guide is not None
    for row, item in enumerate((NEWS, second)):
        crf = found.heads[found.teacher(item)]["crf"]
        assert np.array_equal(guide.crf[row].numpy(), crf)
    assert guide.teachers.tolist() == [found.teacher(NEWS), found.teacher(second)]


@pytest.mark.parametrize("documents", [[NEWS], OTHER], ids=["with gold", "without gold"])
def test_a_student_comes_nearer_to_its_teacher(
    lessons: Lessons, documents: list[Annotated]
) -> None:
    before = distance(student().eval(), lessons, *documents)
    after = distance(taught(lessons, 60, 1.0, *documents), lessons, *documents)
    assert after < 0.5 * before


def test_without_a_share_the_teacher_says_nothing(lessons: Lessons) -> None:
    network = student()
    results = []
    for guided in (True, False):
        network.zero_grad(set_to_none=True)
        batch = batch_of(lessons if guided else None, NEWS)
        teacher = Teachers(lessons.heads, "cpu", 0.0) if guided else None
        add_gradients(network, [batch], 1, 0, Settings(heads="attribution"), teacher)
        results.append({n: p.grad for n, p in network.named_parameters() if p.grad is not None})
    assert results[0].keys() == results[1].keys()
    for name, gradient in results[0].items():
        assert torch.allclose(gradient, results[1][name], atol=1e-6), name


def test_the_same_lessons_give_the_same_student(lessons: Lessons) -> None:
    one, other = (taught(lessons, 3, 0.5, NEWS) for _ in range(2))
    assert all(torch.equal(a, b) for a, b in zip(one.parameters(), other.parameters(), strict=True))


def test_a_student_learns_its_teachers_links(lessons: Lessons) -> None:
    """Where the gold names no source, the teacher's word still makes one likely."""
    silent = replace(NEWS, attributions=[GoldAttribution((), ((2, 3),), ())])
    batch = batch_of(lessons, silent)
    assert batch.links is not None
    spans = ([(0, 2)], [(2, 3)], [(5, 10)])
    batch.links = [replace(batch.links[0], spans=spans, sources_of=[[]], cues_of=[[0]])]
    losses = {}
    for share in (0.0, 1.0):
        network = student()
        optimizer = torch.optim.Adam(network.parameters(), lr=3e-3)
        teacher = Teachers(lessons.heads, "cpu", share)
        settings = Settings(heads="attribution", dropout=0.0, found_links_from=1000)
        for step in range(40):
            add_gradients(network, [batch], step, 0, settings, teacher)
            optimizer.step()
            optimizer.zero_grad()
        (values,), _ = add_gradients(
            network, [batch], 0, 0, settings, Teachers(lessons.heads, "cpu", 1.0)
        )
        losses[share] = values["cue_source"]
    assert losses[1.0] < 0.5 * losses[0.0]


def test_names_without_gold_labels_are_the_teachers(lessons: Lessons) -> None:
    said = torch.tensor([[[4.0, 0.0, 0.0], [0.0, 4.0, 0.0]]])
    guide = Guide(torch.zeros(1, 7, 7), {}, torch.zeros(1).long(), said, said, said, share=0.5)
    mask, gold = torch.ones(1, 2, dtype=torch.bool), torch.tensor([[1, IGNORED]])
    logits = torch.randn(1, 2, 3, generator=torch.Generator().manual_seed(2))
    scores = logits.log_softmax(-1)[0]
    wanted = said[0].softmax(-1)
    soft = [-(wanted[place] * scores[place]).sum().item() for place in range(2)]
    expected = (0.5 * -scores[0, 1].item() + 0.5 * soft[0] + 0.5 * soft[1]) / 2
    assert guide.entity_loss(logits, mask, gold).item() == pytest.approx(expected, abs=1e-5)
    alone = guide.entity_loss(logits, mask, None).item()
    assert alone == pytest.approx(0.25 * sum(soft), abs=1e-5)
