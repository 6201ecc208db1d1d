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
