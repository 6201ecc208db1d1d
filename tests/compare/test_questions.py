"""Claims that speak of the same thing become rows that a person would ask about."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.compare.questions import questions_of
from claimgraph.compare.statement import Statement, statements_of
from claimgraph.interop.jsonl import load
from claimgraph.model import Event, Place, Question, Reading, Relation
from claimgraph.vocabulary import ConflictType, RelationKind, Role, SpeechAct
from tests.cli.conftest import SEEDS
from tests.compare.statements import accuses, denies, related, says, silent

NUMERIC, RESPONSIBILITY = ConflictType.NUMERIC, ConflictType.RESPONSIBILITY
NEGATION, TIME, PLACE = ConflictType.NEGATION, ConflictType.TIME, ConflictType.PLACE
CORROBORATES = RelationKind.CORROBORATES


def count(text: str, number: str, of: str = "", unit: str = "people") -> dict[str, Any]:
    """The fields of a claim with a number."""
    return {"text": text, "quantities": ({"text": number, "of": of, "unit": unit},)}


def counts(who: str, in_: str, fields: dict[str, Any], **more: Any) -> Statement:
    return says(who, in_=in_, **fields, **more)


def titles(statements: Sequence[Statement], *relations: Relation) -> list[str]:
    return [question.text for question in questions_of(statements, relations)]


@pytest.mark.parametrize(
    ("one", "other", "title"),
    [
        pytest.param(
            count("at least 24 people were killed in Kabul", "at least 24 people", "killed"),
            count("43 people were killed in Kabul", "43 people", "killed"),
            "How many people were killed in Kabul?",
            id="they are the subject",
        ),
        pytest.param(
            count("there were 107 cases of breathing difficulties", "107 cases", "", "cases"),
            count("there were 90 cases of breathing difficulties", "90 cases", "", "cases"),
            "How many cases of breathing difficulties were there?",
            id="there were",
        ),
        pytest.param(
            count(
                "the blast killed 47 fighters over two days", "47 fighters", "killed", "fighters"
            ),
            count("the toll rose to 50 fighters", "50 fighters", "killed", "fighters"),
            "How many fighters did the blast kill over two days?",
            id="they are the object",
        ),
        pytest.param(
            count("22 killed in car bomb in Qamishli", "22", "killed"),
            count("the toll stands at 31", "31", "killed"),
            "How many people were killed in car bomb in Qamishli?",
            id="a headline",
        ),
        pytest.param(
            count("one man was hurt in the crash", "one man", "hurt", "men"),
            count("a toll of two men", "two men", "hurt", "men"),
            "How many men were hurt in the crash?",
            id="one becomes many",
        ),
        pytest.param(
            count("Pavel Orm’s shop is 400 metres from the gate", "400 metres", "", "metres"),
            count("Pavel Orm’s shop is 900 metres from the gate", "900 metres", "", "metres"),
            "How many metres from the gate is Pavel Orm’s shop?",
            id="a distance",
        ),
        pytest.param(
            count("the mayor paid 5 million euros for it", "5 million euros", "", "euros"),
            count("the price reached 6 million euros", "6 million euros", "", "euros"),
            "How much did the mayor pay for it?",
            id="money",
        ),
        pytest.param(
            count("the toll has climbed to 17", "17", "killed"),
            count("the toll stands at 12", "12", "killed"),
            "How many people were killed?",
            id="only the toll",
        ),
        pytest.param(
            count("the number of those who died is put at 17", "17", "died"),
            count("the number stands at 12", "12", "died"),
            "How many people died?",
            id="what nobody did to them",
        ),
        pytest.param(
            count("it counted 107", "107", "breathing trouble", "cases"),
            count("it counted 90", "90", "breathing trouble", "cases"),
            "How many cases of breathing trouble were there?",
            id="a thing is not done to cases",
        ),
    ],
)
def test_numbers_are_asked_for(one: dict[str, Any], other: dict[str, Any], title: str) -> None:
    predicates = {"killed": "kill", "paid": "pay", "is": "be", "hurt": "hurt"}
    found = [
        counts(
            who,
            in_,
            fields,
            predicate=next((p for w, p in predicates.items() if w in fields["text"].split()), ""),
        )
        for who, in_, fields in (("SOHR", "doc_a", one), ("SANA", "doc_b", other))
    ]
    assert titles(found, related(found[0], found[1], type_=NUMERIC)) == [title]


def test_a_source_that_counts_is_not_part_of_the_question() -> None:
    sana = counts(
        "SANA", "doc_a", count("SANA counted 170 cases", "170 cases", "", "cases"),
        predicate="count",
    )  # fmt: skip
    sohr = counts("SOHR", "doc_b", count("the tally was 100", "100", "", "cases"))
    assert titles([sana, sohr], related(sana, sohr, type_=NUMERIC)) == [
        "How many cases were there?"
    ]


HTS = accuses(
    "Russia",
    "Hayat Tahrir al-Sham",
    "Hayat Tahrir al-Sham carried out yesterday’s attack on Aleppo",
    predicate="carry out",
    place={"name": "Aleppo"},
)
REBELS = accuses("Syria", "rebels", "rebels are to blame", predicate="blame", in_="doc_b")
WHO = "Who carried out the attack on Aleppo?"


def test_the_guilty_are_asked_for_in_the_words_that_say_most() -> None:
    assert titles([HTS, REBELS], related(HTS, REBELS, type_=RESPONSIBILITY)) == [WHO]


@pytest.mark.parametrize(
    ("text", "predicate", "title"),
    [
        ("HTS did shell the town", "shell", "Who shelled the town?"),
        ("HTS is to blame for the blast", "blame", "Who is to blame for the blast?"),
        ("HTS were behind the blast", "be", "Who was behind the blast?"),
        ("HTS has killed the mayor", "kill", "Who has killed the mayor?"),
        ("the mayor was shot dead by HTS", "shoot", "Who shot the mayor dead?"),
        ("strikes were carried out by HTS", "carry out", "Who carried out strikes?"),
    ],
)
def test_the_accused_makes_room_for_who(text: str, predicate: str, title: str) -> None:
    one = accuses("Russia", "HTS", text, predicate=predicate)
    other = accuses("Turkey", "HTS", text, predicate=predicate, in_="doc_b")
    found = titles([one, other], related(one, other, CORROBORATES, RESPONSIBILITY))
    assert found == [title]


def test_a_silence_and_a_denial_join_the_accusation_that_they_answer() -> None:
    quiet = silent("Hayat Tahrir al-Sham", "HTS did not issue a statement", at=2)
    denial = denies("a rebel alliance", "a rebel alliance was involved", in_="doc_b", at=1)
    other = silent("Iran", "Iran did not answer", at=3)
    (question,) = questions_of([other, quiet, denial, HTS, REBELS], [
        related(HTS, REBELS, type_=RESPONSIBILITY)
    ])  # fmt: skip
    assert question.text == WHO
    assert question.claims == (HTS.id, quiet.id, REBELS.id, denial.id)


def test_a_silence_alone_with_its_accusation_is_a_question() -> None:
    quiet = silent("Hayat Tahrir al-Sham", "HTS did not issue a statement", at=2)
    assert titles([HTS, quiet]) == [WHO]
    assert titles([HTS]) == []


def test_a_silence_answers_the_last_accusation_before_it() -> None:
    later = accuses("France", "Hayat Tahrir al-Sham", "HTS killed Omar", predicate="kill", at=3)
    quiet = silent("Hayat Tahrir al-Sham", "HTS did not answer", at=4)
    (question,) = questions_of([HTS, later, quiet], [])
    assert question.claims == (later.id, quiet.id)


def test_accusations_about_one_event_answer_one_question() -> None:
    event = Event(label="attack on Aleppo")
    both = [replace(each, event=event) for each in (HTS, REBELS)]
    (question,) = questions_of(both, [])
    assert (question.event_id, question.text) == (event.id, WHO)


def test_a_claim_of_responsibility_is_an_answer() -> None:
    mine = says(
        "Hayat Tahrir al-Sham",
        "Hayat Tahrir al-Sham carried out the attack on Aleppo",
        act=SpeechAct.CLAIM_RESPONSIBILITY,
        predicate="carry out",
        roles={Role.AGENT: "Hayat Tahrir al-Sham"},
        in_="doc_b",
    )
    assert titles([HTS, mine], related(HTS, mine, CORROBORATES, RESPONSIBILITY)) == [WHO]


@pytest.mark.parametrize(
    ("type_", "title"),
    [
        (NEGATION, "Did the plane crash near Aleppo on 3 May?"),
        (None, "Did the plane crash near Aleppo on 3 May?"),
        (TIME, "When did the plane crash near Aleppo?"),
        (PLACE, "Where did the plane crash on 3 May?"),
    ],
)
def test_the_sort_of_the_relation_is_the_sort_of_the_question(
    type_: ConflictType | None, title: str
) -> None:
    more: dict[str, Any] = {
        "predicate": "crash",
        "time": {"start": "2020-05-03T00:00:00Z", "end": "2020-05-04T00:00:00Z", "text": "3 May"},
        "place": {"name": "Aleppo"},
    }
    one = says("SOHR", "the plane crashed near Aleppo on 3 May", **more)
    other = says("SANA", "no plane crashed", predicate="crash", polarity="negative", in_="doc_b")
    assert titles([one, other], related(one, other, type_=type_)) == [title]


def test_what_cannot_be_compared_answers_no_question() -> None:
    relation = related(HTS, REBELS, RelationKind.NOT_COMPARABLE)
    assert titles([HTS, REBELS], relation) == []


def test_a_relation_with_a_claim_that_is_not_given_is_left_aside() -> None:
    assert titles([HTS], related(HTS, REBELS)) == []


def test_one_claim_may_answer_two_questions() -> None:
    text = "43 people were killed in the blast"
    fields = count(text, "43 people", "killed") | {"predicate": "kill"}
    one, other = counts("SOHR", "doc_a", fields), counts("SANA", "doc_b", fields)
    doubt = says("Iran", "no blast killed anybody", in_="doc_c", polarity="negative")
    found = questions_of(
        [one, other, doubt],
        [related(one, other, CORROBORATES, NUMERIC), related(one, doubt, type_=NEGATION)],
    )
    assert [(each.text, len(each.claims)) for each in found] == [
        ("How many people were killed in the blast?", 2),
        ("Were 43 people killed in the blast?", 2),
    ]


ALEPPO = Event(
    label="chemical attack in Aleppo", kind="chemical attack", place=Place(name="Aleppo")
)
KORVATH = Event(label="explosion in Korvath", kind="explosion", place=Place(name="Korvath"))


@pytest.mark.parametrize(
    ("text", "predicate", "event", "title"),
    [
        pytest.param(
            "HTS carried out the attack",
            "carry out",
            ALEPPO,
            "Who carried out the chemical attack in Aleppo?",
            id="the attack is the one in Aleppo",
        ),
        pytest.param(
            "HTS is behind the blast",
            "be",
            KORVATH,
            "Who is behind the explosion in Korvath?",
            id="a blast is an explosion",
        ),
        pytest.param(
            "HTS carried out the arrest",
            "carry out",
            KORVATH,
            "Who carried out the arrest?",
            id="an arrest is no explosion",
        ),
        pytest.param(
            "HTS carried out the attack on the depot",
            "carry out",
            ALEPPO,
            "Who carried out the attack on the depot?",
            id="it says which attack itself",
        ),
        pytest.param(
            "HTS carried out the attack",
            "carry out",
            Event(label="attack", kind="attack"),
            "Who carried out the attack?",
            id="nobody knows where",
        ),
    ],
)
def test_the_event_is_named_that_a_question_points_at(
    text: str, predicate: str, event: Event, title: str
) -> None:
    one = replace(accuses("Russia", "HTS", text, predicate=predicate), event=event)
    other = replace(accuses("Turkey", "HTS", text, predicate=predicate, in_="doc_b"), event=event)
    assert titles([one, other]) == [title]


@pytest.mark.parametrize(
    ("text", "number", "of", "event", "title"),
    [
        pytest.param(
            "there were 26 dead",
            "26",
            "dead",
            KORVATH,
            "How many people died in the explosion in Korvath?",
            id="the dead died",
        ),
        pytest.param(
            "eleven people were missing",
            "eleven people",
            "missing",
            KORVATH,
            "How many people were missing after the explosion in Korvath?",
            id="the missing are missing afterwards",
        ),
        pytest.param(
            "26 people were killed in the blast at the depot",
            "26 people",
            "killed",
            KORVATH,
            "How many people were killed in the blast at the depot?",
            id="it says in what itself",
        ),
        pytest.param(
            "26 people were killed", "26 people", "killed", None, "How many people were killed?",
            id="no event is known",
        ),
        pytest.param(
            "there were 107 cases of breathing trouble in the city",
            "107 cases",
            "breathing trouble",
            None,
            "How many cases of breathing trouble were there in the city?",
            id="the place comes last",
        ),
    ],
)  # fmt: skip
def test_a_number_is_asked_for_with_its_event(
    text: str, number: str, of: str, event: Event | None, title: str
) -> None:
    fields = count(text, number, of, "cases" if "cases" in text else "people")
    one, other = (replace(counts(who, f"doc_{who}", fields), event=event) for who in ("SES", "KCM"))
    assert titles([one, other], related(one, other, type_=NUMERIC)) == [title]


@pytest.mark.parametrize(
    ("text", "predicate", "type_", "title"),
    [
        pytest.param(
            "militants had moved shells to the front",
            "move",
            None,
            "Did militants move shells to the front?",
            id="the tense of reported speech is put back",
        ),
        pytest.param(
            "the deal of 3 May was to spare the town",
            "spare",
            TIME,
            "Was the deal of 3 May to spare the town?",
            id="a date that belongs to a noun is no time",
        ),
        pytest.param(
            "cut the fence at night",
            "cut",
            None,
            "Is it so: “cut the fence at night”?",
            id="a subject that is left out",
        ),
        pytest.param(
            "we will fight back",
            "fight",
            None,
            "Is it so: “we will fight back”?",
            id="a speaker whom a row does not show",
        ),
        pytest.param(
            "more than 1,200 Clinton emails classified",
            "email",
            None,
            "Is it so: “more than 1,200 Clinton emails classified”?",
            id="a noun that was taken for the verb",
        ),
        pytest.param(
            "there were spending $5 million on the ads",
            "spend",
            None,
            "Is it so: “there were spending $5 million on the ads”?",
            id="what was not there",
        ),
        pytest.param(
            "the suicide of the mayor",
            "",
            None,
            "What is said of the suicide of the mayor?",
            id="no sentence",
        ),
        pytest.param(
            "Clinton never said that",
            "say",
            None,
            "Did Clinton ever say that?",
            id="what never was",
        ),
    ],
)
def test_a_question_is_good_english(
    text: str, predicate: str, type_: ConflictType | None, title: str
) -> None:
    day = {"start": "2020-05-03T00:00:00Z", "end": "2020-05-04T00:00:00Z", "text": "3 May"}
    one, other = (
        says(who, text, predicate=predicate, time=day, in_=f"doc_{who}") for who in ("SES", "KCM")
    )
    assert titles([one, other], related(one, other, CORROBORATES, type_)) == [title]


def test_two_figures_that_no_words_ask_for_are_quoted() -> None:
    one = counts(
        "SES", "doc_a", count("he has backing from 33 percent", "33 percent", "backing", "percent")
    )
    other = counts(
        "KCM",
        "doc_b",
        count("his backing is put at 17 percent", "17 percent", "backing", "percent"),
    )
    assert titles([one, other], related(one, other, type_=NUMERIC)) == [
        "Which figure: “he has backing from 33 percent” or “his backing is put at 17 percent”?"
    ]


def test_whose_emails_were_classified_is_asked_in_the_passive() -> None:
    fields = count("1,200 Clinton emails classified", "1,200 Clinton emails", "", "emails")
    one, other = (counts(who, f"doc_{who}", fields, predicate="classify") for who in ("SES", "KCM"))
    (title,) = titles([one, other], related(one, other, CORROBORATES, NUMERIC))
    assert title == "How many Clinton emails were classified?"


def test_minutes_are_not_counted_for_their_own_sake() -> None:
    fields = count("two men cut the fence half an hour before the blast", "half an hour", "")
    fields["quantities"][0]["unit"] = "minutes"
    one, other = (
        counts(who, f"doc_{who}", fields | {"predicate": "cut"}) for who in ("SES", "LPA")
    )
    (title,) = titles([one, other], related(one, other, CORROBORATES, NUMERIC))
    assert title == "Did two men cut the fence half an hour before the blast?"


def test_whoever_names_the_culprit_says_who_did_it() -> None:
    culprit = says(
        "Russia",
        "Hayat Tahrir al-Sham is the culprit",
        predicate="be culprit",
        roles={Role.PATIENT: "Hayat Tahrir al-Sham"},
        in_="doc_b",
    )
    assert titles([HTS, culprit], related(HTS, culprit, CORROBORATES)) == [WHO]


def test_who_did_it_is_not_asked_again_as_whether() -> None:
    denial = denies("Hayat Tahrir al-Sham", "Hayat Tahrir al-Sham attacked Aleppo", at=1)
    again = denies("Hayat Tahrir al-Sham", "Hayat Tahrir al-Sham attacked Aleppo", at=2)
    relations = [related(HTS, denial, type_=RESPONSIBILITY), related(denial, again, CORROBORATES)]
    assert titles([HTS, denial, again], *relations) == [WHO]


def test_two_questions_of_one_title_are_told_apart() -> None:
    def pair(n: int, **more: Any) -> list[Statement]:
        toll = count("the toll is put at 17", "17", "killed")
        return [counts(f"S{n}{s}", f"doc_{n}{s}", toll, **more) for s in "ab"]

    first, second, third = pair(1), pair(2, place={"name": "Kabul"}), pair(3)
    joins = [related(each[0], each[1], type_=NUMERIC) for each in (first, second, third)]
    assert titles([*first, *second, *third], *joins) == [
        "How many people were killed?",
        "How many people were killed in Kabul?",
        "How many people were killed (2)?",
    ]


@pytest.fixture(scope="module")
def seeds() -> tuple[list[Statement], list[Relation]]:
    records = [
        record for name in ("readings", "relations") for record in load(SEEDS / f"{name}.jsonl")
    ]
    readings = [each for each in records if isinstance(each, Reading)]
    relations = [each for each in records if isinstance(each, Relation)]
    return [each for reading in readings for each in statements_of(reading)], relations


def well_made(questions: list[Question], known: set[str]) -> None:
    ids = [each.id for each in questions]
    assert len(ids) == len(set(ids))
    for each in questions:
        assert each.text.endswith("?")
        assert each.text[0].isupper()
        assert "??" not in each.text
        assert "  " not in each.text
        assert len(each.claims) == len(set(each.claims)) > 1
        assert known.issuperset(each.claims)
        assert (each.method, each.version) == ("questions", "1")


def test_the_seeds_are_asked_what_a_person_would_ask(
    seeds: tuple[list[Statement], list[Relation]],
) -> None:
    statements, relations = seeds
    questions = questions_of(statements, relations)
    well_made(questions, {each.id for each in statements})
    by_id = {each.id: each for each in statements}
    asked = {each.text: [by_id[claim].claim.text for claim in each.claims] for each in questions}
    (guilt,) = [
        texts for title, texts in asked.items() if "attack on Aleppo" in title and "Who" in title
    ]
    assert any("did not immediately issue a statement" in text for text in guilt)
    assert "HTS carried out the gas attack on Aleppo" in guilt
    assert (
        "there were 107 cases of breathing difficulties"
        in asked[
            "How many cases of breathing trouble were there in the alleged gas attack on Aleppo, "
            "24 November 2018?"
        ]
    )
    assert "How many explosions were there?" in asked
    assert "Did patients die?" in asked


POOL = [
    HTS,
    REBELS,
    denies("a rebel alliance", "a rebel alliance was involved", in_="doc_b", at=1),
    silent("Hayat Tahrir al-Sham", "HTS did not answer", at=1),
    counts("SOHR", "doc_c", count("43 people were killed", "43 people", "killed")),
    counts("SANA", "doc_d", count("the toll is 17", "17", "killed")),
    says("SANA", "— “107” —", in_="doc_d", at=1),
    says(None, "The the the", in_="doc_e", predicate="the"),
]
IN_POOL = st.sampled_from(POOL)
PAIRS = st.tuples(IN_POOL, IN_POOL).filter(lambda pair: pair[0] is not pair[1])
RELATIONS = st.builds(
    lambda pair, kind, type_: related(pair[0], pair[1], kind, type_),
    PAIRS,
    st.sampled_from(RelationKind),
    st.none() | st.sampled_from(ConflictType),
)


@given(st.permutations(POOL), st.lists(RELATIONS, max_size=12), st.randoms())
def test_the_order_of_what_is_given_does_not_matter(
    statements: list[Statement], relations: list[Relation], random: Any
) -> None:
    questions = questions_of(statements, relations)
    well_made(questions, {each.id for each in POOL})
    shuffled = [*relations]
    random.shuffle(shuffled)
    assert questions_of(POOL, shuffled) == questions


@given(st.lists(RELATIONS, max_size=12))
def test_every_claim_in_a_relation_that_compares_answers_a_question(
    relations: list[Relation],
) -> None:
    answered = {claim for each in questions_of(POOL, relations) for claim in each.claims}
    for each in relations:
        if each.kind is not RelationKind.NOT_COMPARABLE:
            assert {each.a, each.b} <= answered
