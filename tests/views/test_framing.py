import pytest

from claimgraph.errors import UnknownSourceError
from claimgraph.model import Participant
from claimgraph.views.framing import framing
from tests.factories import Piece, article, find, gather, said, source

WIRE = article(
    "Russia blamed the “terrorist groups” of HTS. The rebels denied it, and they left. "
    "The rebels’ commander laughed."
)
DAILY = article("The militants fired, said SANA. The Rebels did not answer.", by="Daily")
RUSSIA, SANA = source("Russia", "state"), source("SANA", "media")
REBELS = source("Syrian rebels", "armed_group", "the rebels")


def accused(words: str, document: object = WIRE) -> Participant:
    span = find(document, words)  # type: ignore[arg-type]
    return Participant(role="accused", name=words, source_id=REBELS.id, spans=(span,))


BLAMED = said(WIRE, RUSSIA, "the “terrorist groups” of HTS", stance="accuses",
              participants=[accused("terrorist groups")])  # fmt: skip
DENIED = said(WIRE, REBELS, "it", cue="denied", named="The rebels", stance="denies")
FIRED = said(DAILY, SANA, "The militants fired", participants=[accused("The militants", DAILY)])
SILENT = said(DAILY, REBELS, "did not answer", named="The Rebels", stance="silent")


def words(*pieces: Piece) -> list[tuple[str, str, bool, int]]:
    shown = framing(gather(REBELS, *pieces), "Syrian rebels")
    return [(row.speaker.name, row.words, row.quoted, row.count) for row in shown]


def test_each_source_has_its_own_words_for_one_party() -> None:
    assert words(BLAMED, DENIED, FIRED, SILENT) == [
        ("Russia", "terrorist groups", True, 1),
        ("SANA", "The militants", False, 1),
        ("Daily", "The Rebels", False, 1),
        ("Example Wire", "The rebels", False, 1),
    ]


def test_words_outside_of_what_somebody_says_are_the_articles_own() -> None:
    outside = said(WIRE, RUSSIA, "of HTS", participants=[accused("The rebels")])
    assert words(outside) == [("Example Wire", "The rebels", False, 1)]


def test_pronouns_call_nobody_anything() -> None:
    they = said(WIRE, REBELS, "left", named="they")
    assert words(they) == []


def test_one_mention_counts_once_however_many_records_point_at_it() -> None:
    again = said(WIRE, REBELS, "laughed", named="The rebels")
    assert words(DENIED, again) == [("Example Wire", "The rebels", False, 1)]


def test_case_articles_and_possessives_do_not_make_other_words() -> None:
    commander = said(WIRE, RUSSIA, "laughed", participants=[accused("The rebels’")])
    assert words(DENIED, commander) == [("Example Wire", "The rebels", False, 2)]


def test_each_wording_leads_to_its_characters() -> None:
    (row, *_) = framing(gather(REBELS, BLAMED), REBELS.id)
    assert [each.span.text for each in row.evidence] == ["terrorist groups"]


def test_an_unknown_party_is_answered_with_names_that_are_near() -> None:
    with pytest.raises(UnknownSourceError, match="'Syrian rebels'"):
        framing(gather(REBELS), "Syrian rebel")
