"""Who is the same as whom, by names alone, and by what people say."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from claimgraph.model import Document, Judgement, Reading, Source
from claimgraph.store import Store, schema
from claimgraph.store.identity import Bearer, Identity, identities, same_by_name
from claimgraph.store.names import names
from claimgraph.store.schema import DAWN, DUSK
from claimgraph.vocabulary import SourceKind
from tests import strategies


def body(name: str, *aliases: str, kind: str = "organisation") -> Source:
    return Source(name=name, kind=kind, aliases=aliases)


def bearer(source: Source) -> Bearer:
    return Bearer(source.id, source.kind, tuple(names(source)))


SOHR = body("Syrian Observatory for Human Rights", "SOHR", "the Observatory")
HTS = body("Hayat Tahrir al-Sham", "HTS", kind="armed_group")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(SOHR, body("SOHR"), True, id="an acronym"),
        pytest.param(SOHR, body("S.O.H.R."), True, id="an acronym with points"),
        pytest.param(
            body("Rami Abdulrahman", kind="person"),
            body("Mr Abdulrahman", "Rami Abdulrahman", kind="person"),
            True,
            id="a person's full name",
        ),
        pytest.param(
            body("Bashar al-Assad", "Assad", kind="person"),
            body("Assad", kind="person"),
            False,
            id="a surname is borne by many",
        ),
        pytest.param(
            body("Igor Konashenkov", "Gen. Konashenkov", kind="person"),
            body("Gen. Konashenkov", kind="person"),
            False,
            id="a title makes no full name",
        ),
        pytest.param(
            body("Russia", "Moscow", kind="state"), body("Moscow", kind="state"), True, id="a state"
        ),
        pytest.param(
            SOHR, body("European Observatory", "the Observatory"), False, id="a description"
        ),
        pytest.param(
            body("Ministry of Defence", "the ministry"),
            body("Ministry of Health", "the ministry"),
            False,
            id="the ministry",
        ),
        pytest.param(
            body("Jordan Smith", "Jordan", kind="person"),
            body("Jordan", kind="state"),
            False,
            id="a person and a state",
        ),
        pytest.param(
            HTS, body("Hellenic Tram Society", "HTS"), False, id="one acronym of two bodies"
        ),
        pytest.param(
            HTS, body("Hayat Tahrir al-Cham", "HTS"), True, id="one acronym, two spellings"
        ),
        pytest.param(
            Source(name="officials", naming="described", aliases=["NATO"], document_id="doc_1"),
            body("NATO"),
            False,
            id="a source that is not named",
        ),
    ],
)
def test_names_join_sources(one: Source, other: Source, same: bool) -> None:
    groups = same_by_name([bearer(one), bearer(other)])
    assert (len(groups) == 1) is same
    assert sorted(map(sorted, groups)) == sorted(
        map(sorted, same_by_name([bearer(other), bearer(one)]))
    )


def test_sources_of_several_documents_are_one_whatever_their_order(store: Store) -> None:
    named = [body("SOHR"), SOHR, body("Syrian Observatory for Human Rights", "Rami's Group")]
    for number, source in enumerate(named):
        document = Document(text=f"A war monitor said so. {number}")
        store.add([Reading(document=document, sources=[source])])
    rows = list(store.rows(select(schema.identity)))
    assert {row.entity_id for row in rows} == {min(source.id for source in named)}
    assert {(row.since, row.until) for row in rows} == {(DAWN, DUSK)}


def test_a_second_bearer_of_an_acronym_parts_those_that_it_joined(store: Store) -> None:
    def entities() -> int:
        return len({row.entity_id for row in store.rows(select(schema.identity.c.entity_id))})

    for text, source in (("a", HTS), ("b", body("HTS"))):
        store.add([Reading(document=Document(text=text), sources=[source])])
    assert entities() == 1
    other = body("Hellenic Tram Society", "HTS")
    store.add([Reading(document=Document(text="c"), sources=[other])])
    assert entities() == 3
    assert store.check() == []


BEARERS = st.lists(strategies.sources("doc_1"), max_size=6).map(
    lambda found: [bearer(each) for each in {each.id: each for each in found}.values()]
)


@given(BEARERS, st.randoms())
def test_groups_do_not_depend_on_the_order_of_sources(found: list[Bearer], dice: Any) -> None:
    shuffled = list(found)
    dice.shuffle(shuffled)
    assert set(same_by_name(shuffled)) == set(same_by_name(found))


IDS = ["src_1", "src_2", "src_3", "src_4"]
GROUPS = [frozenset({"src_1", "src_2"}), frozenset({"src_3"}), frozenset({"src_4"})]
MADE = st.lists(strategies.joinings([*IDS, "src_gone"]), max_size=5)


@given(MADE, st.randoms())
def test_identities_do_not_depend_on_the_order_of_judgements(
    made: list[Judgement], dice: Any
) -> None:
    shuffled = list({each.id: each for each in made}.values())
    before = identities(GROUPS, shuffled)
    dice.shuffle(shuffled)
    assert identities(GROUPS, shuffled) == before


@given(MADE)
def test_each_source_belongs_to_one_entity_at_all_times(made: list[Judgement]) -> None:
    stretches: dict[str, list[Identity]] = {}
    for each in identities(GROUPS, made):
        stretches.setdefault(each.record_id, []).append(each)
    assert stretches.keys() == set(IDS)
    for given_ in stretches.values():
        assert given_[0].since == DAWN
        assert given_[-1].until == DUSK
        assert all(a.until == b.since for a, b in pairwise(given_))
        assert all(each.entity_id <= each.record_id for each in given_)


@pytest.mark.parametrize("kind", list(SourceKind))
def test_pronouns_and_descriptions_are_never_strong(kind: SourceKind) -> None:
    for name in ("he", "the ministry", "a Western official", "activists"):
        assert not any(each.strong for each in names(body(name, kind=kind.value)))
