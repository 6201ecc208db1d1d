"""What is always so of a cast, whatever the text says."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.ids import name_key
from claimgraph.model import Document, Reading
from claimgraph.reading.cast.cast import Cast, Resolution
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import Naming
from tests.timing import is_within

PRONOUNS = frozenset(
    "he she it they him her them his its their i we you who which this that".split()
)
PIECES = (
    "Marta Hollin said", "he said", "She", "they", "it", "the Syrian Observatory (SOHR)", "SOHR",
    "the group", "a doctor", "the doctor", "Mr Hollin", "Mrs Hollin", "Hollin", "Anton Hollin",
    "Moscow", "the Kremlin", "the Russian defence ministry", "the ministry", "the US", "Russians",
    "two officials", "one source", "and", ",", "who heads", "a spokesman for", "according to",
    "“We are ready,”", "his lawyer", "their", "the report said", "Reuters reported", "told", ".",
    "\n\n", "the Houthi movement", "HTS", "of the UN", "No group", "(", ")", "\u201c", "’s", "’",
    "President Ann Marsh", "the president", "both Turkey and Iran", "no one", "others", "42",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join)
noise = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=120
).filter(lambda text: bool(text.strip()))


@cache
def reader() -> Reader:
    return Reader(threads=1)


def phrases(parsed: Parsed) -> list[Range]:
    """Every word, and every stretch of up to four."""
    size = len(parsed.words)
    return [(n, n + length) for n in range(size) for length in (1, 2, 4) if n + length <= size]


def resolved(text: str) -> tuple[Parsed, Document, Cast, dict[Range, Resolution]]:
    document = Document(text=text)
    parsed = Parsed.of(reader().annotate(document))
    cast = Cast(parsed, document)
    return parsed, document, cast, {words: cast.resolve(words) for words in phrases(parsed)}


@settings(max_examples=40)
@given(texts | noise)
def test_every_phrase_of_any_text_is_resolved_and_makes_valid_records(text: str) -> None:
    parsed, document, cast, found = resolved(text)
    for words, resolution in found.items():
        assert 0 <= resolution.score <= 1
        assert resolution.rule
        assert resolution.party.id
        assert all(0 <= start < end <= len(parsed.words) for start, end in resolution.words)
        cast.speaker(Draft([words], [words], []))
    sources = {source.id for source in cast.sources()}
    assert {resolution.party.id for resolution in found.values()} <= sources
    # A reading checks every reference and every span.
    Reading(document=document, sources=cast.sources(), affiliations=cast.affiliations())


@settings(max_examples=30)
@given(texts)
def test_the_same_text_has_the_same_cast(text: str) -> None:
    _, _, first, found = resolved(text)
    _, _, second, again = resolved(text)
    assert first.sources() == second.sources()
    assert first.affiliations() == second.affiliations()
    assert {w: r.party.id for w, r in found.items()} == {w: r.party.id for w, r in again.items()}


@settings(max_examples=30)
@given(texts, st.randoms(use_true_random=False))
def test_the_order_of_questions_makes_no_difference(text: str, random: Any) -> None:
    parsed, document, _, found = resolved(text)
    cast = Cast(parsed, document)
    shuffled = phrases(parsed)
    random.shuffle(shuffled)
    again = {words: cast.resolve(words) for words in shuffled}
    for words, resolution in found.items():
        assert again[words].party.id == resolution.party.id, parsed.string(words)
        assert again[words].rule == resolution.rule


@settings(max_examples=40)
@given(texts | noise)
def test_names_are_no_pronouns_and_aliases_are_other_names(text: str) -> None:
    _, _, cast, _ = resolved(text)
    for source in cast.sources():
        if source.naming is Naming.NAMED:
            assert source.name.casefold() not in PRONOUNS
            assert source.document_id is None
        own = name_key(source.name)
        keys = [name_key(alias) for alias in source.aliases]
        assert own not in keys
        assert len(set(keys)) == len(keys)


HOSTILE = {
    "pronouns": "he said ",
    "one doctor": "The doctor said no. ",
    "groups": "The Red Brigade met the group. ",
    "people": "Mr Anton{n} Welk{n} met Mira{n} Welk{n}. ",
    "joined": "Welk{n} and ",
    "possessors": "his lawyer's ",
    "quotation": "“we said that we ",
    "acronyms": "the Front of Red Men (FRM{n}) ",
    "titles": "Deputy Prime Minister ",
}


def cast_again(piece: str, times: int) -> Callable[[], object]:
    text = "".join(piece.replace("{n}", letters(n)) for n in range(times))
    document = Document(text=text)
    parsed = Parsed.of(reader().annotate(document))
    heads = [place for place, pos in enumerate(parsed.pos) if pos in ("PRON", "NOUN", "PROPN")]

    def work() -> None:
        cast = Cast(parsed, document)
        for place in heads:
            cast.speaker(Draft([(place, place + 1)], [(place, place + 1)], []))
        cast.sources()
        cast.affiliations()

    return work


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_the_time_grows_with_the_text(piece: str) -> None:
    assert is_within(2.3**2, partial(cast_again, piece), 400, 1600)  # two doublings


def letters(number: int) -> str:
    """A number as small letters, so that it can be part of a name."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))
