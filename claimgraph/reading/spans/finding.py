"""Attributions that the model has not marked, and a careful reader would list.

One look at every word of the lexicon that stands in no cue yet: silences, hedges, verbs of speech
with a subject and something said, nouns such as "his claim that".
"""

from __future__ import annotations

from collections.abc import Iterable

from claimgraph.reading.acts.arguments import (
    arguments_of,
    is_denied_phrase,
    sense_of,
)
from claimgraph.reading.acts.lexicon import lexicon
from claimgraph.reading.acts.mood import happened, is_own_report, tells_in_a_quotation
from claimgraph.reading.acts.who_can_speak import (
    can_speak,
    is_document,
    is_party,
)
from claimgraph.reading.draft import Draft
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.grammar import (
    after_case,
    agent_of,
    case_of,
    full_phrase,
    is_passive,
    own_subject,
    ranges,
    subject_of,
    trimmed,
    verb_group,
)
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.phrases import carries_an_utterance, whom_it_describes
from claimgraph.reading.spans.citing import (
    ACCORDING,
    CITING,
    according_to,
    as_told,
    cited_source,
    citing_one,
    cut_citation,
    retell_citation,
    said_before,
)
from claimgraph.reading.spans.edges import leave_nobody_out, tidy
from claimgraph.reading.spans.extents import contents_of, giver_of, plain_phrase, source_of, without
from claimgraph.reading.spans.hedges import hedge_at
from claimgraph.reading.spans.refusals import TELLING
from claimgraph.reading.spans.silences import STARTS, Silence, silence_at
from claimgraph.vocabulary import AttributionType, SpeechAct

_STARTS = STARTS | lexicon().triggers | ACCORDING
_PART_OF_NAMES = frozenset("amod compound aux aux:pass fixed case mark".split())
_OPEN_QUESTIONS = frozenset("whether if how why when where what who which that".split())

#: Rules that find speech; hedges and citations are the article's own.
_SPOKEN = ("find.", "silence.")


def find(parsed: Parsed, drafts: list[Draft]) -> None:
    """Add what is missing to ``drafts``, and set the spans of silences right.

    Afterwards they stand in the order of their cues. Running it again changes nothing.
    """
    tidy(parsed, drafts)
    finder = _Finder(parsed, drafts)
    starts = _STARTS
    for word in [w for w, lower in enumerate(parsed.lower) if lower in starts]:
        finder.look_at(word)
    for draft in drafts:
        leave_nobody_out(parsed, draft)
        # "Of using child soldiers, a charge both deny": what is said may stand before its noun.
        for part in (draft.source, draft.cue, draft.content):
            part.sort()
    _once_each(drafts)


def _once_each(drafts: list[Draft]) -> None:
    """In order, and none twice."""
    seen = set()
    kept = []
    for draft in sorted(drafts, key=lambda draft: draft.place):
        key = (tuple(draft.cue), tuple(draft.content))
        if key not in seen:
            seen.add(key)
            kept.append(draft)
    drafts[:] = kept


class _Finder:
    """Looks at one word after the other, and knows which stand in cues."""

    def __init__(self, parsed: Parsed, drafts: list[Draft]) -> None:
        self._parsed = parsed
        self._drafts = drafts
        self._cued = {word: each for each in drafts for piece in each.cue for word in range(*piece)}
        self._said = {word for each in drafts for piece in each.content for word in range(*piece)}

    def look_at(self, word: int) -> None:
        """Add the attribution that a word begins, or mend the one that it stands in."""
        parsed, lower = self._parsed, self._parsed.lower[word]
        marked = self._cued.get(word)
        if marked is not None and not any(start <= word < end for start, end in marked.cue):
            # A rule has moved its cue elsewhere.
            del self._cued[word]
            marked = None
        if lower in STARTS:
            silence = silence_at(parsed, word)
            if silence is not None:
                if marked is not None or not self._is_retold(word):
                    self._settle(silence, word)
                return
        if lower in CITING:
            self._citing(word, marked)
        elif marked is None:
            self._unmarked(word)
        elif lower in ACCORDING and not marked.content:
            found = according_to(parsed, word)
            if found is not None:
                marked.content = found[2]
                marked.explain("content", "find.according_to", "the sentence around it", *found[2])
        else:
            self._hedged(word, marked)

    def _add(
        self, rule: str, source: Iterable[Range], cue: Iterable[Range], content: Iterable[Range]
    ) -> None:
        draft = Draft(list(source), list(cue), list(content))
        if rule.startswith(_SPOKEN) and self._is_small_talk(draft):
            return
        draft.explain("cue", rule, "the model has not marked it", *draft.cue)
        self._drafts.append(draft)
        for piece in draft.cue:
            for word in range(*piece):
                self._cued.setdefault(word, draft)

    def _is_small_talk(self, draft: Draft) -> bool:
        """Whether it stands in what another source says, and nobody is named who says it.

        As in: “they say it was the wind”, “I told him”. What is passed on of somebody who has a
        name or a description is kept.
        """
        if draft.place not in self._said:
            return False
        heads = [self._parsed.head_of(words) for words in draft.source]
        return all(self._parsed.pos[head] == "PRON" for head in heads)

    def _is_retold(self, word: int) -> bool:
        """Whether somebody speaks of his own silence: "he said he could not comment"."""
        subject = subject_of(self._parsed, word)
        return subject is not None and is_own_report(self._parsed, word, subject)

    def _settle(self, silence: Silence, word: int) -> None:
        """Give a silence its spans: in the draft that the model made of it, or in a new one."""
        own = [w for piece in silence.cue for w in range(*piece)]
        marked = next((self._cued[w] for w in (word, *own) if w in self._cued), None)
        if marked is None:
            self._add(silence.rule, silence.source, silence.cue, silence.content)
            return
        content = list(silence.content)
        if not content and self._parsed.lower[word] in TELLING:
            content = [
                piece
                for piece in marked.content
                if piece[0] > own[-1] and self._parsed.lower[piece[0]] in _OPEN_QUESTIONS
            ]
        if marked.cue == list(silence.cue) and marked.content == content:
            return
        marked.cue, marked.content = list(silence.cue), content
        if not silence.source or not marked.source:
            marked.source = list(silence.source)
        marked.explain("cue", silence.rule, "", *marked.cue)
        for other in own:
            self._cued[other] = marked

    def _hedged(self, word: int, marked: Draft) -> None:
        """A hedge for which the model has marked no content, or only a part of it."""
        if marked.source or not self._is_hedge(word):
            return
        if sum(self._is_hedge(each) for piece in marked.cue for each in range(*piece)) > 1:
            return
        hedge = hedge_at(self._parsed, word)
        if hedge is None or (marked.cue, marked.content) == (list(hedge.cue), list(hedge.content)):
            return
        own = {w for piece in hedge.content for w in range(*piece)}
        if all(w in own for piece in marked.content for w in range(*piece)):
            marked.cue, marked.content = list(hedge.cue), list(hedge.content)
            marked.explain("cue", hedge.rule, "", *hedge.cue)

    def _is_hedge(self, word: int) -> bool:
        hedges = lexicon().hedges.get(self._parsed.lower[word], ())
        return any(hedge.kind == "adverb" for hedge in hedges)

    def _citing(self, word: int, marked: Draft | None) -> None:
        parsed = self._parsed
        cut_citation(parsed, word, self._drafts)
        outer = citing_one(parsed, word, self._cued) or said_before(parsed, word, self._cued)
        if outer is None:
            return
        if marked is not None:
            retell_citation(parsed, word, marked, outer)
            return
        words = cited_source(parsed, word)
        if words is None or not outer.content or parsed.quoted[word]:
            return
        if not any(start <= word < end for start, end in outer.content):
            self._add("citing.cited", [words], [(word, word + 1)], outer.content)

    def _unmarked(self, word: int) -> None:
        parsed, lower = self._parsed, self._parsed.lower[word]
        hedge = hedge_at(parsed, word)
        if hedge is not None:
            self._add(hedge.rule, (), hedge.cue, hedge.content)
        elif lower in ACCORDING:
            found = according_to(parsed, word)
            if found is not None:
                source, cue, content = found
                self._add("find.according_to", [source], [cue], content)
        elif parsed.tags[word].startswith("V") and lower in lexicon().verbs:
            self._verb(word)
        elif lower in lexicon().nouns:
            self._noun(word)

    def _verb(self, verb: int) -> None:
        """A verb of speech whose subject can speak, and that has what its sense asks for."""
        parsed = self._parsed
        if parsed.deps[verb] in _PART_OF_NAMES or carries_an_utterance(parsed, verb):
            return
        arguments = arguments_of(parsed, verb)
        passive = arguments.passive
        doer = agent_of(parsed, verb) if passive else subject_of(parsed, verb)
        if doer is not None and parsed.deps[verb] == "acl:relcl":
            doer = whom_it_describes(parsed, doer)
        document = doer is not None and is_document(parsed, doer)
        found = sense_of(parsed, verb, arguments, frozenset(["doc"] if document else []))
        if found is None:
            return
        sense, wanted = found
        if sense.type is not AttributionType.ASSERTION:
            self._thought(verb, doer)
            return
        told = as_told(parsed, verb) if ("clause",) in sense.listed else None
        if (wanted not in sense.listed and told is None) or not happened(parsed, verb):
            return
        if doer is None:
            if not passive or sense.act is not SpeechAct.ACCUSE or sense.noun:
                return
            if parsed.child(verb, "aux:pass") is None and "deed" not in arguments.codes:
                # "The man accused of it" is named in passing; "a bombing blamed on him" tells it.
                return
        elif not can_speak(parsed, doer) or is_own_report(parsed, verb, doer):
            return
        if parsed.quoted[verb] and not tells_in_a_quotation(parsed, verb, doer, arguments):
            return
        cue = verb_group(parsed, verb)
        if sense.particle and parsed.lower[verb + 1 : verb + 2] == [sense.particle]:
            cue = ranges(sorted({verb + 1, *(w for piece in cue for w in range(*piece))}))
        source = source_of(parsed, doer, verb)
        content = told or contents_of(parsed, verb, arguments, wanted[-1], sense.noun)
        content = without(content, [*cue, *source])
        if content or wanted == ("none",):
            self._add(f"find.{'as_told' if told else wanted[-1]}", source, cue, content)

    def _thought(self, verb: int, doer: int | None) -> None:
        """As in "the crew realised that": somebody, and a clause of what he thinks or knows."""
        parsed = self._parsed
        if parsed.deps[verb] != "root":
            return  # what somebody is said to think is the speaker's
        if doer is None:
            doer = own_subject(parsed, verb)  # "who believes that?"
        if doer is None or parsed.quoted[verb] or is_passive(parsed, verb):
            return
        clause = parsed.child(verb, "ccomp")
        if clause is None or clause < verb or case_of(parsed, clause) != "that":
            return
        if not can_speak(parsed, doer) or is_own_report(parsed, verb, doer):
            return
        cue, source = verb_group(parsed, verb), source_of(parsed, doer, verb)
        content = without([trimmed(parsed, parsed.subtree(clause))], [*cue, *source])
        if content:
            self._add("find.thought", source, cue, content)

    def _noun(self, noun: int) -> None:
        """As in "his claim that", "an allegation by X that", "no claim of responsibility"."""
        parsed = self._parsed
        if parsed.quoted[noun] or parsed.deps[noun] in _PART_OF_NAMES:
            return
        giver = giver_of(parsed, noun)
        if giver is not None and parsed.heads[noun] in self._cued and parsed.tags[giver] == "PRP$":
            # "Retracted its statement that": who retracts tells it, and has it as content.
            return
        source = [] if giver is None else [plain_phrase(parsed, giver)]
        for cue in lexicon().nouns[parsed.lower[noun]]:
            if cue.type is not AttributionType.ASSERTION:
                continue
            if cue.noun:
                of = after_case(parsed, noun, "of")
                if of is None or parsed.lower[of] not in cue.noun:
                    continue
                content = trimmed(parsed, (of, full_phrase(parsed, of)[1]))
                if source or is_denied_phrase(parsed, noun):
                    self._add("find.noun", source, [(noun, noun + 1)], [content])
                return
            clause = _that_clause(parsed, noun)
            if clause is not None and giver is not None and is_party(parsed, giver):
                content = trimmed(parsed, parsed.subtree(clause))
                self._add("find.noun", source, [(noun, noun + 1)], [content])
            return


def _that_clause(parsed: Parsed, noun: int) -> int | None:
    """The clause behind "the claim that"."""
    for child in parsed.children[noun]:
        behind = child > noun and parsed.deps[child] in ("acl", "ccomp")
        if behind and case_of(parsed, child) == "that":
            return child
    return None
