"""Blocks give the claims that share most, the nearest in time, and say how many they leave out."""

from collections.abc import Sequence
from unittest.mock import patch

import pytest
from sqlalchemy import select, text

from bench.small import reading
from claimgraph.model import Attribution, Claim
from claimgraph.store import Store, blocks, candidates, schema
from claimgraph.store.blocks import Keyed
from claimgraph.store.candidates import Found

VERSION = "1"


def put(
    store: Store, number: int, keys: Sequence[str], moment: int = 0, version: str = VERSION
) -> list[str]:
    """Add a document of three claims, all with these keys and at one moment."""
    added = reading(number)
    store.add([added], to_compare=True)
    given = [(key, key.startswith("event")) for key in keys]
    claims = [Keyed(claim.id, moment, given) for claim in added.claims]
    store.comparing.put_into_blocks({added.document.id: (added.id, claims)}, version)
    return [claim.id for claim in added.claims]


def others(store: Store, number: int) -> set[str]:
    """The claims of other documents that the claims of one are paired with."""
    document = reading(number)
    mine = {claim.id for claim in document.claims}
    found = store.comparing.candidates([document.document.id]).pairs
    return {each for pair in found for each in pair} - mine


def left_out(store: Store, number: int) -> int:
    document_id = reading(number).document.id
    return store.comparing.candidates([document_id]).left_out[document_id]


def test_claims_with_a_key_in_common_are_candidates(store: Store) -> None:
    first = put(store, 1, ["gas", "aleppo"])
    put(store, 2, ["rain"])
    put(store, 3, ["gas"])
    assert others(store, 3) == set(first)
    assert others(store, 2) == set()
    assert left_out(store, 3) == 0


def numbered(said: Attribution, number: int) -> Claim:
    return Claim(attribution_id=said.id, text=f"{number} cases", spans=said.content)


def among(store: Store, keys: Sequence[Sequence[str]]) -> tuple[list[tuple[int, int]], int]:
    """Which claims of a document with these keys are paired, by number; how many were left out."""
    plain = reading(1)
    *_, said = plain.attributions
    added = plain.replace(claims=[numbered(said, number) for number in range(len(keys))])
    store.add([added], to_compare=True)
    ids = [claim.id for claim in added.claims]
    claims = [
        Keyed(id_, 0, [(key, False) for key in own]) for id_, own in zip(ids, keys, strict=True)
    ]
    store.comparing.put_into_blocks({added.document.id: (added.id, claims)}, VERSION)
    found = store.comparing.candidates([added.document.id])
    pairs = sorted((ids.index(a), ids.index(b)) for a, b in found.pairs)
    return [(min(pair), max(pair)) for pair in pairs], found.left_out[added.document.id]


def test_claims_beside_each_other_are_candidates_without_a_key(store: Store) -> None:
    with patch.object(candidates, "BESIDE", 2):
        pairs, left = among(store, [[], [], [], []])
    assert (sorted(pairs), left) == ([(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)], 0)


def test_claims_far_apart_in_a_document_need_a_key_in_common(store: Store) -> None:
    with patch.object(candidates, "BESIDE", 1):
        pairs, left = among(store, [["gas"], ["rain"], [], ["gas"], ["rain", "gas"]])
    assert (sorted(pairs), left) == ([(0, 1), (0, 3), (0, 4), (1, 2), (1, 4), (2, 3), (3, 4)], 0)


def test_who_shares_one_word_of_many_is_no_candidate(store: Store) -> None:
    put(store, 1, ["gas", "aleppo"])
    put(store, 2, ["gas", "rain"])
    assert others(store, 2) == set()
    alike = put(store, 3, ["gas", "rain", "reykjavik"])
    assert others(store, 2) == set(alike)


def test_a_long_claim_needs_a_part_of_anothers_words(store: Store) -> None:
    put(store, 1, ["gas", "rain", *(f"here {each}" for each in range(8))])
    put(store, 2, ["gas", "rain", *(f"there {each}" for each in range(8))])
    assert others(store, 2) == set()
    alike = put(store, 3, ["gas", "rain", *(f"there {each}" for each in range(3))])
    assert others(store, 2) == set(alike)


def test_one_word_is_enough_for_who_says_no_more(store: Store) -> None:
    short = put(store, 1, ["gas"])
    put(store, 2, ["gas", "aleppo"])
    assert others(store, 2) == set(short)


def test_what_happened_with_whom_is_enough(store: Store) -> None:
    same = put(store, 1, ["event of that day", "gas"])
    put(store, 2, ["event of that day", "rain"])
    assert others(store, 2) == set(same)


def test_keys_that_a_full_block_does_not_give_count_as_shared(store: Store) -> None:
    far = put(store, 1, ["gas", "siege"], moment=1)
    for day in range(2, 6):
        put(store, day, ["gas", f"own {day}"], moment=day)
    put(store, 6, ["gas", "siege"], moment=6)
    with patch.object(candidates, "_BLOCKS", candidates.statement_of_blocks(3)):
        assert others(store, 6) == set(far)


def test_a_document_that_says_one_thing_over_and_over_is_counted_out(store: Store) -> None:
    with patch.object(candidates, "BESIDE", 1), patch.object(candidates, "CLAIM_CAP", 2):
        pairs, left = among(store, [["gas"]] * 5)
    assert len(pairs) == 2 + 2 + 2 + 1
    assert left == 2 + 1


def test_each_pair_is_given_once_whichever_document_is_asked_for(store: Store) -> None:
    put(store, 1, ["gas"])
    put(store, 2, ["gas"])
    ids = [reading(number).document.id for number in (1, 2)]
    found = store.comparing.candidates(ids).pairs
    assert len(found) == len({frozenset(pair) for pair in found}) == 3 + 3 + 9


def test_a_full_block_gives_the_nearest_in_time_and_counts_the_others(store: Store) -> None:
    by_day = {day: put(store, day, ["gas"], moment=day) for day in (1, 2, 3, 7, 8, 9)}
    put(store, 5, ["gas"], moment=5)
    with patch.object(candidates, "_BLOCKS", candidates.statement_of_blocks(3)):
        assert others(store, 5) == {*by_day[3], *by_day[7]}
        # 3 claims, each of which 12 of the 18 others were not held against.
        assert left_out(store, 5) == 36


@pytest.mark.parametrize(("few", "documents"), [(3, {7}), (6, {7, 39})])
def test_what_is_shared_must_be_rare_where_there_is_enough(
    store: Store, few: int, documents: set[int]
) -> None:
    for number in range(40):
        put(store, number, ["say", "tell", f"own {number}"])
    put(store, 50, ["say", "tell", "own 7"])
    with patch.object(candidates, "FEW", few), patch.object(candidates, "RARE", 5):
        assert others(store, 50) == {
            claim.id for number in documents for claim in reading(number).claims
        }


def test_a_claim_is_held_against_those_that_share_most(store: Store) -> None:
    much = put(store, 1, ["gas", "aleppo", "shell"])
    put(store, 2, ["gas"])
    put(store, 3, ["gas"])
    put(store, 4, ["gas", "aleppo", "shell"])
    with patch.object(candidates, "CLAIM_CAP", 3):
        assert others(store, 4) == set(much)
        assert left_out(store, 4) == 3 * 6


def test_what_happened_counts_for_more_than_words(store: Store) -> None:
    put(store, 1, ["gas"])
    same = put(store, 2, ["event of that day"])
    put(store, 3, ["gas", "event of that day"])
    with patch.object(candidates, "CLAIM_CAP", 3):
        assert others(store, 3) == set(same)


def test_keys_of_another_version_take_the_place_of_the_older_ones(store: Store) -> None:
    first = put(store, 1, ["gas"])
    put(store, 2, ["gas"])
    put(store, 2, ["rain"])  # of the same version: nothing to do
    assert others(store, 2) == set(first)
    put(store, 2, ["rain"], version="2")
    assert others(store, 2) == set()
    assert store.check() == []


def test_another_reading_of_a_document_leaves_no_claim_in_a_block(store: Store) -> None:
    put(store, 1, ["gas"])
    put(store, 2, ["gas"])
    old = reading(1)
    store.add([old.replace(claims=old.claims[:1], version="2")])
    assert others(store, 2) == set()
    assert store.check() == []
    sizes = {row.key: row.claims for row in store.rows(select(schema.block_size))}
    assert sizes == {blocks.number("gas", event=False): 3}


def test_what_a_comparer_wrote_of_a_claim_is_given_with_it(store: Store) -> None:
    added = reading(1)
    store.add([added], to_compare=True)
    first, *others = added.claims
    given = [Keyed(first.id, 0, [("gas", False)], "about gas")]
    given += [Keyed(each.id, 0, []) for each in others]
    store.comparing.put_into_blocks({added.document.id: (added.id, given)}, VERSION)
    found = store.comparing.candidates([added.document.id]).claims
    assert found[first.id] == Found(
        added.document.id, first.attribution_id, first.event_id, "about gas"
    )
    assert {found[each.id].sketch for each in others} == {None}


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE block_size SET claims = claims + 1", "block_size"),
        ("DELETE FROM block", "block_size"),
        ("UPDATE comparison SET keyed = NULL", "block"),
        ("DELETE FROM sketch", "sketch"),
        ("UPDATE block SET key = key - 1", "sketch"),
    ],
)
def test_a_broken_block_is_named(store: Store, statement: str, says: str) -> None:
    put(store, 1, ["gas"])
    assert store.check() == []
    store._database.write(lambda connection: connection.execute(text(statement)).close())
    assert any(fault.startswith(says) for fault in store.check())
