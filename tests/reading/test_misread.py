"""The list of sentences that the model misreads is a list of tests that exist."""

import pytest

from tests.reading.conftest import misread


def test_the_misread_sentences_are_tests_each_named_once(request: pytest.FixtureRequest) -> None:
    listed = misread()
    assert listed == sorted(set(listed))
    config = request.config
    if config.option.keyword or any("::" in argument for argument in config.args):
        pytest.skip("a run of some tests cannot tell about the others")
    collected = {item.nodeid for item in request.session.items}
    files = {name.split("::")[0] for name in collected}
    # A run of some files knows theirs alone.
    unknown = [name for name in listed if name.split("::")[0] in files and name not in collected]
    assert unknown == []
