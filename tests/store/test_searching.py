"""A search finds the same claims in every database, and in plain Python."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from claimgraph.model import Attribution, Claim, Document, Reading
from claimgraph.store import Store, schema
from claimgraph.store.rows import word_set
from claimgraph.text.words import search_words
from tests.strategies import filled

ARTICLE = Document(text="It said so.")
SAID = Attribution(document_id=ARTICLE.id, cue=[ARTICLE.span(3, 7)])


def claims(texts: list[str]) -> Reading:
    """A reading with these claims."""
    found = [Claim(attribution_id=SAID.id, text=text, spans=SAID.cue) for text in texts]
    return Reading(
        document=ARTICLE,
        attributions=[SAID],
        claims=list({claim.id: claim for claim in found}.values()),
    )


def found(store: Store, query: str) -> set[str]:
    condition = store.matches(search_words(query))
    rows = store.rows(select(schema.claim.c.body).where(condition))
    return {Claim.model_validate_json(row.body).text for row in rows}


TEXTS = [
    "107 people were treated for gas in Aleppo’s al-Khalidiya district",
    "Hay'at Tahrir al-Sham did not issue a statement",
    "Нет, говорит Москва",
    "the U.S. and the UK \"and\" NOT (a) 'quoted' OR* column:word",
    "x" * 5000,
    "ﬁne 𝟙𝟘𝟟 𐐨𐐩 ١٢٣ नमस्ते ⅷ ꟺ",
    "___",
]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        pytest.param("case people gases GAS", [], id="every word must occur"),
        pytest.param("PEOPLE khalidiya", [TEXTS[0]], id="case and order do not matter"),
        pytest.param("aleppo", [TEXTS[0]], id="possessives"),
        pytest.param("statements", [TEXTS[1]], id="plurals"),
        pytest.param("москва", [TEXTS[2]], id="other scripts"),
        pytest.param("or not", [TEXTS[3]], id="operators are words"),
        pytest.param("column:word", [TEXTS[3]], id="so are columns"),
        pytest.param("x" * 5000, [TEXTS[4]], id="very long words"),
        pytest.param("107 fine", [TEXTS[5]], id="letters that stand for others"),
        pytest.param("", TEXTS, id="no words ask for nothing"),
        pytest.param("'); DROP TABLE claim; --", [], id="no way out of the query"),
    ],
)
def test_words_find_claims(store: Store, query: str, texts: list[str]) -> None:
    store.add([claims(TEXTS)])
    assert found(store, query) == set(texts)


@given(texts=st.lists(filled, min_size=1, max_size=5), data=st.data())
@settings(max_examples=25)
def test_each_word_finds_exactly_the_claims_that_hold_it(
    store: Store, texts: list[str], data: st.DataObject
) -> None:
    reading = claims(texts)
    store.add([reading])
    every = sorted({word for text in texts for word in word_set(text)})
    words = data.draw(st.lists(st.sampled_from(every), max_size=2)) if every else []
    wanted = {claim.text for claim in reading.claims if set(words) <= set(word_set(claim.text))}
    rows = store.rows(select(schema.claim.c.body).where(store.matches(words)))
    assert {Claim.model_validate_json(row.body).text for row in rows} == wanted


def test_a_text_with_very_many_words_can_be_kept(store: Store) -> None:
    text = " ".join(f"слово{number}" for number in range(60_000))
    store.add([claims([text])])
    assert found(store, "слово17 слово1") == {text}
