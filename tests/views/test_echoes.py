from dataclasses import replace

from claimgraph.model import Lineage
from claimgraph.views.echoes import who_repeats_whom
from claimgraph.views.lineage import lineage
from tests.factories import article, gather, said, source
from tests.views.seeds import material as seeds

WIRE = article("The minister said it was murder.", by="Wire")
DAILY = article("It was murder, the minister told LPA.", by="Daily", published="2018-11-26")
LPA, MINISTER = source("LPA", "media"), source("minister", "person")
COPIED = Lineage(from_id=DAILY.id, to_id=WIRE.id, kind="same_text", reason="copied")


def test_an_outlet_repeats_its_relays_and_whom_it_copies() -> None:
    relayed = said(DAILY, MINISTER, "It was murder", via=[LPA])
    shown = who_repeats_whom(gather(WIRE, relayed, COPIED))
    assert [(row.outlet.name, row.origin.name, row.kinds) for row in shown] == [
        ("Daily", "LPA", (("through it", 1),)),
        ("Daily", "Wire", (("same text", 1),)),
    ]


def test_an_outlet_that_was_told_something_repeats_nobody() -> None:
    told = said(DAILY, MINISTER, "It was murder", via=[source("Daily", "media")])
    assert len(who_repeats_whom(gather(told))) == 0


def test_outlets_that_echo_each_other_are_a_cluster() -> None:
    shown = who_repeats_whom(replace(seeds(), lineages=lineage(seeds()).rows))
    outlets = [{party.name for party in cluster.outlets} for cluster in shown.clusters]
    assert any({"Example Wire", "Orontes Daily", "Sham Dispatch"} <= each for each in outlets)
    assert any({"Northern Courier", "Belgar Evening", "LPA"} <= each for each in outlets)
    assert all(left.isdisjoint(right) for left in outlets for right in outlets if left is not right)


def test_without_repetitions_there_are_no_clusters() -> None:
    assert who_repeats_whom(gather(WIRE, DAILY)).clusters == ()
