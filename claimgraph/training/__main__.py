"""Train the encoder, and export it: ``python -m claimgraph.training --help``."""

from __future__ import annotations

import argparse
from dataclasses import fields
from pathlib import Path

from claimgraph.training.export import export
from claimgraph.training.run import Settings, train


def main() -> None:
    """Parse the arguments, and train or export."""
    parser = argparse.ArgumentParser(prog="python -m claimgraph.training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train", help="train, or go on training")
    training.add_argument("data", type=Path, help="folder with attribution, syntax and ner")
    training.add_argument("start_weights", type=Path, help="folder with MiniLM's weights")
    training.add_argument("out", type=Path, help="folder for checkpoints and the log")
    training.add_argument("--resume", type=Path, help="checkpoint to go on from")
    training.add_argument("--limit", type=int, help="documents per corpus, for a trial")
    for option in fields(Settings):
        name = f"--{option.name.replace('_', '-')}"
        training.add_argument(name, type=type(option.default), default=option.default)
    exporting = commands.add_parser("export", help="write the files that the reader loads")
    exporting.add_argument("checkpoint", type=Path)
    exporting.add_argument("start_weights", type=Path, help="folder with MiniLM's tokenizer.json")
    exporting.add_argument("out", type=Path, help="the model folder")
    exporting.add_argument("--float", action="store_true", help="keep 32 bits everywhere")
    values = vars(parser.parse_args())
    if values["command"] == "export":
        tokenizer = values["start_weights"] / "tokenizer.json"
        export(values["checkpoint"], tokenizer, values["out"], quantize=not values["float"])
        return
    settings = Settings(**{option.name: values[option.name] for option in fields(Settings)})
    last = train(
        values["data"],
        values["start_weights"],
        values["out"],
        settings,
        resume=values["resume"],
        limit=values["limit"],
    )
    print(last)


if __name__ == "__main__":
    main()
