"""Whatever files and folders hold: records to be added, and articles to be read first."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from typing_extensions import Unpack

from claimgraph.errors import ClaimGraphError, InputFileError, MissingExtraError
from claimgraph.ingest import Account, Ingested, Known, Refused, articles
from claimgraph.ingest.article import ENDINGS as ARTICLES
from claimgraph.ingest.article import MANY, Hints
from claimgraph.ingest.opening import ending, files_in, is_there, must_be_ordinary, shown
from claimgraph.ingest.rows import from_row, is_article
from claimgraph.interop import anything, brat
from claimgraph.interop.jsonl import TopRecord
from claimgraph.model import Reading
from claimgraph.text.strict import lines_of, objects

#: Every ending that is known.
ENDINGS = (*dict.fromkeys((*anything.ENDINGS, *MANY, *ARTICLES)),)

Item = TopRecord | Ingested | Refused


class Gathering:
    """What some files and folders hold. They are read whenever something is asked for.

    A text that stands in one of the annotated readings, as it is, is not read again; nor is the
    text beside an ``.ann`` file of brat.

    >>> gathering = Gathering(["seeds"])
    >>> gathering.check()
    []
    >>> len(gathering.annotated), sum(1 for _ in gathering.articles())
    (7, 0)
    >>> sum(1 for _ in Gathering(["seeds"], again=True).articles())
    7
    """

    def __init__(
        self, paths: Iterable[str | Path], *, again: bool = False, **known: Unpack[Known]
    ) -> None:
        """Find the files.

        Args:
            paths: Files and folders.
            again: Read the documents of annotated readings too. Records are left out then, since
                they are about what the annotation says.
            known: What a person knows of all the articles; see
                :func:`claimgraph.ingest.article.ingest`.

        Raises:
            InputFileError: A path is not there, a file has another ending, or a folder holds none.
            RecordError: ``published`` is no time.
        """
        self._hints = Hints.of(known)
        self._known = known
        self._again = again
        self._paths, self._unreadable = _files(map(Path, paths))
        self._digests: set[str] = set()
        self._checked = False
        #: Where the texts come from that are annotated already; known after :meth:`check`.
        self.annotated: list[str] = []
        #: How many records are left out; known after :meth:`check`.
        self.left_out = 0

    def __iter__(self) -> Iterator[Item]:
        """Everything, one at a time, file by file."""
        yield from self._unreadable
        for path in self._paths:
            yield from self._of_file(path)

    def check(self, items: Iterable[Item] | None = None) -> list[Refused]:
        """Go through everything once.

        Args:
            items: The same as the gathering gives, where somebody counts them on the way.

        Returns:
            What cannot be used, and why.
        """
        refused = []
        digests: dict[str, str] = {}
        self._digests.clear()
        self.left_out = 0
        self._checked = True
        for item in self if items is None else items:
            if isinstance(item, Refused):
                refused.append(item)
            elif isinstance(item, Ingested):
                digests[item.where] = item.document.sha256
            elif isinstance(item, Reading):
                self._digests.add(item.document.sha256)
            elif self._again:
                self.left_out += 1
        self.annotated = [where for where, digest in digests.items() if digest in self._digests]
        return refused

    def records(self) -> Iterator[TopRecord]:
        """The records, in an order in which they can be added; none where all is read again."""
        if not self._again:
            records = (each for each in self if not isinstance(each, Ingested | Refused))
            yield from anything.in_order(records)

    def articles(self) -> Iterator[Ingested]:
        """The articles to be read. Without a :meth:`check` before, everything is read twice."""
        if not self._checked:
            self.check()
        for item in self:
            if isinstance(item, Ingested) and item.document.sha256 not in self._digests:
                yield item
            elif isinstance(item, Reading) and self._again:
                document = item.document
                account = Account.of_all(document.text)
                yield Ingested(document, account, document.id, "document")

    def _of_file(self, path: Path) -> Iterator[Item]:
        try:
            if self._paths[path]:
                # Whoever names a pipe wants to wait for it.
                must_be_ordinary(path)
            if ending(path) == ".ann":
                about = self._hints.about
                given = {
                    "title": about.title,
                    "url": about.url,
                    "publisher": about.publisher,
                    "published": about.published,
                }
                yield from brat.load(path, **{k: v for k, v in given.items() if v})
            elif ending(path) in MANY:
                yield from self._of_lines(path)
            else:
                yield from articles(path, errors="return", **self._known)
        except MissingExtraError:
            raise
        except ClaimGraphError as error:
            yield Refused(shown(path), error)

    def _of_lines(self, path: Path) -> Iterator[Item]:
        for number, fields in objects(lines_of(path), str(path)):
            if is_article(fields):
                yield from_row(fields, f"{shown(path)} line {number}", self._hints.about)
            else:
                yield anything.from_fields(fields, f"{path} line {number}")


def _files(paths: Iterable[Path]) -> tuple[dict[Path, bool], list[Refused]]:
    """The files that are named, and in folders those with a known ending; whether in a folder.

    And the folders that may not be read.
    """
    found: dict[Path, bool] = {}
    refused: list[Refused] = []
    for path in paths:
        if is_there(path) and path.is_dir():
            inside, unreadable = files_in(path, ENDINGS)
            refused += [Refused(shown(path), error) for error in unreadable]
            if not inside and not unreadable:
                raise InputFileError(
                    f"{shown(path)}: no file in this folder ends in {', '.join(ENDINGS)}"
                )
            for each in inside:
                if not _is_of_brat(each):
                    found.setdefault(each, True)
        elif ending(path) in ENDINGS and is_there(path):
            found[path] = False
        else:
            problem = "has another ending" if is_there(path) else "is not there"
            raise InputFileError(
                f"{shown(path)} {problem}; files to add end in {', '.join(ENDINGS)}, and archives "
                "are not opened"
            )
    return found, refused


def _is_of_brat(path: Path) -> bool:
    """Whether it is the text beside an annotation of brat."""
    return path.suffix == ".txt" and path.with_suffix(".ann").exists()
