"""Characters that no reader sees: taken out of a text before it is read, and counted."""

import re

from claimgraph.errors import InputFileError
from claimgraph.ingest.account import Account, Drop
from claimgraph.ingest.ledger import Ledger

_BOM = "\ufeff"

#: Ends of lines that are no line feed; soft hyphens and joints of no width, which break words that
#: a reader sees as one; and controls, NUL among them.
_UNSEEN = re.compile(
    r"(?P<both>\r(?=\n))"
    "|(?P<line>[\r\x0b\x0c\x85\u2028\u2029])"
    "|(?P<invisible>[\u00ad\u200b\u2060\ufeff])"
    "|(?P<control>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f])"
)

#: A text of which more than this share are controls is none.
MOST_CONTROLS = 0.05


def clean(text: str) -> tuple[str, Account]:
    r"""A text with line feeds as its only line ends, and without what cannot be seen.

    Raises:
        InputFileError: It holds half a surrogate pair, or so many control characters that it is
            no text.

    >>> text, account = clean("chlo\u00adrine,\r\nhe said")
    >>> text
    'chlorine,\nhe said'
    >>> print(account)
    17 characters, 17 of 19 kept; dropped 2: invisible characters 1, line ends 1
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputFileError(
            f"character {error.start + 1} is half a surrogate pair, which no text can hold; decode "
            "the bytes as what they are"
        ) from None
    ledger = Ledger(text)
    controls = 0
    for found in _UNSEEN.finditer(text):
        start, end = found.span()
        if found.lastgroup == "both":
            ledger.drop(start, end, Drop.LINE_ENDS)
        elif found.lastgroup == "line":
            ledger.as_line_feed(start)
        elif found.lastgroup == "control":
            ledger.drop(start, end, Drop.CONTROL_CHARACTERS)
            controls += 1
        elif start == 0 and found[0] == _BOM:
            ledger.drop(start, end, Drop.BYTE_ORDER_MARK)
        else:
            ledger.drop(start, end, Drop.INVISIBLE_CHARACTERS)
    if controls > MOST_CONTROLS * len(text):
        raise InputFileError(
            f"it is no text: {controls:,} of its {len(text):,} characters are controls, such as "
            'NUL; if it is UTF-16 without a byte order mark, say encoding="utf-16-le"'
        )
    return ledger.text(), ledger.account()
