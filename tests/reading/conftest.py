"""The library's own reader, loaded once for all tests of reading."""

import pytest

from claimgraph.model import Attribution, Reading
from claimgraph.reading.reader import Reader


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
