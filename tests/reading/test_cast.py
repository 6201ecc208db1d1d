"""Who phrases stand for, on sentences of our own that the real reader reads."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from claimgraph.model import Document
from claimgraph.reading.cast.cast import Cast
from claimgraph.reading.draft import Draft
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.reader import Reader

CASES = Path(__file__).with_name("sources.txt")


@dataclass(frozen=True)
class Case:
    about: str
    text: str
    phrase: tuple[int, int]
    name: str
    kind: str
    naming: str
    affiliation: str
    rule: str
    alias: str


def cases() -> Iterator[Case]:
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            about, marked, *fields = (field.strip() for field in line.split("|"))
            marked = marked.replace("\\n", "\n")
            before, phrase, after = re.split(r"\[\[|\]\]", marked)
            span = len(before), len(before) + len(phrase)
            yield Case(about, before + phrase + after, span, *fields)


@cache
def parsed_text(text: str) -> Parsed:
    return Parsed.of(reader().annotate(text))


@cache
def reader() -> Reader:
    return Reader(threads=1)


def draft_of(parsed: Parsed, start: int, end: int) -> Draft:
    first, last = bisect_right(parsed.ends, start), bisect_left(parsed.starts, end)
    return Draft(source=[(first, last)], cue=[(first, last)], content=[])


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.about)
def test_a_phrase_stands_for_somebody(case: Case) -> None:
    parsed = parsed_text(case.text)
    cast = Cast(parsed, Document(text=case.text))
    found = cast.speaker(draft_of(parsed, *case.phrase))
    assert found is not None
    party = found.party
    names = {source.id: source.name for source in cast.sources()}
    ties = [names[tie.organisation_id] for tie in cast.affiliations() if tie.member_id == party.id]
    assert party.name == case.name
    assert party.kind.value == case.kind
    assert case.naming in ("", party.naming.value)
    assert case.rule in ("", found.rule)
    assert case.affiliation == "" or case.affiliation == (ties or ["-"])[0]
    if case.alias:
        assert case.alias.lower() in [alias.lower() for alias in party.aliases]


def test_this_newspaper_is_the_publisher() -> None:
    text = "A European diplomat told this newspaper that the talks had failed."
    parsed = parsed_text(text)
    cast = Cast(parsed, Document(text=text, publisher="Orontes Daily"))
    words = parsed.words.index("this"), parsed.words.index("newspaper") + 1
    found = cast.resolve(words)
    assert (found.party.name, found.party.kind.value, found.rule) == (
        "Orontes Daily",
        "media",
        "publisher",
    )


def test_a_capital_is_a_place_after_in() -> None:
    text = "The talks were held in Moscow. Moscow denied it."
    parsed = parsed_text(text)
    cast = Cast(parsed, Document(text=text))
    first, second = (n for n, word in enumerate(parsed.words) if word == "Moscow")
    place, state = cast.resolve((first, first + 1)), cast.resolve((second, second + 1))
    assert place.score < 0.5 < state.score < 1


def test_nobody_is_no_speaker() -> None:
    for text in (
        "No group has claimed the attack.",
        "Nobody said a word.",
        "None of them replied.",
    ):
        parsed = parsed_text(text)
        cast = Cast(parsed, Document(text=text))
        assert cast.speaker(Draft([(0, 2)], [(2, 3)], [])) is None
    assert Cast(parsed, Document(text=text)).speaker(Draft([], [(0, 1)], [])) is None


def test_we_is_the_speaker_who_is_given() -> None:
    text = "“We did what others fear to do,” it said. The Red Brigade was founded in May."
    parsed = parsed_text(text)
    cast = Cast(parsed, Document(text=text))
    brigade = cast.resolve((parsed.words.index("Red"), parsed.words.index("Brigade") + 1)).party
    we = parsed.words.index("We")
    assert cast.resolve((we, we + 1), brigade).party is brigade


def test_joint_speakers_belong_to_each_of_them() -> None:
    text = "Russia and Turkey said the truce would hold."
    parsed = parsed_text(text)
    cast = Cast(parsed, Document(text=text))
    party = cast.resolve((0, 3)).party
    names = {source.id: source.name for source in cast.sources()}
    bodies = [names[t.organisation_id] for t in cast.affiliations() if t.member_id == party.id]
    assert sorted(bodies) == ["Russia", "Turkey"]


def test_a_source_has_its_aliases_in_the_order_of_the_text() -> None:
    text = (
        "SOHR said so. The Syrian Observatory for Human Rights (SOHR) added: the Observatory knew."
    )
    parsed = parsed_text(text)
    cast = Cast(parsed, Document(text=text))
    source = cast.resolve((0, 1)).party.source(text)
    assert source.name == "Syrian Observatory for Human Rights"
    assert source.aliases == ("SOHR", "Observatory")


def test_an_affiliation_shows_the_words_that_say_it() -> None:
    text = "Interior Minister Anton Velk of Latvia visited the scene. Velk blamed the rebels."
    parsed = parsed_text(text)
    cast = Cast(parsed, Document(text=text))
    velk = cast.resolve((2, 4)).party
    (tie,) = [tie for tie in cast.affiliations() if tie.member_id == velk.id and tie.role == ""]
    assert [evidence.span.text for evidence in tie.evidence] == ["Anton Velk of Latvia"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("British Prime Minister Ann Orr said the talks would go on.", "prime minister"),
        ("Russian Deputy Foreign Minister Ann Orr said it was over.", "deputy foreign minister"),
        ("UN Special Envoy for Syria Ann Orr said it was over.", "special envoy for Syria"),
        ("Ann Orr, Chief Economist at the World Bank, said growth was slow.", "chief economist"),
        ("Ann Orr, a Democratic Senator from Ohio, said growth was slow.", "Democratic senator"),
    ],
)
def test_a_role_is_written_in_small_letters_but_for_names(
    own_reader: Reader, text: str, role: str
) -> None:
    assert [tie.role for tie in own_reader.read(text).affiliations] == [role]
