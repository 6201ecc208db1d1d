"""``ingest``: one article in any form, out of it a document and the account of its characters."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, Self, TypedDict

from typing_extensions import Unpack

from claimgraph.errors import InputFileError
from claimgraph.ingest.about import About, about_from
from claimgraph.ingest.account import Account, Prose
from claimgraph.ingest.cleaning import clean
from claimgraph.ingest.decoding import Decoded, Undecodable, decode
from claimgraph.ingest.markdown import from_markdown
from claimgraph.ingest.opening import ending, is_there, read_file, shown
from claimgraph.ingest.page import from_html
from claimgraph.ingest.plain import from_plain
from claimgraph.model import Document, Interval
from claimgraph.text.dateline import day_told

#: What a text may be written in.
Kind = Literal["text", "markdown", "html"]

#: What files of articles are, by the ending of their names.
ENDINGS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}

#: Endings of files that hold many.
MANY = (".jsonl", ".ndjson")

_FROM: dict[Kind, Callable[[str], Prose]] = {
    "text": from_plain,
    "markdown": from_markdown,
    "html": from_html,
}
_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_CHARSET = re.compile(
    rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_FIELDS = ("title", "url", "publisher", "published", "language")
#: A page declares its encoding in so many bytes.
_DECLARED_WITHIN = 4096


@dataclass(frozen=True)
class Ingested:
    """An article that can be read.

    Attributes:
        document: Its text, to which all offsets refer, and what is known of it.
        account: What became of the characters that came.
        where: What it came from: a path, or a line of a file.
        kind: What it was written in; "row" for a line of JSON Lines, "document" for what was one.
        encoding: How its characters were written; "" where they came as characters.
        warnings: What a person should know.
    """

    document: Document
    account: Account
    where: str
    kind: str
    encoding: str = ""
    warnings: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """Everything but the text, as a JSON object."""
        document = self.document
        return {
            "file": self.where,
            "kind": self.kind,
            "document_id": document.id,
            "title": document.title,
            "url": document.url,
            "publisher": document.publisher,
            "published": str(document.published) if document.published else None,
            "language": document.language,
            "encoding": self.encoding,
            **self.account.plain(),
            "warnings": list(self.warnings),
        }


class IngestWarning(UserWarning):
    """Something about an article that was read should be known."""


class Known(TypedDict, total=False):
    """What a person knows of articles and their files. What they say themselves comes first."""

    title: str
    url: str
    publisher: str
    published: Interval | date | str | None
    language: str
    encoding: str | None
    undecodable: Undecodable


@dataclass(frozen=True)
class Hints:
    """What a person knows, checked.

    Attributes:
        about: Of the article.
        encoding: How its bytes are written; ``None`` to see for oneself.
        undecodable: What to do with bytes that cannot be decoded.
    """

    about: About = field(default_factory=About)
    encoding: str | None = None
    undecodable: Undecodable = "refuse"

    @classmethod
    def of(cls, known: Known) -> Self:
        """The hints in keyword arguments.

        Raises:
            RecordError: ``published`` is no time.
        """
        published = known.get("published")
        about = About(
            title=known.get("title", ""),
            url=known.get("url", ""),
            publisher=known.get("publisher", ""),
            published=None if published is None else Interval.model_validate(published),
            language=known.get("language", ""),
        )
        return cls(about, known.get("encoding"), known.get("undecodable", "refuse"))


def ingest(
    what: str | bytes | Path, *, kind: Kind | None = None, **known: Unpack[Known]
) -> Ingested:
    r"""Make one article into a document. Nothing is fetched; archives are not opened.

    Args:
        what: The path of a file, its bytes, or a text. A ``str`` is taken for a path where a file
            of that name is there; any other stays as it is, unless it is HTML or a ``kind`` is
            given.
        kind: What it is written in: ``"text"``, ``"markdown"`` or ``"html"``. By default the
            ending of a path says so, else whether it begins as a page of HTML does.
        known: What a person knows of it. ``title``, ``url``, ``publisher``, ``published`` and
            ``language`` fill in what it does not say itself. ``encoding`` is how its bytes are
            written; by default as its byte order mark says, or a page declares, else UTF-8.
            ``undecodable="replace"`` puts U+FFFD for bytes that cannot be decoded, and counts
            them.

    Raises:
        InputFileError: It cannot be used; the message says why and what to do.
        RecordError: ``published`` is no time, or the text holds a NUL.
        MissingExtraError: HTML needs the extra ``documents``.

    >>> found = ingest(b"# Blast kills 12\r\n\r\nA *ministry* said so.\r\n", kind="markdown")
    >>> found.document.text
    'Blast kills 12\n\nA ministry said so.'
    >>> print(found.account)
    35 characters, 35 of 43 kept; dropped 8: markup 4, line ends 3, white space 1
    """
    hints = Hints.of(known)
    found = read_article(what, kind, hints)
    own = About(**{name: getattr(found.document, name) for name in _FIELDS})
    return replace(found, warnings=(*found.warnings, *own.differences(hints.about)))


def read_article(what: str | bytes | Path, kind: Kind | None, hints: Hints) -> Ingested:
    """The same, where what a person knows was checked before, and is meant for many articles."""
    path = _path(what)
    if path is not None:
        what = read_file(path)
        kind = kind or ENDINGS.get(ending(path))
    assert not isinstance(what, Path)
    where = "text" if path is None else shown(path)
    try:
        if isinstance(what, str) and kind is None and not _looks_like_html(what):
            prose = Prose(what, Account.of_all(what))
            return _made(prose, hints.about, where, "text", Decoded(what, ""))
        return _ingested(what, kind, hints, where)
    except InputFileError as error:
        raise InputFileError(f"{where}: {error}") from error


def _path(what: str | bytes | Path) -> Path | None:
    """The file that is meant, if one is."""
    if not isinstance(what, str | bytes | Path):
        raise InputFileError(
            f"an article is a path, its bytes or a text, not {type(what).__name__}; "
            "for many of them there is graph.read_all(…)"
        )
    if isinstance(what, Path):
        path = what
    elif isinstance(what, bytes) or "\n" in what or "\0" in what or len(what) >= 1000:
        return None
    else:
        path = Path(what)
        if not what or not is_there(path):
            if not any(map(str.isspace, what)) and ending(path) in (*ENDINGS, *MANY):
                raise InputFileError(f"there is no file {what}")
            return None
    if (is_there(path) and path.is_dir()) or ending(path) in MANY:
        raise InputFileError(
            f"{shown(path)} may hold many articles; read them all: graph.read_all(…), or "
            "articles(…) of claimgraph.ingest"
        )
    return path


def _looks_like_html(text: str) -> bool:
    """Whether a text begins as a page does, after blanks, an XML declaration and comments.

    >>> _looks_like_html(" <!-- saved --> <!DOCTYPE html><p>…"), _looks_like_html("<b>SANA</b>")
    (True, False)
    """
    at = 0
    while True:
        while at < len(text) and (text[at].isspace() or text[at] == "\ufeff"):
            at += 1
        if text.startswith("<!--", at):
            end, past = text.find("-->", at + 4), 3
        elif text[at : at + 5].lower() == "<?xml":
            end, past = text.find(">", at), 1
        else:
            return _PAGE.match(text, at) is not None
        if end < 0:
            return False
        at = end + past


def _ingested(what: str | bytes, kind: Kind | None, hints: Hints, where: str) -> Ingested:
    size: int | None = None
    if isinstance(what, str):
        decoded = Decoded(what, "")
    else:
        begins_as_html = kind is None and _looks_like_html(what[:4096].decode("latin-1"))
        declared = _declared(what) if kind == "html" or begins_as_html else None
        decoded = decode(
            what, encoding=hints.encoding, declared=declared, undecodable=hints.undecodable
        )
        size = len(what)
    kind = kind or ("html" if _looks_like_html(decoded.text) else "text")
    text, cleaned = clean(decoded.text)
    if not text.strip():
        raise InputFileError("it holds no text")
    prose = _FROM[kind](text)
    if not prose.text.strip():
        raise InputFileError(f"no text is left of it: {prose.account}")
    account = replace(prose.account.after(cleaned), bytes=size, undecodable=decoded.undecodable)
    return _made(replace(prose, account=account), hints.about, where, kind, decoded)


def _made(prose: Prose, given: About, where: str, kind: Kind, decoded: Decoded) -> Ingested:
    """The document, with what the text says of itself and what a person says."""
    warnings = list(prose.warnings)
    own = about_from(prose.about, warnings.append)
    about = own.filled_from(given)
    if about.language and about.language.lower().split("-")[0] != "en":
        warnings.append(f"language: it is {about.language!r}; the library's reader knows English")
    if decoded.undecodable:
        warnings.append(f"{decoded.undecodable:,} characters stand for bytes that are no text")
    document = Document(
        text=prose.text,
        title=about.title,
        url=about.url,
        publisher=about.publisher,
        published=about.published or day_told(prose.text),
        **({"language": about.language} if about.language else {}),
    )
    return Ingested(document, prose.account, where, kind, decoded.encoding, tuple(warnings))


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_DECLARED_WITHIN])
    return (found[1] or found[2]).decode("ascii") if found else None
