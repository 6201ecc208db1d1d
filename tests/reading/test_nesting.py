"""A said that B said: which attribution holds which."""

import pytest

from claimgraph.model import Attribution, Reading
from claimgraph.reading.reader import Reader
from tests.reading.conftest import by_cue


def said(reading: Reading, source: str) -> Attribution:
    """The attribution of a source, by words that stand in it."""
    found = [
        item
        for item in reading.attributions
        if source in " ".join(span.text for span in item.source)
    ]
    assert len(found) == 1, [[span.text for span in item.source] for item in reading.attributions]
    return found[0]


#: A text, words of the inner source and of the outer one.
NESTED = [
    ("Reuters reported that the minister said the bridge was safe.", "minister", "Reuters"),
    ("The lawyer said his client had denied the charges.", "his client", "The lawyer"),
    ("According to TASS, the general said the raid had ended.", "the general", "TASS"),
    ("The Guardian reports that two officials accused the bank of fraud.", "officials", "Guardian"),
    (
        "The BBC said that witnesses had told its reporter that shots were fired.",
        "witnesses",
        "BBC",
    ),
    (
        "The mayor said the police had warned her that the crowd was armed.",
        "police",
        "The mayor",
    ),
    ("Reuters, citing two officials, reported that the plant had closed.", "officials", "Reuters"),
    (
        "The newspaper, quoting an unnamed diplomat, said the talks had failed.",
        "diplomat",
        "newspaper",
    ),
    ("The plant had closed, AFP reported, citing a union leader.", "union leader", "AFP"),
    ("“My brother told me that he was afraid,” Ms Alvarez said.", "My brother", "Alvarez"),
    (
        "Interfax said the ministry had confirmed that both pilots were dead.",
        "ministry",
        "Interfax",
    ),
    (
        "Mr Holm said experts had warned that the dam could fail.",
        "experts",
        "Holm",
    ),
]


@pytest.mark.parametrize(("text", "inner", "outer"), NESTED)
def test_an_attribution_in_a_content_is_nested(
    own_reader: Reader, text: str, inner: str, outer: str
) -> None:
    reading = own_reader.read(text)
    holder = said(reading, outer)
    held = said(reading, inner)
    assert held.parent_id == holder.id
    assert holder.parent_id is None


@pytest.mark.parametrize(("text", "inner", "outer"), NESTED)
def test_a_nested_attribution_comes_through_the_outer_speaker(
    own_reader: Reader, text: str, inner: str, outer: str
) -> None:
    reading = own_reader.read(text)
    names = {source.id: source.name for source in reading.sources}
    outer_name = names[said(reading, outer).source_id or ""]
    assert [relay.name for relay in said(reading, inner).via] == [outer_name]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The minister said the bridge was safe, adding that repairs would follow.", "adding"),
        ("Police said the man had confessed. The lawyer denied it.", "denied"),
        ("The minister said the alleged attack had never happened.", "said"),
        ("“We were warned,” the mayor said. “Nobody listened,” he added.", "added"),
    ],
)
def test_what_goes_on_is_not_nested(own_reader: Reader, text: str, cue: str) -> None:
    assert by_cue(own_reader.read(text), cue).parent_id is None


def test_nesting_has_any_depth(own_reader: Reader) -> None:
    reading = own_reader.read(
        "Reuters reported that the lawyer said that his client had told him that the police "
        "threatened her."
    )
    client = said(reading, "his client")
    lawyer = said(reading, "the lawyer")
    agency = said(reading, "Reuters")
    assert (client.parent_id, lawyer.parent_id, agency.parent_id) == (lawyer.id, agency.id, None)
    assert [relay.name.removeprefix("the ") for relay in client.via] == ["lawyer", "Reuters"]
