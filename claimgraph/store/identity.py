"""Which sources are the same one: by the names they share, and by what people decide."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from claimgraph.model import Judgement
from claimgraph.store.names import SourceName, is_acronym
from claimgraph.store.rulings import active_at, moments
from claimgraph.vocabulary import Decision, SourceKind

#: From this likeness on (0 to 100), two full names are taken for spellings of one.
_SAME_NAME = 85


@dataclass(frozen=True)
class Bearer:
    """A source, as far as it matters for whether it is the same as another."""

    id: str
    kind: SourceKind
    names: tuple[SourceName, ...]


@dataclass(frozen=True)
class Identity:
    """That a record belongs to an entity, ``since <= t < until`` by the judgements' clock.

    An entity bears the smallest id of its members.
    """

    record_id: str
    entity_id: str
    since: int
    until: int


def identities(groups: Iterable[frozenset[str]], judgements: Iterable[Judgement]) -> list[Identity]:
    """To which entity each record belongs, over all time.

    Args:
        groups: Records that are the same without anybody's judgement; each id in one group.
        judgements: Merges and splits of these records, with their withdrawals. Each is applied to
            what the ones before it have left; the last one wins. Subjects in no group are passed
            over.

    Returns:
        For each record, stretches of time that join on to each other, from dawn to dusk.
    """
    automatic = {member: group for group in groups for member in group}
    known = list(judgements)
    stretches: dict[str, list[Identity]] = {member: [] for member in automatic}
    for since, until in pairwise(moments(known)):
        now = _decided(automatic, active_at(since, known))
        for member, group in now.items():
            entity = min(group)
            before = stretches[member]
            if before and before[-1].entity_id == entity:
                since_before = before.pop().since
                before.append(Identity(member, entity, since_before, until))
            else:
                before.append(Identity(member, entity, since, until))
    return [identity for member in sorted(stretches) for identity in stretches[member]]


def same_by_name(bearers: Sequence[Bearer]) -> list[frozenset[str]]:
    """Groups of sources that share a strong name, directly or through others.

    A person is not joined with a body of the same name. An acronym that stands for two different
    names joins nobody.
    """
    group_of = {bearer.id: {bearer.id} for bearer in bearers}
    for key, sharing in _by_strong_key(bearers).items():
        if _is_ambiguous(key, sharing):
            continue
        for alike in _of_one_kind(sharing):
            for one, other in pairwise(alike):
                _unite(group_of, one.id, other.id)
    return [
        frozenset(group) for group in {id(group): group for group in group_of.values()}.values()
    ]


def _by_strong_key(bearers: Iterable[Bearer]) -> dict[str, list[Bearer]]:
    sharing: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        for name in bearer.names:
            if name.strong:
                sharing[name.key].append(bearer)
    return sharing


def _is_ambiguous(key: str, sharing: Sequence[Bearer]) -> bool:
    """Whether some of these sources use an acronym for quite different names."""
    if len(sharing) < 2 or not any(
        name.key == key and is_acronym(name.name) for bearer in sharing for name in bearer.names
    ):
        return False
    spelled_out = {
        full
        for bearer in sharing
        if (full := frozenset(name.key for name in bearer.names if name.strong and " " in name.key))
    }
    return any(
        all(fuzz.token_set_ratio(a, b) < _SAME_NAME for a in one for b in other)
        for one, other in combinations(spelled_out, 2)
    )


def _of_one_kind(sharing: Sequence[Bearer]) -> list[list[Bearer]]:
    """Persons, and bodies; a source of unknown kind joins those that are there, if only one is."""
    persons = [bearer for bearer in sharing if bearer.kind is SourceKind.PERSON]
    unknown = [bearer for bearer in sharing if bearer.kind is SourceKind.UNKNOWN]
    bodies = [bearer for bearer in sharing if bearer not in persons and bearer not in unknown]
    if persons and bodies:
        return [persons, bodies, unknown]
    return [[*persons, *bodies, *unknown]]


def _decided(
    automatic: Mapping[str, frozenset[str]], judgements: Iterable[Judgement]
) -> dict[str, frozenset[str]]:
    """The groups after people's merges and splits, in their order."""
    groups = dict(automatic)
    for judgement in judgements:
        subjects = [subject for subject in judgement.subjects if subject in groups]
        if judgement.decision is Decision.MERGE:
            joined = frozenset().union(*(groups[subject] for subject in subjects))
            groups |= dict.fromkeys(joined, joined)
        elif judgement.decision is Decision.SPLIT:
            for subject in subjects:
                left = groups[subject] - {subject}
                groups |= dict.fromkeys(left, left)
                groups[subject] = frozenset({subject})
    return groups


def _unite(group_of: dict[str, set[str]], one: str, other: str) -> None:
    large, small = group_of[one], group_of[other]
    if large is small:
        return
    if len(large) < len(small):
        large, small = small, large
    large |= small
    for member in small:
        group_of[member] = large
