"""The words that a pronoun may stand for: heads of mentions, names, other pronouns."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from claimgraph.reading.parsed import Parsed
from claimgraph.text.titles import GENDERED_ROLES, PEOPLES, ROLES, singular

#: Pronouns of the third person: whom they may stand for, and a gender.
PRONOUNS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "f")),
    **dict.fromkeys(("it", "its", "itself"), ("thing", "")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("several", "")),
}
#: Verbs whose subjects speak, or are told of as if they did.
SPEECH = frozenset(
    """
    say tell add announce report claim deny warn accuse insist state argue suggest write explain
    describe confirm reveal note declare admit acknowledge call urge demand believe think ask reply
    respond stress comment speak tweet post predict promise vow pledge testify allege maintain
    continue conclude recall blame dismiss reject condemn criticise criticize estimate propose
    emphasize emphasise reiterate repeat remark observe complain hint indicate mention assert
    contend concede caution point express hope fear describe
    """.split()
)
SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer"))
_NO_CANDIDATES = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself who whom which that what "
    "this these those there one ones someone anyone everyone nobody something anything nothing "
    "everything each other others all both some any none many most".split()
)
_NO_TAGS = frozenset("DET ADP PUNCT CCONJ ADV VERB AUX PART NUM".split())
_KINDS = {"person": "person", "organization": "body", "place": "place"}

#: How the names of a document look to a pronoun: a number for the one whose name a word is of, -1
#: for no name; how often the text names them; what kind they are, and their gender.
Named = Callable[[int], tuple[int, int, str, str]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that a pronoun may stand for.

    Attributes:
        word: The head of its phrase.
        kind: "person", "body", "place" or "thing"; "" where nothing tells.
        several: It is plural, or several are joined.
        gender: "m", "f" or "".
        subject: It is the subject of a clause.
        speaker: It is the subject of a verb of speech, or stands after "according to".
        pronoun: It is a pronoun of the third person.
        figure: A number for the one whom it names; -1 for no name.
        often: How often the text names them; 0 for no name.
    """

    word: int
    kind: str
    several: bool
    gender: str
    subject: bool
    speaker: bool
    pronoun: bool
    figure: int
    often: int


class Candidates:
    """Everything in a document that a pronoun may stand for, made when it is looked at."""

    def __init__(self, parsed: Parsed, named: Named) -> None:
        self._parsed = parsed
        self._named = named
        self._known: dict[int, Candidate | None] = {}
        heads = set(parsed.mention_kinds)
        heads.update(parsed.head_of(name.words) for name in parsed.names)
        heads.update(word for word, low in enumerate(parsed.lower) if low in PRONOUNS)
        heads.update(
            word
            for word, dep in enumerate(parsed.deps)
            if dep in SUBJECTS and parsed.pos[word] in ("NOUN", "PROPN")
        )
        self._words = sorted(heads)
        self._counts = Counter(parsed.lemmas[word] for word in self._words)

    def at(self, word: int) -> Candidate | None:
        """The candidate that a word heads; ``None`` where it heads none."""
        if word not in self._known:
            self._known[word] = self._candidate(word)
        return self._known[word]

    def often(self, candidate: Candidate) -> int:
        """How often the text mentions it; 0 for a pronoun."""
        if candidate.pronoun:
            return 0
        return candidate.often or self._counts[self._parsed.lemmas[candidate.word]]

    def before(self, pronoun: int) -> Iterator[Candidate]:
        """Those before a pronoun, the nearest first; first of all the subject that a fronted
        clause waits for.
        """
        ahead = _awaited(self._parsed, pronoun)
        if ahead is not None:
            candidate = self.at(ahead)
            if candidate is not None and not candidate.pronoun:
                yield candidate
        for place in range(bisect_left(self._words, pronoun) - 1, -1, -1):
            candidate = self.at(self._words[place])
            if candidate is not None:
                yield candidate

    def _candidate(self, word: int) -> Candidate | None:
        parsed = self._parsed
        low = parsed.lower[word]
        if low in _NO_CANDIDATES or parsed.mention_kinds.get(word) == "time":
            return None
        if parsed.pos[word] in _NO_TAGS:
            return None
        dep = parsed.deps[word]
        speaker = speaks(parsed, word)
        if low in PRONOUNS:
            kind, gender = PRONOUNS[low]
            if dep == "expl":
                return None
            return Candidate(
                word, "" if kind == "several" else kind, kind == "several", gender,
                dep in SUBJECTS, speaker, True, -1, 0,
            )  # fmt: skip
        figure, often, kind, gender = self._named(word)
        if figure < 0 and (dep == "compound" or len(low) == 1):
            return None  # "*iodine* deficiency", "200 km/*h*"
        one = singular(low)
        role = one in ROLES or one in GENDERED_ROLES
        if figure < 0 and role and one == low:
            figure, often, kind, gender = self._holder(word)
        if not kind:
            model = parsed.mention_kinds.get(word, "")
            kind = _KINDS.get(model, "thing")
            kind = "person" if role and parsed.pos[word] == "NOUN" else kind
            gender = GENDERED_ROLES.get(one, "")
        several = not often and (parsed.tags[word] in ("NNS", "NNPS") or low in PEOPLES)
        joint = any(parsed.deps[c] == "conj" for c in parsed.children[word])
        return Candidate(
            word, kind, several or joint, "" if several else gender,
            dep in SUBJECTS, speaker, False, figure, often,
        )  # fmt: skip

    def _holder(self, role: int) -> tuple[int, int, str, str]:
        """Who is named beside a role: "commander *Luis Ferrer*"."""
        parsed = self._parsed
        for child in parsed.children[role]:
            if child > role and parsed.deps[child] in ("flat", "appos"):
                found = self._named(child)
                if found[2] == "person":
                    return found
        return -1, 0, "", ""


def speaks(parsed: Parsed, word: int) -> bool:
    """Whether a word is the subject of a verb of speech, or stands after "according to"."""
    head = parsed.heads[word]
    if parsed.deps[word] in SUBJECTS and parsed.lemmas[head].lower() in SPEECH:
        return True
    return parsed.deps[word] == "obl" and any(
        parsed.lower[child] == "according" for child in parsed.children[word]
    )


def _awaited(parsed: Parsed, pronoun: int) -> int | None:
    """The subject after a fronted clause or phrase: "After he was arrested, the minister resigned",
    "In her statement, the minister".
    """
    verb = pronoun if parsed.deps[pronoun] == "nmod:poss" else parsed.heads[pronoun]
    for _ in range(4):
        if parsed.deps[verb] in ("advcl", "obl") and parsed.heads[verb] > pronoun:
            for child in parsed.children[parsed.heads[verb]]:
                if parsed.deps[child] in SUBJECTS and child > pronoun:
                    return child
            return None
        if parsed.heads[verb] == verb:
            return _behind_comma(parsed, pronoun)
        verb = parsed.heads[verb]
    return None


def _behind_comma(parsed: Parsed, pronoun: int) -> int | None:
    """The next subject, where the tree ends the sentence of a fronted phrase at its comma."""
    end = parsed.sentence(pronoun)[1]
    if parsed.words[end - 1] != "," or end >= len(parsed.words):
        return None
    if parsed.lines[end] != parsed.lines[pronoun]:
        return None
    here = range(end, parsed.sentence(end)[1])
    return next((word for word in here if parsed.deps[word] in SUBJECTS), None)
