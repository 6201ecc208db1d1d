"""The table of cues, and the forms of verbs."""

import pytest

from claimgraph.errors import ReadingError
from claimgraph.reading.acts.inflection import verb_forms
from claimgraph.reading.acts.lexicon import lexicon, load
from claimgraph.vocabulary import AttributionType, SpeechAct


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        pytest.param("say", "say says saying said", id="irregular"),
        pytest.param("deny", "deny denies denying denied", id="y becomes i"),
        pytest.param("admit", "admit admits admitting admitted", id="doubled at the end"),
        pytest.param("agree", "agree agrees agreeing agreed", id="two e"),
        pytest.param("lie", "lie lies lying lied", id="ie becomes y"),
        pytest.param("blame", "blame blames blaming blamed", id="silent e"),
        pytest.param("confess", "confess confesses confessing confessed", id="s takes es"),
        pytest.param("claim", "claim claims claiming claimed", id="two vowels, not doubled"),
        pytest.param("signal", "signal signals signalling signaling signalled signaled", id="both"),
        pytest.param("have", "have has having had", id="have"),
    ],
)
def test_forms_of_verbs(verb: str, forms: str) -> None:
    assert verb_forms(verb) == frozenset(forms.split())


def test_every_act_of_the_vocabulary_has_a_word() -> None:
    words = lexicon()
    acts = {sense.act for senses in words.verbs.values() for sense in senses}
    acts |= {noun.act for nouns in words.nouns.values() for noun in nouns}
    # Silences are read from several words together.
    assert set(SpeechAct) - acts == {SpeechAct.DECLINE_COMMENT, SpeechAct.NO_STATEMENT}


def test_a_word_and_what_its_arguments_make_of_it() -> None:
    words = lexicon()
    senses = words.verbs["denied"]
    bail = next(sense for sense in senses if sense.fits({"object", "grant"}))
    charge = next(sense for sense in senses if sense.fits({"object", "claim"}))
    assert bail.type is AttributionType.EVENTUALITY
    assert (charge.act, charge.type) == (SpeechAct.DENY, AttributionType.ASSERTION)


def test_an_argument_that_allows_a_listing_decides() -> None:
    table = load("[verbs]\nstate | assertion | any clause+ | say\n")
    assert table.verbs["said"][0].fits({"clause"}) == ("clause",)
    assert table.verbs["said"][0].fits({"object"}) == ("any",)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[verbs]\ndeny | assertion | deny\n", id="a column is missing"),
        pytest.param("deny | assertion | clause | deny\n", id="before any section"),
        pytest.param("[verbs]\nrefute | assertion | clause | refute\n", id="no such act"),
        pytest.param("[nouns]\ndeny | speech | denial\n", id="no such type"),
    ],
)
def test_a_broken_table_is_refused(text: str) -> None:
    with pytest.raises(ReadingError, match="of the lexicon is not as its head describes"):
        load(text)
