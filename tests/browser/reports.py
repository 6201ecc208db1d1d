from pathlib import Path

REPORTS = ("x",)


class Pages: ...


def write(name: str, folder: Path) -> Pages:
    return Pages()
