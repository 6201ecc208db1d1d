"""What finite clauses say, in words that stand alone: statements, questions, orders."""

from __future__ import annotations

from claimgraph.reading.acts.mood import is_in_question
from claimgraph.reading.claims.clauses import AUXILIARIES, Clause, Link
from claimgraph.reading.claims.frames import NAMING
from claimgraph.reading.claims.nominal import some
from claimgraph.reading.claims.propositions import Proposition, Scene, plural
from claimgraph.reading.claims.sayings import saying
from claimgraph.reading.claims.stances import DENYING
from claimgraph.reading.claims.trimming import trimmed, without_gaps
from claimgraph.reading.claims.wording import Item
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import noun_phrase
from claimgraph.text.conjugation import present
from claimgraph.vocabulary import Certainty, Polarity, SpeechAct

RELATIVES = frozenset({"who", "which", "whom"})
_QUESTION_WORDS = frozenset("what who whom whose how why when where which whether if".split())
_WONDERING = frozenset("ask wonder inquire enquire check doubt".split())
_FINITE = frozenset({"MD", "VBD", "VBZ", "VBP"})


def statement(scene: Scene, clause: Clause) -> Proposition:
    """The proposition of a finite clause."""
    parsed = scene.parsed
    words = without_gaps(parsed, trimmed(parsed, clause.words, clause))
    if clause.link is Link.RELATIVE:
        return Proposition(_with_antecedent(parsed, clause, words), clause.words, clause)
    items: list[Item] = [*clause.subject_words, *clause.auxiliaries, *words]
    if scene.draft.act is SpeechAct.DENY and scene.verb in DENYING:
        items = [each for item in items for each in some(parsed, item)]
    subject = clause.subject
    if subject is not None and not clause.subject_words and subject not in clause.words:
        items = [*_outside(scene, subject), *items]
    elif subject is not None and scene.verb in NAMING and _is_verbless(parsed, clause):
        items = _with_be(parsed, subject, items)
    if clause.link is Link.MAIN:
        items = _without_relative(parsed, clause, items)
    made = Proposition(items, clause.words, clause)
    if words and _asks(scene, clause, words[0]):
        _question(scene, made, words[0])
    elif _orders(scene, clause):
        made.certainty = Certainty.UNDERSPECIFIED
    return made


def _with_antecedent(parsed: Parsed, clause: Clause, words: list[int]) -> list[Item]:
    """A relative clause with its noun in the place of "which"."""
    pronoun = next((word for word in words if parsed.lower[word] in RELATIVES), None)
    if pronoun is None:
        return [*clause.subject_words, *words]
    rest = [word for word in words if word != pronoun]
    if parsed.deps[pronoun] != "obj":
        return [*clause.subject_words, *rest]
    place = next((n for n, word in enumerate(rest) if word == clause.head), len(rest) - 1) + 1
    return [*rest[:place], *clause.subject_words, *rest[place:]]


def _outside(scene: Scene, subject: int) -> list[Item]:
    """A subject that the content leaves out: the speaker, or a noun before the cue.

    In "WALLACE: Let us start" the name is a label, whatever the parser makes of it.
    """
    parsed = scene.parsed
    for start, end in scene.draft.source:
        if start <= subject < end:
            named = scene.verb == "accord" or parsed.words[end : end + 1] == [":"]
            return [] if named else scene.said()
    if parsed.lower[subject] in ("who", "which", "that", "whom", "what"):
        return []
    return list(range(*noun_phrase(parsed, subject)))


def _is_verbless(parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause has a subject and no verb: "called *him a liar*"."""
    verbs = any(dep in clause.by for dep in AUXILIARIES)
    return not verbs and parsed.pos[clause.head] not in ("VERB", "AUX")


def _with_be(parsed: Parsed, subject: int, items: list[Item]) -> list[Item]:
    """The words of a clause without a verb, with one."""
    end = parsed.subtree(subject)[1]
    place = next((n for n, item in enumerate(items) if item == end), None)
    if place is None:
        return items
    if parsed.lower[end] == "as":  # "described her as the greatest"
        return [*items[:place], present("be", plural(parsed, subject)), *items[place + 1 :]]
    return [*items[:place], present("be", plural(parsed, subject)), *items[place:]]


def _without_relative(parsed: Parsed, clause: Clause, items: list[Item]) -> list[Item]:
    """Without the "which" between a noun and its verb: "The depot, *which* … holds diesel"."""
    for n, item in enumerate(items):
        if not isinstance(item, int) or parsed.lower[item] not in RELATIVES or not n:
            continue
        if parsed.heads[item] == clause.head and clause.subject != item:
            comma = items[n - 1]
            if isinstance(comma, int) and parsed.pos[comma] == "ADP":
                continue  # "I cannot tell you yet by whom"
            kept = n - 1 if isinstance(comma, int) and parsed.words[comma] == "," else n
            return [*items[:kept], *items[n + 1 :]]
    return items


def _asks(scene: Scene, clause: Clause, first: int) -> bool:
    """Whether a clause is a question, direct or not."""
    parsed = scene.parsed
    last = clause.words[-1]
    if "?" in parsed.words[last : last + 2]:
        # "Why did he say that it was closed?" asks about the saying; what is said is no question.
        return scene.cue is None or not is_in_question(parsed, scene.cue)
    if parsed.lower[first] not in _QUESTION_WORDS or parsed.quoted[first]:
        return False
    if parsed.lower[first] == "if":
        asked = scene.draft.act is SpeechAct.QUESTION or scene.verb in _WONDERING
        return asked and parsed.heads[first] == clause.head
    if parsed.lower[first - 1] == "that":
        return False  # "noted that when the campaign began, …"
    head = parsed.heads[first]
    return head == clause.head or parsed.heads[head] == clause.head


def _question(scene: Scene, made: Proposition, first: int) -> None:
    """Make a proposition of what is asked: "whether the army would respond".

    "explained how the bomb was built" is no question; without its cue it would be half a sentence.
    """
    parsed = scene.parsed
    made.polarity, made.certainty = Polarity.UNKNOWN, Certainty.UNDERSPECIFIED
    if parsed.lower[first] in ("whether", "if"):
        made.items = made.items[made.items.index(first) + 1 :]
    elif scene.draft.source and scene.cue is not None and not parsed.quoted[first]:
        made.items = saying(scene, made.clause).items
        if scene.draft.act is not SpeechAct.QUESTION:
            made.polarity = made.certainty = None


def _orders(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is an imperative: "Let Moscow show us one fragment".

    Half a sentence is none: "put the death toll at 58" has lost its subject.
    """
    parsed = scene.parsed
    if scene.cue is None and parsed.words[clause.words[0]][:1].islower():
        return False
    return (
        parsed.tags[clause.head] == "VB"
        and clause.subject is None
        and not clause.auxiliaries
        and not any(parsed.tags[word] in _FINITE for word in clause.by.get("aux", ()))
    )
