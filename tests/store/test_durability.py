"""Processes are killed, and many work at once; the long versions are ``bench.kill`` and
``bench.contention``.
"""

from pathlib import Path

from bench.contention import contend
from bench.kill import torture


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    outcome = torture(tmp_path, kills=10)
    assert outcome.acknowledged > 0
    assert not outcome.bad(), outcome


def test_processes_that_write_and_read_at_once_do_not_disturb_each_other(location: str) -> None:
    outcome = contend(location, writers=3, readers=4, seconds=2)
    assert outcome.transactions > 0
    assert outcome.reads > 0
    assert not outcome.bad(), outcome
