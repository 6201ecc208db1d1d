"""News that is about the same people all the time contradicts itself seldom."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from claimgraph import Document
from claimgraph.compare.arguments import same_party
from claimgraph.compare.articles import Found, relations_among
from claimgraph.compare.blame import blamed
from claimgraph.compare.gist import Gist
from claimgraph.compare.pairs import compare
from claimgraph.compare.polls import is_poll
from claimgraph.compare.statement import Actor, Statement, statements_of
from claimgraph.compare.told import is_told
from claimgraph.model import Quantity
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import RelationKind, Role, SourceKind
from tests.compare import open_news
from tests.compare.open_news import Row
from tests.compare.statements import says


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def found(reader: Reader, row: Row) -> list[tuple[Found, Statement, Statement]]:
    """What the claims of the two articles are to each other."""
    first = date(2020, 3, 2)
    days = (first, first + timedelta(days=row[2] if len(row) == 3 else 0))
    read = [
        statement
        for text, day, paper in zip(row[:2], days, ("Star", "Herald"), strict=True)
        for statement in statements_of(
            reader.read(Document(text=str(text), published=str(day), publisher=paper))
        )
    ]
    return [(each, read[each.a], read[each.b]) for each in relations_among(read)]


def contradictions(reader: Reader, row: Row) -> list[tuple[str, str, str]]:
    return [
        (a.claim.text, b.claim.text, each.verdict.reason)
        for each, a, b in found(reader, row)
        if each.verdict.kind is RelationKind.CONTRADICTS
    ]


def rows(some: tuple[Row, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", [pytest.param(row, id=str(row[0])[:48]) for row in some])


@rows(open_news.POLLS)
def test_two_polls_do_not_contradict_each_other(reader: Reader, row: Row) -> None:
    assert not contradictions(reader, row)


@rows(open_news.OTHER_FIGURES)
def test_figures_of_others_of_another_measure_or_of_another_month_do_not(
    reader: Reader, row: Row
) -> None:
    assert not contradictions(reader, row)


@rows(open_news.OTHER_THINGS)
def test_what_is_done_to_something_else_or_by_somebody_else_does_not(
    reader: Reader, row: Row
) -> None:
    assert not contradictions(reader, row)


@rows(open_news.OF_OTHERS)
def test_what_others_think_and_what_befell_others_does_not(reader: Reader, row: Row) -> None:
    assert not contradictions(reader, row)


@rows(open_news.NO_DENIALS)
def test_what_denies_nothing_answers_no_accusation(reader: Reader, row: Row) -> None:
    assert not contradictions(reader, row)


@rows(open_news.CHANGED_MINDS)
def test_who_says_something_else_later_or_of_later_does_not_contradict(
    reader: Reader, row: Row
) -> None:
    assert not contradictions(reader, row)


@rows(open_news.NOT_YET)
def test_what_had_yet_to_happen_is_updated(reader: Reader, row: Row) -> None:
    kinds = {each.verdict.kind for each, _, _ in found(reader, row)}
    assert RelationKind.UPDATES in kinds
    assert RelationKind.CONTRADICTS not in kinds


@rows(open_news.SHUT_OUT)
def test_what_shuts_the_other_out_is_still_found(reader: Reader, row: Row) -> None:
    assert contradictions(reader, row)


@rows(open_news.POINTING_BACK)
def test_a_denial_that_only_points_back_answers_what_was_told_last(
    reader: Reader, row: Row
) -> None:
    assert contradictions(reader, row)


@rows(open_news.POINTING_ELSEWHERE)
def test_a_denial_that_says_what_it_denies_or_stands_elsewhere_does_not(
    reader: Reader, row: Row
) -> None:
    assert not contradictions(reader, row)


def test_who_never_did_it_did_not_do_it_years_ago_either(reader: Reader) -> None:
    assert contradictions(reader, open_news.EVER)
    assert not contradictions(reader, open_news.ON_SUNDAY)


def test_whose_claim_is_denied_is_held_to_what_the_denial_says_of_it(reader: Reader) -> None:
    story = (
        "Otto Brandt said Vera Lund is a strong supporter of legal trade. Jan Munt said Brandt's "
        "claim that Lund is in favor of legalizing the harbour market is not true.",
        "The Herald said the film opens on Friday.",
    )
    told = {text for found in contradictions(reader, story) for text in found[:2]}
    assert "Lund is in favor of legalizing the harbour market" in told
    assert not any("supporter" in text for text in told)


@rows(open_news.NO_AGREEMENT)
def test_what_only_sounds_alike_does_not_agree(reader: Reader, row: Row) -> None:
    same = {RelationKind.CORROBORATES, RelationKind.REFINES}
    assert same.isdisjoint(each.verdict.kind for each, _, _ in found(reader, row))


def test_why_two_figures_are_not_held_against_each_other_is_named(reader: Reader) -> None:
    reasons = [
        [
            each.verdict.reason
            for each, _, _ in found(reader, row)
            if each.verdict.kind is RelationKind.NOT_COMPARABLE
        ]
        for row in (open_news.POLLS[0], open_news.OTHER_FIGURES[4], open_news.OTHER_FIGURES[7])
    ]
    assert all("not comparable" in reason for some in reasons for reason in some)
    assert "another poll" in reasons[0][0]
    assert "somebody or something else" in reasons[1][0]
    assert "40 days apart" in reasons[2][0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Donald Trump", "Trump", True),
        ("the rebels", "rebels", True),
        ("Syrian government", "the Syrian regime", True),
        ("Bernie Sanders", "Bernie Sanders’ plan", False),
        ("House Republicans", "Senate Republicans", False),
        ("real Christians", "real estate mogul", False),
        ("nobody", "Ted Cruz", True),
        ("mineral dust", "coal dust", False),
        ("dust", "coal dust", True),
        ("rebel fighters", "opposition fighters", True),
    ],
)
def test_who_does_it_may_be_one(one: str, other: str, same: bool) -> None:
    assert same_party((one, None), (other, None)) is same
    assert same_party((other, None), (one, None)) is same


def test_the_company_is_one_within_an_article_only() -> None:
    assert same_party(("the company", None), ("Linden Lines", None), close=True)
    assert not same_party(("the company", None), ("Linden Lines", None))


@pytest.mark.parametrize(
    ("text", "predicate", "told"),
    [
        ("the bridge is closed", "be closed", True),
        ("there was no classified material", "material", True),
        ("Republican front-runner Otto Brandt", "", False),
        ("any president would have to keep the country safe", "have", False),
        ("hopefully nobody will read it", "read", False),
        ("you win nothing by waiting", "win", False),
        ("Vera Lund not also to back the treaty", "back", False),
        ("Vera Lund decided not to back the treaty", "decide", True),
        ("is the first candidate to not release her tax returns", "be candidate", False),
        ("accusations that the school had misled them", "mislead", False),
    ],
)
def test_what_tells_nothing_is_held_against_nothing(text: str, predicate: str, told: bool) -> None:
    roles = {Role.PATIENT: text.partition(" ")[0]}
    assert is_told(Gist(says("somebody", text, predicate=predicate, roles=roles))) is told


def test_a_fragment_without_anybody_in_it_tells_nothing() -> None:
    assert not is_told(Gist(says("somebody", "registering under the law", predicate="register")))


@pytest.mark.parametrize(
    ("who", "text", "poll"),
    [
        ("a Quill poll", "Vera Lund is at 38 percent", True),
        ("the Star", "women favored Vera Lund, 61 percent to 30", True),
        ("the Star", "38 percent would vote for Vera Lund", True),
        ("the ministry", "exports will rise 8 percent", False),
        ("the commission", "Vera Lund won 52 percent of the votes counted", False),
    ],
)
def test_what_people_answered_is_told_from_other_percentages(
    who: str, text: str, poll: bool
) -> None:
    percent = Quantity(text="8 percent", unit="percent", low=8, best=8, high=8)
    assert is_poll(Gist(says(who, text, quantities=(percent,)))) is poll


def test_politicians_who_attack_each_other_are_no_culprits() -> None:
    roles = {Role.AGENT: "Otto Brandt", Role.PATIENT: "Vera Lund"}
    words = says("the Star", "Otto Brandt attacked Vera Lund", predicate="attack", roles=roles)
    assert not _culprits(words)
    harm = "Otto Brandt attacked Vera Lund with a knife and wounded her"
    assert _culprits(says("the Star", harm, predicate="attack", roles=roles))


def _culprits(statement: Statement) -> list[str]:
    person = {each: replace(actor, kind=SourceKind.PERSON) for each, actor in _actors(statement)}
    return [each.words for each in blamed(Gist(replace(statement, actors=person)))]


def _actors(statement: Statement) -> list[tuple[str, Actor]]:
    return list(statement.actors.items())


def test_equal_figures_agree_whoever_they_are_of() -> None:
    roles = {Role.AGENT: "Otto Brandt"}
    text = "Otto Brandt raised $2.35 million for the museum in Halden"
    money = Quantity(text="$2.35 million", unit="US dollars", low=2.35e6, best=2.35e6, high=2.35e6)
    verdict = compare(
        says("the Star", text, predicate="raise", roles=roles, quantities=(money,)),
        says("the Herald", text, in_="doc_b", predicate="raise", roles=roles, quantities=(money,)),
    )
    assert verdict is not None
    assert verdict.kind is RelationKind.CORROBORATES
