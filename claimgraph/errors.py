"""Every error of the library, in one tree.

Each has our base class and the built-in one that fits, so both ``except ClaimGraphError`` and
``except LookupError`` work. A message names the thing that is wrong and the next step::

    ClaimGraphError
    ├── RecordError            a record that breaks its own rules          (ValueError)
    │   ├── SpanError          offsets that do not fit their text
    │   └── ConflictError      an id that is taken by other content
    ├── ReadingError           a text that cannot be read                  (ValueError)
    ├── ModelError             the reader's model is missing or damaged    (RuntimeError)
    ├── InputFileError         a file that is not what it should be        (ValueError)
    ├── OutputFileError        a file that cannot be written               (OSError)
    ├── StoreError             the store cannot do what was asked          (RuntimeError)
    │   ├── NotAStoreError     a file that is no claimgraph store
    │   ├── SchemaVersionError a store made by a newer claimgraph
    │   ├── StoreFullError     no room left on the disk
    │   ├── StoreReadOnlyError a store that may not be written
    │   └── StoreBusyError     other processes held the store for too long
    ├── QueryError             a question that cannot be asked like this   (ValueError)
    │   └── ResultCountError   one() found none, or several
    ├── ReportError            a statement of a report without evidence    (ValueError)
    │   ├── EmptyReportError   no claims to report on
    │   └── UnverifiedError    a written report that does not fit the graph
    ├── UnknownRecordError     an id that is not in the graph              (LookupError)
    ├── UnknownSourceError     a name that no source bears                 (LookupError)
    └── MissingExtraError      an optional package is not installed        (ImportError)
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


class ClaimGraphError(Exception):
    """The base of everything that claimgraph raises on purpose."""


class RecordError(ClaimGraphError, ValueError):
    """A record that breaks its own rules: a wrong field, a reference to nothing, a time without a
    zone.
    """


class SpanError(RecordError):
    """Offsets that run past their text, or a span whose text is not the text at its offsets."""


class ConflictError(RecordError):
    """An id that is taken already, by a record with other content."""


class ReadingError(ClaimGraphError, ValueError):
    """A text that cannot be read: empty, too long, or not text."""


class ModelError(ClaimGraphError, RuntimeError):
    """The reader's model is missing, damaged, or lacks what was asked of it."""


class InputFileError(ClaimGraphError, ValueError):
    """A file that cannot be used as input: missing, of another kind, or broken at a named line."""


class OutputFileError(ClaimGraphError, OSError):
    """A file that cannot be written; what stood there before is untouched."""


class StoreError(ClaimGraphError, RuntimeError):
    """The store cannot do what was asked of it; nothing was changed."""


class NotAStoreError(StoreError):
    """A file that is no database, or a database that belongs to another program."""


class SchemaVersionError(StoreError):
    """A store that a newer claimgraph has made or migrated."""


class StoreFullError(StoreError):
    """No room is left where the store lies; the last addition was rolled back as a whole."""


class StoreReadOnlyError(StoreError):
    """A store, or the folder it lies in, that may not be written."""


class StoreBusyError(StoreError):
    """Other processes held the store for longer than the time limit; nothing was changed."""


class QueryError(ClaimGraphError, ValueError):
    """A question that cannot be asked like this: an unknown field, a value outside its
    vocabulary.
    """


class ResultCountError(QueryError):
    """``one()`` was asked of a query that finds none, or several."""


class ReportError(ClaimGraphError, ValueError):
    """A report that would say something without evidence, or whose evidence does not resolve."""


class EmptyReportError(ReportError):
    """A report without a claim: nothing was added, or the selection is too narrow."""


class UnverifiedError(ReportError):
    """A written report with statements that do not lead to their words, each named in
    ``problems``.
    """

    def __init__(self, path: object, problems: Sequence[str], most: int = 3) -> None:
        first = "; ".join(problems[:most])
        more = f"; and {len(problems) - most} more in .problems" if len(problems) > most else ""
        what = "problem" if len(problems) == 1 else "problems"
        super().__init__(f"{path}: {len(problems)} {what}: {first}{more}")
        self.problems = tuple(problems)


class UnknownRecordError(ClaimGraphError, LookupError):
    """An id that no record in the graph bears."""


class UnknownSourceError(ClaimGraphError, LookupError):
    """A source name or id that no source in the graph bears.

    >>> raise UnknownSourceError("SHOR", known=["SOHR", "SANA"])
    Traceback (most recent call last):
        ...
    claimgraph.errors.UnknownSourceError: no source called 'SHOR' in this graph; did you mean
    'SOHR'?
    """

    def __init__(self, name: str, known: Iterable[str] = ()) -> None:
        near = get_close_matches(name, list(known), n=3, cutoff=0.5)
        hint = f"did you mean {', '.join(map(repr, near))}?" if near else "see graph.sources()."
        super().__init__(f"no source called {name!r} in this graph; {hint}")
        self.name = name
        self.near = near


class MissingExtraError(ClaimGraphError, ImportError):
    """An optional package that this call needs is not installed.

    >>> raise MissingExtraError("to_df()", extra="pandas")
    Traceback (most recent call last):
        ...
    claimgraph.errors.MissingExtraError: to_df() needs the extra 'pandas': pip install
    'claimgraph[pandas]'
    """

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the extra {extra!r}: pip install 'claimgraph[{extra}]'")
        self.extra = extra
