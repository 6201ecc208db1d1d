"""Train the encoder, export and score it: ``python -m claimgraph.training --help``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.reading.reader import load_pipeline
from claimgraph.training.corpora import Annotated, read_conllu, read_names
from claimgraph.training.grammar import write_grammar
from claimgraph.training.lemma_table import add_lemmas, lemma_table
from claimgraph.training.settings import Settings
from claimgraph.training.texts import gather
from claimgraph.training.treebank import evaluate

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[ArgumentParser]


def main() -> None:
    """Parse the arguments, and train, export, label or score."""
    parser = ArgumentParser(prog="python -m claimgraph.training", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for add in (_add_train, _add_export, _add_texts, _add_grammar, _add_lemmas, _add_evaluate):
        add(commands)
    arguments = parser.parse_args()
    arguments.run(arguments)


def _command(
    commands: Commands, name: str, run: Callable[[Namespace], None], help_text: str
) -> ArgumentParser:
    parser = commands.add_parser(name, help=help_text)
    parser.set_defaults(run=run)
    return parser


def _add_train(commands: Commands) -> None:
    parser = _command(commands, "train", _train, "train, or go on training")
    parser.add_argument("data", type=Path, help="folder with attribution, syntax and ner")
    parser.add_argument(
        "start_weights",
        type=Path,
        help="folder with published weights, or a model to train further",
    )
    parser.add_argument("out", type=Path, help="folder for checkpoints and the log")
    parser.add_argument("--resume", type=Path, help="checkpoint to go on from")
    parser.add_argument("--grammar", type=Path, help="tags and trees of the news, by `grammar`")
    parser.add_argument("--mentions", type=Path, help="mentions of the news, by `grammar`")
    parser.add_argument("--texts", type=Path, help="texts without annotations, for the panel")
    parser.add_argument("--panel", type=Path, nargs="+", help="teachers of attributions, by fold")
    parser.add_argument("--panel-names", type=Path, nargs="+", help="teachers of names, by fold")
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--processes", type=int, default=0, help="that make batches ahead")
    parser.add_argument("--limit", type=int, help="documents per corpus, for a trial")
    for option in fields(Settings):
        name = f"--{option.name.replace('_', '-')}"
        parser.add_argument(name, type=type(option.default), default=option.default)


# What runs PyTorch is imported where it is wanted: scoring and labelling do without.


def _train(given: Namespace) -> None:
    from claimgraph.training.run import train

    last = train(
        given.data,
        given.start_weights,
        given.out,
        Settings(**{option.name: getattr(given, option.name) for option in fields(Settings)}),
        resume=given.resume,
        limit=given.limit,
        device=given.device,
        grammar=given.grammar,
        mentions=given.mentions,
        panel=given.panel or (),
        panel_names=given.panel_names or given.panel or (),
        processes=given.processes,
        texts=given.texts,
    )
    print(last)


def _add_export(commands: Commands) -> None:
    parser = _command(commands, "export", _export, "write the files that the reader loads")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("start_weights", type=Path, help="what training has started from")
    parser.add_argument("out", type=Path, help="the model folder")
    parser.add_argument(
        "--share",
        type=float,
        default=1.0,
        help="how much of the weights is the checkpoint's; the rest is that of the start's model",
    )
    parser.add_argument(
        "--also", type=Path, nargs="+", help="checkpoints of other runs, to average with"
    )
    parser.add_argument("--float", action="store_true", help="keep 32 bits everywhere")


def _export(given: Namespace) -> None:
    from claimgraph.training.export import export

    export(
        given.checkpoint,
        given.start_weights,
        given.out,
        also=given.also or (),
        quantize=not given.float,
        share=given.share,
    )


def _add_texts(commands: Commands) -> None:
    parser = _command(commands, "texts", _texts, "gather texts that nobody annotated")
    parser.add_argument("sentences", type=Path, help="folder of nlp-corpus with lists of sentences")
    parser.add_argument("pages", type=Path, help="folder with an essay's HTML pages")
    parser.add_argument("treebanks", type=Path, help="folder with CoNLL-U files, to be left out")
    parser.add_argument("out", type=Path, help="the file to write, in JSON Lines")


def _texts(given: Namespace) -> None:
    print(f"{gather(given.sentences, given.pages, given.treebanks, given.out)} documents")


def _add_grammar(commands: Commands) -> None:
    parser = _command(commands, "grammar", _grammar, "label news and texts as a model reads them")
    parser.add_argument("data", type=Path, help="folder with attribution, syntax and ner")
    parser.add_argument("model", type=Path, help="model folder")
    parser.add_argument("out", type=Path, help="the file to write, in JSON Lines")
    parser.add_argument("--texts", type=Path, help="texts without annotations, to label as well")
    parser.add_argument("--limit", type=int, help="documents per corpus, for a trial")


def _grammar(given: Namespace) -> None:
    from claimgraph.training.data import load_corpora

    corpora = load_corpora(given.data, given.limit, given.texts)
    documents = [*corpora.attribution, *corpora.texts]
    count = write_grammar(documents, load_pipeline(model=given.model, threads=1), given.out)
    print(f"{count} documents")


def _add_lemmas(commands: Commands) -> None:
    parser = _command(commands, "lemmas", _lemmas, "add the treebanks' lemmas to a model folder")
    parser.add_argument("data", type=Path, help="folder with syntax")
    parser.add_argument("out", type=Path, help="the model folder")


def _lemmas(given: Namespace) -> None:
    def treebanks() -> Iterator[Annotated]:
        for name in ("ewt", "gum"):
            yield from read_conllu(given.data / "syntax" / f"{name}.train.conllu")

    add_lemmas(given.out, lemma_table(treebanks()))


def _add_evaluate(commands: Commands) -> None:
    parser = _command(commands, "evaluate", _evaluate, "score words, trees, names on a treebank")
    parser.add_argument("treebank", type=Path, help="CoNLL-U")
    parser.add_argument("--names", type=Path, help="Universal NER labels of the same sentences")
    parser.add_argument("--model", type=Path, help="model folder; the library's own by default")


def _evaluate(given: Namespace) -> None:
    names = None if given.names is None else read_names(given.names)
    documents = read_conllu(given.treebank, names)
    for name, score in evaluate(documents, load_pipeline(model=given.model)).items():
        print(f"{name:10}{score:7.2f}")


if __name__ == "__main__":
    main()
