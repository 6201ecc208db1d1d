"""A file takes the place of another when all of it is on the disk, or not at all."""

import os
from pathlib import Path

import pytest

from claimgraph.atomic import replacing
from claimgraph.errors import ClaimGraphError, OutputFileError


def test_the_old_file_stands_until_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before")
    with replacing(path) as file:
        file.write("after")
        assert path.read_text() == "before"
    assert path.read_text() == "after"


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError), replacing(path) as file:
        file.write(f"half of the aft{1 / 0}")
    assert path.read_text() == "before"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.txt"]


def test_the_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with replacing(path) as file:
        file.write("a")
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask


def test_line_ends_and_every_character_are_written_as_they_are(tmp_path: Path) -> None:
    with replacing(tmp_path / "out.txt") as file:
        file.write("a\r\nb\n\u202eé😀")
    assert (tmp_path / "out.txt").read_bytes() == "a\r\nb\n\u202eé😀".encode()


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("nowhere/out.txt", id="a folder that is not there"),
        pytest.param("file/out.txt", id="a file for a folder"),
        pytest.param("folder", id="a folder of that name"),
    ],
)
def test_a_place_that_cannot_be_written_is_our_error_and_an_os_error(
    place: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("a")
    (tmp_path / "folder").mkdir()
    with (
        pytest.raises(OutputFileError, match="cannot write") as caught,
        replacing(tmp_path / place),
    ):
        pass
    assert isinstance(caught.value, ClaimGraphError)
    assert isinstance(caught.value, OSError)
    assert sorted(entry.name for entry in tmp_path.rglob("*")) == ["file", "folder"]


def test_a_link_is_replaced_and_never_written_through(tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_text("precious")
    link = tmp_path / "out.txt"
    link.symlink_to(target)
    with replacing(link) as file:
        file.write("new")
    assert target.read_text() == "precious"
    assert link.read_text() == "new"
