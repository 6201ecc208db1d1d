"""The five readings that decide whether the library is any good, and what else must occur."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from claimgraph.model import Attribution, Claim
from claimgraph.vocabulary import (
    AttributionType,
    Certainty,
    Form,
    Naming,
    Precision,
    SourceKind,
    SpeechAct,
    Stance,
)
from tests.seeds.gold import (
    ATTRIBUTIONS,
    CLAIMS,
    DOCUMENTS,
    QUESTIONS,
    READINGS,
    RELATIONS,
    SOURCES,
    claims_of,
    said,
    source_of,
    speaker,
    words_of,
)

SILENT = {SpeechAct.NO_STATEMENT, SpeechAct.DECLINE_COMMENT}


def relations_between(left: Callable[[Claim], bool], right: Callable[[Claim], bool]) -> list[str]:
    """The kinds of relation between claims of one sort and of another, in either order."""
    return [
        relation.kind.value
        for relation in RELATIONS
        for a, b in [(CLAIMS[relation.a], CLAIMS[relation.b])]
        if (left(a) and right(b)) or (left(b) and right(a))
    ]


# ------------------------------------------------------------------------------ the five readings


def affected(claim: Claim) -> bool:
    return any(quantity.best in (100, 107) for quantity in claim.quantities) and (
        speaker(said(claim)) in {"SANA", "Syrian Observatory for Human Rights"}
    )


def killed_by_islamic_state(claim: Claim) -> bool:
    return any(quantity.best == 47 for quantity in claim.quantities)


def denied_by_alliance(claim: Claim) -> bool:
    return speaker(said(claim)) == "rebel alliance" and claim.stance is Stance.DENIES


def accuses(name: str) -> Callable[[Claim], bool]:
    return lambda claim: (
        claim.stance is Stance.ACCUSES
        and any(target.name == name for target in said(claim).targets)
    )


def test_reading_1_around_100_agrees_with_107_and_47_is_about_something_else() -> None:
    assert sum(affected(claim) for claim in CLAIMS.values()) == 5
    assert set(relations_between(affected, affected)) == {"corroborates"}
    assert set(relations_between(affected, killed_by_islamic_state)) == {"not_comparable"}


def test_reading_2_the_alliance_answers_for_itself_and_hts_is_silent() -> None:
    against_rebels = relations_between(denied_by_alliance, accuses("Syrian rebels"))
    assert Counter(against_rebels) == {"contradicts": 10}
    against_hts = relations_between(denied_by_alliance, accuses("Hayat Tahrir al-Sham"))
    assert Counter(against_hts) == {"not_comparable": 10}
    of_hts = [item for item in ATTRIBUTIONS.values() if speaker(item) == "Hayat Tahrir al-Sham"]
    assert [item.act for item in of_hts] == [SpeechAct.NO_STATEMENT] * 3
    assert "did not immediately issue a statement" in {words_of(item.cue) for item in of_hts}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("He", "Igor Konashenkov"),
        ("It", "Syrian Observatory for Human Rights"),
        ("the Observatory", "Syrian Observatory for Human Rights"),
        ("Moscow", "Russia"),
        ("The Kremlin", "Russia"),
        ("Damascus", "Syrian government"),
        ("Hestad", "Drenland"),
        ("her", "nurse at a hospital in Aleppo"),
        ("The other", "second worker at the Korvath fuel depot"),
    ],
)
def test_reading_3_short_names_resolve_to_their_source(words: str, name: str) -> None:
    assert name in {
        speaker(item) for item in ATTRIBUTIONS.values() if words_of(item.source) == words
    }


def test_reading_3_tass_relays_and_never_speaks() -> None:
    relayed = [item for item in ATTRIBUTIONS.values() if "TASS" in {via.name for via in item.via}]
    assert {speaker(item) for item in relayed} == {"Igor Konashenkov"}
    assert "TASS" not in {speaker(item) for item in ATTRIBUTIONS.values()}


@pytest.mark.parametrize("cue", ["alleged", "suspected", "reportedly", "is believed"])
def test_reading_4_the_article_holds_back_in_its_own_voice(cue: str) -> None:
    hedges = [item for item in ATTRIBUTIONS.values() if words_of(item.cue) == cue]
    assert hedges
    assert {item.source_id for item in hedges} == {None}
    held_back = [claim for claim in CLAIMS.values() if said(claim) in hedges]
    assert held_back
    assert Certainty.CERTAIN not in {claim.certainty for claim in held_back}


def test_reading_5_every_answer_to_a_question_leads_to_characters() -> None:
    for question in QUESTIONS:
        for claim in (CLAIMS[answer] for answer in question.claims):
            text = DOCUMENTS[said(claim).document_id].text
            assert all(text[span.start : span.end] == span.text for span in claim.spans)


def test_four_articles_tell_of_the_fence_and_one_official_is_behind_them() -> None:
    seen = [claim for claim in CLAIMS.values() if claim.text.startswith("guards saw two men")]
    assert len({said(claim).document_id for claim in seen}) == 4
    assert {speaker(said(claim)) for claim in seen} == {"Sorvian security official"}
    assert {tuple(via.name for via in said(claim).via) for claim in seen} == {("LPA",)}


def test_two_people_called_velk_are_two_sources() -> None:
    velks = {source.id: source.name for source in SOURCES.values() if "Velk" in source.name.split()}
    named = {name for key, name in velks.items() if SOURCES[key].naming is Naming.NAMED}
    assert named == {"Anton Velk", "Mira Velk"}


# ------------------------------------------------------------------------------------ phenomena

Test = Callable[[Attribution], bool]


def cue(words: str) -> Test:
    return lambda item: words_of(item.cue).lower() == words


PHENOMENA: dict[str, Test] = {
    "split quotation": lambda item: item.form is Form.DIRECT and len(item.content) > 1,
    "quotation over paragraphs": lambda item: (
        item.form is Form.DIRECT
        and "\n\n" in DOCUMENTS[item.document_id].text[item.content[0].start : item.content[-1].end]
    ),
    "pronoun source": lambda item: words_of(item.source).lower() in {"he", "she", "it", "they"},
    "nominal source": lambda item: words_of(item.source).lower() in {"the monitor", "the group"},
    "collective source": lambda item: (
        (source := source_of(item)) is not None and source.kind is SourceKind.COLLECTIVE
    ),
    "unnamed source": lambda item: (
        (source := source_of(item)) is not None and source.naming is Naming.UNNAMED
    ),
    "title and name": lambda item: words_of(item.source) == "SES spokeswoman Ilka Marand",
    "acronym": lambda item: words_of(item.source).endswith("(SES)"),
    "source shared by two cues": lambda item: (
        sum(other.source == item.source != () for other in ATTRIBUTIONS.values()) > 1
    ),
    "relay": lambda item: bool(item.via) and item.parent_id is None,
    "chain of two relays": lambda item: len(item.via) > 1,
    "nesting": lambda item: item.parent_id is not None,
    "quoted as saying": lambda item: [span.text for span in item.cue] == ["was quoted", "saying"],
    "citing": cue("citing"),
    "according to": cue("according to"),
    "headline without a cue": lambda item: not item.cue and item.source_id is not None,
    "accusation with a target": lambda item: item.act is SpeechAct.ACCUSE and bool(item.targets),
    "accusation by nobody": lambda item: item.act is SpeechAct.ACCUSE and item.source_id is None,
    "denial that clears others": lambda item: item.act is SpeechAct.DENY and bool(item.targets),
    "denial in other words": lambda item: (
        item.act is SpeechAct.STATE
        and any(claim.stance is Stance.DENIES for claim in claims_of(item))
    ),
    "claimed responsibility": cue("claimed"),
    "negated claim of responsibility": cue("has not claimed"),
    "neither confirm nor deny": cue("would neither confirm nor deny"),
    "could not be reached": cue("could not be reached"),
    "declined to comment": cue("declined to comment"),
    "did not return calls": cue("did not return calls"),
    "silence": lambda item: item.act in SILENT and not item.content,
    "negated cue with content": lambda item: item.negated and bool(item.content),
    "noun cue": lambda item: words_of(item.cue) in {"denial", "charge", "account", "report"},
    "plan": cue("plans"),
    "hope": cue("hope"),
    "belief": lambda item: item.type is AttributionType.BELIEF and item.source_id is not None,
    "doubt": lambda item: any(claim.stance is Stance.DOUBTS for claim in claims_of(item)),
    "correction by the outlet": cue("correction"),
    "retraction": lambda item: item.act is SpeechAct.RETRACT,
    "the article's own voice": lambda item: not item.cue and item.source_id is None,
    "time of day": lambda item: any(
        claim.time is not None and claim.time.precision is Precision.PART_OF_DAY
        for claim in claims_of(item)
    ),
    "hour": lambda item: any(
        claim.time is not None and claim.time.precision is Precision.HOUR
        for claim in claims_of(item)
    ),
    "yesterday": lambda item: item.said is not None and "yesterday" in item.said.text,
    "several claims in one content": lambda item: len(claims_of(item)) > 2,
}


@pytest.mark.parametrize("test", PHENOMENA.values(), ids=PHENOMENA.keys())
def test_the_phenomenon_occurs_but_not_everywhere(test: Test) -> None:
    found = [item for item in ATTRIBUTIONS.values() if test(item)]
    assert 0 < len(found) < len(ATTRIBUTIONS) / 2


@pytest.mark.parametrize("act", SpeechAct)
def test_every_speech_act_occurs(act: SpeechAct) -> None:
    assert act in {item.act for item in ATTRIBUTIONS.values()}


def test_every_stance_form_type_and_kind_of_source_occurs() -> None:
    assert {claim.stance for claim in CLAIMS.values()} == set(Stance)
    assert {item.form for item in ATTRIBUTIONS.values()} == {*Form, None}
    assert {item.type for item in ATTRIBUTIONS.values()} == set(AttributionType)
    assert {source.kind for source in SOURCES.values()} == set(SourceKind) - {SourceKind.UNKNOWN}


def test_an_affiliation_is_dated_where_the_text_dates_it() -> None:
    dated = [item for reading in READINGS for item in reading.affiliations if item.during]
    assert [SOURCES[item.member_id].name for item in dated] == ["Lena Dorn"]
    during = dated[0].during
    assert during is not None
    assert during.start == datetime(2023, 3, 1, tzinfo=UTC)
