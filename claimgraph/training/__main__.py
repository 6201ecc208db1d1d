"""Train the encoder, export and score it: ``python -m claimgraph.training --help``."""

from __future__ import annotations

import argparse
from dataclasses import fields
from itertools import chain
from pathlib import Path

from claimgraph.reading.reader import load_pipeline
from claimgraph.training.corpora import read_conllu, read_names
from claimgraph.training.lemma_table import add_lemmas, lemma_table
from claimgraph.training.settings import Settings
from claimgraph.training.treebank import evaluate


def main() -> None:
    """Parse the arguments, and train, export or score."""
    parser = argparse.ArgumentParser(prog="python -m claimgraph.training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train", help="train, or go on training")
    training.add_argument("data", type=Path, help="folder with attribution, syntax and ner")
    training.add_argument(
        "start_weights",
        type=Path,
        help="folder with published weights, or a model to train further",
    )
    training.add_argument("out", type=Path, help="folder for checkpoints and the log")
    training.add_argument("--resume", type=Path, help="checkpoint to go on from")
    training.add_argument("--lessons", type=Path, help="folder of a teacher's lessons")
    training.add_argument("--device", default="cpu", help="cpu or cuda")
    training.add_argument("--processes", type=int, default=0, help="that make batches ahead")
    training.add_argument("--limit", type=int, help="documents per corpus, for a trial")
    for option in fields(Settings):
        name = f"--{option.name.replace('_', '-')}"
        training.add_argument(name, type=type(option.default), default=option.default)
    exporting = commands.add_parser("export", help="write the files that the reader loads")
    exporting.add_argument("checkpoint", type=Path)
    exporting.add_argument("start_weights", type=Path, help="what training has started from")
    exporting.add_argument("out", type=Path, help="the model folder")
    exporting.add_argument(
        "--share",
        type=float,
        default=1.0,
        help="how much of the weights is the checkpoint's; the rest is that of the start's model",
    )
    exporting.add_argument("--float", action="store_true", help="keep 32 bits everywhere")
    teaching = commands.add_parser("teach", help="write a teacher's lessons, or the rest of them")
    teaching.add_argument("data", type=Path, help="folder with attribution, syntax and ner")
    teaching.add_argument("teacher", type=Path, help="model folder, or checkpoint, of any size")
    teaching.add_argument("out", type=Path, help="folder for the lessons")
    teaching.add_argument("--limit", type=int, help="documents per corpus, for a trial")
    teaching.add_argument("--only", choices=("attribution", "names", "syntax"), help="one corpus")
    teaching.add_argument("--threads", type=int, default=1, help="of a model's forward pass")
    teaching.add_argument("--device", default="cpu", help="of a checkpoint: cpu or cuda")
    teaching.add_argument("--folds", type=int, default=0, help="as the teacher was trained with")
    teaching.add_argument("--left-out", type=int, default=0, help="ask about that fold alone")
    lemmas = commands.add_parser("lemmas", help="add the treebanks' lemmas to a model folder")
    lemmas.add_argument("data", type=Path, help="folder with syntax")
    lemmas.add_argument("out", type=Path, help="the model folder")
    scoring = commands.add_parser("evaluate", help="score words, trees and names on a treebank")
    scoring.add_argument("treebank", type=Path, help="CoNLL-U")
    scoring.add_argument("--names", type=Path, help="Universal NER labels of the same sentences")
    scoring.add_argument("--model", type=Path, help="model folder; the library's own by default")
    values = vars(parser.parse_args())
    if values["command"] == "evaluate":
        names = None if values["names"] is None else read_names(values["names"])
        documents = read_conllu(values["treebank"], names)
        for name, score in evaluate(documents, load_pipeline(model=values["model"])).items():
            print(f"{name:10}{score:7.2f}")
        return
    if values["command"] == "lemmas":
        treebanks = [values["data"] / "syntax" / f"{name}.train.conllu" for name in ("ewt", "gum")]
        add_lemmas(values["out"], lemma_table(chain.from_iterable(map(read_conllu, treebanks))))
        return
    # The others need PyTorch.
    if values["command"] == "teach":
        from claimgraph.training.data import load_corpora
        from claimgraph.training.teachers import ask

        corpora = load_corpora(values["data"], values["limit"])
        if values["folds"]:
            corpora = corpora.part(values["folds"], values["left_out"], inside=True)
        chosen = ("attribution", "names", "syntax") if values["only"] is None else [values["only"]]
        documents = chain.from_iterable(getattr(corpora, name) for name in chosen)
        new = ask(
            documents,
            values["teacher"],
            values["out"],
            device=values["device"],
            threads=values["threads"],
        )
        print(f"{new} documents")
        return
    if values["command"] == "export":
        from claimgraph.training.export import export

        export(
            values["checkpoint"],
            values["start_weights"],
            values["out"],
            quantize=not values["float"],
            share=values["share"],
        )
        return
    from claimgraph.training.run import train

    settings = Settings(**{option.name: values[option.name] for option in fields(Settings)})
    last = train(
        values["data"],
        values["start_weights"],
        values["out"],
        settings,
        resume=values["resume"],
        limit=values["limit"],
        device=values["device"],
        lessons=values["lessons"],
        processes=values["processes"],
    )
    print(last)


if __name__ == "__main__":
    main()
