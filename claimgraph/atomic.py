"""Files that appear whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Any, BinaryIO, TextIO

from claimgraph.errors import OutputFileError


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A text file to write in, which takes the place of ``path`` when all of it is on the disk.

    It is written beside ``path`` under another name, synced, and renamed. When the block raises,
    or the machine stops, ``path`` is as it was before. UTF-8, line ends as written.

    Raises:
        OutputFileError: The folder cannot be written in, the disk is full, or ``path`` is a folder.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     with replacing(Path(folder, "claims.txt")) as file:
    ...         _ = file.write("HTS did not issue a statement.")
    ...     print(Path(folder, "claims.txt").read_text())
    HTS did not issue a statement.
    """
    with _replacing(path, "x", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def replacing_bytes(path: Path) -> Iterator[BinaryIO]:
    """As :func:`replacing`, for a file of bytes.

    Raises:
        OutputFileError: The folder cannot be written in, the disk is full, or ``path`` is a folder.
    """
    with _replacing(path, "xb") as file:
        yield file


@contextmanager
def _replacing(path: Path, mode: str, **how: str) -> Iterator[Any]:
    draft = path.with_name(f".{path.name[:200]}.{token_hex(6)}.part")
    try:
        if path.is_dir():
            raise IsADirectoryError(f"{path} is a folder")
        with draft.open(mode, **how) as file:  # type: ignore[call-overload]
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        _sync(path.parent)
    except OSError as error:
        raise OutputFileError(
            f"cannot write {path}: {error.strerror or error}; nothing was changed there"
        ) from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _sync(folder: Path) -> None:
    """Put a renamed entry of ``folder`` on the disk, where the system can do that for folders."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
