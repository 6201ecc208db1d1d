"""Folders that appear whole or not at all."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from claimgraph.errors import OutputFileError


@contextmanager
def replacing_folder(path: Path, is_ours: Callable[[str], bool]) -> Iterator[Path]:
    """A folder to put files in, which takes the place of ``path`` when the block ends.

    It is filled beside ``path`` under another name, and renamed. When the block raises, ``path`` is
    as it was before.

    Args:
        path: Where it should be: nothing, an empty folder, or a folder of files that may be
            replaced.
        is_ours: Whether a file of that name may be replaced. A folder with any other is left alone.

    Raises:
        OutputFileError: It cannot be written, or ``path`` holds what may not be replaced.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place:
    ...     with replacing_folder(Path(place, "tables"), str.isdigit) as folder:
    ...         _ = (folder / "claims.csv").write_text("id")
    ...     print(*(each.name for each in Path(place, "tables").iterdir()))
    claims.csv
    """
    mark = f"{path.name[:200]}.{token_hex(6)}"
    draft, old = path.with_name(f".{mark}.part"), path.with_name(f".{mark}.old")
    try:
        _may_be_replaced(path, is_ours)
        draft.mkdir()
        yield draft
        if path.exists():
            path.rename(old)
        try:
            draft.rename(path)
        except OSError:
            with suppress(OSError):
                old.rename(path)
            raise
    except OutputFileError:
        raise
    except OSError as error:
        raise OutputFileError(
            f"cannot write {path}: {error.strerror or error}; nothing was changed there"
        ) from error
    finally:
        for each in (draft, old):
            shutil.rmtree(each, ignore_errors=True)


def _may_be_replaced(path: Path, is_ours: Callable[[str], bool]) -> None:
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        raise OutputFileError(f"cannot write {path}: it is no folder; nothing was changed there")
    others = sorted(
        each.name for each in path.glob("*") if not each.is_file() or not is_ours(each.name)
    )
    if others:
        raise OutputFileError(
            f"cannot write {path}: it holds {others[0]}, which would be lost; name a new folder"
        )
