"""Kill a process that adds readings, again and again: nothing acknowledged may be lost.

``python -m bench.kill --kills 200``. Each round starts a process that adds small readings, one
transaction each, and tells after each ``add`` that it has returned. After a random time it gets a
SIGKILL. Then the store is looked at:

- lost: acknowledged readings that are not there;
- half: readings that are there, but do not come back equal;
- damaged: rounds after which ``PRAGMA integrity_check`` or ``Store.check`` finds a fault.

The next process begins a few readings before the end of what is there, so that it adds some of
them again; doubled counts documents and claims that are there twice.
"""

import argparse
import json
import random
import signal
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import func, select

from bench.small import CLAIMS, reading
from claimgraph.store import Store, schema
from claimgraph.store.engine import Synchronous

#: A new store is begun after so many rounds: kills hit the making of tables, too.
ROUNDS_PER_STORE = 20

#: Readings that the next process adds again.
OVERLAP = 5

_fork = get_context("fork")


@dataclass
class Outcome:
    """What was counted over all kills."""

    kills: int = 0
    before_open: int = 0
    acknowledged: int = 0
    unacknowledged_there: int = 0
    lost: int = 0
    half: int = 0
    damaged: int = 0
    doubled: int = 0
    seconds: float = 0.0

    def bad(self) -> bool:
        return bool(self.lost or self.half or self.damaged or self.doubled)


def add_forever(
    location: str, synchronous: Synchronous, first: int, acknowledgements: Connection
) -> None:
    """Add one reading after the other, and tell the number of each that is added."""
    with Store.open(location, synchronous=synchronous) as store:
        number = first
        while True:
            store.add([reading(number)])
            acknowledgements.send(number)
            number += 1


def killed(location: str, synchronous: Synchronous, first: int, after: float) -> int:
    """Run a process that adds, kill it after so many seconds; the last number it told, or -1."""
    here, there = _fork.Pipe(duplex=False)
    process = _fork.Process(target=add_forever, args=(location, synchronous, first, there))
    process.start()
    there.close()
    time.sleep(after)
    process.kill()
    process.join()
    if process.exitcode != -signal.SIGKILL:
        raise SystemExit(f"the process ended by itself, with {process.exitcode}")
    last = -1
    try:
        while here.poll():
            last = here.recv()
    except EOFError:
        pass
    here.close()
    return last


def torture(
    folder: Path, kills: int, synchronous: Synchronous = "NORMAL", seed: int = 0
) -> Outcome:
    """Kill so many processes, and look at the stores that they leave."""
    dice = random.Random(seed)
    outcome = Outcome()
    begin = time.perf_counter()
    acknowledged = -1
    for turn in range(kills):
        if turn % ROUNDS_PER_STORE == 0:
            acknowledged = -1
        location = str(folder / f"store-{turn // ROUNDS_PER_STORE}.db")
        first = max(0, acknowledged + 1 - OVERLAP)
        last = killed(location, synchronous, first, dice.uniform(0.0, 0.6))
        outcome.kills += 1
        outcome.before_open += last < 0
        outcome.acknowledged += max(0, last - max(acknowledged, first - 1))
        acknowledged = max(acknowledged, last)
        look(location, first, acknowledged, outcome)
    outcome.seconds = round(time.perf_counter() - begin, 1)
    return outcome


def look(location: str, first: int, acknowledged: int, outcome: Outcome) -> None:
    """Compare a store with what was acknowledged; all of it is checked, the newest read back."""
    with Store.open(location) as store:
        faults = store.check()
        outcome.damaged += bool(faults)
        for fault in faults:
            print(fault, file=sys.stderr)
        there = {row.id for row in store.rows(select(schema.document.c.id))}
        claims = next(store.rows(select(func.count(schema.claim.c.id))))[0]
        outcome.doubled += claims != CLAIMS * len(there)
        wanted = [reading(number) for number in range(acknowledged + 1)]
        outcome.lost += sum(each.document.id not in there for each in wanted)
        more = len(there) - len(wanted)
        outcome.unacknowledged_there += more
        # One reading can be committed, but killed before it was told.
        outcome.doubled += more > 1
        for each in wanted[first:]:
            if each.document.id in there and store.reading(each.document.id) != each:
                outcome.half += 1


def main() -> None:
    """Print the outcome as JSON; exit with 1 if anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m bench.kill", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--synchronous", choices=["NORMAL", "FULL"], default="NORMAL")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = torture(Path(folder), options.kills, options.synchronous, options.seed)
    print(json.dumps(asdict(outcome)))
    raise SystemExit(outcome.bad())


if __name__ == "__main__":
    main()
