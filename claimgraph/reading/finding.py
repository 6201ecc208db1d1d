"""Attributions that the model has not marked, and a careful reader would list.

One look at every word of the lexicon that stands in no cue yet: silences, hedges, verbs of speech
with a subject and something said, nouns such as "his claim that".
"""

from __future__ import annotations

from claimgraph.reading.acts import is_speech
from claimgraph.reading.arguments import (
    Arguments,
    arguments_of,
    can_speak,
    is_denied_phrase,
    is_document,
    is_party,
    sense_of,
)
from claimgraph.reading.draft import Draft
from claimgraph.reading.hedges import hedge_at
from claimgraph.reading.lexicon import forms, lexicon
from claimgraph.reading.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.grammar import (
    MODALS,
    RELATIVE,
    antecedent,
    noun_before,
    after_case,
    agent_of,
    case_of,
    is_infinitive,
    is_passive,
    modal,
    full_phrase,
    own_subject,
    subject_of,
    trimmed,
    verb_group,
)
from claimgraph.reading.silences import STARTS, Silence, silence_at
from claimgraph.vocabulary import AttributionType, SpeechAct

_ACCORDING = frozenset(["according", "per"])
_STARTS = STARTS | lexicon().triggers | _ACCORDING
_OPENING = frozenset("if unless should whether lest".split())
_FIRST_OR_SECOND = frozenset("i we you".split())
#: Acts whose verbs are listed without anybody named who does it: "was blamed for the blast".
_AGENTLESS = frozenset((SpeechAct.ACCUSE,))
_WITH_CASE = forms("accuse blame apologise apologize criticise criticize condemn praise thank".split())
_TRANSITIVE = forms("accuse deny dispute reject refute acknowledge admit confirm retract".split())
_NOBODY = frozenset("no nobody none neither no-one".split())
_CITING = frozenset(["citing"])


def find(parsed: Parsed, drafts: list[Draft]) -> None:
    """Add what is missing to ``drafts``, and set the spans of silences right; in order of cues.

    Running it again changes nothing.
    """
    _Finder(parsed, drafts).run()


class _Finder:
    def __init__(self, parsed: Parsed, drafts: list[Draft]) -> None:
        self.parsed = parsed
        self.drafts = drafts
        self.cued: dict[int, Draft] = {
            word: draft for draft in drafts for piece in draft.cue for word in range(*piece)
        }

    def run(self) -> None:
        for draft in self.drafts:
            self._tidy(draft)
        parsed, starts = self.parsed, _STARTS
        for word in [w for w, lower in enumerate(parsed.lower) if lower in starts]:
            lower = parsed.lower[word]
            if lower in STARTS:
                silence = silence_at(parsed, word)
                if silence is not None:
                    if word in self.cued or not self._is_retold(word):
                        self._settle(silence, word)
                    continue
            marked = self.cued.get(word)
            if marked is None:
                self._unmarked(word)
            elif lower in _CITING:
                self._citing(word, marked)
            else:
                self._hedged(word, marked)
        self._leave_nobody_out()
        self._once_each()

    def _tidy(self, draft: Draft) -> None:
        """Sources and contents that are only a relative pronoun, or end in a relative clause."""
        parsed = self.parsed
        if len(draft.source) == 1:
            start, end = draft.source[0]
            if end - start == 1 and parsed.tags[start] in ("WP", "WDT"):
                verb = parsed.heads[start]
                noun = antecedent(parsed, verb)
                noun = noun if noun is not None else noun_before(parsed, start)
                if noun is not None:
                    draft.source = [full_phrase(parsed, noun)]
                    draft.explain("source", "source.antecedent", "", draft.source[0])
            else:
                cut = _relative_clause(parsed, draft.source[0])
                if cut is not None:
                    draft.source = [trimmed(parsed, (start, cut))]
                    draft.explain("source", "source.before_relative_clause", "", (cut, end))
        if not draft.cue:
            return
        self._shorten(draft)
        verb = parsed.head_of(draft.cue[-1])
        clause = parsed.child(verb, "ccomp")
        if not draft.content and clause is not None and clause > verb:
            words = trimmed(parsed, parsed.subtree(clause))
            if words[0] > verb and not any(w in self.cued for w in range(*words)):
                draft.content = [words]
                draft.explain("content", "content.complement", "the clause of the cue", words)
        last = draft.cue[-1][1] - 1
        if last > verb and parsed.lower[last] in ("of", "for") and parsed.lower[verb] in _WITH_CASE:
            draft.cue[-1] = (draft.cue[-1][0], last)
            later = [n for n, piece in enumerate(draft.content) if piece[0] > last]
            if later:
                start, end = draft.content[later[0]]
                case = parsed.lower[last]
                if start == last + 1:
                    draft.content[later[0]] = (last, end)
                elif case not in parsed.lower[start:end]:
                    draft.content.insert(later[0], (last, last + 1))
            else:
                draft.content.append((last, last + 1))
        gap = antecedent(parsed, verb) if parsed.deps[verb] == "acl:relcl" else None
        if gap is None or any(a <= gap < b for a, b in (*draft.source, *draft.content)):
            return
        if not draft.content or parsed.lower[draft.content[0][0]] == "of" and (
            parsed.lower[verb] in _WITH_CASE
        ):
            words = full_phrase(parsed, gap)
            if words[1] <= draft.cue[0][0] and parsed.lower[verb] in _TRANSITIVE:
                draft.content.insert(0, words)
                draft.explain("content", "content.antecedent", "", words)

    def _shorten(self, draft: Draft) -> None:
        """ "Released a statement denying": the participle before the content is the cue."""
        parsed = self.parsed
        start, end = draft.cue[-1]
        last = end - 1
        if parsed.tags[last] != "VBG" or last - start < 2 or not draft.content:
            return
        if parsed.lower[last] not in lexicon().verbs or draft.content[0][0] != end:
            return
        if not any(parsed.deps[w] == "obj" for w in range(start, last)):
            return
        draft.explain("cue", "cue.participle", "", (start, last))
        draft.cue[-1] = (last, end)
        for word in range(start, last):
            self.cued.pop(word, None)

    def _leave_nobody_out(self) -> None:
        """ "No group has claimed it": nobody is the source."""
        parsed = self.parsed
        for draft in self.drafts:
            if len(draft.source) != 1:
                continue
            start, end = draft.source[0]
            if parsed.lower[start] == "neither" and not draft.content:
                continue
            if parsed.lower[start] in _NOBODY or parsed.lower[end - 1] in _NOBODY:
                draft.explain("source", "source.nobody", "nobody said it", draft.source[0])
                draft.source = []

    def _is_retold(self, word: int) -> bool:
        """Whether somebody speaks of his own silence: "he said he could not comment"."""
        subject = subject_of(self.parsed, word)
        return subject is not None and self._is_own_report(word, subject)

    def _once_each(self) -> None:
        """In order, and none twice."""
        seen = set()
        kept = []
        for draft in sorted(self.drafts, key=lambda draft: draft.place):
            key = (tuple(draft.cue), tuple(draft.content))
            if key not in seen:
                seen.add(key)
                kept.append(draft)
        self.drafts[:] = kept

    def _add(
        self,
        rule: str,
        source: list[Range],
        cue: list[Range],
        content: list[Range],
    ) -> None:
        draft = Draft(source, cue, content)
        draft.explain("cue", rule, "", *cue)
        self.drafts.append(draft)
        for piece in cue:
            for word in range(*piece):
                self.cued.setdefault(word, draft)

    def _settle(self, silence: Silence, word: int) -> None:
        """Give a silence its spans: in the draft that the model made of it, or in a new one."""
        own = [w for piece in silence.cue for w in range(*piece)]
        marked = self.cued.get(word) or next((self.cued[w] for w in own if w in self.cued), None)
        if marked is None:
            self._add(
                silence.rule, list(silence.source), list(silence.cue), list(silence.content)
            )
            return
        if marked.cue == list(silence.cue) and marked.content == list(silence.content):
            return
        marked.cue, marked.content = list(silence.cue), list(silence.content)
        if not silence.source or not marked.source:
            marked.source = list(silence.source)
        for other in own:
            self.cued[other] = marked

    def _hedged(self, word: int, marked: Draft) -> None:
        """A hedge for which the model has marked no content, or only a part of it."""
        if marked.source or not any(
            hedge.kind == "adverb" for hedge in lexicon().hedges.get(self.parsed.lower[word], ())
        ):
            return
        hedge = hedge_at(self.parsed, word)
        if hedge is None or (marked.cue, marked.content) == (list(hedge.cue), list(hedge.content)):
            return
        own = {w for piece in hedge.content for w in range(*piece)}
        if not all(w in own for piece in marked.content for w in range(*piece)):
            return
        marked.cue, marked.content = list(hedge.cue), list(hedge.content)
        marked.explain("cue", hedge.rule, "", *hedge.cue)

    def _citing(self, word: int, marked: Draft) -> None:
        """ "Reuters, citing officials, reported": what is reported has the officials as source."""
        self._cut(word)
        cited = self.parsed.child(word, "obj")
        if cited is None or not is_source(self.parsed, cited):
            return
        words = full_phrase(self.parsed, cited)
        if marked.source == [words]:
            return
        outer = self._outer(word, marked)
        if outer is None:
            return
        if not outer.content and len(marked.content) == 1:
            start, end = trimmed(parsed := self.parsed, (words[1], marked.content[0][1]))
            if start < end and parsed.lower[start] == "that":
                outer.content = [(start, end)]
                outer.explain("content", "content.behind_citing", "", (start, end))
        marked.cue, marked.source = [(word, word + 1)], [words]
        marked.content = list(outer.content)
        marked.explain("content", "citing", "what the citing one says", *outer.content)

    def _cut(self, word: int) -> None:
        """Take "citing officials" from the end of a content that the model has let run on."""
        parsed = self.parsed
        start, end = parsed.subtree(word)
        if start != word or parsed.quoted[word]:
            return
        for draft in self.drafts:
            for number, piece in enumerate(draft.content):
                inside = piece[0] < start < piece[1] <= end + 1
                if inside and not any(piece[0] <= cue[0] < piece[1] for cue in draft.cue):
                    draft.content[number] = trimmed(parsed, (piece[0], start))
                    draft.explain("content", "content.before_citing", "", (start, end))

    def _outer(self, word: int, marked: Draft | None) -> Draft | None:
        """The attribution whose speaker cites: the one whose cue the participle hangs on."""
        head = self.parsed.heads[word]
        for _ in range(3):
            outer = self.cued.get(head)
            if outer is not None and outer is not marked:
                return outer
            head = self.parsed.heads[head]
        return None

    def _unmarked(self, word: int) -> None:
        parsed = self.parsed
        lower = parsed.lower[word]
        hedge = hedge_at(parsed, word)
        if hedge is not None:
            self._add(hedge.rule, [], list(hedge.cue), list(hedge.content))
        elif lower in _ACCORDING:
            self._according(word)
        elif lower in _CITING:
            self._newly_citing(word)
        elif parsed.tags[word].startswith("V") and lower in lexicon().verbs:
            self._verb(word)
        elif lower in lexicon().nouns:
            self._noun(word)

    def _newly_citing(self, word: int) -> None:
        parsed = self.parsed
        self._cut(word)
        cited = parsed.child(word, "obj")
        outer = self._outer(word, None)
        if cited is None or outer is None or not outer.content or not is_source(parsed, cited) or parsed.quoted[word]:
            return
        words = full_phrase(parsed, cited)
        for piece in outer.content:
            if piece[0] <= word < piece[1]:
                return
        self._add("find.citing", [words], [(word, word + 1)], list(outer.content))

    def _according(self, word: int) -> None:
        """ "According to Soufan", "per reports"."""
        parsed = self.parsed
        source = parsed.heads[word]
        if parsed.lower[word] == "according":
            after = parsed.child(word, "obl", "nmod", "obj")
            source = after if after is not None else source
            cue = (word, word + 2)
            if parsed.lower[word + 1 : word + 2] != ["to"] or source <= word:
                return
        else:
            cue = (word, word + 1)
            if parsed.deps[word] != "case" or source <= word:
                return
            if source not in parsed.name_at and not is_document(parsed, source):
                return
        top = source if parsed.heads[word] == source else word
        clause = parsed.heads[top]
        if clause == top or not can_speak(parsed, source) or parsed.quoted[word]:
            return
        if parsed.deps[top] not in ("obl", "advcl", "nmod", "advmod", "parataxis", "obl:unmarked"):
            return
        words = full_phrase(parsed, source)
        words = (max(words[0], cue[1]), words[1])
        start, end = parsed.subtree(clause)
        hole = parsed.subtree(top)
        pieces = [trimmed(parsed, (start, hole[0])), trimmed(parsed, (hole[1], end))]
        pieces = [piece for piece in pieces if piece[0] < piece[1]]
        if words[0] < words[1] and pieces:
            self._add("find.according_to", [words], [cue], pieces)

    def _verb(self, verb: int) -> None:
        parsed = self.parsed
        if parsed.deps[verb] in ("amod", "compound", "aux", "aux:pass", "fixed", "case", "mark"):
            return
        arguments = arguments_of(parsed, verb)
        passive = arguments.passive
        doer = agent_of(parsed, verb) if passive else subject_of(parsed, verb)
        extra = frozenset(["doc"]) if doer is not None and is_document(parsed, doer) else frozenset()
        found = sense_of(parsed, verb, arguments, extra)
        if found is None or found[0].type is not AttributionType.ASSERTION:
            return
        sense, wanted = found
        if wanted not in sense.listed or not self._happened(verb):
            return
        if doer is None:
            if not passive or sense.act not in _AGENTLESS or sense.noun:
                return
            if verb_is_modifier(parsed, verb) and "deed" not in arguments.codes:
                return
        elif not can_speak(parsed, doer):
            return
        if parsed.quoted[verb] and not self._tells_in_a_quotation(verb, doer, arguments):
            return
        if doer is not None and self._is_own_report(verb, doer):
            return
        cue = verb_group(parsed, verb)
        source = self._source(doer, verb)
        content = contents_of(parsed, verb, arguments, wanted[-1], sense.noun)
        content = _without(content, [*cue, *source])
        if not content and wanted != ("none",):
            return
        self._add(f"find.{wanted[-1]}", source, cue, content)

    def _tells_in_a_quotation(self, verb: int, doer: int | None, arguments: Arguments) -> bool:
        """Inside somebody's quoted words only what another one said counts: "Roe said: 'No.'"."""
        parsed = self.parsed
        if doer is None or parsed.pos[doer] == "PRON" or parsed.tags[verb] != "VBD":
            return False
        return bool({"clause", "quote"} & arguments.codes)

    def _is_own_report(self, verb: int, doer: int) -> bool:
        """Whether somebody only says that he says something: "he said he had asked for it"."""
        parsed = self.parsed
        here = verb
        subject = own_subject(parsed, verb)
        if subject is not None and parsed.lower[subject] in RELATIVE:
            return False
        for _ in range(8):
            if parsed.deps[here] in ("ccomp", "xcomp", "parataxis"):
                outer = subject_of(parsed, parsed.heads[here])
                if outer is not None and outer != doer:
                    if parsed.lower[doer] in ("i", "we"):
                        return True
                    if parsed.lower[doer] == "it" and parsed.mention_kinds.get(outer) != "person":
                        return True
                    left, right = parsed.entities.get(outer), parsed.entities.get(doer)
                    if left is None or right is None:
                        return parsed.lower[doer] in ("he", "she", "they", "it")
                    return left == right
            if parsed.heads[here] == here:
                return False
            here = parsed.heads[here]
        return False

    def _source(self, doer: int | None, verb: int) -> list[Range]:
        if doer is None:
            return []
        words = full_phrase(self.parsed, doer)
        start = words[0]
        while start < doer and self.parsed.lower[start] == "by":
            start += 1
        if is_denied_phrase(self.parsed, doer) or self.parsed.lower[doer] in ("nobody", "none"):
            return []
        if start <= verb < words[1]:
            return [(start, max(start + 1, min(verb, words[1])))]
        return [(start, words[1])]

    def _happened(self, verb: int) -> bool:
        """Whether the text tells that it was said: not "to say", "if he says", "could say"."""
        parsed = self.parsed
        tag = parsed.tags[verb]
        if modal(parsed, verb) or is_infinitive(parsed, verb):
            return False
        if parsed.deps[verb] == "conj":
            head = parsed.heads[verb]
            if own_subject(parsed, verb) is None and (
                modal(parsed, head) and tag == "VB" or is_infinitive(parsed, head)
            ):
                return False
        if tag == "VB" and not any(parsed.deps[c] == "aux" for c in parsed.children[verb]):
            return False
        opening = case_of(parsed, verb)
        if opening in _OPENING or opening == "without":
            return False
        if parsed.deps[verb] == "csubj" or tag == "VBG" and parsed.deps[verb] in ("obj", "nsubj"):
            return False
        last = parsed.sentence(verb)[1] - 1
        while last > verb and parsed.words[last].isspace():
            last -= 1
        return not (parsed.words[last] == "?" and parsed.deps[verb] == "root")

    def _noun(self, noun: int) -> None:
        """ "His claim that", "an allegation from his wife that", "no claim of responsibility"."""
        parsed = self.parsed
        if parsed.quoted[noun] or parsed.deps[noun] in ("compound", "amod", "fixed"):
            return
        for cue in lexicon().nouns[parsed.lower[noun]]:
            if cue.type is not AttributionType.ASSERTION:
                continue
            if cue.noun:
                of = after_case(parsed, noun, "of")
                if of is None or parsed.lower[of] not in cue.noun:
                    continue
                giver = _giver(parsed, noun)
                source = [] if giver is None else [_plain(parsed, giver)]
                content = [trimmed(parsed, (of, full_phrase(parsed, of)[1]))]
                if giver is None and not is_denied_phrase(parsed, noun):
                    return
                self._add("find.noun", source, [(noun, noun + 1)], content)
                return
            clause = next(
                (
                    c
                    for c in parsed.children[noun]
                    if c > noun and parsed.deps[c] in ("acl", "ccomp") and case_of(parsed, c) == "that"
                ),
                None,
            )
            giver = _giver(parsed, noun)
            if clause is None or giver is None or not is_party(parsed, giver):
                return
            content = [trimmed(parsed, parsed.subtree(clause))]
            self._add("find.noun", [_plain(parsed, giver)], [(noun, noun + 1)], content)
            return


def _relative_clause(parsed: Parsed, words: Range) -> int | None:
    """Where a relative clause behind a comma begins in a source, if it has one."""
    for place in range(words[0] + 1, words[1]):
        if parsed.tags[place] in ("WP", "WDT", "WP$"):
            before = place - 1
            if parsed.deps[before] == "case" or parsed.tags[before] == "IN":
                before -= 1
            return before if parsed.words[before] == "," and before > words[0] else before + 1
    return None


def _giver(parsed: Parsed, noun: int) -> int | None:
    """Whose claim it is: "his", "the mayor's", "from his wife", "by officials"."""
    owner = parsed.child(noun, "nmod:poss")
    if owner is None:
        owner = after_case(parsed, noun, "from", "by")
    if owner is None and parsed.deps[noun] == "nsubj:pass" and parsed.lower[parsed.heads[noun]] == "made":
        owner = agent_of(parsed, parsed.heads[noun])
    return owner


def _plain(parsed: Parsed, head: int) -> Range:
    """A noun phrase without its preposition and without the "'s" of an owner."""
    start, end = full_phrase(parsed, head)
    while start < head and parsed.deps[start] in ("case", "mark"):
        start += 1
    while end - 1 > head and parsed.lower[end - 1] in ("'s", "’s", "'", "’"):
        end -= 1
    return start, end


def is_source(parsed: Parsed, noun: int) -> bool:
    """Whether a noun may be cited: people, bodies, documents, but no "concerns" or "costs"."""
    return can_speak(parsed, noun) and parsed.mention_kinds.get(noun) != "place"


def verb_is_modifier(parsed: Parsed, verb: int) -> bool:
    """ "The man accused of" is named in passing; "is accused of" tells it."""
    return parsed.child(verb, "aux:pass") is None


def contents_of(
    parsed: Parsed, verb: int, arguments: Arguments, wanted: str, noun: frozenset[str] = frozenset()
) -> list[Range]:
    """What is said: the clause, or the object with what belongs to it."""
    at = arguments.at
    heads = []
    if wanted in ("clause", "quote", "ing"):
        heads = [at[wanted]] if wanted in at else []
        if wanted == "clause" and "parataxis" in at and not heads:
            heads = [at["parataxis"]]
    if not heads:
        for code in ("passive", "object", "predicate", wanted, "for", "of", "on", "to", "dative", "as", "at"):
            place = at.get(code)
            if place is None or place == verb or place in heads:
                continue
            if code in ("for", "of", "on", "to", "dative", "as", "at") and code != wanted:
                if noun or wanted not in ("object", "claim", "of", "for", "predicate", "passive"):
                    continue
                if code in ("on", "at") or parsed.tags[place] in ("NNP", "CD") and code == "for":
                    continue
            if code == "object" and parsed.lower[place] in ("finger", "fingers", "blame"):
                continue
            heads.append(place)
    pieces: list[Range] = []
    for head in sorted(set(heads)):
        words = parsed.subtree(head)
        if words[0] <= verb < words[1]:
            words = full_phrase(parsed, head)
        if words[0] <= verb < words[1]:
            words = (verb + 1, words[1]) if head > verb else (words[0], verb)
        words = trimmed(parsed, words)
        if words[0] >= words[1]:
            continue
        if pieces and words[0] <= pieces[-1][1]:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], words[1]))
        elif pieces and words[0] - pieces[-1][1] < 3 and pieces[-1][0] > verb:
            pieces[-1] = (pieces[-1][0], words[1])
        else:
            pieces.append(words)
    return pieces


def _without(content: list[Range], taken: list[Range]) -> list[Range]:
    """The content without the words of cue and source."""
    found: list[Range] = []
    for start, end in content:
        pieces = [(start, end)]
        for a, b in taken:
            pieces = [
                part
                for s, e in pieces
                for part in ((s, min(e, a)), (max(s, b), e))
                if part[0] < part[1]
            ] if any(s < b and a < e for s, e in pieces) else pieces
        found.extend(pieces)
    return found


__all__ = ["MODALS", "contents_of", "find", "is_passive", "is_source", "is_speech"]
