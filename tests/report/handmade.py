"""A small story with something in every section of a report, as readings and as a graph."""

from collections.abc import Callable

from claimgraph import ClaimGraph
from claimgraph.model import Quantity, Reason
from claimgraph.model.base import Identified
from claimgraph.report.compose import compose
from claimgraph.report.content import Report
from tests.factories import (
    article,
    asks,
    contradicts,
    corroborates,
    happening,
    person,
    reading,
    said,
    source,
    speaks_for,
)

#: What a text of the story becomes before it is used.
Change = Callable[[str], str]

WIRE = (
    "Shells hit the town of Dara on Saturday.\n\n"
    "Northland’s spokesman Ivan Petrov accused the Valley Front of firing gas at the town. "
    "The gunmen denied that they had fired gas at anyone. "
    "The Relief Watch said around 100 people were hurt. "
    "Its doctors added that the hospital had no oxygen left."
)
AGENCY = (
    "The state agency said 107 people were hurt in Dara.\n\n"
    "“Terrorists of the Valley Front fired gas at the town,” Petrov said. "
    "The Harbour Group did not immediately issue a statement."
)


def story(change: Change = str, url: Change = str) -> list[Identified]:
    """The records of the story, in an order in which a graph takes them.

    Args:
        change: What becomes of titles, publishers, names, texts of claims, labels and reasons.
        url: What becomes of addresses.
    """
    wire = article(
        change("") + WIRE,
        change("Dara Wire"),
        "2018-11-25",
        title=change("Shells hit Dara"),
        url=url("https://wire.example/dara"),
    )
    agency = article(
        AGENCY + change(""),
        change("State Agency"),
        "2018-11-26",
        title=change("Dara: 107 hurt"),
        url=url("https://agency.example/dara"),
    )
    northland = source(change("Northland"), "state")
    petrov = person(change("Ivan Petrov"))
    front = source(change("Valley Front"), "armed_group", change("the gunmen"))
    watch = source(change("Relief Watch"), "organisation", change("RW"))
    state_agency = source(change("State News Agency"), "media")
    harbour = source(change("Harbour Group"), "armed_group")
    attack = happening(change("shelling of Dara"), "2018-11-24", change("Dara"))
    hurt = {"unit": change("people"), "of": change("hurt")}
    about_100 = Quantity(text=change("around 100 people"), best=100, comparator="about", **hurt)
    exactly = Quantity(
        text=change("107 people"), low=107, best=107, high=107, comparator="exact", **hurt
    )
    accusation = said(
        wire,
        petrov,
        "the Valley Front of firing gas at the town",
        cue="accused",
        named="Ivan Petrov",
        stance="accuses",
        about=attack,
        accusing=front,
        text=change("the Valley Front fired gas at the town"),
        time="2018-11-24",
        fields={"reasons": [Reason(field="act", rule=change("cue"), text=change("an act"))]},
    )
    denial = said(
        wire,
        front,
        "they had fired gas at anyone",
        cue="denied",
        named="The gunmen",
        stance="denies",
        about=attack,
        text=change("the Valley Front fired gas at the town of Dara"),
    )
    around = said(
        wire,
        watch,
        "around 100 people were hurt",
        cue="said",
        named="The Relief Watch",
        about=attack,
        numbers=[about_100],
        text=change("around 100 people were hurt"),
        time="2018-11-24",
    )
    oxygen = said(
        wire,
        watch,
        "the hospital had no oxygen left",
        cue="added",
        named="Its doctors",
        text=change("the hospital had no oxygen left"),
    )
    counted = said(
        agency,
        state_agency,
        "107 people were hurt in Dara",
        cue="said",
        named="The state agency",
        about=attack,
        numbers=[exactly],
        text=change("107 people were hurt in Dara"),
    )
    again = said(
        agency,
        petrov,
        "Terrorists of the Valley Front fired gas at the town",
        cue="said",
        named="Petrov",
        stance="accuses",
        about=attack,
        accusing=front,
        via=[state_agency],
        text=change("terrorists of the Valley Front fired gas at the town"),
        fields={"form": "direct"},
    )
    silence = said(
        agency,
        harbour,
        "did not immediately issue a statement",
        named="The Harbour Group",
        stance="silent",
        about=attack,
    )
    return [
        reading(
            wire,
            accusation,
            denial,
            around,
            oxygen,
            speaks_for(petrov, northland, change("spokesman")),
            northland,
        ),
        reading(agency, counted, again, silence),
        contradicts(accusation, denial, reason=change("one says it was so, one that it was not")),
        contradicts(again, denial, reason=change("likewise")),
        corroborates(accusation, again, reason=change("the same words")),
        corroborates(around, counted, type="numeric", reason=change("107 is around 100")),
        asks(change("Who fired gas at Dara?"), accusation, denial, again, silence, about=attack),
        asks(change("How many people were hurt?"), around, counted, about=attack),
    ]


def graph_of(records: list[Identified]) -> ClaimGraph:
    """A graph in memory with these records alone."""
    graph = ClaimGraph(compare=False)
    graph.add(records)  # type: ignore[arg-type]
    return graph


def report_of(records: list[Identified]) -> Report:
    """The report of these records."""
    with graph_of(records) as graph:
        return compose(graph.material(), title="Dara")
