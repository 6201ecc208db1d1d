"""What a store is, in plain Python: slow, obvious, and written without a look at the store."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from rapidfuzz import fuzz

from claimgraph.model import (
    Claim,
    Judgement,
    Lineage,
    Question,
    Reading,
    Relation,
    Source,
)
from claimgraph.store.names import is_acronym, names
from claimgraph.text.words import search_words
from claimgraph.vocabulary import Decision, SourceKind


@dataclass
class Model:
    """Everything that was added, and questions about it."""

    readings: dict[str, Reading] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    lineages: dict[str, Lineage] = field(default_factory=dict)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    archived: int = 0

    # What is in it.

    def claims(self) -> dict[str, Claim]:
        return {claim.id: claim for reading in self.readings.values() for claim in reading.claims}

    def attributions(self) -> list[str]:
        return [each.id for reading in self.readings.values() for each in reading.attributions]

    def events(self) -> list[str]:
        return sorted({each.id for reading in self.readings.values() for each in reading.events})

    def sources(self) -> dict[str, Source]:
        """What the documents say of each source together."""
        versions: dict[str, list[Source]] = {}
        for reading in self.readings.values():
            for source in reading.sources:
                versions.setdefault(source.id, []).append(source)
        return {source_id: _together(given) for source_id, given in versions.items()}

    def records(self) -> list[str]:
        """The ids of all records that can be judged."""
        affiliations = {
            each.id for reading in self.readings.values() for each in reading.affiliations
        }
        return sorted(
            {
                *self.readings,
                *self.claims(),
                *self.attributions(),
                *self.sources(),
                *self.events(),
                *affiliations,
                *self.relations,
                *self.questions,
                *self.lineages,
            }
        )

    # What changes it.

    def add(self, reading: Reading) -> None:
        old = self.readings.get(reading.document.id)
        if old is not None and old.id == reading.id:
            return
        self.archived += old is not None
        # The document stays the one that came first: it may have been fetched at another time.
        document = reading.document if old is None else old.document
        self.readings[document.id] = reading.replace(id=reading.id, document=document)
        claims = self.claims()
        ends = {*self.readings, *self.attributions()}
        self.relations = {
            id_: each for id_, each in self.relations.items() if {each.a, each.b} <= claims.keys()
        }
        self.lineages = {
            id_: each for id_, each in self.lineages.items() if {each.from_id, each.to_id} <= ends
        }
        for question in list(self.questions.values()):
            left = tuple(claim for claim in question.claims if claim in claims)
            if left:
                self.questions[question.id] = question.replace(id=question.id, claims=left)
            else:
                del self.questions[question.id]

    def join(self, record: Relation | Question | Lineage) -> bool:
        """Whether the record could be added."""
        if isinstance(record, Question):
            old = self.questions.get(record.id)
            if old is not None and record.method == "hand":
                together = {*old.claims, *record.claims}
                if together == set(old.claims):
                    return True
                record = old.replace(id=old.id, claims=tuple(sorted(together)))
            self.questions[record.id] = record
            return True
        kept: dict[str, Relation] | dict[str, Lineage]
        kept = self.relations if isinstance(record, Relation) else self.lineages
        known = kept.get(record.id)
        if known is not None and known != record and record.method == "hand":
            return False
        kept[record.id] = record  # type: ignore[assignment]
        return True

    # What is asked of it.

    def decided(self, moment: datetime) -> list[Judgement]:
        """The judgements in force at a moment, the earliest first."""
        made = [each for each in self.judgements.values() if each.made <= moment]

        def in_force(judgement: Judgement) -> bool:
            return not any(
                in_force(each)
                for each in made
                if each.decision is Decision.WITHDRAW and each.subjects == (judgement.id,)
            )

        return sorted(filter(in_force, made), key=lambda each: (each.made, each.id))

    def rulings(self, moment: datetime) -> dict[tuple[str, str], object]:
        """What fields are held to be, and which records are confirmed or rejected."""
        held: dict[tuple[str, str], object] = {}
        for each in self.decided(moment):
            if each.decision is Decision.CORRECT:
                held[each.subjects[0], each.field] = each.value
            elif each.decision in {Decision.CONFIRM, Decision.REJECT, Decision.UNSURE}:
                held[each.subjects[0], "status"] = each.decision.value
        return held

    def entities(self, moment: datetime) -> dict[str, str]:
        """The smallest id among the sources that are the same as each one; events likewise."""
        sources = self.sources()
        groups = [{each} for each in self.events()] + _joined_by_name(list(sources.values()))
        for each in self.decided(moment):
            if each.decision is Decision.MERGE:
                together = [group for group in groups if group & set(each.subjects)]
                groups = [group for group in groups if group not in together]
                groups += [set().union(*together)] if together else []
            elif each.decision is Decision.SPLIT:
                alone = {subject for subject in each.subjects if any(subject in g for g in groups)}
                groups = [group - alone for group in groups] + [{subject} for subject in alone]
        return {member: min(group) for group in groups for member in group}

    def holding(self, word: str) -> set[str]:
        """The claims in whose text a word occurs."""
        (wanted,) = search_words(word)
        return {id_ for id_, each in self.claims().items() if wanted in search_words(each.text)}


def _together(versions: list[Source]) -> Source:
    def commonest(values: list[object]) -> object:
        counts = Counter(values)
        return min(counts, key=lambda value: (-counts[value], str(value)))

    if len(versions) == 1 or len(set(versions)) == 1:
        return versions[0]
    kinds = [each.kind for each in versions if each.kind is not SourceKind.UNKNOWN]
    name = commonest([each.name for each in versions])
    naming = commonest([(each.naming, each.document_id) for each in versions])
    assert isinstance(naming, tuple)
    aliases = {alias for each in versions for alias in (each.name, *each.aliases)} - {name}
    return Source(
        id=versions[0].id,
        name=name,
        kind=commonest([*kinds] or [each.kind for each in versions]),
        naming=naming[0],
        aliases=sorted(aliases),
        document_id=naming[1],
    )


def _joined_by_name(sources: list[Source]) -> list[set[str]]:
    """Joins two groups for as long as some pair of their sources shares a strong name."""
    groups = [{source.id} for source in sources]
    for key in {name.key for source in sources for name in names(source) if name.strong}:
        sharing = [
            source
            for source in sources
            if any(name.key == key and name.strong for name in names(source))
        ]
        for alike in _alike(key, sharing):
            together = [group for group in groups if group & alike]
            groups = [group for group in groups if group not in together]
            groups += [set().union(*together)] if together else []
    return groups


def _alike(key: str, sharing: list[Source]) -> list[set[str]]:
    """Those of the sources that the name joins with each other."""
    borne = [name for source in sharing for name in names(source)]
    if any(name.key == key and is_acronym(name.name) for name in borne):
        full = [
            {name.key for name in names(source) if name.strong and " " in name.key}
            for source in sharing
        ]
        if any(one and other and _different(one, other) for one in full for other in full):
            return []
    persons = {source.id for source in sharing if source.kind is SourceKind.PERSON}
    unknown = {source.id for source in sharing if source.kind is SourceKind.UNKNOWN}
    bodies = {source.id for source in sharing} - persons - unknown
    return [persons, bodies, unknown] if persons and bodies else [persons | bodies | unknown]


def _different(one: set[str], other: set[str]) -> bool:
    return max(fuzz.token_set_ratio(a, b) for a in one for b in other) < 85
