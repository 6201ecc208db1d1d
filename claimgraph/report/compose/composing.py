"""A report, from records."""

from claimgraph.report.compose.accounts import LIMITS, facts, left_out
from claimgraph.report.compose.cards import cards
from claimgraph.report.compose.differing import differing
from claimgraph.report.compose.exchanges import exchanges
from claimgraph.report.compose.exhibits import exhibits
from claimgraph.report.compose.moments import moments
from claimgraph.report.compose.namings import namings
from claimgraph.report.compose.numbering import Numbered
from claimgraph.report.compose.provenances import provenances
from claimgraph.report.compose.scales import scales
from claimgraph.report.compose.texts import texts
from claimgraph.report.compose.topics import alone, topics
from claimgraph.report.content import Report
from claimgraph.version import __version__
from claimgraph.views.called import headline
from claimgraph.views.material import Material
from claimgraph.views.matrix import matrix
from claimgraph.views.silent import silent
from claimgraph.views.timeline import Clock, timeline
from claimgraph.views.wording import counted, shortened


def compose(
    material: Material,
    *,
    title: str = "",
    scope: str = "",
    whole: tuple[int, int] | None = None,
) -> Report:
    """What a report says about some records.

    Args:
        material: The records.
        title: The headline of the report; without one, that of the only article, or a count.
        scope: In words, what the records are, where they are not all.
        whole: How many articles and claims the collection has, where the records are a part of it:
            what is left out is counted.

    Returns:
        The report. Its numbers depend on the records alone, not on their order.

    >>> compose(Material()).title
    'Who says what: 0 articles'
    """
    of = Numbered(material)
    view = matrix(material, columns="side")
    unanswered = silent(material)
    happened = timeline(material, (Clock.HAPPENED,))
    tables = topics(of, view)
    one_source = alone(of, tables)
    figures = scales(of, tables)
    sayings = exchanges(of, unanswered)
    articles = texts(of)
    named = namings(of, unanswered, articles)
    return Report(
        title=title or _title(of),
        scope=scope,
        facts=tuple(facts(of, tables, figures, sayings)),
        cards=cards(of, tables, sayings, figures, one_source),
        topics=tables,
        alone=one_source,
        scales=figures,
        exchanges=sayings,
        differing=differing(of, tables),
        moments=moments(of, happened),
        provenances=provenances(of, tables),
        namings=named,
        texts=articles,
        exhibits=exhibits(of),
        limits=LIMITS,
        left_out=tuple(left_out(of, tables, one_source, happened, whole)),
        version=__version__,
    )


def _title(of: Numbered) -> str:
    if len(of.documents) == 1:
        return f"{shortened(headline(of.documents[0]), 100)}: who says what"
    return f"Who says what: {counted(len(of.documents), 'article')}"
