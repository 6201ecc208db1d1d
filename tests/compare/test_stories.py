"""Two papers tell one story each: every contradiction is found, and nothing else is called one."""

from itertools import combinations

import pytest

from claimgraph import Document
from claimgraph.compare.articles import relations_among
from claimgraph.compare.statement import Statement, statements_of
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import RelationKind
from tests.compare.stories import CONTRADICTIONS, STORIES, Article


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def told(reader: Reader, articles: tuple[Article, ...]) -> list[Statement]:
    return [
        statement
        for published, publisher, text in articles
        for statement in statements_of(
            reader.read(Document(text=text, published=published, publisher=publisher))
        )
    ]


def contradictions(statements: list[Statement]) -> set[frozenset[str]]:
    return {
        frozenset((statements[each.a].claim.text, statements[each.b].claim.text))
        for each in relations_among(statements)
        if each.verdict.kind is RelationKind.CONTRADICTS
    }


@pytest.mark.parametrize("story", STORIES)
def test_a_story_of_two_papers(reader: Reader, story: str) -> None:
    assert contradictions(told(reader, STORIES[story])) == CONTRADICTIONS[story]


@pytest.mark.parametrize(("one", "other"), list(combinations(STORIES, 2)))
def test_two_stories_do_not_contradict_each_other(reader: Reader, one: str, other: str) -> None:
    statements = told(reader, STORIES[one] + STORIES[other])
    assert contradictions(statements) <= CONTRADICTIONS[one] | CONTRADICTIONS[other]
