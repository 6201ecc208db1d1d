"""Pictures of a report, for people to look at: ``python -m tests.browser.screenshots OUT REPORT``.

Each page is taken by day and by night, on a screen and on a phone, from its head on, as far as
``MOST`` pictures go; a PDF of all of it is beside them.
"""

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from tests.browser.chrome import Chrome, View, missing

#: Pictures of one page in one view, and how high each is, in pixels.
MOST, HEIGHT = 5, 3000

VIEWS = [View(width, scheme) for width, scheme in product((1280, 390), ("light", "dark"))]


def take(folder: Path, reports: list[Path]) -> Iterator[Path]:
    """Write the pictures, and say where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    with Chrome() as chrome:
        for report in reports:
            for view in VIEWS:
                chrome.open(report.resolve(), view)
                for number, content in enumerate(chrome.pictures(MOST, HEIGHT), 1):
                    path = folder / f"{report.stem}-{view}-{number}.png"
                    path.write_bytes(content)
                    yield path
            chrome.open(report.resolve())
            path = folder / f"{report.stem}.pdf"
            path.write_bytes(chrome.pdf())
            yield path


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print("usage: python -m tests.browser.screenshots OUT REPORT.html …", file=sys.stderr)
        return 2
    lacking = missing()
    if lacking:
        print(f"{lacking} not installed", file=sys.stderr)
        return 1
    for path in take(Path(arguments[0]), [Path(each) for each in arguments[1:]]):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
