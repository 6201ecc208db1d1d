"""Contents that say of something what it is, or how much.

"called the report *a lie*", "put the toll *at 12*": the cue stands where the verb would.
"""

from __future__ import annotations

from claimgraph.reading.clauses import dependents
from claimgraph.reading.conjugation import present
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.predicates import copular
from claimgraph.reading.propositions import (
    Proposition,
    Scene,
    container,
    head_in,
    plural,
    without_marks,
)
from claimgraph.vocabulary import Role, SpeechAct, Stance

#: Verbs that say of somebody what they are: "called the report a lie".
NAMING = frozenset(
    """
    brand call cast characterise characterize confirm consider declare deem denounce depict describe
    dismiss dub frame hail identify label name paint perceive portray pronounce regard reject see
    slam term treat view
    """.split()
)
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
<<<<<<< HEAD
_PROMISING = frozenset("promise vow pledge swear threaten guarantee undertake".split())
_EXPECTING = frozenset("expect predict forecast project anticipate".split())
_OWN_DEEDS = frozenset(
    """
    admit acknowledge concede confess deny recall remember report describe recount mention claim
    boast regret apologise apologize
    """.split()
)


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
    left = _clean(parsed, left)
    right = _clean(parsed, right)
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


def _clean(parsed: Parsed, words: list[int]) -> list[int]:
    while words and (parsed.deps[words[-1]] == "punct" and parsed.words[words[-1]] not in '”")%'):
        words = words[:-1]
    while words and parsed.deps[words[0]] == "punct" and parsed.words[words[0]] not in '“"($':
        words = words[1:]
    return words


def _divide(scene: Scene, words: list[int], prepositions: tuple[str, ...]) -> int | None:
    """Where the charge begins: before a gerund, else at what hangs on the cue, else at the first."""
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
    items: list[Item] = [*subject, verb, *(["for", *right] if right else [])]
    clause = _container(words, right or left)
    return Proposition(items, words, clause, "blame", list(who), from_tree=False)


def _container(words: list[int], head: list[int]) -> Clause:
    """A clause that only holds words, for numbers, times and places to be looked for in."""
    return Clause(head[0], Shape.NOMINAL, Link.MAIN, {}, words=list(words))


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
=======
>>>>>>> claims


def naming(scene: Scene, words: list[int]) -> list[Proposition]:
    """What something is called: "described the report as a lie", "called it a lie"."""
    parsed = scene.parsed
    if scene.verb not in NAMING or scene.cue is None:
        return []
    inside = set(words)
    thing = value = None
    for child in parsed.children[scene.cue]:
        if child not in inside:
            continue
        dep = parsed.deps[child]
        cases = [
            parsed.lower[c] for c in parsed.children[child] if parsed.deps[c] in ("case", "mark")
        ]
        if cases[:1] == ["as"]:
            value = value or child
        elif dep in ("obj", "nsubj:pass", "iobj") and thing is None:
            thing = child
        elif dep == "xcomp" and parsed.pos[child] in ("NOUN", "ADJ", "PROPN"):
            value = value or child
    if thing is None or value is None:
        return []
    start, end = parsed.subtree(value)
    said = [w for w in words if start <= w < end]
    said = [w for w in said if not (parsed.lower[w] == "as" and parsed.heads[w] == value)]
    first, last = parsed.subtree(thing)
    about = without_marks(parsed, [w for w in words if first <= w < last and not start <= w < end])
    said = without_marks(parsed, said)
    if not about or not said:
        return []
    tag = parsed.tags[value]
    verb = present("be", plural(parsed, thing))
<<<<<<< HEAD
    clause = _container(words, said)
    clause.head = value
=======
    clause = container(words, value)
>>>>>>> claims
    predicate = (
        "be" if tag in ("NNP", "NNPS") else copular(parsed, value, dependents(parsed, value))
    )
    if tag == "VBG":
        return []
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
<<<<<<< HEAD


def unfinished(scene: Scene, clause: Clause) -> list[Proposition]:
    """The proposition of a gerund or an infinitive."""
    if clause.shape is Shape.NOMINAL:
        return nominal(scene, clause)
    if clause.shape is Shape.GERUND:
        return [_gerund(scene, clause)]
    return [_infinitive(scene, clause)]


def _gerund(scene: Scene, clause: Clause) -> Proposition:
    """ "denied having had any part in it", "admitted killing him"; a result of what came before."""
    parsed = scene.parsed
    words = without_gaps(parsed, trimmed(parsed, clause.words, clause))
    if clause.link is Link.RESULT and clause.parent is not None:
        if not clause.subject_words:
            return saying(scene, clause)
        several = plural(parsed, clause.subject) if clause.subject is not None else False
        above = clause.parent
        while above.link is Link.RESULT and above.parent is not None:
            above = above.parent
        mode = "present" if _is_present(parsed, above) else "past"
        rest = finite(parsed, words, clause, mode, several)
        return Proposition([*clause.subject_words, *rest], clause.words, clause)
    own = clause.subject is not None and clause.subject in clause.words
    if own or scene.verb not in _OWN_DEEDS or not scene.draft.source:
        return saying(scene, clause)
    rest = finite(parsed, words, clause, "past", scene.is_plural())
    if scene.draft.act is SpeechAct.DENY:
        rest = [each for item in rest for each in some(parsed, item)]
    role = Role.CLEARED if scene.draft.act is SpeechAct.DENY else Role.AGENT
    return Proposition([*scene.said(), *rest], clause.words, clause, parties=scene.speaking(role))


def _is_present(parsed: Parsed, clause: Clause) -> bool:
    tags = [parsed.tags[word] for dep in ("aux", "aux:pass") for word in clause.by.get(dep, ())]
    return "VBD" not in tags and (parsed.tags[clause.head] in ("VBZ", "VBP") or "VBZ" in tags)


def _infinitive(scene: Scene, clause: Clause) -> Proposition:
    """Who is to do it, by the cue: the speaker who promises, the one who is told, who is believed
    to.
    """
    parsed = scene.parsed
    words = without_gaps(parsed, trimmed(parsed, clause.words, clause))
    doer = _doer(scene, clause, words)
    if doer is None:
        return saying(scene, clause)
    now = scene.cue is not None and parsed.tags[scene.cue] in ("VBZ", "VBP")
    be = present("be", doer.several) if now else past_of("be", doer.several)
    mode = _mode(scene).format(be)
    items = [*doer.items, *finite(parsed, doer.rest, clause, mode, doer.several)]
    made = Proposition(items, clause.words, clause, parties=doer.parties)
    if mode == "should":
        made.certainty = Certainty.UNDERSPECIFIED
    return made


def _mode(scene: Scene) -> str:
    """How what is to be done is said: "should", "will", "is to"; or that it is so."""
    act, verb = scene.draft.act, scene.verb
    if (act in _URGING_ACTS or verb in _URGING) and verb not in _PROMISING:
        return "should"
    if act is SpeechAct.PROMISE or verb in _PROMISING or verb in _EXPECTING:
        return "will"
    if act is SpeechAct.PREDICT:
        return "will"
    if scene.draft.type is AttributionType.EVENTUALITY:
        return "{} to"
    return "present"


@dataclass(slots=True)
class _Doer:
    """Who is to do what an infinitive says.

    Attributes:
        items: The subject in words.
        several: Whether it is plural.
        rest: The words of the infinitive without it.
        parties: The parts they play, beside what the tree shows.
    """

    items: list[Item]
    several: bool
    rest: list[int]
    parties: list[tuple[Role, int | Range | Party]]


def _doer(scene: Scene, clause: Clause, words: list[int]) -> _Doer | None:
    """The subject of an infinitive: in it, before it, or in the clause of the cue."""
    parsed = scene.parsed
    if clause.link is Link.COORDINATE and clause.parent is not None:
        above = clause.parent
        found = _doer(scene, above, trimmed(parsed, above.words, above))
        return found and replace(found, rest=words)
    own = clause.subject
    if own is not None and own in words:
        start, end = parsed.subtree(own)
        subject = [word for word in words if word < clause.head and start <= word < end]
        rest = [word for word in words if word >= start and word not in subject]
        return _Doer(scene.phrase(subject), plural(parsed, own), rest, []) if subject else None
    if clause.subject_words:
        return _Doer(list(clause.subject_words), False, words, [])
    return _before_to(scene, clause, words) or _beside_cue(scene, clause, words)


def _before_to(scene: Scene, clause: Clause, words: list[int]) -> _Doer | None:
    """ "called on *the senator* to resign", whatever the parser ties it to."""
    parsed = scene.parsed
    mark = next((w for w in clause.by.get("mark", ()) if parsed.lower[w] == "to"), None)
    if mark is None or mark not in words:
        return None
    lead = _clean(parsed, words[: words.index(mark)])
    if not any(parsed.pos[word] in ("NOUN", "PROPN", "PRON") for word in lead):
        return None
    noun = head_in(parsed, lead)
    parties: list[tuple[Role, int | Range | Party]] = (
        [] if "nsubj" in clause.by else [(Role.AGENT, noun)]
    )
    rest = words[words.index(mark) :]
    return _Doer(scene.phrase(lead), plural(parsed, noun), rest, parties)


def _beside_cue(scene: Scene, clause: Clause, words: list[int]) -> _Doer | None:
    """The one who is asked, or the one who asks, promises, plans."""
    parsed = scene.parsed
    act = scene.draft.act
    urged = (act in _URGING_ACTS and scene.verb not in _PROMISING) or scene.verb in _URGING
    passive = "aux:pass" in clause.by
    if urged and scene.cue is not None:
        for child in parsed.children[scene.cue]:
            if parsed.deps[child] in _ASKED and child < words[0]:
                if parsed.pos[child] in ("NOUN", "PROPN", "PRON"):
                    start, end = noun_phrase(parsed, child)
                    subject = scene.phrase(list(range(start, end)))
                    return _Doer(subject, plural(parsed, child), words, [(Role.AGENT, child)])
        if not passive:
            return None
    if not scene.draft.source or scene.verb in _REFUSING:
        return None
    if act is SpeechAct.OTHER and scene.draft.type is AttributionType.ASSERTION:
        return None
    role = Role.PATIENT if passive else Role.AGENT
    if act is SpeechAct.DENY:
        role = Role.CLEARED
    return _Doer(scene.said(), scene.is_plural(), words, scene.speaking(role))


_URGING_ACTS = frozenset({SpeechAct.DEMAND, SpeechAct.WARN})
_URGING = frozenset(
    """
    advise appeal ask beg call challenge command convince demand direct encourage implore instruct
    invite obligate oblige order persuade pressure press push recommend remind require tell urge
    """.split()
)
_REFUSING = frozenset("avoid cease decline fail forget neglect refuse stop".split())
_ASKED = frozenset({"obj", "iobj", "obl", "nsubj:pass"})
=======
>>>>>>> claims
