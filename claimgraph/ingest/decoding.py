"""Bytes to characters, without guessing: a mark, a declaration, or UTF-8."""

import codecs
from dataclasses import dataclass
from typing import Literal

from claimgraph.errors import InputFileError

#: What to do with bytes that cannot be decoded.
Undecodable = Literal["refuse", "replace"]

#: Byte order marks, the longer ones first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Encodings of text, by Python's name for them. Pages that declare ASCII or Latin-1 mean
#: Windows-1252 (WHATWG Encoding Standard); others that Python knows are no encodings of text, or
#: run what they hold.
_KNOWN = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
} | {
    name: name
    for name in (
        "utf-8 utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be "
        "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp437 cp850 cp866 cp874 "
        "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 "
        "iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic "
        "gb18030 big5 big5hkscs euc_jp iso2022_jp cp932 cp949"
    ).split()
}

#: Beginnings of files that hold no text, and what they are.
_NO_TEXT = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "an archive or an office document",
    b"PK\x05\x06": "an archive",
    b"\x1f\x8b": "a compressed file",
    b"BZh": "a compressed file",
    b"\xfd7zXZ\x00": "a compressed file",
    b"\x28\xb5\x2f\xfd": "a compressed file",
    b"7z\xbc\xaf\x27\x1c": "an archive",
    b"Rar!\x1a\x07": "an archive",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an office document",
    b"{\\rtf": "a document in RTF",
    b"\x89PNG\r\n": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"SQLite format 3\x00": "a database",
    b"\x7fELF": "a program",
}


@dataclass(frozen=True)
class Decoded:
    """The characters of a file.

    Attributes:
        text: All of them, a byte order mark included: as U+FEFF, in front.
        encoding: How they were written, as Python calls it.
        undecodable: How many of them are U+FFFD in place of bytes that could not be decoded.
    """

    text: str
    encoding: str
    undecodable: int = 0


def decode(
    data: bytes,
    *,
    encoding: str | None = None,
    declared: str | None = None,
    undecodable: Undecodable = "refuse",
) -> Decoded:
    r"""The characters that bytes stand for.

    Args:
        data: What a file holds.
        encoding: What a person says that it is; it comes before everything else.
        declared: What the file says of itself; a byte order mark comes before it.
        undecodable: ``"replace"`` puts U+FFFD for what cannot be decoded, and counts it.

    Raises:
        InputFileError: The bytes are no text, are not in this encoding, or the encoding is not
            known; the message says what to do.

    >>> decode(b"\xef\xbb\xbfSANA said").encoding
    'utf-8'
    >>> decode(b"caf\xe9 au lait")
    Traceback (most recent call last):
        ...
    claimgraph.errors.InputFileError: byte 4 is not UTF-8; say what it is, such as
    encoding="windows-1252", or ask for undecodable="replace"
    >>> decode(b"caf\xe9 au lait", undecodable="replace")
    Decoded(text='caf\ufffd au lait', encoding='utf-8', undecodable=1)
    """
    for beginning, what in _NO_TEXT.items():
        if data.startswith(beginning):
            raise InputFileError(f"it is {what}, which is not opened; save what it says as text")
    name, why = _encoding(data, encoding, declared)
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError as error:
        if undecodable == "refuse":
            raise InputFileError(_complaint(data, error, name, why)) from None
    text = data.decode(name, errors="replace")
    # What the file itself writes as U+FFFD was decoded.
    own = data.decode(name, errors="ignore").count("\N{REPLACEMENT CHARACTER}")
    return Decoded(text, name, text.count("\N{REPLACEMENT CHARACTER}") - own)


def known_encoding(label: str) -> str | None:
    """What Python calls an encoding of text that has such a label; ``None`` for all others.

    >>> known_encoding("ISO-8859-1"), known_encoding("rot13")
    ('cp1252', None)
    """
    try:
        return _KNOWN.get(codecs.lookup(label.strip()).name)
    except (LookupError, ValueError):
        return None


def _encoding(data: bytes, given: str | None, declared: str | None) -> tuple[str, str]:
    """The encoding, and why it is this one."""
    if given is not None:
        name = known_encoding(given)
        if name is None:
            raise InputFileError(
                f"the encoding {given!r} is not known; use a name such as utf-8 or windows-1252"
            )
        return name, f", as encoding={given!r} says"
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return marked, ", as its byte order mark says"
    if declared is not None:
        name = known_encoding(declared)
        if name is None:
            raise InputFileError(
                f"it declares the encoding {declared[:40]!r}, which is not known; say what it is, "
                'such as encoding="utf-8"'
            )
        # Who could read this in bytes does not write two bytes a character.
        return ("utf-8" if name.startswith(("utf-16", "utf-32")) else name), ", as it declares"
    return "utf-8", ""


def _complaint(data: bytes, error: UnicodeDecodeError, name: str, why: str) -> str:
    shown = name.upper() if name.startswith("utf") else name
    if "unexpected end" in error.reason or error.reason == "truncated data":
        return (
            f"it ends in the middle of a character of {shown}{why}: it is cut off, or not "
            f'{shown}; get it again, say its encoding, or ask for undecodable="replace"'
        )
    if not why and data[:4000].count(0) * 5 > len(data[:4000]):
        return (
            f"byte {error.start + 1} is not {shown}, and it is full of NULs: say "
            'encoding="utf-16-le" where it is that, else it is no text'
        )
    return (
        f"byte {error.start + 1} is not {shown}{why}; say what it is, such as "
        'encoding="windows-1252", or ask for undecodable="replace"'
    )
