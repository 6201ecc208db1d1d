"""The table of states, and how phrases stand for them."""

import pytest

from claimgraph.ids import name_key
from claimgraph.text.states import adjectives, senses, state_sense, states


@pytest.mark.parametrize(
    ("phrase", "state", "way"),
    [
        pytest.param("Russia", "Russia", "name", id="name"),
        pytest.param("the United Kingdom", "United Kingdom", "name", id="article"),
        pytest.param("U.S.", "United States", "name", id="full stops"),
        pytest.param("Côte d’Ivoire", "Ivory Coast", "name", id="accents and apostrophe"),
        pytest.param("Moscow", "Russia", "capital", id="capital"),
        pytest.param("Kiev", "Ukraine", "capital", id="older spelling"),
        pytest.param("Tel Aviv", "Israel", "capital", id="seat of many embassies"),
        pytest.param("the Kremlin", "Russia", "metonym", id="what stands for the government"),
        pytest.param("Whitehall", "United Kingdom", "metonym", id="street of ministries"),
        pytest.param("Foggy Bottom", "United States", "metonym", id="quarter of the ministry"),
        pytest.param("Downing Street", "United Kingdom", "house", id="house"),
        pytest.param("Number 10", "United Kingdom", "house", id="another name of a house"),
        pytest.param("the White House", "United States", "house", id="white house"),
        pytest.param("Elysee", "France", "house", id="without accents"),
        pytest.param("Russian", "Russia", "adjective", id="adjective"),
        pytest.param("British", "United Kingdom", "adjective", id="adjective before people"),
        pytest.param("Saudis", "Saudi Arabia", "people", id="people"),
        pytest.param("South Korean", "South Korea", "adjective", id="two words"),
    ],
)
def test_a_phrase_stands_for_a_state(phrase: str, state: str, way: str) -> None:
    sense = state_sense(phrase)
    assert sense is not None
    assert (sense.state, sense.way) == (state, way)


@pytest.mark.parametrize("phrase", ["us", "turkey", "Texas", "Aleppo", "", "polish", "NATO"])
def test_other_phrases_stand_for_none(phrase: str) -> None:
    assert state_sense(phrase) is None


def test_a_house_has_its_own_name() -> None:
    sense = state_sense("No. 10")
    assert sense is not None
    assert sense.name == "Downing Street"


def test_the_table_is_whole() -> None:
    table = states()
    names = [state.name for state in table]
    assert len(names) == len(set(names))
    assert len(names) > 200
    for state in table:
        assert state_sense(state.name) is not None, state.name
        known = senses()[name_key(state.name)]
        assert (known.state, known.way) == (state.name, "name")


def test_every_united_nations_member_has_an_adjective_or_is_named_so() -> None:
    without = {state.name for state in states()} - adjectives().keys()
    assert without == {
        "Dominica",
        "Kiribati",
        "Liechtenstein",
        "Republic of the Congo",
        "Sao Tome and Principe",
    }
