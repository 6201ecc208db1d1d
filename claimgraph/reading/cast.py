"""Who the phrases of a document stand for: the cast of a news story.

Names are linked over the whole document first (``roster``), with the bodies of states
(``bodies``). Everything else is resolved when it is asked for: what is described
(``descriptions``), and what pronouns stand for (``antecedents``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimgraph.model import Affiliation, Document, Evidence, Source
from claimgraph.reading.antecedents import PRONOUNS, Antecedents
from claimgraph.reading.bodies import StateBodies, sense_at
from claimgraph.reading.descriptions import Descriptions
from claimgraph.reading.draft import Draft
from claimgraph.reading.kinds import kind_of
from claimgraph.reading.links import Range
from claimgraph.reading.noun_phrases import joined, plain, split, trimmed
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.parties import Party, Resolution, Tie
from claimgraph.reading.people import left_edge, posts
from claimgraph.reading.phrases import noun_phrase
from claimgraph.reading.roster import Figure, Link, Roster
from claimgraph.reading.speaking import quoted_by
from claimgraph.reading.ties import Ties
from claimgraph.text.titles import GENDERED_ROLES, HONORIFICS, PEOPLES, ROLES
from claimgraph.vocabulary import Naming, SourceKind

__all__ = ["Cast", "Party", "Resolution"]

#: The lowest probability at which a pronoun is resolved.
LEAST = 0.2
_SPEAKERS = frozenset("i me my mine myself we us our ours ourselves".split())
_HEARERS = frozenset("you your yours yourself yourselves".split())
_RELATIVES = frozenset("who whom which that whose".split())
_NOBODY = frozenset("nobody none neither noone nothing".split())
_SOME = frozenset(
    "some many others most several few both all two three four five six seven eight nine ten "
    "dozens hundreds thousands one another either each everyone everybody someone somebody "
    "anyone anybody those these this that".split()
)
_PLACES = frozenset("in at near outside around across inside towards toward through".split())
_AT_PLACES = _PLACES | {"to", "from"}
_AWAY = frozenset("of for by to with from in at on about against like including as".split())


class Cast:
    """Everybody in one document. Names are gathered once; a phrase is resolved when it is asked.

    The order of questions makes no difference to the answers.
    """

    def __init__(self, parsed: Parsed, document: Document) -> None:
        self._parsed = parsed
        self._document = document
        self._roster = Roster(parsed, document.id)
        self._bodies = StateBodies(parsed, self._roster)
        self._ties = Ties(parsed, self._roster, self._bodies, self._inner)
        self._descriptions = Descriptions(
            parsed, self._roster, self._bodies, self._inner, self._ties.described_by
        )
        self.antecedents = Antecedents(parsed, self._seen_by_pronouns)
        self._resolved: dict[Range, Resolution] = {}
        self._asked: dict[int, tuple[int, Party]] = {}
        self._waiting: set[Range] = set()
        self._genders: dict[int, str] = {}
        self._numbers: dict[int, int] = {}

    def speaker(self, draft: Draft) -> Resolution | None:
        """The source of an attribution; ``None`` where it has no source words, or these name
        nobody ("no group").
        """
        if not draft.source:
            return None
        first = draft.source[0]
        if self._names_nobody(first):
            return None
        outer = draft.parent.speaker if draft.parent else None
        found = self._ask(first, outer.party if outer else None, speaking=True)
        others = [
            self._ask(words, None, speaking=True)
            for words in draft.source[1:]
            if not self._names_nobody(words)
        ]
        parties = list({id(r.party): r for r in (found, *others)}.values())
        named = [r for r in parties if r.party.naming is Naming.NAMED]
        if len(parties) > 1 and len(named) == len(parties):
            return self._jointly(parties)
        return found

    def resolve(self, words: Range, speaker: Party | None = None) -> Resolution:
        """Whom a noun phrase stands for; "we" and "I" in a quotation are the ``speaker``."""
        return self._ask(words, speaker)

    def sources(self) -> tuple[Source, ...]:
        """Everybody who was asked for, and those they speak for, in the order of the text."""
        parties: dict[str, Source] = {}
        for party in self._everybody():
            source = party.source()
            known = parties.get(source.id)
            if known is None:
                parties[source.id] = source
            else:
                parties[source.id] = _merged(known, source)
        return tuple(parties.values())

    def affiliations(self) -> tuple[Affiliation, ...]:
        """Who speaks for whom; what is surest of somebody comes first."""
        found: dict[str, Affiliation] = {}
        for party in self._everybody():
            for tie in self._ties.of(party):
                if tie.organisation.id == tie.member.id:
                    continue
                record = Affiliation(
                    member_id=tie.member.id,
                    organisation_id=tie.organisation.id,
                    role=tie.role,
                    evidence=tuple(self._evidence(tie)),
                )
                found.setdefault(record.id, record)
        return tuple(found.values())

    def _evidence(self, tie: Tie) -> Iterator[Evidence]:
        for words in tie.words:
            span = self._document.span(*self._parsed.characters(words))
            yield Evidence(document_id=self._document.id, span=span)

    def _everybody(self) -> list[Party]:
        """Those who were asked for, their parts, and whom all of them speak for."""
        found: dict[int, Party] = {}
        waiting = [party for _, party in sorted(self._asked.values(), key=lambda item: item[0])]
        while waiting:
            party = waiting.pop(0)
            if id(party) not in found:
                found[id(party)] = party
                waiting.extend(party.parts)
                waiting.extend(tie.organisation for tie in self._ties.of(party))
        return list(found.values())

    # One phrase.

    def _ask(self, words: Range, speaker: Party | None, *, speaking: bool = False) -> Resolution:
        parsed = self._parsed
        inner = trimmed(parsed, words)
        head = parsed.head_of(inner)
        if _is_first_person(parsed, inner, head):
            found = self._first_person(inner, speaker)
        else:
            found = self._inner(inner)
        if speaking:
            self._let_speak(found.party, head)
        first, _ = self._asked.get(id(found.party), (words[0], found.party))
        self._asked[id(found.party)] = (min(first, words[0]), found.party)
        if not speaking and self._is_place(inner, found):
            return replace(found, score=found.score * 0.5)
        return found

    def _let_speak(self, party: Party, head: int) -> None:
        """A place that speaks is those who govern it. One that the text is nowhere "in" is a body
        that was taken for a place.
        """
        if party.kind is not SourceKind.UNKNOWN:
            return
        if party.naming is Naming.DESCRIBED and self._parsed.tags[head] == "NNS":
            party.kind = SourceKind.COLLECTIVE
        low = self._parsed.lower
        figures = [f for f in self._roster.figures if f.party is party and f.mentions]
        if not figures:
            return
        place = any(
            words[0] and low[words[0] - 1] in _AT_PLACES
            for figure in figures
            for words in figure.mentions
        )
        party.kind = SourceKind.STATE if place else SourceKind.ORGANISATION

    def _is_place(self, words: Range, found: Resolution) -> bool:
        before = self._parsed.lower[words[0] - 1] if words[0] else ""
        return found.rule == "metonym.capital" and before in _PLACES

    def _inner(self, words: Range) -> Resolution:
        """As ``_ask``, for phrases inside others; nobody is asked for."""
        inner = trimmed(self._parsed, words)
        found = self._resolved.get(inner)
        if found is None:
            if inner in self._waiting:  # a phrase that leads back to itself
                return self._unresolved(inner, self._parsed.head_of(inner))
            self._waiting.add(inner)
            try:
                found = self._resolved[inner] = self._find(inner)
            finally:
                self._waiting.discard(inner)
        return found

    def _find(self, words: Range) -> Resolution:
        parsed = self._parsed
        head = parsed.head_of(words)
        head = self._after_possessor(words, head)
        low = parsed.lower[head]
        single = words[1] - words[0] == 1
        if low in PRONOUNS and parsed.pos[head] in ("PRON", "DET"):
            return self._pronoun(words, head)
        if low in _HEARERS and single:
            return self._unresolved(words, head)
        if low in _RELATIVES and single:
            return self._relative(words, head)
        if _is_first_person(parsed, words, head):
            return self._first_person(words, None)
        heads = joined(parsed, words, head)
        if len(heads) > 1:
            found = self._joint(words, heads)
            if found is not None:
                return found
        listed = self._listed(words)
        if len(listed) > 1:
            return self._jointly([_named(link) for link in listed])
        person = self._person_in(words, head)
        if person is not None:
            return _named(person)
        return self._body(words, head)

    def _after_possessor(self, words: Range, head: int) -> int:
        """The noun that somebody has, where the tree takes who has it for the head."""
        parsed = self._parsed
        number = parsed.name_at.get(head)
        if number is None:
            return head
        end = parsed.names[number].words[1]
        mark = end if end < words[1] and parsed.tags[end] == "POS" else end - 1
        if parsed.tags[mark] != "POS" or mark + 1 >= words[1]:
            return head
        for place in range(mark + 1, words[1]):
            if parsed.pos[place] in ("NOUN", "PROPN") and (
                place + 1 == words[1] or parsed.pos[place + 1] not in ("NOUN", "PROPN")
            ):
                return place
        return head

    def _listed(self, words: Range) -> list[Link]:
        """The people of a list, where the tree has lost it: "A (D-N.Y.), B and C"."""
        parsed = self._parsed
        links: list[Link] = []
        place = words[0]
        joins = False
        while place < words[1]:
            link = self._roster.at(place)
            if link is not None and link.figure.party.kind is SourceKind.PERSON:
                if links and not joins:
                    return (
                        links if len(links) > 1 and "and" in parsed.lower[words[0] : place] else []
                    )
                links.append(link)
                joins = False
                place = link.words[1]
                continue
            if parsed.words[place] == "(":
                while place < words[1] and parsed.words[place] != ")":
                    place += 1
            elif parsed.words[place] == "," or parsed.lower[place] in ("and", "&"):
                joins = True
            elif links and not (joins and left_edge(parsed, self._next_name(place)) <= place):
                break
            elif not links and parsed.lower[place] in _AWAY:
                return []
            place += 1
        return links if "and" in parsed.lower[words[0] : words[1]] else []

    def _next_name(self, place: int) -> int:
        """Where the next person's name begins; the word itself where none follows soon."""
        for following in range(place, min(place + 8, len(self._parsed.words))):
            link = self._roster.at(following)
            if link is not None and link.figure.party.kind is SourceKind.PERSON:
                return link.words[0]
        return place

    def _person_in(self, words: Range, head: int) -> Link | None:
        """The person whom a phrase names at its top: its head, or beside the role that is it."""
        parsed = self._parsed
        link = self._roster.at(head)
        if link is not None:
            person = link.figure.party.kind is SourceKind.PERSON
            return link if person else None
        if parsed.tags[head] in ("NNS", "NNPS"):
            return None
        if parsed.name_at.get(head) is None and kind_of(parsed.lower[head]) is SourceKind.UNKNOWN:
            if parsed.mention_kinds.get(head) != "person":
                return None
        found = None
        for place in range(words[0], words[1]):
            link = self._roster.at(place)
            if link is None or link.words[0] != place or link.words[1] > words[1]:
                continue
            if link.figure.party.kind is SourceKind.PERSON and self._stands_free(link, words, head):
                found = link
        return found

    def _stands_free(self, link: Link, words: Range, head: int) -> bool:
        """Whether a name in a phrase is what the phrase names, and not a part of its description."""
        parsed = self._parsed
        start, end = link.words
        if parsed.tags[end : end + 1] == ["POS"] or head >= end:
            return False
        edge = left_edge(parsed, start)
        before = parsed.lower[edge - 1] if edge > words[0] else ""
        if before in _AWAY:
            return False
        if edge <= head:
            return True
        top = parsed.head_of(link.words)
        beside = (
            parsed.heads[top] == head
            or parsed.deps[top] in ("appos", "flat", "nmod:desc")
            or parsed.heads[top] == parsed.heads[head]
        )
        return beside and not any(
            parsed.lower[p] in ("who", "whose", "which", "like", "including", "such")
            for p in range(head, start)
        )

    def _body(self, words: Range, head: int) -> Resolution:
        parsed = self._parsed
        of_state = self._bodies.at(head)
        link = self._roster.at(head)
        if of_state is not None:
            why = f"a body of {of_state.state}"
            party = of_state.figure.party
            return Resolution(party, of_state.rule, why, (words,), of_state.score)
        if link is not None and link.rule == "metonym.people":
            if words[0] == 0 or "the" not in parsed.lower[words[0] - 1 : words[0] + 1]:
                return self._descriptions.resolve(words, head)
        if link is not None:
            return _named(link)
        group = self._roster.group(plain(parsed.string((_first_capital(parsed, words), head + 1))))
        if group is not None:
            return Resolution(group.party, "name.group", f"“{group.party.name}”", (words,), 0.95)
        sense, length = sense_at(parsed, words[0])
        if sense is not None and words[0] + length == words[1]:
            party = self._roster.sensed(sense).party
            rule = "name.exact" if sense.way == "name" else f"metonym.{sense.way}"
            return Resolution(party, rule, f"“{party.name}”", (words,), 0.9)
        beside = self._named_beside(words, head)
        if beside is not None:
            return _named(beside)
        if parsed.lower[head] in _SOME or parsed.pos[head] == "NUM":
            return self._some(words, head)
        unmarked = self._unmarked(words, head)
        if unmarked is not None:
            return unmarked
        return self._descriptions.resolve(words, head)

    def _unmarked(self, words: Range, head: int) -> Resolution | None:
        """A name that the model has not marked, where another mention of it is known, or the word
        is one by its tag.
        """
        parsed = self._parsed
        while head + 1 < words[1] and _is_title(parsed, head):
            head += 1
        if not parsed.words[head][0].isupper() or parsed.pos[head] in ("NOUN", "NUM", "ADJ"):
            return None
        if _is_title(parsed, head) or parsed.lower[head] in PEOPLES or parsed.tags[head] == "NNPS":
            return None
        start, end = head, head + 1
        while start > words[0] and _is_name_word(parsed, start - 1):
            start -= 1
        while end < words[1] and _is_name_word(parsed, end):
            end += 1
        for first in range(start, head + 1):
            figure = self._roster.find(plain(parsed.string((first, end))))
            if figure is not None:
                return Resolution(
                    figure.party, "name.unmarked", f"“{figure.party.name}”", ((first, end),), 0.85
                )
        titled = start > words[0] and _is_title(parsed, start - 1)
        model = "person" if titled else parsed.mention_kinds.get(head, "")
        kind = _MODEL_KINDS.get(model)
        if kind is None or parsed.pos[head] != "PROPN":
            return None
        name = plain(parsed.string((start, end)))
        party = self._roster.body(name, kind).party
        return Resolution(party, "name.unmarked", f"“{name}”", ((start, end),), 0.6)

    def _named_beside(self, words: Range, head: int) -> Link | None:
        """The body whose name follows a noun: "Syria's state news agency SANA"."""
        parsed = self._parsed
        for child in parsed.children[head]:
            if head < child < words[1] and parsed.deps[child] in (
                "appos",
                "flat",
                "nmod:desc",
                "compound",
            ):
                link = self._roster.at(child)
                if link is None:
                    continue
                kind = kind_of(parsed.lower[head], parsed.lower[words[0] : head])
                party = link.figure.party
                if kind in _BODIES and party.kind in (*_LOOSE, kind):
                    party.kind = kind if kind is not SourceKind.STATE else party.kind
                    return link
        return None

    # Pronouns.

    def _pronoun(self, words: Range, head: int) -> Resolution:
        choice = self.antecedents.find(head, LEAST)
        if choice is None:
            return self._unresolved(words, head)
        several = PRONOUNS[self._parsed.lower[head]][0] == "several"
        antecedent = self._phrase_around(choice.word, several=several)
        found = self._inner(antecedent)
        if found.party.naming is Naming.PRONOUN:
            return self._unresolved(words, head)
        rests = found.words if found.rule.startswith("pronoun.") else (antecedent,)
        return Resolution(
            found.party,
            choice.rule,
            f"“{self._parsed.words[head]}” is {found.party.name}",
            rests,
            round(choice.probability * found.score, 4),
        )

    def _phrase_around(self, head: int, *, several: bool = False) -> Range:
        """The phrase of a head; with those that "and" joins to it, where several are meant."""
        parsed = self._parsed
        start, end = noun_phrase(parsed, head)
        if several:
            for child in parsed.children[head]:
                if parsed.deps[child] == "conj" and child > head:
                    end = max(end, self._phrase_around(child)[1])
        number = parsed.name_at.get(head)
        if number is not None:
            own = parsed.names[number].words
            start, end = min(start, own[0]), max(end, own[1])
        return trimmed(parsed, (start, end))

    def _unresolved(self, words: Range, head: int) -> Resolution:
        word = self._parsed.lower[head]
        party = self._roster.body(word, SourceKind.UNKNOWN, Naming.PRONOUN).party
        return Resolution(party, "pronoun.unresolved", "nobody fits well enough", (words,), 0.0)

    def _relative(self, words: Range, head: int) -> Resolution:
        """The noun that a relative clause hangs on."""
        parsed = self._parsed
        verb = parsed.heads[head]
        for _ in range(4):
            if parsed.deps[verb] == "acl:relcl":
                antecedent = self._phrase_around(self._nearest_person(head, parsed.heads[verb]))
                found = self._inner(antecedent)
                return replace(
                    found, rule="pronoun.relative", words=(antecedent,), score=found.score * 0.95
                )
            verb = parsed.heads[verb]
        return self._unresolved(words, head)

    def _nearest_person(self, who: int, noun: int) -> int:
        """For "who", the person right before it, where the tree hangs it on something else."""
        parsed = self._parsed
        if parsed.lower[who] not in ("who", "whom") or self._is_person(noun):
            return noun
        for place in range(who - 1, max(noun, who - 4), -1):
            if parsed.pos[place] in ("NOUN", "PROPN"):
                return place if self._is_person(place) else noun
        return noun

    def _is_person(self, word: int) -> bool:
        link = self._roster.at(word)
        if link is not None:
            return link.figure.party.kind is SourceKind.PERSON
        return kind_of(self._parsed.lower[word]) in _PEOPLE

    def _first_person(self, words: Range, speaker: Party | None) -> Resolution:
        """ "We" in a quotation is whoever is quoted, where the text says so beside it."""
        if speaker is not None:
            return Resolution(
                speaker, "pronoun.speaker", f"the words are {speaker.name}'s", (words,), 0.95
            )
        subject = quoted_by(self._parsed, words[0])
        if subject is None:
            return self._unresolved(words, words[0])
        antecedent = self._phrase_around(subject)
        found = self._inner(antecedent)
        return replace(found, rule="pronoun.speaker", words=(antecedent,), score=found.score * 0.85)

    def _seen_by_pronouns(self, word: int) -> tuple[int, int, str, str]:
        link = self._roster.at(word)
        if link is None:
            of_state = self._bodies.at(word)
            if of_state is None:
                return -1, 0, "", ""
            figure = of_state.figure
            return self._number(figure), max(len(figure.mentions), 1), "body", ""
        kind = link.figure.party.kind
        often = len(link.figure.mentions)
        if kind is SourceKind.PERSON:
            return self._number(link.figure), often, "person", self._gender(link)
        place = kind in (SourceKind.STATE, SourceKind.UNKNOWN)
        return self._number(link.figure), often, "place" if place else "body", ""

    def _number(self, figure: Figure) -> int:
        return self._numbers.setdefault(id(figure), len(self._numbers))

    def _gender(self, link: Link) -> str:
        """Of a person: by the given name, else by a title or role anywhere in the text."""
        figure = link.figure
        if figure.gender:
            return figure.gender
        known = self._genders.get(id(figure))
        if known is None:
            known = ""
            for words in figure.mentions:
                before = self._parsed.lower[words[0] - 1].rstrip(".") if words[0] else ""
                known = known or HONORIFICS.get(before, "")
                for post in () if known else posts(self._parsed, words):
                    role = post.role.split()[-1:] or [""]
                    known = known or GENDERED_ROLES.get(role[0], "")
            self._genders[id(figure)] = known
        return known

    # Several.

    def _joint(self, words: Range, heads: list[int]) -> Resolution | None:
        """Joint speakers; ``None`` where "and" joins what is one description."""
        parsed = self._parsed
        phrases = split(parsed, words, heads)
        if not any(
            self._names_somebody(phrase, head) for phrase, head in zip(phrases, heads, strict=True)
        ):
            return None
        people = [n for n in range(*words) if n in parsed.name_at]
        names = {parsed.name_at[n] for n in people}
        if len(names) == 1 and all(
            kind_of(parsed.lower[head]) in (SourceKind.PERSON, SourceKind.ANONYMOUS)
            for head in heads
            if head not in parsed.name_at
        ):
            return None  # "FBI agent and terrorism specialist Ali Soufan"
        return self._jointly([self._inner(phrase) for phrase in phrases])

    def _names_somebody(self, phrase: Range, head: int) -> bool:
        """Whether a part can stand for itself: it has a name, or is a body."""
        parsed = self._parsed
        if any(place in parsed.name_at for place in range(*phrase)):
            return True
        return self._bodies.at(head) is not None or kind_of(parsed.lower[head]) in _BODIES

    def _jointly(self, parts: list[Resolution]) -> Resolution:
        parties = list({id(part.party): part.party for part in parts}.values())
        if len(parties) == 1:
            return parts[0]
        kinds = {party.kind for party in parties}
        named = all(party.naming is Naming.NAMED for party in parties)
        name = "; ".join(party.name for party in parties)
        kind = kinds.pop() if len(kinds) == 1 else parties[0].kind
        party = self._roster.body(name, kind, Naming.NAMED if named else Naming.DESCRIBED).party
        party.parts = tuple(parties)
        return Resolution(
            party,
            "joint",
            "they speak together",
            tuple(words for part in parts for words in part.words[:1]),
            min(part.score for part in parts),
        )

    def _some(self, words: Range, head: int) -> Resolution:
        """ "Some", "others", "one of the officials", "two"."""
        parsed = self._parsed
        one = parsed.lower[head] in ("one", "another", "someone", "somebody", "either", "each")
        demonstrative = parsed.lower[head] in ("this", "that", "these", "those", "it")
        name = plain(parsed.string(words))
        if demonstrative and words[1] - words[0] == 1:
            return self._unresolved(words, head)
        kind = SourceKind.ANONYMOUS if one else SourceKind.COLLECTIVE
        naming = Naming.UNNAMED if one else Naming.DESCRIBED
        party = self._roster.body(name[0].lower() + name[1:], kind, naming).party
        return Resolution(
            party, f"description.{kind.value}", "as the text describes it", (words,), 0.6
        )

    def _names_nobody(self, words: Range) -> bool:
        low = self._parsed.lower[trimmed(self._parsed, words)[0]]
        return low == "no" or low in _NOBODY


_BODIES = frozenset(
    (SourceKind.ORGANISATION, SourceKind.MEDIA, SourceKind.ARMED_GROUP, SourceKind.STATE)
)
_PEOPLE = frozenset((SourceKind.PERSON, SourceKind.ANONYMOUS, SourceKind.COLLECTIVE))
_MODEL_KINDS = {"person": SourceKind.PERSON, "organization": SourceKind.ORGANISATION}
_LOOSE = (SourceKind.ORGANISATION, SourceKind.UNKNOWN, SourceKind.PERSON)


def _is_first_person(parsed: Parsed, words: Range, head: int) -> bool:
    """Whether the words are "we" or "I"; not the country."""
    one = words[1] - words[0] == 1
    return one and parsed.lower[head] in _SPEAKERS and parsed.words[head] not in ("US", "U.S.")


def _is_title(parsed: Parsed, place: int) -> bool:
    word = parsed.lower[place].rstrip(".")
    return word in ROLES or word in HONORIFICS


def _is_name_word(parsed: Parsed, place: int) -> bool:
    return (
        parsed.pos[place] == "PROPN"
        and parsed.words[place][0].isupper()
        and not _is_title(parsed, place)
    )


def _first_capital(parsed: Parsed, words: Range) -> int:
    """Where the first name in a phrase begins; its start where there is none."""
    capitals = (
        p for p in range(*words) if parsed.pos[p] == "PROPN" and parsed.words[p][0].isupper()
    )
    return next(capitals, words[0])


def _named(link: Link) -> Resolution:
    why = link.text or f"“{link.figure.party.name}”"
    return Resolution(link.figure.party, link.rule, why, (link.words,), link.score)


def _merged(left: Source, right: Source) -> Source:
    """Two descriptions in the same words are one source."""
    aliases = tuple(dict.fromkeys((*left.aliases, *right.aliases)))
    kind = left.kind if left.kind is not SourceKind.UNKNOWN else right.kind
    return left.model_copy(update={"aliases": aliases, "kind": kind})
