"""Words that stand alone: the text of a claim, made of the article's own words.

What is added is as little as English needs: the name for a pronoun, a subject that two verbs share,
a verb form that fits it.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.cast.cast import Cast
from claimgraph.reading.cast.kinds import BODY_NOUNS
from claimgraph.reading.cast.parties import Party
from claimgraph.reading.claims.clauses import AUXILIARIES, Clause
from claimgraph.reading.claims.standing_in import is_plural, is_sure
from claimgraph.reading.claims.trimming import tidy
from claimgraph.reading.parsed import Parsed
from claimgraph.text.conjugation import past, present
from claimgraph.vocabulary import Naming, SourceKind

#: A word of the document, by its number; words that are put in; somebody to be named.
Item = int | str | Party

_SPEAKERS = frozenset("i me my mine we us our ours".split())
_OURS = frozenset("we us our ours".split())
_OTHERS = frozenset("he him his she her hers it its they them their theirs".split())
_POSSESSIVE = frozenset("my mine our ours his its their".split())
_PLAIN = frozenset({"DET", "PRON", "ADP", "SCONJ", "ADV", "AUX", "NUM", "CCONJ", "NOUN", "VERB"})
_QUANTIFIERS = frozenset(
    """
    additional all another any both certain countless enough few fewer less many more most much new
    numerous other several some such total various
    """.split()
)
_CONTRACTED = {"'m": "be", "'re": "be", "'ve": "have", "'ll": "will"}
_DETERMINERS = frozenset(
    """
    a all an another any both each either every few her his its many more most neither no one other
    our several some that the their these this those three two
    """.split()
)
#: What a name does not begin with: numbers, and pronouns that were not resolved.
_UNNAMING = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve twenty hundred many most both all
    several some half others none you your my our i we
    """.split()
)
_CONTENT = frozenset({"NOUN", "ADJ", "VERB"})
_OPENERS = frozenset([*".!?:“\"'‘”’…", "''", "``", "..."])
_COMMON = frozenset(
    """
    bans cans civilians clans electricians fans guardians humans loans means musicians oceans
    orphans pans partisans pedestrians physicians plans politicians scans statisticians technicians
    titans vans veterans
    """.split()
)
_OF_NATIONS = ("an", "ish", "ese", "i", "ic", "ch", "backed", "led")
_OTHER_FORMS = frozenset({"VBD", "VBN", "MD", "VBZ", "VBG"})
_MODALS = frozenset("can could may might must shall should will would ought".split())
_CLITICS = frozenset({"n't", "n’t", "'s", "’s", "’", "'"})
_AS_SUBJECT = {"him": "he", "her": "she", "them": "they", "us": "we", "me": "I"}


class Wording:
    """Puts the words of one document into sentences of their own."""

    def __init__(self, parsed: Parsed, cast: Cast) -> None:
        self._parsed = parsed
        self._cast = cast
        self._names: dict[str, str] = {}
        self._name_words = _words_of_names(parsed)

    def name(self, party: Party) -> str:
        """A party as a sentence calls it: with "the" where the article does so."""
        if party.name not in self._names:
            self._names[party.name] = self._with_article(party)
        return self._names[party.name]

    def _with_article(self, party: Party) -> str:
        if party.parts:
            return " and ".join(self.name(part) for part in party.parts)
        name = party.name
        if party.kind is SourceKind.PERSON and party.naming is Naming.NAMED:
            return name
        words = name.split(" ")
        is_name = party.naming is Naming.NAMED or any(word[:1].isupper() for word in words[1:])
        if is_name:
            return f"the {name}" if self._takes_the(name) else name
        if name[:1].isupper() and f" {name[0].lower()}{name[1:]}" in self._parsed.text:
            name = name[0].lower() + name[1:]
        if name[:1].isupper():
            return name
        plain = words[0].lower() in _DETERMINERS or party.kind is SourceKind.COLLECTIVE
        return name if plain else f"the {name}"

    def _takes_the(self, name: str) -> bool:
        """Whether the article writes "the" before a name."""
        text = self._parsed.text
        for article in ("the ", "The "):
            place = text.find(article + name)
            after = place + 4 + len(name)
            if place >= 0 and not text[after : after + 1].isalnum():
                return place == 0 or not text[place - 1].isalnum()
        return False

    def render(
        self,
        items: Sequence[Item],
        speaker: Party | None,
        clause: Clause,
        known: Party | None = None,
    ) -> str:
        """The text of some words, with names for pronouns.

        Args:
            items: Words and what is put between them, in order.
            speaker: Who "I" and "we" are.
            clause: The clause that the words belong to: its verb must fit its subject.
            known: Somebody whom the words name already.
        """
        parsed = self._parsed
        pos, entities = parsed.pos, parsed.entities
        changed: dict[int, str] = {}
        named: set[int] = set()
        put: set[str] = set() if known is None else {known.id}
        out: list[str] = []
        first = last = -1
        for item in items:
            text: str | None
            if isinstance(item, str):
                text = item
            elif not isinstance(item, int):
                put.add(item.id)
                text = self.name(item)
            elif pos[item] == "PRON":
                text = self._pronoun(item, speaker, clause, changed, named, put)
                if text is None and item == items[0] and parsed.tags[item] == "PRP":
                    # "described him as quiet": he is the subject of what is said of him.
                    text = _AS_SUBJECT.get(parsed.lower[item])
            else:
                text = changed.get(item)
            if text is None:
                assert isinstance(item, int)
                if item in entities:
                    named.add(entities[item])
                if item != last + 1 or first < 0:
                    self._flush(out, first, last)
                    first = item
                last = item
            else:
                self._flush(out, first, last)
                _put(out, text)
                first = -1
                last = item if isinstance(item, int) else -2
        self._flush(out, first, last)
        return tidy(" ".join(out))

    def _flush(self, out: list[str], first: int, last: int) -> None:
        """Add a run of words to a text; a clitic and a mark to the word before."""
        if first < 0:
            return
        parsed = self._parsed
        text = self.run(first, last)
        clitic = parsed.words[first] in _CLITICS and parsed.starts[first] == parsed.ends[first - 1]
        if out and (clitic or text[0] in ",.;:!?"):
            out[-1] += text
        else:
            _put(out, text)

    def run(self, first: int, last: int) -> str:
        """The characters from one word to another; small letters where they began a sentence."""
        parsed = self._parsed
        text = parsed.text[parsed.starts[first] : parsed.ends[last]]
        if not text.isascii() or "\n" in text or "  " in text:
            text = " ".join(text.split())
        word = parsed.words[first]
        upper = word[:1].isupper() and (len(word) == 1 or word[1:].islower()) and word != "I"
        if upper and self._is_plain(first) and self._begins(first):
            return text[0].lower() + text[1:]
        return text

    def _is_plain(self, word: int) -> bool:
        """Whether a word is written small inside a sentence: "several", not "Russian"."""
        if self._parsed.lower[word] in self._name_words:
            return False
        if _is_described(self._parsed, word):
            return True
        if word in self._parsed.name_at:
            return False
        following = self._parsed.words[word + 1 : word + 2]
        if following and following[0][:1].isupper() and self._parsed.pos[word] in _CONTENT:
            return False  # a heading, or a name that was not found
        lower = self._parsed.lower[word]
        if self._parsed.pos[word] == "ADJ":
            return lower in _QUANTIFIERS or not lower.endswith(_OF_NATIONS)
        if self._parsed.tags[word] == "NNS" and lower.endswith(("ans", "ese")):
            return lower in _COMMON
        return self._parsed.pos[word] in _PLAIN

    def _begins(self, word: int) -> bool:
        """Whether a word begins a sentence, a quotation or a headline."""
        parsed = self._parsed
        before = parsed.words[word - 1] if word else "."
        return before.isspace() or before in _OPENERS or word in parsed.sentence_starts

    def _pronoun(
        self,
        word: int,
        speaker: Party | None,
        clause: Clause,
        changed: dict[int, str],
        named: set[int],
        put: set[str],
    ) -> str | None:
        """The name that stands for a pronoun, where that is surely known and not said before."""
        parsed = self._parsed
        lower = parsed.lower[word]
        if lower in _SPEAKERS:
            party = speaker
            if party is None or not parsed.quoted[word]:
                return None
            if lower in _OURS and party.kind is SourceKind.PERSON:
                return None
        elif lower in _OTHERS and parsed.deps[word] != "expl":
            entity = parsed.entities.get(word)
            if entity is not None and entity in named:
                return None
            found = self._cast.resolve((word, word + 1), speaker)
            if not is_sure(lower, found, speaker):
                return None
            if found.words and self._parsed.head_of(found.words[0]) in clause.words:
                return None  # "60 people had been admitted, 15 of them children"
            party = found.party
        else:
            return None
        if party.naming is Naming.PRONOUN or _first(party.name) in _UNNAMING:
            return None
        possessive = lower in _POSSESSIVE or parsed.tags[word] == "PRP$"
        subject = parsed.deps[word].startswith("nsubj")
        if party.id in put:
            again = _again(lower, party, possessive)
            if again is not None and subject:
                self._agree(word, clause, lower, is_plural(party), changed)
            return again
        if possessive and word != clause.subject and self._is_subject(party, clause):
            return None
        speaks = speaker is not None and party.id == speaker.id and lower != "their"
        if possessive and lower in _OTHERS and not speaks and self._has_owner_beside(word, clause):
            return None
        put.add(party.id)
        name = self.name(party)
        if subject:
            self._agree(word, clause, lower, is_plural(party), changed)
            self._in_full(word, changed)
        if possessive:
            return f"{name}’" if name.endswith("s") else f"{name}’s"
        return name

    def _has_owner_beside(self, possessive: int, clause: Clause) -> bool:
        """Whether the subject of the verb around may be the owner, as it stands: "unless the three
        step up *their* campaigns".
        """
        parsed = self._parsed
        here = possessive
        for _ in range(6):
            here = parsed.heads[here]
            for child in parsed.children[here]:
                if child >= possessive or parsed.deps[child] not in ("nsubj", "nsubj:pass"):
                    continue
                inside = child == clause.subject or child in clause.words
                return inside and self._cast.antecedents.may_be(possessive, child)
            if parsed.heads[here] == here:
                return False
        return False

    def _inflects(self, verb: int) -> bool:
        """Whether a verb in its base form is in the present tense; tags are guesses."""
        parsed = self._parsed
        return (
            parsed.tags[verb] not in _OTHER_FORMS
            and parsed.lower[verb] not in _MODALS
            and parsed.lower[verb - 1] != "to"
        )

    def _is_subject(self, party: Party, clause: Clause) -> bool:
        """Whether a party is the subject of a clause by name: "Russia said *its* planes"."""
        subject = clause.subject
        if subject is None or subject not in self._parsed.name_at:
            return False
        number = self._parsed.name_at[subject]
        name = self._parsed.string(self._parsed.names[number].words)
        return name == party.name or name in party.aliases or party.name.endswith(f" {name}")

    def _in_full(self, word: int, changed: dict[int, str]) -> None:
        """Write in full what was short behind a pronoun: "she'd like", "he's made his bed"."""
        parsed, short = self._parsed, word + 1
        if short >= len(parsed.words) or parsed.starts[short] != parsed.ends[word]:
            return
        verb = short + 1
        while verb < len(parsed.words) and parsed.pos[verb] in ("ADV", "PART"):
            verb += 1
        tag = parsed.tags[verb] if verb < len(parsed.words) else ""
        match parsed.lower[short].replace("’", "'"):
            case "'d" | "d":
                done = tag == "VBN" or parsed.lower[verb - 1] == "better"
                changed.setdefault(short, "had" if done else "would")
            case "'ll":
                changed.setdefault(short, "will")
            case "'s" if parsed.pos[short] == "AUX":
                has = tag == "VBN" and parsed.deps[short] not in ("aux:pass", "cop")
                changed.setdefault(short, "has" if has else "is")

    def _agree(
        self, word: int, clause: Clause, pronoun: str, plural: bool, changed: dict[int, str]
    ) -> None:
        """Fit the verb to the name: "we own" becomes "the alliance owns"."""
        if pronoun not in ("i", "we", "they"):
            return
        parsed = self._parsed
        head = clause.head if word == clause.subject else parsed.heads[word]
        verbs = [w for w in parsed.children[head] if parsed.deps[w] in AUXILIARIES]
        if head == clause.head:
            verbs += clause.auxiliaries
        verb = min([head, *verbs])
        following = word + 1
        if following < len(parsed.words) and parsed.pos[following] in ("AUX", "VERB"):
            verb = following
        elif not word < verb < word + 5:
            return
        lower = parsed.lower[verb].replace("’", "'")
        if lower in _CONTRACTED:
            changed[verb] = present(_CONTRACTED[lower], plural) if lower != "'ll" else "will"
        elif plural and pronoun != "i":
            return
        elif lower in ("am", "are"):
            changed[verb] = present("be", plural)
        elif lower == parsed.lemmas[verb].lower() and self._inflects(verb):
            changed[verb] = present(parsed.lemmas[verb], plural)
        elif lower == "were":
            changed[verb] = past("be")


def _put(out: list[str], text: str) -> None:
    """Add words to a text; without a blank behind a quotation mark that opens."""
    if not out:
        out.append(text)
        return
    last = out[-1]
    opens = last[-1:] in "“‘" or last == "'" or last.endswith((" '", "“'", "\"'"))
    if last[-1:] == '"':
        opens = sum(each.count('"') for each in out) % 2 == 1
    if opens:
        out[-1] += text
    else:
        out.append(text)


def _is_described(parsed: Parsed, word: int) -> bool:
    """Whether a word is a bare noun for a body before another noun: "*Union* leaders"."""
    noun = word + 1
    if parsed.lower[word] not in BODY_NOUNS or parsed.heads[word] != noun:
        return False
    number = parsed.name_at.get(word)
    alone = number is None or parsed.names[number].words == (word, noun)
    return alone and parsed.pos[noun] == "NOUN" and parsed.words[noun].islower()


def _words_of_names(parsed: Parsed) -> frozenset[str]:
    """The words of names, in small letters, that the text never writes small."""
    small = {word for word in parsed.words if word[:1].islower()}
    return frozenset(
        parsed.lower[word]
        for word in parsed.name_at
        if parsed.words[word][:1].isupper()
        and parsed.lower[word] not in small
        and not _is_described(parsed, word)
    )


def _first(name: str) -> str:
    """The first word of a name, without an ending of its owner: "your" of "your’s tax return"."""
    return name.split(" ", 1)[0].lower().replace("’", "'").removesuffix("'s")


def _again(pronoun: str, party: Party, possessive: bool) -> str | None:
    """A party that was named before in the same text: "I" must go all the same."""
    if pronoun not in _SPEAKERS:
        return None
    if party.kind is SourceKind.PERSON:
        if not party.name[:1].isupper():
            return None
        family = party.name.rsplit(" ", 1)[-1]
        return f"{family}’s" if possessive else family
    if is_plural(party):
        return "their" if possessive else "them" if pronoun == "us" else "they"
    return "its" if possessive else "it"
