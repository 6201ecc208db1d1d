"""A browser for all tests, and the reports that it opens."""

from collections.abc import Iterator

import pytest

from tests.browser.chrome import Chrome, missing
from tests.browser.reports import REPORTS, Pages, write


@pytest.fixture(scope="session")
def chrome() -> Iterator[Chrome]:
    """Debian's chromium, started once."""
    lacking = missing()
    if lacking:
        pytest.skip(f"{lacking} not installed: tests in a browser are left out")
    with Chrome() as running:
        yield running


@pytest.fixture(scope="session", params=REPORTS)
def pages(
    request: pytest.FixtureRequest, chrome: Chrome, tmp_path_factory: pytest.TempPathFactory
) -> Pages:
    """Each of the reports in turn, written where a browser can open it."""
    return write(request.param, tmp_path_factory.mktemp("report"))
