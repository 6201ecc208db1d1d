"""A folder takes the place of another when all of it is there, or not at all."""

from pathlib import Path

import pytest

from claimgraph.atomic import replacing_bytes
from claimgraph.errors import OutputFileError
from claimgraph.interop.folders import replacing_folder


def is_table(name: str) -> bool:
    return name.endswith(".csv")


def names(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*"))


@pytest.mark.parametrize(
    "before", [pytest.param(None, id="nothing"), pytest.param([], id="an empty folder")]
)
def test_a_folder_appears_with_its_files(before: list[str] | None, tmp_path: Path) -> None:
    if before is not None:
        (tmp_path / "out").mkdir()
    with replacing_folder(tmp_path / "out", is_table) as folder:
        (folder / "claims.csv").write_text("new")
    assert names(tmp_path) == ["out", "out/claims.csv"]


def test_files_of_ours_are_replaced_all_together(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old.csv").write_text("old")
    with replacing_folder(tmp_path / "out", is_table) as folder:
        (folder / "claims.csv").write_text("new")
        assert names(tmp_path / "out") == ["old.csv"]
    assert names(tmp_path) == ["out", "out/claims.csv"]


@pytest.mark.parametrize("other", ["notes.txt", "more/claims.csv"])
def test_a_folder_that_holds_anything_else_is_left_alone(other: str, tmp_path: Path) -> None:
    path = tmp_path / "out" / other
    path.parent.mkdir(parents=True)
    path.write_text("precious")
    before = names(tmp_path)
    with (
        pytest.raises(OutputFileError, match="would be lost; name a new folder"),
        replacing_folder(tmp_path / "out", is_table),
    ):
        raise AssertionError("nothing may be written")
    assert names(tmp_path) == before
    assert path.read_text() == "precious"


def test_an_error_leaves_the_old_folder_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old.csv").write_text("old")
    with pytest.raises(ZeroDivisionError), replacing_folder(tmp_path / "out", is_table) as folder:
        (folder / "claims.csv").write_text(f"half {1 / 0}")
    assert names(tmp_path) == ["out", "out/old.csv"]


@pytest.mark.parametrize("place", ["nowhere/out", "file", "file/out", "link"])
def test_a_place_that_cannot_be_written_is_our_error(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a")
    (tmp_path / "target").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "target")
    before = names(tmp_path)
    with (
        pytest.raises(OutputFileError, match="cannot write"),
        replacing_folder(tmp_path / place, is_table),
    ):
        pass
    assert names(tmp_path) == before


def test_a_file_of_bytes_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "out.bin"
    path.write_bytes(b"before")
    with pytest.raises(ZeroDivisionError), replacing_bytes(path) as file:
        file.write(b"\x00\xff" * (1 // 0))
    assert path.read_bytes() == b"before"
    with replacing_bytes(path) as file:
        file.write(b"\x00\xff\r\n")
    assert path.read_bytes() == b"\x00\xff\r\n"
    assert names(tmp_path) == ["out.bin"]
