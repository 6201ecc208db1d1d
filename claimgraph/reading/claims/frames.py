"""Contents that say of something what it is, or how much.

"called the report *a lie*", "put the toll *at 12*": the cue stands where the verb would.
"""

from __future__ import annotations

from claimgraph.reading.claims.clauses import dependents
from claimgraph.reading.claims.predicates import copular
from claimgraph.reading.claims.propositions import (
    Proposition,
    Scene,
    container,
    head_in,
    plural,
    without_marks,
)
from claimgraph.reading.claims.stances import DENYING
from claimgraph.reading.parsed import Parsed
from claimgraph.text.conjugation import present
from claimgraph.vocabulary import Role, SpeechAct, Stance

#: Verbs that say of somebody what they are: "called the report a lie".
NAMING = frozenset(
    """
    brand call cast characterise characterize confirm consider declare deem denounce depict describe
    dismiss dub frame hail identify label name paint perceive portray pronounce regard reject see
    slam term treat view
    """.split()
)
_LONGEST_NAME = 6
_PUTTING = {
    "put": ("at",),
    "place": ("at",),
    "estimate": ("at",),
    "set": ("at",),
    "raise": ("to",),
    "lower": ("to",),
    "cut": ("to",),
    "revise": ("to",),
    "correct": ("to",),
    "increase": ("to",),
    "update": ("to",),
}


def naming(scene: Scene, words: list[int]) -> list[Proposition]:
    """What something is called: "described the report as a lie", "called it a lie"."""
    parsed = scene.parsed
    if scene.verb not in NAMING or scene.cue is None:
        return []
    named = _named_by_tree(scene, words) or _named_by_as(scene, words)
    if named is None:
        return []
    thing, about, value, said = named
    about, said = without_marks(parsed, about), without_marks(parsed, said)
    if said and parsed.lower[said[0]] == "as":
        said = said[1:]
    if not about or not said or parsed.tags[value] == "VBG":
        return []
    tag = parsed.tags[value]
    verb = present("be", plural(parsed, thing))
    clause = container(words, value)
    predicate = (
        "be" if tag in ("NNP", "NNPS") else copular(parsed, value, dependents(parsed, value))
    )
    return [
        Proposition(
            [*scene.phrase(about), verb, *said],
            words,
            clause,
            predicate,
            [(Role.PATIENT, thing)],
            from_tree=False,
            stance=Stance.ASSERTS if scene.draft.act is SpeechAct.DENY else None,
        )
    ]


#: A thing and its words, what it is called and the words of that.
_Named = tuple[int, list[int], int, list[int]]


def _named_by_tree(scene: Scene, words: list[int]) -> _Named | None:
    """The object of the cue, and what stands beside it."""
    parsed = scene.parsed
    inside = set(words)
    thing = value = None
    for child in parsed.children[scene.cue or 0]:
        if child not in inside:
            continue
        dep = parsed.deps[child]
        cases = [
            parsed.lower[c] for c in parsed.children[child] if parsed.deps[c] in ("case", "mark")
        ]
        if cases[:1] == ["as"] or (
            dep == "xcomp" and parsed.pos[child] in ("NOUN", "ADJ", "PROPN")
        ):
            value = value or child
        elif dep in ("obj", "nsubj:pass", "iobj") and thing is None:
            thing = child
    if thing is None or value is None:
        return None
    start, end = parsed.subtree(value)
    first, last = parsed.subtree(thing)
    said = [w for w in words if start <= w < end]
    said = [w for w in said if not (parsed.lower[w] == "as" and parsed.heads[w] == value)]
    return thing, [w for w in words if first <= w < last and not start <= w < end], value, said


def _named_by_as(scene: Scene, words: list[int]) -> _Named | None:
    """What stands behind a last "as" in a denial: "dismissed the claim that … *as absurd*"."""
    parsed = scene.parsed
    if scene.draft.act is not SpeechAct.DENY or scene.verb not in DENYING:
        return None
    place = max((n for n, word in enumerate(words) if parsed.lower[word] == "as"), default=0)
    about, said = words[:place], words[place + 1 :]
    if not about or not 0 < len(said) <= _LONGEST_NAME:
        return None
    return head_in(parsed, about), about, head_in(parsed, said), said


def putting(scene: Scene, words: list[int]) -> list[Proposition]:
    """What a figure is put at: "put the toll at 12", "corrected the toll to 19 from 21"."""
    parsed = scene.parsed
    prepositions = _PUTTING.get(scene.verb)
    if prepositions is None:
        return []
    for n, word in enumerate(words):
        if n and parsed.lower[word] in prepositions and parsed.deps[word] == "case":
            number = parsed.heads[word]
            if parsed.pos[number] not in ("NUM", "NOUN", "SYM") or not _has_number(parsed, number):
                continue
            thing = words[:n]
            end = next(
                (m for m in range(n + 1, len(words)) if parsed.lower[words[m]] == "from"),
                len(words),
            )
            verb = "were" if plural(parsed, head_in(parsed, thing)) else "was"
            clause = container(words, head_in(parsed, thing))
            return [
                Proposition(
                    [
                        *without_marks(parsed, thing),
                        verb,
                        *without_marks(parsed, words[n + 1 : end]),
                    ],
                    words,
                    clause,
                    "be",
                    [(Role.PATIENT, clause.head)],
                    from_tree=False,
                )
            ]
    return []


def _has_number(parsed: Parsed, word: int) -> bool:
    if parsed.pos[word] == "NUM":
        return True
    return any(parsed.pos[c] == "NUM" or parsed.deps[c] == "nummod" for c in parsed.children[word])
