"""The names of a document, and which of them are one person's or one body's.

All of it follows from the names alone, over the whole document: full names first, then what
texts say for short.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claimgraph.ids import folded, name_key
from claimgraph.reading.links import Range
from claimgraph.reading.parsed import Name, Parsed
from claimgraph.reading.parties import Party
from claimgraph.reading.noun_phrases import plain
from claimgraph.text import groups, media
from claimgraph.text.given_names import gender_of
from claimgraph.text.names import alone, is_acronym, one_edit_apart, same_person, spells
from claimgraph.text.states import Sense, state_sense
from claimgraph.text.titles import HONORIFICS, OCCUPATIONS, PEOPLES, ROLE_MODIFIERS, ROLES
from claimgraph.vocabulary import Naming, SourceKind

_CROWNS = frozenset(
    "king queen pope prince princess sheikh emir sultan ayatollah patriarch imam mullah".split()
)
#: What makes a name longer and no other body's.
_ADDITIONS = frozenset(
    "group movement news agency newspaper magazine tv television radio channel network hospital "
    "university organisation organization party company corporation corp co inc ltd plc llc ag sa "
    "foundation institute club limited holdings international airlines airways daily press "
    "university-hospital charity union association clinic rebels militia militants".split()
)
#: Alone, these are no name: "the Ministry" is described.
_TOO_GENERAL = frozenset(
    "state ministry party council government department agency group front army union university "
    "hospital committee court police commission national international united islamic federal "
    "association office bureau institute center centre board house assembly parliament senate "
    "congress administration bank company times news radio press republic people democratic new "
    "northern southern eastern western central royal general public world first human free "
    "liberation movement organisation organization forces force brigade service security".split()
)


#: Of those, what may stand for a paper: "the Times".
_SHORT_MEDIA = frozenset("times post news press".split())


@dataclass(slots=True, eq=False)
class Figure:
    """A party with the places where the text names it.

    Attributes:
        party: Who it is.
        mentions: The words of the bare names, in order.
        sense: How it is a state; ``None`` for anybody else.
        gender: "m", "f" or "" of a person, as the names show it.
    """

    party: Party
    mentions: list[Range] = field(default_factory=list)
    sense: Sense | None = None
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Whom one name in the text stands for.

    Attributes:
        figure: The one.
        words: The bare name, without titles.
        rule: Why.
        score: How sure.
        text: In words.
    """

    figure: Figure
    words: Range
    rule: str = "name.exact"
    score: float = 1.0
    text: str = ""


class Roster:
    """Every name of a document, linked."""

    def __init__(self, parsed: Parsed, document_id: str) -> None:
        self._parsed = parsed
        self._document_id = document_id
        self.figures: list[Figure] = []
        self.links: dict[int, Link] = {}
        self._by_key: dict[str, Figure] = {}
        self._people: set[str] = set()
        self._nouns: dict[int, int] = {}
        self._starts: dict[int, int] = {}
        self._defined = self._definitions()
        self._link()

    def at(self, word: int) -> Link | None:
        """The link of the name that a word is part of."""
        number = self._parsed.name_at.get(word, self._nouns.get(word))
        link = None if number is None else self.links.get(number)
        return link if link is not None and link.words[0] <= word < link.words[1] else None

    def state(self, name: str) -> Figure:
        """A state, by its name."""
        sense = state_sense(name)
        figure = self._known(name, SourceKind.STATE)
        figure.sense = figure.sense or sense
        return figure

    def sensed(self, sense: Sense) -> Figure:
        """The state that a phrase says, or the house that speaks for it."""
        if sense.way != "house":
            return self.state(sense.state)
        figure = self._known(sense.name, _house_kind(sense.name))
        figure.sense = sense
        return figure

    def find(self, text: str) -> Figure | None:
        """Whom a text names that the model has not marked as a name."""
        key = name_key(text)
        exact = self._by_key.get(f"{Naming.NAMED.value}:{key}")
        if exact is not None:
            return exact
        short = folded(text).strip(".,")
        people = [f for f in self.figures if f.party.kind is SourceKind.PERSON and f.mentions]
        fitting = [f for f in people if short in alone(f.party.name)]
        if len(fitting) != 1:
            fitting = [
                f for f in people if same_person(short.split(), folded(f.party.name).split())
            ]
        if not fitting and is_acronym(text):
            fitting = [f for f in self.figures if f.mentions and spells(text, f.party.name)]
        return fitting[0] if len(fitting) == 1 else None

    def group(self, text: str) -> Figure | None:
        """The armed group that everybody knows by a name; ``None`` for other names."""
        known = groups.group_name(text)
        return None if known is None else self._known_group(known, text)

    def body(self, name: str, kind: SourceKind, naming: Naming = Naming.NAMED) -> Figure:
        """The figure of that name, new if there is none."""
        return self._known(name, kind, naming)

    def move(self, link: Link, figure: Figure) -> None:
        """Give a name to another figure: both are the same body."""
        old = link.figure
        for number, other in self.links.items():
            if other.figure is old:
                self.links[number] = replace(other, figure=figure)
        figure.mentions = sorted({*figure.mentions, *old.mentions})
        for name in (old.party.name, *old.party.aliases):
            figure.party.also(name)
        self.figures = [each for each in self.figures if each is not old]

    # The steps below run once, in this order.

    def _link(self) -> None:
        parsed = self._parsed
        waiting: list[tuple[int, Range, str]] = []
        people = _people(parsed)
        self._people = {
            word for key in people if " " in key for word in (key.split()[0], key.split()[-1])
        }
        for number, name in enumerate(parsed.names):
            words = bare(parsed, name)
            if words is None:
                continue
            if number in self._starts:
                words = self._starts[number], words[1]
            text = plain(parsed.string(words))
            if not any(sign.isupper() for sign in text) or not _has_a_name(parsed, words):
                continue
            if not self._link_at_once(number, name, words, text):
                waiting.append((number, words, text))
        self._link_bodies([item for item in waiting if name_key(item[2]) not in people])
        self._link_people([item for item in waiting if item[0] not in self.links])

    def _link_at_once(self, number: int, name: Name, words: Range, text: str) -> bool:
        """States, and armed groups that everybody knows, whatever the model calls them."""
        sense = state_sense(text)
        single = " " not in text
        person = name.kind == "PERSON" and single and (given(text) or folded(text) in self._people)
        if sense is not None and not person:
            if sense.way == "house":
                figure = self.sensed(sense)
                self._note(number, figure, words, text, "name.house")
            else:
                figure = self.state(sense.state)
                rule = "name.exact" if sense.way == "name" else f"metonym.{sense.way}"
                self._note(number, figure, words, text, rule, _STATE_SCORES[sense.way])
            return True
        longer = self._with_its_noun(words, text)
        group = groups.group_name(longer)
        if group is not None and (name.kind != "PERSON" or single):
            figure = self._known_group(group, longer)
            if longer != text:
                self._nouns[words[1]] = number
                words = words[0], words[1] + 1
            self._note(number, figure, words, longer, "name.group")
            return True
        return False

    def _with_its_noun(self, words: Range, text: str) -> str:
        """With the noun that follows, where that makes a group's full name: "Houthi movement"."""
        following = self._parsed.lower[words[1] : words[1] + 1]
        if following and following[0] in _GROUP_NOUNS:
            longer = f"{text} {following[0]}"
            if groups.group_name(longer) is not None:
                return longer
        return text

    def _link_bodies(self, names: list[tuple[int, Range, str]]) -> None:
        parsed = self._parsed
        people = {
            form
            for number, name in enumerate(parsed.names)
            if name.kind == "PERSON"
            and number not in self.links
            and name.words[1] - name.words[0] > 1
            for form in alone(parsed.string(name.words))
        }
        later: list[tuple[int, Range, str]] = []
        for number, words, text in sorted(names, key=lambda item: (-len(item[2]), item[0])):
            if " " not in text and (is_acronym(text) or folded(text) in people):
                later.append((number, words, text))
                continue
            place = parsed.lower[words[0] - 1] in _PLACES if words[0] else False
            figure = (None if place else self._longer(text)) or self._known(
                text, self._kind(number, text)
            )
            rule = "name.exact" if name_key(figure.party.name) == name_key(text) else "name.short"
            self._note(number, figure, words, text, rule, 1.0 if rule == "name.exact" else 0.9)
        for number, words, text in later:
            if folded(text) in people and not is_acronym(text):
                continue  # a surname that the model took for a body
            short, rule, score = self._spelled_out(number, text)
            figure = short or self._known(text, self._kind(number, text))
            self._note(number, figure, words, text, rule, score)

    def _spelled_out(self, number: int, text: str) -> tuple[Figure | None, str, float]:
        key = name_key(text)
        defined = self._defined.get(key)
        if defined is not None:
            link = self.links.get(defined)
            if link is not None:
                return link.figure, "acronym.defined", 1.0
        fitting = {
            id(figure): figure
            for figure in self.figures
            if figure.party.kind is not SourceKind.PERSON and spells(text, figure.party.name)
        }
        if len(fitting) == 1:
            return next(iter(fitting.values())), "acronym.initials", 0.85
        return None, "name.exact", 1.0

    def _link_people(self, names: list[tuple[int, Range, str]]) -> None:
        singles: list[tuple[int, Range, str]] = []
        people: list[tuple[list[str], Figure]] = []
        for number, words, text in sorted(names, key=self._fullest_first):
            tokens = [word.strip(".,") for word in folded(text).split()]
            if len(tokens) < 2 or tokens[0] in _CROWNS or _is_surname(tokens):
                singles.append((number, words, text))
                continue
            place = self._longer_place(name_key(text))
            if place is not None:
                self._note(number, place, words, text, "name.short", 0.8)
                continue
            figure = next((f for known, f in people if same_person(tokens, known)), None)
            rule, score = "name.exact", 1.0
            if figure is None:
                figure = _misspelt(tokens, people)
                rule, score = "name.spelling", 0.8
            elif name_key(figure.party.name) != name_key(text):
                rule, score = "name.fuller", 0.95
            if figure is None:
                figure = self._known(text, SourceKind.PERSON)
                rule, score = "name.exact", 1.0
                figure.gender = gender_of(text.split()[0])
                people.append((tokens, figure))
            self._note(number, figure, words, text, rule, score)
        for number, words, text in singles:
            self._link_single(number, words, text, people)

    def _fullest_first(self, item: tuple[int, Range, str]) -> tuple[bool, int, int]:
        """Names in a headline come last: its capitals make them longer than they are."""
        number, words, text = item
        return self._in_heading(words), -len(text), number

    def _in_heading(self, words: Range) -> bool:
        parsed = self._parsed
        return parsed.lines[words[0]] == 0 and parsed.lines[-1] > 0

    def _link_single(
        self, number: int, words: Range, text: str, people: list[tuple[list[str], Figure]]
    ) -> None:
        key = folded(text).strip(".,")
        fitting = [figure for _, figure in people if key in alone(figure.party.name)]
        rule, score = "name.surname", 0.95
        if not fitting:
            fitting = [f for tokens, f in people if tokens[0] == key]
            rule, score = "name.given", 0.8
        if not fitting:
            fitting = [
                f for _, f in people if " ".join(alone(f.party.name)[-1:]).endswith(f" {key}")
            ]
        if len(fitting) > 1:
            fitting = self._told_apart(words, fitting)
        if len(fitting) > 1:
            names = " and ".join(figure.party.name for figure in fitting)
            figure = self._known(text, SourceKind.PERSON, Naming.DESCRIBED)
            self._note(number, figure, words, text, "name.ambiguous", 0.3, f"fits {names}")
            return
        if not fitting and len(key) > 4:
            close = [
                f
                for _, f in people
                if any(w[0] == key[0] and one_edit_apart(w, key) for w in alone(f.party.name))
            ]
            if len(close) == 1 and self._count(key) < 3:
                fitting, rule, score = close, "name.spelling", 0.7
        kind = self._parsed.names[number].kind
        if fitting:
            self._note(number, fitting[0], words, text, rule, score)
        else:
            figure = self._known(
                text, SourceKind.PERSON if kind == "PERSON" else self._kind(number, text)
            )
            if kind == "PERSON":
                figure.gender = figure.gender or HONORIFICS.get(key.split()[0], "")
            self._note(number, figure, words, text, "name.exact")

    def _told_apart(self, words: Range, fitting: list[Figure]) -> list[Figure]:
        """Of several people of one surname the one whom "Mr" or "Mrs" fits, or a title."""
        before = self._before(words)
        gender = HONORIFICS.get(before, "")
        if gender:
            return [f for f in fitting if f.gender == gender] or fitting
        if before in ROLES:
            same = [
                f for f in fitting if any(self._before(words) == before for words in f.mentions)
            ]
            return same or fitting
        return fitting

    def _before(self, words: Range) -> str:
        return self._parsed.lower[words[0] - 1].strip(".") if words[0] else ""

    def _count(self, key: str) -> int:
        return sum(folded(word) == key for word in self._parsed.lower)

    # Names that are known, or become so.

    def _known(self, name: str, kind: SourceKind, naming: Naming = Naming.NAMED) -> Figure:
        key = f"{naming.value}:{name_key(name)}"
        figure = self._by_key.get(key)
        if figure is None:
            figure = Figure(Party(name, kind, naming, self._document_id))
            self._by_key[key] = figure
            self.figures.append(figure)
        return figure

    def _known_group(self, group: str, text: str) -> Figure:
        """An armed group, under the fullest name that this document has for it."""
        key = f"group:{group}"
        figure = self._by_key.get(key)
        if figure is None:
            figure = self._known(text, SourceKind.ARMED_GROUP)
            figure.party.kind = SourceKind.ARMED_GROUP
            self._by_key[key] = figure
        elif _fuller(text, figure.party.name):
            old = figure.party.name
            figure.party.name = text
            figure.party.also(old)
        return figure

    def _longer(self, text: str) -> Figure | None:
        """The one body of a longer name that this is short for: "Aramco", of "Saudi Aramco"."""
        key = name_key(text)
        if key in _TOO_GENERAL and key not in _SHORT_MEDIA:
            return None
        found: dict[int, Figure] = {}
        for figure in self.figures:
            own = name_key(figure.party.name)
            if figure.party.kind is SourceKind.PERSON or own == key or figure.sense is not None:
                continue
            if key in _TOO_GENERAL and figure.party.kind is not SourceKind.MEDIA:
                continue
            if own.startswith(key + " "):
                rest = own[len(key) + 1 :]
                if all(word in _ADDITIONS for word in rest.split()):
                    found[id(figure)] = figure
            elif own.endswith(" " + key):
                rest = own[: -len(key) - 1]
                known = figure.party.kind is SourceKind.MEDIA and " " not in key
                if known or state_sense(figure.party.name[: len(rest)]) is not None:
                    found[id(figure)] = figure
        return next(iter(found.values())) if len(found) == 1 else None

    def _longer_place(self, key: str) -> Figure | None:
        """The place whose name goes on: "Maidan Wardak province" is no person in short."""
        for figure in self.figures:
            if figure.party.kind is SourceKind.UNKNOWN:
                if name_key(figure.party.name).startswith(key + " "):
                    return figure
        return None

    def _kind(self, number: int, text: str) -> SourceKind:
        if media.is_medium(text):
            return SourceKind.MEDIA
        if groups.is_armed_group(text):
            return SourceKind.ARMED_GROUP
        if self._parsed.names[number].kind == "LOC":
            return SourceKind.UNKNOWN
        return SourceKind.ORGANISATION

    def _note(
        self,
        number: int,
        figure: Figure,
        words: Range,
        text: str,
        rule: str,
        score: float = 1.0,
        why: str = "",
    ) -> None:
        figure.mentions.append(words)
        self.links[number] = Link(figure, words, rule, score, why)
        if self._in_heading(words) and rule == "name.fuller":
            return
        if rule != "name.ambiguous" and not rule.startswith(("metonym.adj", "metonym.people")):
            figure.party.also(text)

    def _spelling_start(self, short: str, start: int, end: int) -> int | None:
        """Where a name begins that an acronym spells, before the words that the model marked."""
        parsed = self._parsed
        for first in range(start - 1, max(start - _LONGEST_REST, -1), -1):
            if parsed.words[first][:1].isupper() and spells(short, parsed.string((first, end))):
                return first
        return None

    def _definitions(self) -> dict[str, int]:
        """Acronyms that the text defines: "the State Emergency Service (SES)"."""
        parsed = self._parsed
        found: dict[str, int] = {}
        for place, word in enumerate(parsed.words):
            if word != "(" or place + 2 >= len(parsed.words) or place == 0:
                continue
            short = parsed.words[place + 1]
            if parsed.words[place + 2] in (")", ",", ";") and is_acronym(short):
                number = parsed.name_at.get(place - 1)
                if number is None:
                    continue
                start = parsed.names[number].words[0]
                if not spells(short, parsed.string((start, place))):
                    longer = self._spelling_start(short, start, place)
                    if longer is not None:
                        self._starts[number] = longer
                    elif start == place - 1:
                        continue
                found.setdefault(name_key(short), number)
        return found


_NO_NAMES = frozenset(
    "he she it they we i you him her his its us them their our my your who that this these those "
    "himself herself itself themselves one two three".split()
)
_SELVES = frozenset("himself herself itself themselves".split())
_GROUP_NOUNS = frozenset("movement group network organisation organization".split())
_PLACES = frozenset("in near to from at outside around".split())
#: Words by which a name is longer than the model has it, where its acronym says so.
_LONGEST_REST = 6
_STATE_SCORES = {"name": 1.0, "adjective": 0.9, "people": 0.8, "capital": 0.8, "metonym": 0.9}


def _house_kind(name: str) -> SourceKind:
    return SourceKind.ORGANISATION if name in ("Pentagon", "Capitol Hill") else SourceKind.STATE


def _has_a_name(parsed: Parsed, words: Range) -> bool:
    """Whether the words can be one: not an adverb, a pronoun, a letter, or a party's members."""
    if words[1] - words[0] > 1:
        return True
    place = words[0]
    low = parsed.lower[place]
    if len(low) < 2 or low in _NO_NAMES or parsed.pos[place] in ("ADV", "VERB", "AUX"):
        return False
    return low not in PEOPLES and low not in OCCUPATIONS


def _people(parsed: Parsed) -> frozenset[str]:
    """The names, as keys, that are persons': so called by the model as a rule, or with a given
    name before them.
    """
    votes: dict[str, int] = {}
    for name in parsed.names:
        words = bare(parsed, name)
        if words is None:
            continue
        key = name_key(parsed.string(words))
        votes[key] = votes.get(key, 0) + (1 if name.kind == "PERSON" else -1)
        if words[1] - words[0] in (2, 3) and given(parsed.words[words[0]]):
            last = parsed.lower[words[1] - 1]
            if last not in _ADDITIONS and last not in _TOO_GENERAL:
                votes[key] = 1000
    return frozenset(key for key, count in votes.items() if count > 0)


def given(word: str) -> bool:
    """Whether a word is a given name that says whether a man or a woman bears it."""
    return bool(gender_of(word))


def _fuller(text: str, name: str) -> bool:
    """Whether a text is a fuller name: an acronym never is, a longer one is."""
    if is_acronym(name) != is_acronym(text):
        return is_acronym(name)
    return len(text) > len(name)


def _is_surname(tokens: list[str]) -> bool:
    """Whether several words are a surname with its particle: "bin Salman", "von der Leyen"."""
    return tokens[0] in ("bin", "von", "van", "der", "de", "al", "el", "ben", "ibn", "di", "da")


def _misspelt(tokens: list[str], people: list[tuple[list[str], Figure]]) -> Figure | None:
    """The one full name that differs in a letter: Yahya Sarea, Yahya Saree."""
    close = [
        figure
        for known, figure in people
        if len(known) == len(tokens)
        and sum(a != b for a, b in zip(known, tokens, strict=True)) == 1
        and all(
            a == b or (len(a) > 4 and a[0] == b[0] and one_edit_apart(a, b))
            for a, b in zip(known, tokens, strict=True)
        )
    ]
    return close[0] if len(close) == 1 else None


def bare(parsed: Parsed, name: Name) -> Range | None:
    """The words of a name without titles and what stands in brackets after it; ``None`` where the
    words are a title and no name.
    """
    start, end = name.words
    for place in range(start, end):
        word = parsed.words[place]
        if word in ("(", "[") or "\n" in word:
            end = place
            break
    if name.kind == "ORG":
        while (
            start < end - 1
            and parsed.words[start].islower()
            and parsed.words[start + 1][0].isupper()
        ):
            start += 1
        if end - start == 1 and parsed.lower[start] in _TOO_GENERAL:
            end = _whole_body(parsed, end)
    if name.kind == "PERSON":
        if parsed.lower[end - 1] in _SELVES:
            end -= 1
        while _goes_on(parsed, start, end):
            end += 1
    while end > start and not parsed.words[end - 1][-1:].isalnum() and parsed.words[end - 1] != ".":
        end -= 1
    if end > start and parsed.lower[end - 1] in ("'s", "’s"):
        end -= 1
    while start < end and (
        not parsed.words[start][:1].isalnum() or parsed.lower[start] in ("the", "a", "an")
    ):
        start += 1
    if start >= end:
        return None
    return _without_titles(parsed, (start, end)) if name.kind == "PERSON" else (start, end)


def _whole_body(parsed: Parsed, end: int) -> int:
    """Where a name ends that was cut before "of" or "on": the Commission on Human Rights."""
    place = end
    while place + 1 < len(parsed.words):
        word = parsed.words[place]
        following = parsed.words[place + 1]
        if word[0].isupper() and place > end:
            place += 1
        elif parsed.lower[place] in ("of", "on", "for") and following[0].isupper():
            place += 2
        else:
            break
    return place if place > end else end


def _goes_on(parsed: Parsed, start: int, end: int) -> bool:
    """Whether the next word is the rest of a name that the model cut: "Hillary" Clinton."""
    return (
        end < len(parsed.words)
        and parsed.deps[end] == "flat"
        and start <= parsed.heads[end] < end
        and end not in parsed.name_at
        and parsed.words[end][0].isupper()
    )


def _without_titles(parsed: Parsed, words: Range) -> Range | None:
    start, end = words
    if given(parsed.words[start]) and not _is_role(parsed.lower[start]):
        return words
    last = start - 1
    for place in range(start, end):
        if _is_role(parsed.lower[place]):
            last = place
    if last < start:
        return words
    if last == end - 1:
        # All of it is a title, unless the surname is one: "King", "Judge".
        known = start > words[0] or end - start == 1 or _is_title(parsed.lower[start])
        return None if known and end - start != 1 else words if end - start == 1 else None
    following = last + 1
    if parsed.lower[following] in ("of", "for"):
        head = next(
            (
                p
                for p in range(following, end)
                if any(parsed.deps[c] == "flat" for c in parsed.children[p])
            ),
            None,
        )
        if head is None:
            return None if end - following <= 2 else (end - 2, end)
        following = head
    if end - following == 1 and parsed.lower[last] in _CROWNS:
        return last, end
    return following, end


def _is_title(word: str) -> bool:
    plain = word.rstrip(".")
    return plain in HONORIFICS or plain in ROLES or plain in ROLE_MODIFIERS


def _is_role(word: str) -> bool:
    plain = word.rstrip(".")
    return plain in HONORIFICS or plain in ROLES
