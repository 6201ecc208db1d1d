"""What a person would ask, in the words of the claims that answer it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from claimgraph.compare.as_told import is_it_so, what_of, which_figure
from claimgraph.compare.gist import Gist
from claimgraph.compare.happenings import about_event, of_event, responsible_for
from claimgraph.compare.statement import Statement
from claimgraph.compare.tolls import how_many, how_many_at_all
from claimgraph.compare.turning import clause, plain, turned
from claimgraph.ids import name_key
from claimgraph.model import Participant
from claimgraph.text.clauses import (
    Clause,
    inside,
    inverted,
    positive,
)
from claimgraph.text.conjugation import past, third_person
from claimgraph.text.wellformed import can_be_subject, is_sound, reads_well
from claimgraph.vocabulary import Polarity, Role, Stance

#: Characters of the longest question; what comes behind a comma or a conjunction is left out of a
#: longer one.
LONGEST = 110
#: Predicates that name no deed.
_SAYING_LITTLE = frozenset("be blame have involve do link accuse".split())
_LOOSE_ENDS = re.compile(r"(?:\s(?:in|on|at|of|to|for|with|by|from|under|during))+$")
_BREAK = re.compile(
    r"(?:,| (?:as|after|when|while|because|although|though|since|before|until|which|who|but)\b)"
)
_PREPOSITION = r"(?:\b(?:on|in|at|by|from|since|during|near|around|late|early|the|until|over)\s+)*"
#: Words that point at what a question alone does not show.
_POINTING = re.compile(
    r"\b(?:he|she|it|they|him|them|his|her|its|their|this|these|those|we|us|our|i|my|you)\b"
)
_NO_QUESTION = frozenset((Stance.SILENT, Stance.DECLINES))

#: Where no claim has words to ask with.
_NO_WORDS = "Is it so?"

Make = Callable[[Statement], str]
#: How much each claim of a group has to do with the others, by its id.
Votes = Mapping[str, int]


def who_did_it(group: Sequence[Statement], votes: Votes) -> str:
    """Who is to blame: "Who carried out the attack on Aleppo?".

    Args:
        group: Accusations, denials and silences.
        votes: As for the others: how much each claim has to do with the others, by its id.
    """
    return (
        _best(group, votes, _who, key=_says_little, words=6)
        or responsible_for(group)
        or _asked_whether(group, votes)
        or "Who is responsible?"
    )


def how_much(group: Sequence[Statement], votes: Votes, measure: str) -> str:
    """How many there were: "How many people were killed in the blast?".

    Args:
        group: Claims with a number.
        votes: How much each claim has to do with the others, by its id.
        measure: Which of their numbers is asked for.
    """
    for make in (how_many, how_many_at_all):
        made = _best(group, votes, partial(_counted, make, measure))
        if made:
            return made
    return which_figure(group, measure) or _asked_whether(group, votes) or _NO_WORDS


def whether(group: Sequence[Statement], votes: Votes) -> str:
    """Whether it is so: "Was Navalny poisoned?"."""
    return _asked_whether(group, votes) or _NO_WORDS


def _asked_whether(group: Sequence[Statement], votes: Votes) -> str:
    def denied(statement: Statement) -> tuple[bool]:
        return (statement.claim.polarity is Polarity.NEGATIVE,)

    made = _best(group, votes, _whether, key=denied, words=3)
    return made or _best(group, votes, _outright, key=_is_fragment, words=5)


def when(group: Sequence[Statement], votes: Votes) -> str:
    """When it was: "When did the plane crash?"."""
    times = _longest_first(each.claim.time.text for each in group if each.claim.time)
    return _best(group, votes, lambda each: _asked_without(each, "When", times)) or whether(
        group, votes
    )


def where(group: Sequence[Statement], votes: Votes) -> str:
    """Where it was: "Where did the plane crash?"."""
    places = _longest_first(each.claim.place.name for each in group if each.claim.place)
    return _best(group, votes, lambda each: _asked_without(each, "Where", places)) or whether(
        group, votes
    )


def _best(
    group: Iterable[Statement],
    votes: Votes,
    make: Make,
    *,
    key: Callable[[Statement], tuple[bool, ...]] = lambda _: (),
    words: int = 4,
) -> str:
    """Of the questions that claims make, the one with the most votes, and then the shortest.

    Args:
        group: The claims; silences make none.
        votes: Of each claim, for the question that it makes.
        make: The question of a claim, "" where it makes none.
        key: What puts a claim behind others.
        words: A question of fewer words is put behind others: it hardly says what it is about.
    """
    ranked = []
    won: Counter[str] = Counter()
    for statement in group:
        if statement.claim.stance in _NO_QUESTION or not (text := make(statement)):
            continue
        quoted = "“" in text
        text = text if quoted else _shortened(text)
        if not quoted and not reads_well(text):
            continue
        unclear = bool(_POINTING.search(text)) or len(text.split()) < words
        ranked.append((unclear, key(statement), text))
        won[text] += votes.get(statement.id, 1)
    first = min(ranked, key=lambda r: (r[0], r[1], -won[r[2]], len(r[2]), r[2]), default=None)
    return first[2] if first else ""


def _shortened(question: str) -> str:
    """A question no longer than can be read at a glance; "" where that takes too much of it.

    It is cut before a clause that only adds to it, best at a comma.
    """
    text = question.rstrip("?")
    if len(text) > LONGEST:
        ends = [match.start() for match in _BREAK.finditer(text)]
        cut = [end for end in ends if LONGEST // 2 <= end <= LONGEST]
        end = next((end for end in cut if text[end] == ","), cut[0] if cut else 0)
        return f"{_LOOSE_ENDS.sub('', text[:end])}?" if end else ""
    return f"{text}?"


def _counted(make: Callable[[Gist, str], str], measure: str, statement: Statement) -> str:
    question = make(Gist(statement), measure)
    return of_event(question, statement.event, measure) if question else ""


def _who(statement: Statement) -> str:
    return about_event(_who_only(statement), statement.event)


def _who_only(statement: Statement) -> str:
    """With "who" in the place of the accused."""
    found = clause(statement)
    if found is None or not is_sound(found):
        return ""
    parties = _blamed(statement)
    if any(_names(found.subject, party) for party in parties):
        words = ("Who", *_of_one(found), positive(found.rest))
        return " ".join(word for word in words if word) + "?"
    if not found.is_passive:
        return ""
    for party in parties:
        match = re.search(rf"\s*\bby\s+(?:the\s+)?{re.escape(party.name)}", f" {found.rest}")
        if match:
            behind = f" {found.rest}"
            left = f"{behind[: match.start()]}{behind[match.end() :]}".split()
            particle, rest = _particle(statement.claim.predicate, left)
            words = ("Who", past(found.lemma), particle, found.subject, *rest)
            return " ".join(word for word in words if word) + "?"
    return ""


def _of_one(found: Clause) -> list[str]:
    """The verb and what stands before it, as "who" takes them."""
    one = {"were": "was", "are": "is", "have": "has", "do": "does"}
    if found.finite == "did" and (found.auxiliaries or found.lemma != "be"):
        return [past(found.lemma)]
    if found.finite in ("do", "does"):
        return [third_person(found.lemma)]
    if not found.auxiliaries:
        return [one.get(found.verb, found.verb)]
    return [one.get(found.finite, found.finite), *found.auxiliaries[1:], found.verb]


def _particle(predicate: str, rest: list[str]) -> tuple[str, list[str]]:
    """The "out" of "carry out", and what comes behind it."""
    particle = predicate.partition(" ")[2]
    if particle and rest[:1] == [particle]:
        return particle, rest[1:]
    return "", rest


def _blamed(statement: Statement) -> list[Participant]:
    parties = (*statement.claim.participants, *statement.attribution.targets)
    roles = (Role.ACCUSED, Role.CLEARED)
    named = [party for party in parties if party.role in roles]
    return named or [party for party in parties if party.role is Role.AGENT]


def _names(subject: str, party: Participant) -> bool:
    """Whether a subject is a party, as the text calls it or by a fuller name."""
    here, there = name_key(subject), name_key(party.name)
    if here == there or here.startswith(f"{there} ") or there.startswith(f"{here} "):
        return True
    return any(name_key(span.text) == here for span in party.spans)


def _says_little(statement: Statement) -> tuple[bool, bool, bool]:
    """Whether a claim blames nobody, whether it says only who is guilty, and whether it leaves out
    where.
    """
    blames = statement.claim.stance is Stance.ACCUSES or any(
        party.role is Role.ACCUSED for party in statement.claim.participants
    )
    little = statement.claim.predicate.partition(" ")[0] in _SAYING_LITTLE
    place = statement.claim.place
    return not blames, little, place is None or place.name not in statement.claim.text


def _whether(statement: Statement) -> str:
    question = turned(plain(statement.claim.text), statement.claim.predicate)
    return about_event(f"{question}?", statement.event) if question else ""


def _outright(statement: Statement) -> str:
    """The question about words that cannot be turned round."""
    text = plain(statement.claim.text)
    if not text:
        return ""
    verb = statement.claim.predicate.partition(" ")[0]
    forms = (verb, past(verb), third_person(verb)) if verb else ()
    is_told = any(form in text.lower().split() for form in forms)
    return ("" if is_told else what_of(text)) or is_it_so(text)


def _is_fragment(statement: Statement) -> tuple[bool, bool]:
    """Whether a claim is no sentence, and whether it only points at who it is about."""
    found = clause(statement)
    text = plain(statement.claim.text)
    sentence = found is not None or bool(inverted(text))
    return not sentence, not can_be_subject(found.subject if found else inside(text))


def _asked_without(statement: Statement, word: str, words: Iterable[str]) -> str:
    """When or where it was, without the time or the place that the claim gives."""
    text = plain(statement.claim.text)
    whole = clause(statement)
    if statement.claim.predicate.startswith("be ") or whole is None:
        return ""
    for each in words:
        if each.lower() in whole.subject.lower() and not text.lower().startswith(
            ("on ", "in ", "at ", each.lower())
        ):
            continue  # "the deal of 17 September": it belongs to a noun
        pattern = rf"\s*(?<!\bof )(?<!\bof the ){_PREPOSITION}\b{re.escape(each)}\b"
        shorter = re.sub(pattern, "", text, flags=re.IGNORECASE).strip(" ,")
        if shorter != text and (question := turned(shorter, statement.claim.predicate, first=word)):
            return f"{question}?"
    return ""


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted({*words} - {""}, key=lambda text: (-len(text), text))
