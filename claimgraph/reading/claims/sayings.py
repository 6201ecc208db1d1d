"""That somebody said something: the proposition of a content that holds none of its own."""

from __future__ import annotations

from claimgraph.reading.claims.clauses import Clause
from claimgraph.reading.claims.propositions import Proposition, Scene
from claimgraph.reading.claims.trimming import trimmed
from claimgraph.reading.claims.wording import Item
from claimgraph.text.conjugation import past
from claimgraph.vocabulary import AttributionType, Certainty, Role

#: Cues that are no verbs of a sentence of their own: "according to", "based on".
_HANGING = frozenset({"according", "based"})


def saying(scene: Scene, clause: Clause) -> Proposition:
    """That the source said it, in the words of the article: "SANA counted 170 cases"."""
    parsed = scene.parsed
    words = trimmed(parsed, clause.words, clause) or clause.words
    cue, said = scene.cue, scene.said()
    bare = Proposition(list(words), clause.words, clause)
    if cue is None or parsed.pos[cue] not in ("VERB", "AUX") or parsed.lower[cue] in _HANGING:
        return bare
    cue_words = [word for start, end in scene.draft.cue for word in range(start, end)]
    particles = [
        child
        for child in parsed.children[cue]
        if parsed.deps[child] == "compound:prt" and child not in cue_words and child not in words
    ]
    items: list[Item]
    if any(parsed.deps[child] == "aux:pass" for child in parsed.children[cue]):
        items = [*sorted([*words, *cue_words])]
        items += said if parsed.lower[cue_words[-1]] == "by" else []
    elif said:
        items = [*said, *_told(scene, cue_words), *particles, *words]
    else:
        return bare
    parties = scene.speaking(Role.AGENT) if said else []
    if parsed.pos[clause.head] in ("NOUN", "PROPN"):
        parties = [*parties, (Role.PATIENT, clause.head)]
    lemma = " ".join([scene.verb, *(parsed.lower[each] for each in particles)])
    made = Proposition(items, clause.words, clause, lemma, parties, from_tree=False)
    if scene.draft.type is AttributionType.BELIEF:
        made.certainty = Certainty.CERTAIN  # that they think so, not what they think
    return made


def _told(scene: Scene, cue: list[int]) -> list[Item]:
    """The words of a cue; a participle ("adding") as a verb of its own."""
    parsed = scene.parsed
    if len(cue) <= 2 and parsed.tags[cue[0]] == "VBG":
        return [past(parsed.lemmas[cue[0]].lower()), *cue[1:]]
    return [*cue]
