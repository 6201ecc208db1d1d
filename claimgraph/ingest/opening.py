"""Files and folders, without surprises: no waiting for a pipe, no endless device, no cycles."""

import os
import stat
from collections.abc import Collection
from pathlib import Path

from claimgraph.errors import InputFileError

#: Bytes of the largest file that is read.
LARGEST_FILE = 20_000_000

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_file(path: Path) -> bytes:
    """All that an ordinary file holds. A link is followed.

    Raises:
        InputFileError: It is not there, is a folder, a pipe or a device, is empty or too large, or
            may not be read.
    """
    name = shown(path)
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or error
        raise InputFileError(f"cannot read {name}: {detail}") from error
    try:
        with os.fdopen(handle, "rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if not stat.S_ISREG(mode):
                raise InputFileError(f"{name} is no ordinary file; save what it says in one")
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        # A folder can be opened on some systems, but not read.
        raise InputFileError(f"cannot read {name}: {error.strerror or error}") from error
    if len(data) > LARGEST_FILE:
        raise InputFileError(
            f"{name} is larger than {LARGEST_FILE:,} bytes; split it into its articles"
        )
    if not data:
        raise InputFileError(f"{name} is empty")
    return data


def must_be_ordinary(path: Path) -> None:
    """Refuse what is there and is no ordinary file; a program that opens a pipe waits for it.

    Raises:
        InputFileError: It is a pipe, a device or a folder.
    """
    if is_there(path) and not path.is_file():
        raise InputFileError(f"{shown(path)} is no ordinary file; save what it says in one")


def is_there(path: Path) -> bool:
    """Whether there is such a path; a name that can be none is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def files_in(folder: Path, endings: Collection[str]) -> tuple[list[Path], list[InputFileError]]:
    """The files of a folder and of the folders in it, by name.

    Links to files are taken, links to folders are not followed. What begins with a dot, and a
    README, which is about the folder, is left out.

    Args:
        folder: Where to look.
        endings: Those of the names to take, in lower case, with their dots.

    Returns:
        The files, and an error for every folder that may not be read.
    """
    unreadable: list[InputFileError] = []

    def note(error: OSError) -> None:
        at = shown(Path(error.filename or folder))
        unreadable.append(InputFileError(f"cannot read {at}: {error.strerror or error}"))

    found = []
    for at, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            Path(at, name)
            for name in names
            if ending(name) in endings
            and not name.startswith(".")
            and Path(name).stem.casefold() != "readme"
        ]
    return sorted(found), unreadable


def ending(name: str | Path) -> str:
    """The ending of a file's name, in lower case, with its dot.

    >>> ending("Aleppo.HTML")
    '.html'
    """
    return Path(name).suffix.lower()


def shown(path: str | Path) -> str:
    """A path as text that can be printed and stored, whatever bytes its name is made of."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")
