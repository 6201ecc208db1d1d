"""What was added comes back equal, and adding it again changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.model import Reading
from claimgraph.store import Added, Store
from tests.strategies import readings


@given(found=st.lists(readings(), max_size=4, unique_by=lambda each: each.document.id))
@settings(max_examples=40)
def test_readings_come_back_equal(store: Store, found: list[Reading]) -> None:
    # The store is not emptied between the examples: what is there already must not matter.
    store.add(found, batch=2)
    assert [store.reading(each.document.id) for each in found] == found


@given(found=st.lists(readings(), max_size=3))
@settings(max_examples=20)
def test_adding_again_changes_nothing(store: Store, found: list[Reading]) -> None:
    latest = list({each.document.id: each for each in found}.values())
    store.add(latest)
    assert store.add(latest) == Added(unchanged=len(latest))
    assert store.check() == []
