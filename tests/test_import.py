"""``import claimgraph`` costs next to nothing: heavy packages come when they are used."""

import subprocess
import sys

import pytest

HEAVY = {"spacy", "networkx", "sqlalchemy", "pandas", "onnxruntime"}


def modules_after(code: str) -> set[str]:
    """Names of the modules that a fresh interpreter has loaded after ``code``."""
    command = [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import claimgraph", id="the package"),
        pytest.param("import claimgraph; claimgraph.Claim", id="a record"),
        pytest.param("import claimgraph.cli", id="the command line"),
    ],
)
def test_import_is_light(code: str) -> None:
    assert HEAVY.isdisjoint(modules_after(code))


def test_import_takes_at_most_three_tenths_of_a_second() -> None:
    code = "import time; t = time.process_time(); import claimgraph; print(time.process_time() - t)"
    command = [sys.executable, "-c", code]
    runs = [
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(runs) <= 0.3


def test_every_public_name_can_be_reached_and_is_listed() -> None:
    import claimgraph

    for name in claimgraph.__all__:
        assert getattr(claimgraph, name) is not None
    assert set(claimgraph.__all__) <= set(dir(claimgraph))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    import claimgraph

    with pytest.raises(AttributeError, match="truth"):
        claimgraph.truth  # noqa: B018


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    import claimgraph

    assert claimgraph.__version__ == version("claimgraph")
