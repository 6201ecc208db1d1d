"""Accusations: what somebody is accused of, as something that they did.

"accused HTS of carrying out the attack" holds "HTS carried out the attack"; "blamed rebels for the
blast" that rebels are to blame for it; "accused the airline of negligence" that it is guilty of it.
"""

from __future__ import annotations

from claimgraph.reading.claims.clauses import Clause, Link, Shape, dependents
from claimgraph.reading.claims.finite import finite
from claimgraph.reading.claims.propositions import (
    Proposition,
    Scene,
    container,
    head_in,
    plural,
    without_marks,
)
from claimgraph.reading.claims.splitting import clauses_of, content_words
from claimgraph.reading.claims.trimming import trimmed, without_gaps
from claimgraph.reading.claims.wording import Item
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Role

#: Verbs of accusation, and the preposition before what somebody is accused of.
ACCUSING = {
    "accuse": ("of",),
    "accusation": ("of",),
    "suspect": ("of",),
    "blame": ("for", "on"),
    "fault": ("for",),
    "attribute": ("to",),
    "ascribe": ("to",),
}
#: Prepositions behind which the accused stands, and not the deed: "blamed the blast on rebels".
_REVERSING = frozenset({"on", "to"})
_OF = frozenset({"accuse", "accusation", "suspect"})


def accusation(scene: Scene, words: list[int]) -> list[Proposition]:
    """What somebody is accused of, as something that they did; nothing where no "of" divides it."""
    parsed = scene.parsed
    prepositions = ACCUSING.get(scene.verb)
    if prepositions is None:
        return []
    place = _divide(scene, words, prepositions)
    left, right = (words[:place], words[place + 1 :]) if place is not None else (words, [])
    pieces = scene.draft.content
    if place is None and len(pieces) == 2 and parsed.tags[pieces[1][0]] == "VBG":
        left, right = content_words(parsed, pieces[:1]), content_words(parsed, pieces[1:])
    if place is not None and parsed.lower[words[place]] in _REVERSING:
        left, right = right, left
    elif place is None and scene.verb in ("attribute", "ascribe"):
        return []
    left = without_marks(parsed, left)
    right = without_marks(parsed, right)
    who: list[tuple[Role, int | Range]]
    if left:
        subject = scene.phrase(left)
        several = plural(parsed, head_in(parsed, left))
        who = [(Role.ACCUSED, (left[0], left[-1] + 1))]
    elif scene.draft.targets:
        target = scene.draft.targets[0]
        subject = scene.phrase(list(range(*target.words)))
        several = plural(parsed, parsed.head_of(target.words))
        who = [(Role.ACCUSED, target.words)]
    else:
        return []
    if scene.draft.targets:
        who = [(Role.ACCUSED, part.words) for part in scene.draft.targets]
    if scene.verb not in ("accuse", "accusation", "suspect"):
        if place is None and _is_finite(parsed, left):
            return []
        return [_blamed(words, left, right, subject, several, who)]
    if not right:
        return []
    return _accused(scene, words, right, subject, several, who)


def _is_finite(parsed: Parsed, words: list[int]) -> bool:
    return any(each.shape is Shape.FINITE for each in clauses_of(parsed, words))


def _divide(scene: Scene, words: list[int], prepositions: tuple[str, ...]) -> int | None:
    """Where the charge begins: before a gerund, at what hangs on the cue, or at the first."""
    parsed = scene.parsed
    inside = set(words)
    found = [n for n, word in enumerate(words) if parsed.lower[word] in prepositions]
    for n in found:
        following = [parsed.tags[word] for word in words[n + 1 : n + 3]]
        if following[:1] == ["VBG"] or (following == ["RB", "VBG"]):
            return n
    for n in found:
        noun = parsed.heads[words[n]]
        if parsed.deps[words[n]] in ("case", "mark") and parsed.heads[noun] not in inside:
            return n
    for preposition in prepositions:
        for n in found:
            if parsed.lower[words[n]] == preposition:
                return n
    return None


def _blamed(
    words: list[int],
    left: list[int],
    right: list[int],
    subject: list[Item],
    several: bool,
    who: list[tuple[Role, int | Range]],
) -> Proposition:
    verb = "are to blame" if several else "is to blame"
    deed: list[Item] = ["for", *right] if right else []
    items: list[Item] = [*subject, verb, *deed]
    clause = container(words, (right or left)[0])
    return Proposition(items, words, clause, "blame", list(who), from_tree=False)


def _accused(
    scene: Scene,
    words: list[int],
    right: list[int],
    subject: list[Item],
    several: bool,
    who: list[tuple[Role, int | Range]],
) -> list[Proposition]:
    parsed = scene.parsed
    clauses = clauses_of(parsed, right)
    made: list[Proposition] = []
    first = next((w for w in right if parsed.deps[w] != "punct"), right[0])
    if clauses and clauses[0].shape is Shape.NOMINAL and parsed.tags[first] == "VBG":
        by = dependents(parsed, first)
        clauses = [Clause(first, Shape.GERUND, Link.MAIN, by, words=list(right))]
    for clause in clauses:
        own = words if clause is clauses[0] and len(clauses) == 1 else clause.words
        inner = trimmed(parsed, clause.words, clause)
        if not inner or clause.link is Link.RELATIVE:
            continue
        if clause.shape is Shape.GERUND:
            rest = finite(parsed, without_gaps(parsed, inner), clause, "past", several)
            made.append(Proposition([*subject, *rest], own, clause, parties=list(who)))
        elif clause.shape is Shape.NOMINAL:
            verb = "are guilty of" if several else "is guilty of"
            clause.words = own
            made.append(
                Proposition(
                    [*subject, verb, *inner], own, clause, "be guilty", list(who), from_tree=False
                )
            )
    if made and made[0].own is not words:
        made[0].own = [word for word in words if word < right[0]] + made[0].own
    return made
