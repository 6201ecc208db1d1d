"""Only what a person would ask is asked."""

import pytest

from claimgraph.text.clauses import clause_of
from claimgraph.text.wellformed import agrees, can_be_subject, is_past, is_sound, reads_well


@pytest.mark.parametrize(
    "subject",
    [
        "the Sanders campaign",
        "Crooked Hillary and her team",
        "those who fled",
        "more than 1,200 emails",
        "the deal of 3 May",
        "anyone",
        "police in Korvath",
        "Half of the voters",
        "Sanders allies",
    ],
)
def test_somebody_or_something_can_be_asked_about(subject: str) -> None:
    assert can_be_subject(subject)


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("we", "whoever speaks"),
        ("I’m", "whoever speaks, with a verb"),
        ("they", "somebody who is only pointed at"),
        ("his rivals", "somebody’s, and nobody knows whose"),
        ("our nominee", "the speaker’s"),
        ("to toss whole chunks of the law", "an infinitive"),
        ("please join us", "a request"),
        ("would Donald Trump", "an auxiliary"),
        ("how many attacks", "a question"),
        ("by formally staying in the race Sanders", "an adverbial"),
        ("and the mayor", "a conjunction"),
        ("anyone's", "a verb cut short"),
        ("the mayor of the", "a phrase cut short"),
        ("Lewandowski thinks the director’s job", "a sentence"),
        ("this was the best anyone", "a sentence that points"),
        ("Trump wishes Cruz", "a verb between names"),
        ("Clinton that Clinton", "a clause without a verb"),
        ("the mayor, who", "a clause that only begins"),
        ("Number Two: Donald Trump", "two sentences"),
        ("Texas voter", "a role without an article"),
        ("", "nothing"),
    ],
)
def test_nobody_asks_about(subject: str, kind: str) -> None:
    assert not can_be_subject(subject), kind


@pytest.mark.parametrize(
    ("subject", "finite", "fits"),
    [
        ("the local lean", "do", False),
        ("the local lean", "does", True),
        ("voters", "does", False),
        ("voters in the city", "are", True),
        ("Marco Rubio", "do", False),
        ("Bernie Sanders", "does", True),
        ("the Democrats", "have", True),
        ("the mayor and the governor", "was", False),
        ("the mayor of Melk and Orm", "was", True),
        ("more than 1,200 emails", "does", False),
        ("43 people", "were", True),
        ("the media", "are", True),
        ("most", "oppose", True),
        ("the mayor", "did", True),
    ],
)
def test_a_subject_and_its_verb_have_one_number(subject: str, finite: str, fits: bool) -> None:
    assert agrees(subject, finite) is fits


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("the plane crashed", "crash"),
        ("Navalny was poisoned", "poison"),
        ("the deal of 3 May was to spare the town", "spare"),
        ("Donald Trump never said that", "say"),
        ("the party may have been split", "split"),
        ("voters are fleeing the city", "flee"),
    ],
)
def test_a_sound_clause_is_turned(text: str, predicate: str) -> None:
    clause = clause_of(text, predicate)
    assert clause is not None
    assert is_sound(clause)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        pytest.param("1,200 Clinton emails classified", "email", id="a noun taken for the verb"),
        pytest.param("the Democratic race", "race", id="no sentence"),
        pytest.param("the imminent end of the law", "end", id="a noun with its of"),
        pytest.param("Ted Cruz has the record back it", "back", id="a form that does not fit"),
        pytest.param("the mayor has are gone", "go", id="two auxiliaries"),
        pytest.param("the mayor have gone", "go", id="another number"),
        pytest.param(
            "Lynch received and accepted it", "receive", id="two verbs, of which one is turned"
        ),
        pytest.param("the mayor said is gone", "say", id="a verb behind the verb"),
    ],
)
def test_a_broken_clause_is_not_turned(text: str, predicate: str) -> None:
    clause = clause_of(text, predicate)
    assert clause is None or not is_sound(clause)


@pytest.mark.parametrize(
    "question",
    [
        "Was Navalny poisoned?",
        "How many people were killed in Kabul?",
        "Did the plane crash on 3 May?",
        "Did Donald Trump ever say that?",
        "Is the U.S. at war?",
    ],
)
def test_a_question_reads_well(question: str) -> None:
    assert reads_well(question)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Will we fight back?", "the speaker is not known"),
        ("Does Islam hate us?", "neither is whom it is about"),
        ("Did Rubio bemoan the political climate in?", "a preposition at the end"),
        ("Has the association been endorsed who?", "a pronoun at the end"),
        ("Did the heckler interrupt trying?", "a participle at the end"),
        ("Would Trump love it, Trump would run?", "a second sentence behind a comma"),
        ("Will Lazar plead guilty, any problem?", "an afterthought that cannot be asked"),
        ("Does the plan -- a new one -- help?", "dashes"),
        ("Did managers hit a reporter , calling it off?", "a mark that stands alone"),
        ("Were the team ‘extremely careless?", "a quotation that does not end"),
        ("Was the the mayor there?", "a word twice"),
        ("Is so?", "too little"),
    ],
)
def test_a_question_does_not_read_well(question: str, kind: str) -> None:
    assert not reads_well(question), kind


def test_a_past_form_is_known_by_its_ending_or_by_heart() -> None:
    assert [word for word in ("won", "fled", "named", "red", "voters") if is_past(word)] == [
        "won",
        "fled",
        "named",
    ]
