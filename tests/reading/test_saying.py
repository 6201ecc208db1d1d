"""When something was said, and when what is said happened."""

import pytest

from claimgraph.model import Document
from claimgraph.reading.reader import Reader
from tests.reading.conftest import by_cue

#: Published on Thursday, 10 October 2019: a text, a word of the cue, and when it was said.
SAID = [
    ("The minister said on Monday that the bridge was safe.", "said", "2019-10-07"),
    ("The bridge was safe, the minister said on Monday.", "said", "2019-10-07"),
    ("The minister said yesterday the bridge was safe.", "said", "2019-10-09"),
    ("The minister told Reuters late on Tuesday that he would resign.", "told", "2019-10-08"),
    ("In a statement on Wednesday, the army denied any involvement.", "denied", "2019-10-09"),
    ("The army said in a statement on Wednesday that it knew nothing.", "said", "2019-10-09"),
    ("On 3 October the court accused the bank of fraud.", "accused", "2019-10-03"),
    ("Police said today that the man had died.", "said", "2019-10-10"),
    ("Last month the union warned that jobs would go.", "warned", "2019-09"),
    ("In September, the union said that the plant would close.", "said", "2019-09"),
]
#: The time belongs to what is said, or to nothing.
NOT_SAID = [
    ("The minister said that the bridge had collapsed on Monday.", "said"),
    ("Police said the man died yesterday.", "said"),
    ("The minister said the bridge was safe.", "said"),
    ("“We were told on Monday,” the mayor said.", "said"),
    ("The mayor, who resigned on Monday, said the bridge was safe.", "said"),
    ("The report published in 2015 said the bridge was safe.", "said"),
]


def article(text: str) -> Document:
    return Document(text=text, published="2019-10-10")


@pytest.mark.parametrize(("text", "cue", "when"), SAID)
def test_the_time_of_saying_is_found(own_reader: Reader, text: str, cue: str, when: str) -> None:
    said = by_cue(own_reader.read(article(text)), cue).said
    assert said is not None
    assert str(said).startswith(when)


@pytest.mark.parametrize(("text", "cue"), NOT_SAID)
def test_other_times_do_not_date_the_saying(own_reader: Reader, text: str, cue: str) -> None:
    assert by_cue(own_reader.read(article(text)), cue).said is None


def test_without_a_date_of_publishing_a_weekday_is_no_date(own_reader: Reader) -> None:
    reading = own_reader.read("The minister said on Monday that the bridge was safe.")
    assert by_cue(reading, "said").said is None


def test_the_words_of_the_time_are_kept(own_reader: Reader) -> None:
    reading = own_reader.read(article("The minister said on Monday that the bridge was safe."))
    item = by_cue(reading, "said")
    assert item.said is not None
    assert "Monday" in item.said.text
    assert any(reason.rule == "said.beside_cue" for reason in item.reasons)
