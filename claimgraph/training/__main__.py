"""Train the encoder: ``python -m claimgraph.training DATA START_WEIGHTS OUT``."""

from __future__ import annotations

import argparse
from dataclasses import fields
from pathlib import Path

from claimgraph.training.run import Settings, train


def main() -> None:
    """Parse the arguments and train."""
    parser = argparse.ArgumentParser(prog="python -m claimgraph.training", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with attribution, syntax and ner")
    parser.add_argument("start_weights", type=Path, help="folder with MiniLM's weights")
    parser.add_argument("out", type=Path, help="folder for checkpoints and the log")
    parser.add_argument("--resume", type=Path, help="checkpoint to go on from")
    parser.add_argument("--limit", type=int, help="documents per corpus, for a trial")
    for option in fields(Settings):
        kind = type(option.default)
        parser.add_argument(f"--{option.name.replace('_', '-')}", type=kind, default=option.default)
    values = vars(parser.parse_args())
    settings = Settings(**{option.name: values.pop(option.name) for option in fields(Settings)})
    print(
        train(
            values["data"],
            values["start_weights"],
            values["out"],
            settings,
            resume=values["resume"],
            limit=values["limit"],
        )
    )


if __name__ == "__main__":
    main()
