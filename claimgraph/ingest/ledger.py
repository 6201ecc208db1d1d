"""Copies a text, and knows of every character whether it was kept or why it was not."""

import re

from claimgraph.ingest.account import Account, Drop

_REASONS = tuple(Drop)
_KEPT, _LINE_FEED, _SPACE = 0, 254, 255
_RUN = re.compile(rb"(.)\1*+", re.DOTALL)
_WRITTEN = {_LINE_FEED: "\n", _SPACE: " "}


class Ledger:
    r"""One fate for every character of a text. The first that is noted stays.

    >>> ledger = Ledger("**HTS** denied\nit.")
    >>> ledger.drop(0, 2, Drop.MARKUP)
    >>> ledger.drop(5, 7, Drop.MARKUP)
    >>> ledger.as_space(14)
    >>> ledger.insert(18, " …")
    >>> ledger.text()
    'HTS denied it. …'
    >>> print(ledger.account())
    16 characters, 14 of 18 kept, 2 added; dropped 4: markup 4
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._fates = bytearray(len(source))
        self._insertions: dict[int, str] = {}

    def drop(self, start: int, end: int, reason: Drop) -> None:
        """Leave out a range, as far as nothing was said of its characters yet."""
        self._note(start, end, _REASONS.index(reason) + 1)

    def as_space(self, at: int) -> None:
        """Let one white-space character be a space: a line was wrapped there."""
        self._note(at, at + 1, _SPACE)

    def as_line_feed(self, at: int) -> None:
        """Let one character, which ends a line, be a line feed."""
        self._note(at, at + 1, _LINE_FEED)

    def insert(self, at: int, text: str) -> None:
        """Write something that does not stand in the source before the character at ``at``."""
        self._insertions[at] = self._insertions.get(at, "") + text

    def is_open(self, at: int) -> bool:
        """Whether nothing was noted of a character yet."""
        return self._fates[at] == _KEPT

    def text(self, start: int = 0, end: int | None = None) -> str:
        """The copy, or that of a range."""
        end = len(self.source) if end is None else end
        pieces: list[str] = []
        at = start
        for place in sorted(place for place in self._insertions if start <= place <= end):
            pieces.extend(self._copied(at, place))
            pieces.append(self._insertions[place])
            at = place
        pieces.extend(self._copied(at, end))
        return "".join(pieces)

    def account(self) -> Account:
        """How many characters were kept, dropped and added."""
        counts = ((reason, self._fates.count(code)) for code, reason in enumerate(_REASONS, 1))
        dropped = {reason: count for reason, count in counts if count}
        return Account(
            characters=len(self.source),
            kept=len(self.source) - sum(dropped.values()),
            dropped=dropped,
            added=sum(map(len, self._insertions.values())),
        )

    def _note(self, start: int, end: int, code: int) -> None:
        fates = self._fates[start:end]
        self._fates[start:end] = fates.replace(b"\0", bytes((code,)))

    def _copied(self, start: int, end: int) -> list[str]:
        pieces = []
        for run in _RUN.finditer(self._fates, start, end):
            code = run[1][0]
            if code == _KEPT:
                pieces.append(self.source[run.start() : run.end()])
            elif code in _WRITTEN:
                pieces.append(_WRITTEN[code] * (run.end() - run.start()))
        return pieces
