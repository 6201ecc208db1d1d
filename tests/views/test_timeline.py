from claimgraph.model import Interval
from claimgraph.views.timeline import Clock, timeline
from tests.factories import article, asks, gather, happening, said, source
from tests.views.seeds import material as seeds

WIRE = article(
    "SOHR said around 100 people struggled to breathe. More than half had left hospital, it said. "
    "HTS did not issue a statement. The alliance denied involvement.",
    title="Gas over Aleppo",
)
SOHR, HTS, ALLIANCE = source("SOHR"), source("HTS", "armed_group"), source("alliance")
ATTACK = happening("gas attack on Aleppo", "2018-11-24")
COUNT = said(WIRE, SOHR, "around 100 people struggled to breathe", about=ATTACK)
SILENCE = said(WIRE, HTS, "did not issue a statement", stance="silent", about=ATTACK)
DENIAL = said(WIRE, ALLIANCE, "involvement", stance="denies", about=ATTACK)
MORNING = Interval(
    start="2018-11-25T06:00:00Z", end="2018-11-25T12:00:00Z", precision="part_of_day"
)
LEFT = said(WIRE, SOHR, "More than half had left hospital", about=ATTACK, time=MORNING)


def test_claims_of_an_event_are_one_entry_and_say_who_says_so() -> None:
    (entry,) = timeline(gather(COUNT, SILENCE, DENIAL), [Clock.HAPPENED])
    assert (entry.when, entry.text) == ("24 Nov 2018", "gas attack on Aleppo")
    assert [party.name for party in entry.who] == ["SOHR"]
    assert entry.denied_by == ()  # who denies a part in it does not deny that it happened


def test_a_claim_with_its_own_time_has_its_own_entry() -> None:
    shown = timeline(gather(COUNT, LEFT), [Clock.HAPPENED])
    assert [(entry.when, entry.text) for entry in shown] == [
        ("24 Nov 2018", "gas attack on Aleppo"),
        ("25 Nov 2018, morning", "More than half had left hospital"),
    ]


def test_the_articles_words_for_the_time_are_kept() -> None:
    day = Interval.parse("2018-11-24")
    said_so = Interval(**day.model_dump(exclude={"text"}), text="yesterday")
    count = said(WIRE, SOHR, "around 100 people struggled to breathe", about=ATTACK, time=said_so)
    (entry,) = timeline(gather(count), [Clock.HAPPENED])
    assert entry.words == ("yesterday",)


def test_who_denies_a_claim_of_its_own_time_is_told() -> None:
    deaths = said(WIRE, SOHR, "around 100 people", time=MORNING)
    none = said(WIRE, ALLIANCE, "involvement", stance="denies", time=MORNING)
    (entry,) = timeline(gather(deaths, none, asks("Did anyone?", deaths, none)), [Clock.HAPPENED])
    assert [party.name for party in entry.who] == ["SOHR"]
    assert [party.name for party in entry.denied_by] == ["alliance"]


def test_what_was_said_and_published_stands_between_what_happened() -> None:
    told = said(WIRE, SOHR, "around 100 people", fields={"said": Interval.parse("2018-11-25")})
    shown = timeline(gather(COUNT, told))
    assert [(entry.clock.value, entry.when) for entry in shown] == [
        ("happened", "24 Nov 2018"),
        ("said", "25 Nov 2018"),
        ("published", "25 Nov 2018"),
    ]
    assert [moment.when for moment in shown.moments] == ["24 Nov 2018", "25 Nov 2018"]
    assert shown.rows[2].text == "Gas over Aleppo"


def test_a_claim_without_a_time_is_counted_not_guessed() -> None:
    undated = said(WIRE, SOHR, "around 100 people struggled to breathe")
    shown = timeline(gather(undated), [Clock.HAPPENED])
    assert (len(shown), shown.undated) == (0, (undated.claim.id,))


def test_no_entry_of_the_seeds_names_a_day_that_no_article_names() -> None:
    for entry in timeline(seeds()):
        if entry.interval.precision in {"month", "year"}:
            assert not entry.when[0].isdigit() or entry.when.isdigit()


def test_every_entry_of_the_seeds_rests_on_claims_or_is_an_article() -> None:
    for entry in timeline(seeds()):
        assert entry.document_ids
        assert entry.claim_ids or entry.clock is Clock.PUBLISHED
