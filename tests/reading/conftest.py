"""The library's own reader, loaded once for all tests of reading; and what it misreads.

``misread.txt`` lists the tests whose sentence the model's present weights misread, in a way that
no rule can see: a wrong tree or tag. They must fail; one that passes is to be taken off the list.
"""

from pathlib import Path

import pytest

from claimgraph.model import Attribution, Reading
from claimgraph.reading.reader import Reader

#: How a test ends that does not find what it looks for.
_MISSED = (AssertionError, IndexError)
MISREAD = Path(__file__).with_name("misread.txt")


def misread() -> list[str]:
    """The tests, as pytest names them."""
    return MISREAD.read_text(encoding="utf-8").splitlines()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the listed tests to fail."""
    known = frozenset(misread())
    for item in items:
        if item.nodeid in known:
            reason = "the model's weights misread this sentence"
            item.add_marker(pytest.mark.xfail(reason=reason, strict=True, raises=_MISSED))


@pytest.fixture(scope="session")
def own_reader() -> Reader:
    return Reader(threads=1)


def by_cue(reading: Reading, cue: str) -> Attribution:
    """The one attribution whose cue holds these words; without one, the error shows all."""
    found = [
        item for item in reading.attributions if cue in " ".join(span.text for span in item.cue)
    ]
    shown = [
        tuple(" … ".join(s.text for s in part) for part in (each.source, each.cue, each.content))
        for each in reading.attributions
    ]
    assert len(found) == 1, f"{cue!r} among {shown}"
    return found[0]
