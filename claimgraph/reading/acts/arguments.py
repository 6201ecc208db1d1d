"""What a verb has about it: a clause, an object, a phrase behind a preposition."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimgraph.reading.acts.lexicon import Sense, forms, lexicon
from claimgraph.reading.acts.who_can_speak import groups_of, is_party
from claimgraph.reading.grammar import (
    NOT,
    RELATIVE,
    antecedent,
    case_of,
    is_passive,
    subject_of,
)
from claimgraph.reading.parsed import Parsed

_POINTING = frozenset("it this that them those existence".split())
_CALLING = forms(["call"])
_ACCUSING = forms(["accuse"])


@dataclass(slots=True)
class Arguments:
    """The arguments of one verb.

    Attributes:
        codes: What is there, in the words of the lexicon: "clause", "object", "claim", "of".
        at: The head word of each.
        passive: Whether the verb is passive; its "object" is then the grammatical subject.
    """

    codes: set[str] = field(default_factory=set)
    at: dict[str, int] = field(default_factory=dict)
    passive: bool = False

    def add(self, code: str, word: int) -> None:
        """Note an argument; the first of a kind stays."""
        self.codes.add(code)
        self.at.setdefault(code, word)


def arguments_of(parsed: Parsed, verb: int) -> Arguments:
    """The arguments of a verb as the tree shows them."""
    found = Arguments(passive=is_passive(parsed, verb))
    for child in parsed.children[verb]:
        dep = parsed.deps[child]
        if dep in ("ccomp", "csubj", "csubj:pass"):
            _add_clause(parsed, found, child)
        elif dep == "parataxis" and parsed.pos[child] in ("VERB", "AUX", "NOUN", "ADJ"):
            found.add("quote" if parsed.quoted[child] else "parataxis", child)
        elif dep == "xcomp":
            _add_complement(parsed, found, child)
        elif dep == "obj":
            _add_object(parsed, found, child)
        elif dep == "iobj":
            found.add("hearer", child)
            _add_object(parsed, found, child)
        elif dep == "nsubj:pass" and found.passive:
            found.add("passive", child)
            _add_object(parsed, found, child)
        elif dep in ("obl", "advcl", "nmod", "obl:unmarked", "acl"):
            _add_phrase(parsed, found, child)
    if found.passive and "passive" not in found.codes:
        undergoer = _undergoer(parsed, verb)
        if undergoer is not None:
            found.add("passive", undergoer)
            _add_object(parsed, found, undergoer)
    if parsed.deps[verb] == "acl:relcl" and "object" not in found.codes and not found.passive:
        _add_gap(parsed, found, verb)
    _add_next(parsed, found, verb)
    if not found.codes:
        found.add("none", verb)
    if not found.passive:
        if not found.codes & {"object", "clause", "quote"}:
            found.codes.add("bare")
        found.codes.add("active")
    return found


def _undergoer(parsed: Parsed, verb: int) -> int | None:
    """Whom a passive participle is about: "the man accused of", "accused of lying, he resigned"."""
    if parsed.deps[verb] in ("acl", "acl:relcl"):
        return parsed.heads[verb]
    return subject_of(parsed, verb) if parsed.deps[verb] == "advcl" else None


def sense_of(
    parsed: Parsed, verb: int, arguments: Arguments, extra: frozenset[str] = frozenset()
) -> tuple[Sense, tuple[str, ...]] | None:
    """The first sense of a verb that fits its arguments, and the argument that decided.

    Args:
        parsed: The document.
        verb: The verb.
        arguments: Its arguments.
        extra: More codes: "quote" for a quotation as content, "doc" for a document as subject.
    """
    senses = lexicon().verbs.get(parsed.lower[verb])
    if not senses:
        return None
    codes = arguments.codes | extra
    for sense in senses:
        if sense.particle and not has_particle(parsed, verb, sense.particle):
            continue
        if sense.noun and not has_noun(parsed, verb, arguments, sense.noun):
            continue
        wanted = sense.fits(codes)
        if wanted is not None:
            return sense, wanted
    return None


def has_particle(parsed: Parsed, verb: int, particle: str) -> bool:
    """Whether a particle belongs to the verb: "back" in "walked back"."""
    if parsed.lower[verb + 1 : verb + 2] == [particle]:
        return True
    return any(
        parsed.lower[child] == particle
        for child in parsed.children[verb]
        if parsed.deps[child] in ("compound:prt", "advmod", "xcomp", "obl")
    )


def has_noun(parsed: Parsed, verb: int, arguments: Arguments, nouns: frozenset[str]) -> bool:
    """Whether one of some nouns is an argument: "responsibility" of "claimed"."""
    nouns = nouns - _POINTING
    places = [
        child
        for child in parsed.children[verb]
        if parsed.deps[child] in ("obj", "iobj", "xcomp", "obl", "nsubj:pass", "compound:prt")
    ]
    places.extend(arguments.at[code] for code in ("object", "passive") if code in arguments.at)
    for place in places:
        if parsed.lower[place] in nouns:
            return True
        for below in parsed.children[place]:
            if parsed.deps[below] == "conj" and parsed.lower[below] in nouns:
                return True
    return False


def _add_clause(parsed: Parsed, found: Arguments, child: int) -> None:
    if parsed.tags[child] == "VBG" and case_of(parsed, child) not in ("", "that", "whether", "if"):
        found.add(case_of(parsed, child), child)
        return
    if parsed.tags[child] == "VBG" and _is_noun(parsed, child):
        _add_object(parsed, found, child)
        return
    if parsed.tags[child] == "VBG" and not _is_finite(parsed, child):
        found.add("ing", child)
        return
    if any(parsed.tags[below] == "TO" for below in parsed.children[child] if below < child):
        first = parsed.tags[parsed.subtree(child)[0]]
        found.add("clause" if first.startswith("W") else "to", child)
        return
    found.add("quote" if parsed.quoted[child] else "clause", child)


def _add_next(parsed: Parsed, found: Arguments, verb: int) -> None:
    """The preposition behind the verb or its object, where the tree has hung its phrase elsewhere.

    Only for the verbs that take one: "called on", "accused him of".
    """
    lower = parsed.lower[verb]
    if lower in _CALLING and parsed.lower[verb + 1 : verb + 2]:
        following = parsed.lower[verb + 1]
        if following in ("on", "upon", "for"):
            found.codes.add(following)
            if following != "for":
                found.codes.discard("object")
        elif "object" in found.codes:
            # "Called the voters “stupid” for supporting him", "called her on Friday to thank her".
            found.codes -= {"for", "on", "upon"}
    elif lower in _ACCUSING and "of" not in found.codes:
        for place in range(verb + 1, min(verb + 9, len(parsed.words))):
            if parsed.lower[place] == "of" and place > verb + 1:
                found.codes.add("of")
                found.at.setdefault("of", _head_behind(parsed, place))
                return
            if parsed.words[place] in (",", ".", ";") or parsed.words[place].isspace():
                return


def _head_behind(parsed: Parsed, case: int) -> int:
    """The head of the phrase that a preposition opens: "a spy" of "of being a spy"."""
    word = min(case + 1, len(parsed.words) - 1)
    for _ in range(8):
        above = parsed.heads[word]
        if above <= word:
            break
        word = above
    return word


def _is_noun(parsed: Parsed, verb: int) -> bool:
    """As in "Heavy fighting" is a noun, whatever its tag."""
    return any(
        parsed.deps[child] in ("amod", "det", "compound", "nmod:poss")
        for child in parsed.children[verb]
        if child < verb
    )


def _is_finite(parsed: Parsed, verb: int) -> bool:
    return any(
        parsed.deps[child] in ("nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "expl")
        for child in parsed.children[verb]
    )


def _add_complement(parsed: Parsed, found: Arguments, child: int) -> None:
    case = case_of(parsed, child)
    if any(parsed.tags[below] == "TO" for below in parsed.children[child] if below < child):
        found.add("to", child)
    elif case == "to":
        found.add("dative", child)
    elif case and case != "that":
        found.add(case, child)
    elif parsed.tags[child] == "VBG":
        found.add("ing", child)
    else:
        found.add("predicate", child)


def _add_object(parsed: Parsed, found: Arguments, child: int) -> None:
    if parsed.lower[child] in RELATIVE and parsed.tags[child] in ("WP", "WDT", "IN"):
        noun = antecedent(parsed, parsed.heads[child])
        child = child if noun is None else noun
    found.add("object", child)
    if (
        parsed.quoted[child]
        and parsed.deps[child] == "obj"
        and not parsed.quoted[parsed.heads[child]]
    ):
        found.add("quote", child)
    for below in parsed.children[child]:
        # As in: called the text "one-sided", where the tree hangs the quoted word on the text.
        if below > child and parsed.quoted[below] and not parsed.quoted[child]:
            found.add("predicate", below)
    for group in groups_of(parsed, child):
        found.add(group, child)
    if any(parsed.lower[below] == "any" for below in parsed.children[child]):
        found.add("claim", child)
    if parsed.mention_kinds.get(child) == "event":
        found.add("event", child)
    if is_party(parsed, child) and "claim" not in found.codes:
        found.add("person", child)
    for below in parsed.children[child]:
        dep = parsed.deps[below]
        if dep in ("nmod", "acl", "obl") and below > child:
            case = case_of(parsed, below)
            if case in ("on", "as", "about"):
                found.add(case, below)
                _add_cause(parsed, found, case, below)
            elif case == "to" and dep == "nmod":
                found.add("dative", below)


def _add_phrase(parsed: Parsed, found: Arguments, child: int) -> None:
    case = case_of(parsed, child)
    if not case:
        return
    if case == "to" and any(parsed.tags[b] == "TO" for b in parsed.children[child] if b < child):
        found.add("to", child)
    elif case == "to":
        found.add("dative", child)
    elif case in ("that", "whether"):
        found.add("clause", child)
    else:
        found.add(case, child)
        _add_cause(parsed, found, case, child)


def _add_cause(parsed: Parsed, found: Arguments, case: str, noun: int) -> None:
    """What a thing is blamed on may be no culprit: "on pilot error"."""
    if case == "on" and "cause" in groups_of(parsed, noun):
        found.add("cause", noun)


def _add_gap(parsed: Parsed, found: Arguments, verb: int) -> None:
    """The object of a relative clause without a pronoun: "a claim that they deny"."""
    head = parsed.heads[verb]
    subject = next((c for c in parsed.children[verb] if parsed.deps[c].startswith("nsubj")), None)
    if subject is None or parsed.lower[subject] in RELATIVE:
        return
    if {"clause", "quote"} & found.codes:
        return
    found.add("object", head)
    for group in groups_of(parsed, head):
        found.add(group, head)


def is_denied_phrase(parsed: Parsed, noun: int) -> bool:
    """Whether "no", "neither" or "not" stands before a noun: "no comment"."""
    return any(
        parsed.lower[child] in ("no", "neither", "nor") or parsed.lower[child] in NOT
        for child in parsed.children[noun]
        if child < noun
    )
