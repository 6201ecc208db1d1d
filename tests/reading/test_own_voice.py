"""The article's own voice: what it says without naming a source, where that is asked for."""

from collections.abc import Callable
from functools import cache, partial

import pytest

from claimgraph.model import Claim, Document, Reading
from claimgraph.reading.reader import Reader
from claimgraph.vocabulary import Certainty, Form, Polarity, SpeechAct, Stance
from tests.timing import is_within


@cache
def the_reader() -> Reader:
    return Reader(threads=1, own_voice=True)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return the_reader()


def own_claims(reading: Reading) -> list[Claim]:
    own = {a.id for a in reading.attributions if not a.source and not a.cue}
    return [claim for claim in reading.claims if claim.attribution_id in own]


def counted(reading: Reading) -> set[tuple[float | None, str]]:
    return {(q.best, q.of) for claim in reading.claims for q in claim.quantities}


def test_the_own_voice_is_left_out_unless_it_is_asked_for(own_reader: Reader) -> None:
    assert own_reader.read("A lorry overturned near Melk on Friday.").claims == ()


def test_what_the_article_says_itself_has_neither_source_nor_cue(reader: Reader) -> None:
    document = Document(
        text="A grenade in the town of Melk on Friday killed 31 people and left dozens wounded.",
        published="2019-06-08",
    )
    reading = reader.read(document)
    (attribution,) = reading.attributions
    assert (attribution.source_id, attribution.source, attribution.cue) == (None, (), ())
    assert (attribution.act, attribution.form) == (SpeechAct.REPORT, Form.INDIRECT)
    first = reading.claims[0]
    assert first.place is not None
    assert first.place.name == "Melk"
    assert str(first.time) == "2019-06-07"
    assert first.quantities[0].of == "killed"
    assert reading.claims[1].quantities[0].of == "wounded"


def test_a_sentence_that_an_attribution_covers_has_no_claim_of_the_article(
    reader: Reader,
) -> None:
    reading = reader.read("In a statement on Monday, the mayor said that the bridge was closed.")
    assert own_claims(reading) == []


def test_half_a_sentence_beside_an_attribution_is_the_articles(reader: Reader) -> None:
    reading = reader.read("The tunnel, which engineers said was flooded, lies near Melk.")
    (own,) = own_claims(reading)
    assert own.text == "the tunnel lies near Melk"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "killing 21 people and wounding dozens more",
            {(21, "killed"), (None, "wounded")},
            id="gerunds without a subject",
        ),
        pytest.param(
            "took in the bodies of 12 miners as well as 30 injured people",
            {(12, "killed"), (30, "injured")},
            id="bodies are of those killed",
        ),
        pytest.param("9 miners' bodies", {(9, "killed")}, id="whose bodies"),
        pytest.param("putting the death toll at at least 19", {(19, "killed")}, id="a toll put"),
        pytest.param("death toll at 64", {(64, "killed")}, id="a toll without a verb"),
        pytest.param(
            "put the death toll at 64 saying there were 13 women among the dead",
            {(64, "killed"), (13, "dead")},
            id="inside and outside of an attribution",
        ),
        pytest.param(
            "At least 27 people including six nurses were killed",
            {(27, "killed"), (6, "killed")},
            id="some of those killed",
        ),
        pytest.param(
            "has risen to 93 40 of them pupils", {(93, ""), (40, "")}, id="two numbers in a row"
        ),
        pytest.param(
            "left 120 people killed and over 300 wounded mostly old men",
            {(120, "killed"), (300, "wounded")},
            id="what most of the wounded are",
        ),
        pytest.param(
            "The storm claimed the lives of some 70 people", {(70, "killed")}, id="lives claimed"
        ),
        pytest.param(
            "at least 33 and injured 80 others",
            {(33, "killed"), (80, "injured")},
            id="others are not the dead",
        ),
    ],
)
def test_every_number_of_a_fragment_comes_out(
    reader: Reader, text: str, expected: set[tuple[float | None, str]]
) -> None:
    assert counted(reader.read(text)) == expected


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        pytest.param(
            "Mayor Quits Council", Polarity.POSITIVE, Certainty.CERTAIN, id="a headline is sure"
        ),
        pytest.param("Mayor won't join council", Polarity.NEGATIVE, Certainty.CERTAIN, id="won't"),
        pytest.param(
            "No, Lena Orth is not leaving Melk", Polarity.NEGATIVE, Certainty.CERTAIN, id="no, not"
        ),
        pytest.param(
            "The college has not banned the book",
            Polarity.NEGATIVE,
            Certainty.CERTAIN,
            id="what somebody has not done",
        ),
        pytest.param(
            "Has flu reached Melk?", Polarity.UNKNOWN, Certainty.UNDERSPECIFIED, id="a question"
        ),
        pytest.param(
            "The army might withdraw from Melk", Polarity.POSITIVE, Certainty.POSSIBLE, id="might"
        ),
        pytest.param(
            "Lena Orth to Play Queen in New Film",
            Polarity.POSITIVE,
            Certainty.CERTAIN,
            id="a headline's future",
        ),
    ],
)
def test_headlines_say_yes_no_or_perhaps(
    reader: Reader, text: str, polarity: Polarity, certainty: Certainty
) -> None:
    claims = [claim for claim in reader.read(text).claims if claim.stance is Stance.ASSERTS]
    assert [(claim.polarity, claim.certainty) for claim in claims] == [(polarity, certainty)]


def test_a_headlines_future_has_its_doer(reader: Reader) -> None:
    (claim,) = reader.read("Lena Orth to Play Queen in New Film").claims
    assert claim.predicate == "play"
    assert [party.name for party in claim.participants] == ["Lena Orth", "Queen"]


def test_who_is_silent_gets_no_second_claim(reader: Reader) -> None:
    reading = reader.read("The ministry did not immediately issue a statement.")
    assert [claim.stance for claim in reading.claims] == [Stance.SILENT]


def test_who_is_accused_in_a_headline_accuses_nobody(own_reader: Reader) -> None:
    (claim,) = own_reader.read("Drenish Army accused of using gas on villagers").claims
    assert claim.text == "Drenish Army used gas on villagers"
    assert (claim.participants[0].role, claim.participants[0].name) == ("accused", "Drenish Army")


@pytest.mark.parametrize("text", ["...", "!", "— ?"])
def test_marks_alone_say_nothing(reader: Reader, text: str) -> None:
    assert reader.read(text).claims == ()


@pytest.mark.parametrize("text", ["killed", "7", "Storm", "at least 20", "yes"])
def test_one_word_is_enough_for_a_claim(reader: Reader, text: str) -> None:
    assert len(reader.read(text).claims) == 1


def read(unit: str, words: int) -> Callable[[], object]:
    return partial(the_reader().read, unit * (words // len(unit.split())))


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["x ", "a b c d ", "7 ", "killed, ", "not ", "the army attacked and ", '"x" ']
)
def test_ten_times_the_words_take_ten_times_the_time(unit: str) -> None:
    assert is_within(13, partial(read, unit), 400, 4000)
