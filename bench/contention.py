"""Several processes write to one store while many read it: nobody may be told to come back later.

``python -m bench.contention --seconds 20`` for SQLite, with ``--postgresql`` for a server of its
own. Each writer, again and again, adds a reading, answers one of a few questions that all writers
share with its new claim (reading what is there, adding to it, writing it back), and confirms one
claim that all writers confirm. In the end every acknowledged answer and confirmation must be there.
Each reader asks, again and again, for counts that must fit each other in every snapshot.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles
from typing import Any

from sqlalchemy import Select, func, select

from bench.small import CLAIMS, reading
from claimgraph.errors import ClaimGraphError
from claimgraph.model import Judgement, Question
from claimgraph.store import Store, schema
from tests.cluster import Cluster

QUESTIONS = 10

_fork = get_context("fork")

#: Where the processes wait for each other, so that all begin at once.
_start: list[Any] = []


@dataclass
class Done:
    """What one process did."""

    claims: list[str] = field(default_factory=list)
    answers: list[tuple[str, str]] = field(default_factory=list)
    judgements: list[str] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    torn: int = 0


@dataclass
class Outcome:
    """What was counted in all processes."""

    location: str
    writers: int
    readers: int
    seconds: float
    transactions: int
    reads: int
    errors: int
    lost_readings: int
    lost_answers: int
    lost_judgements: int
    torn_snapshots: int
    faults: int
    write_ms_p50: float
    write_ms_p99: float
    read_ms_p50: float
    read_ms_p99: float

    def bad(self) -> bool:
        return bool(
            self.errors
            or self.lost_readings
            or self.lost_answers
            or self.lost_judgements
            or self.torn_snapshots
            or self.faults
        )


def question(number: int, *claims: str) -> Question:
    return Question(text=f"Question {number}?", claims=claims)


def deadline(seconds: float) -> float:
    """Wait for all the others; when the time will be up."""
    _start[0].wait()
    return time.time() + seconds


def write(location: str, writer: int, seconds: float, first_claim: str) -> Done:
    """Add, answer and confirm until the time is up."""
    done = Done()
    with Store.open(location) as store:
        number, until = 0, deadline(seconds)
        while time.time() < until:
            number += 1
            new = reading(number, writer)
            claim = new.claims[0].id
            asked = question(number % QUESTIONS, claim)
            confirmed = Judgement(
                decision="confirm", subjects=[first_claim], by=f"Writer {writer}", reason="seen"
            )
            if timed(done, partial(store.add, [new])):
                done.claims.append(claim)
            if timed(done, partial(store.join, [asked])):
                done.answers.append((asked.id, claim))
            if timed(done, partial(store.judge, [confirmed])):
                done.judgements.append(confirmed.id)
    return done


def read(location: str, seconds: float) -> Done:
    """Ask for counts until the time is up."""
    counts = select(
        select(func.count(schema.document.c.id)).scalar_subquery(),
        select(func.count(schema.claim.c.id)).scalar_subquery(),
    )
    done = Done()
    with Store.open(location) as store:
        until = deadline(seconds)
        while time.time() < until:
            timed(done, partial(look, store, counts, done))
    return done


def look(store: Store, counts: Select[Any], done: Done) -> None:
    row: Any = next(store.rows(counts))
    documents, claims = row
    done.torn += claims != CLAIMS * documents


def timed(done: Done, step: Callable[[], object]) -> bool:
    """Whether the step came through; it is timed, and its error kept."""
    begin = time.perf_counter()
    try:
        step()
    except ClaimGraphError as error:
        done.errors.append(f"{type(error).__name__}: {error}")
        return False
    finally:
        done.milliseconds.append((time.perf_counter() - begin) * 1000)
    return True


def contend(location: str, writers: int, readers: int, seconds: float) -> Outcome:
    """Let processes write and read for so many seconds, and look at what they leave."""
    begun = reading(0)
    with Store.open(location) as store:
        store.add([begun])
    first_claim = begun.claims[0].id
    together = writers + readers
    with _fork.Pool(together, _start.append, (_fork.Barrier(together),)) as pool:
        writing = [
            pool.apply_async(write, (location, writer, seconds, first_claim))
            for writer in range(1, writers + 1)
        ]
        reading_ = [pool.apply_async(read, (location, seconds)) for _ in range(readers)]
        written = [each.get() for each in writing]
        seen = [each.get() for each in reading_]
    for error in {error for done in (*written, *seen) for error in done.errors}:
        print(error, file=sys.stderr)
    with Store.open(location) as store:
        claims = column(store, schema.claim.c.id)
        judgements = column(store, schema.judgement.c.id)
        answered = {tuple(row) for row in store.rows(select(schema.question_claim))}
        bodies = [row.body for row in store.rows(select(schema.question.c.body))]
        told = {
            (asked.id, claim)
            for asked in map(Question.model_validate_json, bodies)
            for claim in asked.claims
        }
        faults = store.check()
        kind = store.dialect
    for fault in faults:
        print(fault, file=sys.stderr)
    writes = sorted(each for done in written for each in done.milliseconds)
    reads = sorted(each for done in seen for each in done.milliseconds)
    answers = {answer for done in written for answer in done.answers}
    return Outcome(
        location=kind,
        writers=writers,
        readers=readers,
        seconds=seconds,
        transactions=len(writes),
        reads=len(reads),
        errors=sum(len(done.errors) for done in (*written, *seen)),
        lost_readings=len({claim for done in written for claim in done.claims} - claims),
        lost_answers=len(answers - answered) + len(answers - told),
        lost_judgements=len({each for done in written for each in done.judgements} - judgements),
        torn_snapshots=sum(done.torn for done in seen),
        faults=len(faults),
        write_ms_p50=share(writes, 50),
        write_ms_p99=share(writes, 99),
        read_ms_p50=share(reads, 50),
        read_ms_p99=share(reads, 99),
    )


def column(store: Store, of: Any) -> set[str]:
    return {row[0] for row in store.rows(select(of))}


def share(values: list[float], percent: int) -> float:
    """The value that so many percent of the values do not pass."""
    return round(quantiles(values, n=100)[percent - 1], 1) if len(values) > 1 else 0.0


def main() -> None:
    """Print the outcome as JSON; exit with 1 if anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.contention", description=__doc__)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--postgresql", action="store_true", help="on a server of its own")
    options = parser.parse_args()
    with ExitStack() as stack:
        if options.postgresql:
            location = stack.enter_context(Cluster()).fresh()
        else:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            location = str(Path(folder) / "store.db")
        outcome = contend(location, options.writers, options.readers, options.seconds)
    print(json.dumps(asdict(outcome)))
    raise SystemExit(outcome.bad())


if __name__ == "__main__":
    main()
