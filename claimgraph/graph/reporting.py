"""Reports of a graph: written to files, and checked against it later."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimgraph.errors import EmptyReportError, UnverifiedError
from claimgraph.graph.looking import Looking
from claimgraph.model import Event, Source
from claimgraph.query.claims import Claims
from claimgraph.query.times import Moment, read_moment
from claimgraph.views.wording import joined

if TYPE_CHECKING:
    from claimgraph.report.verifying import Verified
    from claimgraph.report.writing import Written


class Reporting(Looking):
    """What can be written about a graph for people who do not have it."""

    def report(
        self,
        path: str | Path,
        *,
        title: str = "",
        sources: str | Source | Sequence[str | Source] = (),
        about: str | Event | Source | None = None,
        since: Moment | None = None,
        format: str | None = None,  # noqa: A002 - what it is
    ) -> "Written":
        """Write a report: who says what to which question, with the words behind every statement.

        The file's ending says what it becomes: ``.html`` is a page to be read by anybody, which
        loads nothing; ``.md``, ``.json``, ``.csv`` and ``.xlsx`` hold the same; ``.svg`` is a
        picture of the network. Files appear whole or not at all.

        Args:
            path: The file. A page above 2 MB has further pages beside it, in ``…_files``.
            title: The headline; without one, a count of the articles.
            sources: Only what one of these says, or somebody who speaks for one.
            about: Only claims about this; see ``Claims.about()``.
            since: Only what was published then or later.
            format: The format, where the ending is to say nothing.

        Returns:
            The files; a notebook shows a link.

        Raises:
            EmptyReportError: There is no such claim.
            UnknownSourceError: Nobody bears a name.
            QueryError: The ending names no format, or a time cannot be read.
            OutputFileError: A file cannot be written; what was there is untouched.
            MissingExtraError: A workbook needs the extra ``tables``.
        """
        from claimgraph.report.writing import format_of

        format_of(Path(path), format)  # a wrong ending is told before the work
        parties = [sources] if isinstance(sources, (str, Source)) else list(sources)
        claims = self.claims()
        told = []
        if parties:
            claims = claims.said_by(*parties)
            told.append(f"said by {joined([_name(each) for each in parties])}")
        if about is not None:
            claims = claims.about(about)
            told.append(f"about {_name(about)}")
        if since is not None:
            claims = claims.published_between(since, None)
            told.append(f"published since {read_moment(since)}")
        scope = "; ".join(told)
        return report_on(
            self, claims, path, title=title, scope=scope, format=format, whole=not told
        )

    def verify(self, path: str | Path) -> "Verified":
        """Check a written report, ``.html`` with all its pages or ``.json``, against this graph.

        Every claim has to be there with these characters, every article with this text and digest,
        every marked piece has to be what stands at its place, and every statement has to lead to a
        claim. What people rejected, corrected or merged since is named.

        Args:
            path: The file to open first.

        Returns:
            How much was checked.

        Raises:
            UnverifiedError: Something does not resolve; ``problems`` has all that is wrong.
            InputFileError: The file is no report, or cannot be read.
        """
        from claimgraph.graph.known import lookup
        from claimgraph.report.verifying import verify

        found = verify(path, lookup(self))
        if not found:
            raise UnverifiedError(path, found.problems)
        return found


def report_on(
    graph: Looking,
    claims: Claims[Any],
    path: str | Path,
    *,
    title: str,
    scope: str,
    format: str | None = None,  # noqa: A002 - as in ClaimGraph.report
    whole: bool = False,
) -> "Written":
    """Write a report on some claims; see :meth:`Reporting.report`.

    Args:
        graph: The graph.
        claims: What it is made of.
        path: The file.
        title: The headline.
        scope: In words, which claims these are.
        format: The format, where the ending is to say nothing.
        whole: These are all claims that can be seen.
    """
    from claimgraph.report.compose import compose
    from claimgraph.report.writing import write

    if not claims.exists():
        raise EmptyReportError(_nothing(graph, scope))
    told = "; ".join(words for words in (scope, graph._scope.words) if words)
    of_all = None if whole else (graph.documents().count(), graph.claims().count())
    material = graph.material(None if whole else claims)
    report = compose(material, title=title, scope=told, whole=of_all)
    return write(report, path, format, material=material)


def _nothing(graph: Looking, scope: str) -> str:
    """Why there is no report, and what to do."""
    seen = f" {graph._scope.words}" if graph._scope.words else ""
    if scope and graph.claims().exists():
        asked = scope.replace("; ", " and ")
        return f"no claim{seen} is {asked}; ask for less, or see graph.sources()"
    if graph.documents().exists():
        return f"the articles{seen} hold no claim: nobody is quoted in them; see graph.documents()"
    return f"there is nothing to report on{seen}; add articles first: graph.read_all(…)"


def _name(party: str | Source | Event) -> str:
    if isinstance(party, str):
        return party
    return party.label if isinstance(party, Event) else party.name
