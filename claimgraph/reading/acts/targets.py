"""Whom an accusation names, and whom a denial clears."""

from __future__ import annotations

from claimgraph.reading.acts.arguments import (
    arguments_of,
)
from claimgraph.reading.acts.lexicon import forms, lexicon
from claimgraph.reading.acts.who_can_speak import (
    groups_of,
)
from claimgraph.reading.draft import Draft, Part
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import (
    RELATIVE,
    after_case,
    agent_of,
    antecedent,
    full_phrase,
    is_passive,
    own_subject,
    trimmed,
)
from claimgraph.reading.parsed import Parsed
from claimgraph.vocabulary import Role, SpeechAct

_SHIFTING = forms(["blame"])
_ACCUSING = forms(["accuse"])
_ASCRIBING = forms("attribute ascribe".split())
_POINTING = forms("point lay pin place put".split())
_FIRST = frozenset("i we me us my our you your".split())
_PRONOUNS = frozenset("he she it they him her them his its their who".split())
_THINGS = frozenset("event object time substance plant".split())
_OPENING = frozenset({"“", '"', "‘", "«", "„"})
_HAND = frozenset("involvement role complicity responsibility hand part guilt".split())


def targets_of(parsed: Parsed, draft: Draft, cue: int) -> list[Part]:
    """The accused of an accusation or allegation, the cleared of a denial; often nobody.

    Args:
        parsed: The document.
        draft: The attribution, with its act.
        cue: The word of the cue that decides.
    """
    if draft.act is SpeechAct.ACCUSE:
        words = _before_of(parsed, draft, cue) if parsed.lower[cue] in _ACCUSING else None
        if words is None:
            words = _accused(parsed, draft, cue)
        if words is None or parsed.mention_kinds.get(parsed.head_of(words)) == "time":
            words = _named_in_content(parsed, draft)
        role = Role.ACCUSED
    elif draft.act is SpeechAct.ALLEGE or (draft.act is SpeechAct.REPORT and not draft.source):
        words, role = _against(parsed, cue), Role.ACCUSED
        if words is None:
            words = _named_in_content(parsed, draft)
    elif draft.act is SpeechAct.DENY:
        words, role = _named_in_content(parsed, draft), Role.CLEARED
        if words is not None and _same_as_source(parsed, draft, words):
            words = None
    else:
        words, role = _labelled(parsed, draft), Role.ACCUSED
    if words is None or words[0] >= words[1]:
        return []
    if parsed.mention_kinds.get(parsed.head_of(words)) == "time":
        return []
    return [Part(words, role)]


def culprit(parsed: Parsed, predicate: int) -> int | None:
    """Who did the harm that a clause tells of: "the rebels" in "the rebels shelled the town"."""
    harm, harmful = lexicon().groups["harm"], lexicon().groups["harmful"]
    here, seen = predicate, 0
    while seen < 4:
        seen += 1
        word = parsed.lower[here]
        verb = lexicon().lemmas.get(word) or _base(word)
        if verb in harm and parsed.tags[here].startswith(("V", "J")):
            if is_passive(parsed, here):
                return agent_of(parsed, here)
            return _subject_of_chain(parsed, here)
        if word in harmful or word == "blame":
            return _subject_of_chain(parsed, here)
        following = parsed.child(here, "xcomp", "conj", "ccomp")
        if following is None or following < here:
            return None
        here = following
    return None


def _base(word: str) -> str:
    return _HARM_FORMS.get(word, word)


def _subject_of_chain(parsed: Parsed, word: int) -> int | None:
    for _ in range(4):
        subject = own_subject(parsed, word)
        if subject is not None:
            if parsed.lower[subject] in RELATIVE:
                return antecedent(parsed, word)
            return subject
        if parsed.deps[word] not in ("xcomp", "conj", "ccomp", "acl:relcl", "acl", "advcl"):
            return None
        if parsed.deps[word].startswith("acl"):
            return parsed.heads[word]
        word = parsed.heads[word]
    return None


def _accused(parsed: Parsed, draft: Draft, cue: int) -> Range | None:
    """Whom a verb of accusing has as its object, or behind its preposition."""
    if not parsed.tags[cue].startswith("V"):
        return _against(parsed, cue)
    lower = parsed.lower[cue]
    found: int | None = None
    if lower in _ASCRIBING:
        found = after_case(parsed, cue, "to")
    elif lower in _POINTING:
        found = after_case(parsed, cue, "at", "on")
        for child in parsed.children[cue]:
            if found is None and parsed.deps[child] == "obj":
                found = after_case(parsed, child, "at", "on")
    elif lower in _SHIFTING:
        found = after_case(parsed, cue, "on")
    if found is None:
        arguments = arguments_of(parsed, cue)
        found = arguments.at.get("object", arguments.at.get("passive"))
        if lower in _ASCRIBING or lower in _POINTING:
            found = None
        if found is not None and any(start <= found < end for start, end in draft.source):
            found = antecedent(parsed, cue)
    if found is None:
        return None
    words = _noun_phrase_behind(parsed, found)
    if words[0] < cue < words[1]:
        # "A banker accused of": what he is accused of hangs on him.
        words = trimmed(parsed, (words[0], cue))
    return words


def _before_of(parsed: Parsed, draft: Draft, cue: int) -> Range | None:
    """As "the government" in "accused the government of rigging"."""
    for start, end in draft.content:
        if start <= cue or parsed.lower[start] == "of":
            continue
        cuts = [w for w in range(start + 1, end) if parsed.lower[w] == "of"]
        gerunds = [w for w in cuts if parsed.tags[w + 1 : w + 2] == ["VBG"]]
        if not cuts:
            return None
        words = trimmed(parsed, (start, (gerunds or cuts[-1:])[0]))
        return words if words[0] < words[1] <= start + 12 else None
    return None


def _noun_phrase_behind(parsed: Parsed, head: int) -> Range:
    """A noun phrase without its preposition."""
    words = full_phrase(parsed, head)
    for place in range(head + 1, words[1]):
        if parsed.lower[place] == "for":
            words = (words[0], place)
            break
    start = words[0]
    while start < head and parsed.deps[start] in ("case", "mark", "cc"):
        start += 1
    return trimmed(parsed, (start, words[1]))


def _against(parsed: Parsed, cue: int) -> Range | None:
    """As in "The accusation against Marsh", "attributions of responsibility to the rebels"."""
    if parsed.tags[cue].startswith("V"):
        return None
    against = after_case(parsed, cue, "against")
    return None if against is None else _noun_phrase_behind(parsed, against)


def _named_in_content(parsed: Parsed, draft: Draft) -> Range | None:
    """The party that the content says did it."""
    for piece in draft.content:
        head = parsed.head_of(piece)
        found = culprit(parsed, head)
        if found is None and parsed.lower[head] in _HAND:
            found = _owner(parsed, head)
        if found is None:
            continue
        if parsed.lower[found] in _FIRST or parsed.lower[found] in RELATIVE:
            return None
        if parsed.mention_kinds.get(found) in _THINGS or "deed" in groups_of(parsed, found):
            return None
        if parsed.lower[found] in _PRONOUNS and draft.act is SpeechAct.DENY:
            return None
        if draft.content[0][0] <= found < draft.content[-1][1]:
            return _noun_phrase_behind(parsed, found)
    return None


def _labelled(parsed: Parsed, draft: Draft) -> Range | None:
    """Whom a statement charges under a name of the speaker's own, which alone is quoted.

    As in: said “terrorist groups” in the north had shelled the town.
    """
    words = _named_in_content(parsed, draft) if draft.source else None
    if words is None or not parsed.quoted[parsed.head_of(words)]:
        return None
    pieces = [place for start, end in draft.content for place in range(start, end)]
    if all(parsed.quoted[place] for place in pieces):
        return None
    opened = parsed.words[words[0] - 1] in _OPENING and words[0] - 1 in pieces
    return (words[0] - 1, words[1]) if opened else words


def _owner(parsed: Parsed, noun: int) -> int | None:
    """Whose hand it was: "Iranian involvement", "Iran's role", "involvement by Iran"."""
    for child in parsed.children[noun]:
        if parsed.deps[child] == "nmod:poss":
            return child
        if parsed.deps[child] in ("amod", "compound") and parsed.words[child][:1].isupper():
            return child
    return after_case(parsed, noun, "by", "of")


def _same_as_source(parsed: Parsed, draft: Draft, words: Range) -> bool:
    own = {parsed.lower[w] for piece in draft.source for w in range(*piece)}
    head = parsed.head_of(words)
    return parsed.lower[head] in own or parsed.tags[head].startswith("PRP")


_HARM_FORMS = {form: verb for verb in lexicon().groups["harm"] for form in sorted(forms([verb]))}
