"""Names end where every reader sees them end, whatever the network joins or cuts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.reading.encoder.name_edges import mend_edges


def mended(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    """Names and their kinds, where ``names`` are marked in a text of words and blanks."""
    words = text.split()
    marked = []
    at = 0
    for name, kind in names:
        own = name.split()
        at = next(n for n in range(at, len(words)) if words[n : n + len(own)] == own)
        marked.append(((at, at + len(own)), kind))
        at += len(own)
    return [(" ".join(words[a:b]), kind) for (a, b), kind in mend_edges(words, marked)]


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("Tallahassee Florida", ["Tallahassee", "Florida"]),
        ("tallahassee florida", ["tallahassee", "florida"]),
        ("Baton Rouge LA", ["Baton Rouge", "LA"]),
        ("Lake Placid New York", ["Lake Placid", "New York"]),
        ("Duluth Minn.", ["Duluth", "Minn."]),
        ("Reims France", ["Reims", "France"]),
        ("Paris France", ["Paris", "France"]),
        ("Charleston West Virginia", ["Charleston", "West Virginia"]),
        ("Hull , Ontario", ["Hull", "Ontario"]),
        ("Hull , Ontario , Canada", ["Hull", "Ontario", "Canada"]),
        ("Baton Rouge , LA", ["Baton Rouge", "LA"]),
    ],
)
def test_a_place_and_its_state_are_two_places(place: str, parts: list[str]) -> None:
    assert mended(f"They moved to {place} .", (place, "LOC")) == [(part, "LOC") for part in parts]


@pytest.mark.parametrize(
    "place",
    [
        "Northern Ireland",
        "West Virginia",
        "New Mexico",
        "Upstate New York",
        "Baja California",
        "Lake Michigan",
        "Gulf of Mexico",
        "Papua New Guinea",
        "Equatorial Guinea",
        "Baton Rouge",
        "Florida Keys",
        "French Guiana",
        "British India",
        "Vichy France",
        "Nazi Germany",
        "Mexico City",
        "Ohio",
    ],
)
def test_one_place_stays_one(place: str) -> None:
    assert mended(f"They moved to {place} .", (place, "LOC")) == [(place, "LOC")]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Prime Minister Ann Orr", "Ann Orr"),
        ("former President Orr", "Orr"),
        ("Senator Ann Orr", "Ann Orr"),
        ("King Salman", "King Salman"),
        ("President", "President"),
        ("Coach Ann Orr", "Ann Orr"),
        ("Judge Rule", "Rule"),
        ("Dean Rusk", "Dean Rusk"),
        ("Under - Secretary - General Ann Orr", "Ann Orr"),
        ("Attorney General Orr", "Orr"),
        ("Secretary of State Ann Orr", "Ann Orr"),
        ("Secretary of the Treasury Ann Orr", "Ann Orr"),
        ("Director of National Intelligence Anna Orr", "Anna Orr"),
        ("Defence Minister Ann Orr", "Ann Orr"),
        ("Anna Bishop Orr", "Anna Bishop Orr"),
        ("Julie Bishop", "Julie Bishop"),
        ("Minister for Trade", "Minister for Trade"),
        ("Minister of Foreign Affairs", "Minister of Foreign Affairs"),
        ("Assistant Minister for Consular Affairs", "Assistant Minister for Consular Affairs"),
        ("Secretary of State Orr", "Orr"),
        ("Minister for Trade Ann Orr", "Ann Orr"),
        ("Major", "Major"),
    ],
)
def test_an_office_is_no_part_of_a_name_and_a_crown_is(marked: str, name: str) -> None:
    assert mended(f"It was {marked} .", (marked, "PER")) == [(name, "PER")]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("said | UN Secretary - General Ann Orr |", [("UN", "ORG"), ("Ann Orr", "PER")]),
        ("the | US Secretary of State Ann Orr |", [("US", "LOC"), ("Ann Orr", "PER")]),
        (
            "said | UN Special Envoy for Syria Anna Orr |",
            [("UN", "ORG"), ("Syria", "LOC"), ("Anna Orr", "PER")],
        ),
        ("said | FBI Director Orr |", [("FBI", "ORG"), ("Orr", "PER")]),
        ("the head of the | WHO Ann Orr |", [("WHO", "ORG"), ("Ann Orr", "PER")]),
        ("novels of | JK Orr |", [("JK Orr", "PER")]),
        ("said | FORMER PRESIDENT ORR |", [("ORR", "PER")]),
        ("the mayor of | Kyiv Anna Orr | said", [("Kyiv", "LOC"), ("Anna Orr", "PER")]),
        ("the head of the | UN Anna Orr | said", [("UN", "ORG"), ("Anna Orr", "PER")]),
        ("said | Ohio Governor Orr |", [("Ohio", "LOC"), ("Orr", "PER")]),
        ("the | US Secretary | said", [("US", "LOC")]),
        ("the | Senate Minority Leader Orr |", [("Senate", "ORG"), ("Orr", "PER")]),
        ("and | Israel Orr | said", [("Israel Orr", "PER")]),
        ("the son of | Paris Hilton | said", [("Paris Hilton", "PER")]),
    ],
)
def test_what_a_person_leads_is_a_name_of_its_own(words: str, names: list[tuple[str, str]]) -> None:
    before, marked, behind = (part.strip() for part in words.split("|"))
    assert mended(f"{before} {marked} {behind} .", (marked, "PER")) == names


@pytest.mark.parametrize(
    ("marked", "kind", "name"),
    [
        ("city of Hull", "LOC", "Hull"),
        ("state of West Virginia", "LOC", "West Virginia"),
        ("City of London", "LOC", "City of London"),
        ("southern Lebanon", "LOC", "Lebanon"),
        ("Southern Lebanon", "LOC", "Southern Lebanon"),
        ("Republic of Ireland", "LOC", "Republic of Ireland"),
        ("Verizon store", "ORG", "Verizon"),
        ("Labor party", "ORG", "Labor party"),
        ("team", "ORG", "team"),
    ],
)
def test_what_is_said_in_small_letters_is_no_part_of_a_name(
    marked: str, kind: str, name: str
) -> None:
    assert mended(f"It was the {marked} .", (marked, kind)) == [(name, kind)]


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        (". said", "Acme LTD ."),
        (". , said", "Acme LTD ."),
        (". They", "Acme LTD"),
        ("said", "Acme LTD"),
    ],
)
def test_the_full_stop_of_a_business_is_its_own_inside_a_sentence(behind: str, name: str) -> None:
    assert mended(f"Acme LTD {behind}", ("Acme LTD", "ORG")) == [(name, "ORG")]


def test_a_turned_name_between_quotation_marks_is_one_person() -> None:
    names = ("Orr", "PER"), ("Ann", "PER")
    assert mended('From " Orr , Ann " to all', *names) == [("Orr , Ann", "PER")]
    assert mended("From Orr , Ann and others", *names) == [("Orr", "PER"), ("Ann", "PER")]
    assert mended('He named " Orr , Ann and others', *names) == [("Orr", "PER"), ("Ann", "PER")]


@pytest.mark.parametrize("mark", ["[", "(", ",", "-", "“"])
def test_a_name_ends_before_what_opens_behind_it(mark: str) -> None:
    assert mended(f"It was Joni {mark} Orr", (f"Joni {mark}", "PER")) == [("Joni", "PER")]


@pytest.mark.parametrize(
    ("text", "name", "parts"),
    [
        ("Thanks , Sara Sara Orr", "Sara Sara Orr", ["Sara", "Sara Orr"]),
        ("Thanks , Sara Sara", "Sara Sara", ["Sara", "Sara"]),
        ("met Boutros Boutros - Ghali", "Boutros Boutros", ["Boutros Boutros"]),
        ("Best , Wilda Wilda Orr", "Wilda Wilda Orr", ["Wilda", "Wilda Orr"]),
        ("met Sirhan Sirhan", "Sirhan Sirhan", ["Sirhan Sirhan"]),
        ("met Hassan Hassan", "Hassan Hassan", ["Hassan Hassan"]),
    ],
)
def test_a_signature_above_a_name_is_a_name_of_its_own(
    text: str, name: str, parts: list[str]
) -> None:
    assert mended(text, (name, "PER")) == [(part, "PER") for part in parts]


WORDS = (
    'Prime Minister President Ann Orr Ohio New York CA Lake France , of - King " former city Inc . '
    "store southern The in"
).split()


@st.composite
def marked_words(draw: st.DrawFn) -> tuple[list[str], list[tuple[tuple[int, int], str]]]:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
    edges = sorted(draw(st.sets(st.integers(0, len(words)), max_size=8)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return words, [(pair, draw(st.sampled_from(("PER", "ORG", "LOC")))) for pair in pairs]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He wrote for The Lund Courier .", "The Lund Courier"),
        ("He wrote for the Lund Courier .", "Lund Courier"),
        ("It ended . The Lund Courier closed .", "Lund Courier"),
        ("The Lund Courier closed .", "Lund Courier"),
    ],
)
def test_an_article_with_a_capital_inside_a_sentence_is_part_of_the_name(
    text: str, name: str
) -> None:
    assert mended(text, ("Lund Courier", "ORG")) == [(name, "ORG")]


def test_a_full_stop_that_another_name_begins_with_is_not_taken() -> None:
    words = ["Acme", "Inc", ".", "ltd", ","]
    names = [((0, 2), "ORG"), ((2, 4), "ORG")]
    assert mend_edges(words, names) == names


@given(marked_words())
def test_mended_names_are_in_order_and_hold_no_word_that_none_held(
    given_names: tuple[list[str], list[tuple[tuple[int, int], str]]],
) -> None:
    words, names = given_names
    found = mend_edges(words, names)
    assert all(a < b for (a, b), _ in found)
    assert all(x[0][1] <= y[0][0] for x, y in pairwise(found))
    held = {place for (a, b), _ in names for place in range(a, b)}
    inside = {
        place for (a, b), _ in found for place in range(a, b) if words[place] not in ", . The"
    }
    assert inside <= held
