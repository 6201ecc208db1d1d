"""Only who could answer is accused or silent."""

import pytest

from claimgraph.views.answering import can_answer
from claimgraph.views.silent import silent
from claimgraph.vocabulary import Naming, SourceKind
from tests.factories import Piece, article, described, find, gather, said, source

UNKNOWN, COLLECTIVE = SourceKind.UNKNOWN, SourceKind.COLLECTIVE


@pytest.mark.parametrize(
    ("name", "kind", "naming"),
    [
        ("Hayat Tahrir al-Sham", SourceKind.ARMED_GROUP, Naming.NAMED),
        ("Russia", SourceKind.STATE, Naming.NAMED),
        ("Democratic Party", SourceKind.ORGANISATION, Naming.NAMED),
        ("Susanne Rust", SourceKind.PERSON, Naming.NAMED),
        ("news media", SourceKind.MEDIA, Naming.DESCRIBED),
        ("former president", SourceKind.PERSON, Naming.DESCRIBED),
        ("the rebels", COLLECTIVE, Naming.DESCRIBED),
        ("one of the journalists", SourceKind.ANONYMOUS, Naming.UNNAMED),
        ("police in Korvath", SourceKind.ORGANISATION, Naming.DESCRIBED),
        ("terrorist groups in an HTS-held area", UNKNOWN, None),
        ("terrorists in the buffer zone", UNKNOWN, None),
        ("Halmar Liberation Front", UNKNOWN, None),
    ],
)
def test_persons_bodies_and_groups_can_answer(
    name: str, kind: SourceKind, naming: Naming | None
) -> None:
    assert can_answer(name, kind, naming)


@pytest.mark.parametrize(
    ("name", "kind", "naming"),
    [
        ("national debt", UNKNOWN, Naming.DESCRIBED),
        ("global strategy", UNKNOWN, Naming.DESCRIBED),
        ("lax regulation", UNKNOWN, None),
        ("articles about the company", SourceKind.DOCUMENT, Naming.DESCRIBED),
        ("states' overwhelmingly white electorates", SourceKind.STATE, Naming.DESCRIBED),
        ("others", COLLECTIVE, Naming.DESCRIBED),
        ("people", COLLECTIVE, Naming.DESCRIBED),
        ("real Christians", COLLECTIVE, Naming.DESCRIBED),
        ("some of it on the mayor", COLLECTIVE, Naming.DESCRIBED),
        ("most", COLLECTIVE, Naming.DESCRIBED),
        ("55 percent of all voters", COLLECTIVE, Naming.DESCRIBED),
        ("they", UNKNOWN, Naming.PRONOUN),
        ("we", COLLECTIVE, Naming.PRONOUN),
        ("his representatives", COLLECTIVE, Naming.DESCRIBED),
        ("whose campaign website", SourceKind.MEDIA, Naming.DESCRIBED),
        ("each other", SourceKind.ANONYMOUS, Naming.UNNAMED),
        ("…", UNKNOWN, None),
    ],
)
def test_things_crowds_and_pronouns_cannot_answer(
    name: str, kind: SourceKind, naming: Naming | None
) -> None:
    assert not can_answer(name, kind, naming)


WIRE = article(
    "The mayor blamed the national debt for the crisis. He blamed the bank. They did not comment. "
    "The bank declined to comment."
)
MAYOR, BANK = source("Lena Orth", "person"), source("Bank of Orm", "organisation")
DEBT = described(WIRE, "the national debt", "unknown")


def parties(*pieces: Piece) -> list[str]:
    return [row.party.name for row in silent(gather(*pieces))]


def test_a_debt_is_no_party_that_has_not_answered() -> None:
    debt = said(WIRE, MAYOR, "the national debt for the crisis", stance="accuses", accusing=DEBT)
    bank = said(WIRE, MAYOR, "the bank", stance="accuses", accusing=BANK)
    assert parties(debt, bank) == ["Bank of Orm"]


def test_nobody_is_silent_whom_the_text_does_not_make_known() -> None:
    they = described(WIRE, "They", "unknown")
    them = said(WIRE, they, "did not comment", stance="silent")
    bank = said(WIRE, BANK, "declined to comment", stance="silent")
    assert parties(them, bank) == ["Bank of Orm"]


def test_a_silence_is_shown_with_the_word_that_makes_it_one() -> None:
    wire = article("The bank gave no details of the loan. It did not say why.")
    gave = said(wire, BANK, "gave", stance="silent", fields={"content": [find(wire, "no details")]})
    why = said(wire, BANK, "did not say", stance="silent", fields={"content": [find(wire, "why")]})
    (row,) = silent(gather(gave, why))
    assert sorted(each.words for each in row.statements) == ["did not say", "gave no details"]
