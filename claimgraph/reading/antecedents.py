"""What a pronoun stands for: candidates before it, rated as readers of newspapers rate them.

A speaker who is "he" is mostly the last speaker or subject of that gender; "it" is a body or a
thing, "they" are several, or a body. Each such habit is a feature with a weight. The weights were
fitted on the training part of GUM (see ``bench/pronouns.py``), the habits were not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from operator import mul

from claimgraph.reading.parsed import Parsed
from claimgraph.text.titles import GENDERED_ROLES, PEOPLES, ROLES, singular

#: Pronouns of the third person: whom they may stand for, and a gender.
PRONOUNS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "f")),
    **dict.fromkeys(("it", "its", "itself"), ("thing", "")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("several", "")),
}
#: Candidates of one pronoun, the nearest.
LONGEST_LIST = 24
#: Sentences back to the farthest candidate.
REACH = 8

FEATURES = (
    "same_sentence", "last_sentence", "sentences", "paragraphs", "subject", "speaker",
    "speaker_both", "subject_both", "same_entity", "same_pronoun", "pronoun", "name", "inside",
    "into_quote", "own_quote", "order", "often", "reported_by", "gender", "body", "several",
    "object", "passive", "following", "generic", "starts", "known_body",
    "place", "person", "can_speak", "speechless",
)  # fmt: skip

_SPEECH = frozenset(
    """
    say tell add announce report claim deny warn accuse insist state argue suggest write explain
    describe confirm reveal note declare admit acknowledge call urge demand believe think ask reply
    respond stress comment speak tweet post predict promise vow pledge testify allege maintain
    continue conclude recall blame dismiss reject condemn criticise criticize estimate propose
    emphasize emphasise reiterate repeat remark observe complain hint indicate mention assert
    contend concede caution point express hope fear describe
    """.split()
)
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:outer"))
_INSIDE = frozenset(("nmod:poss", "compound", "nmod", "amod", "nmod:desc", "nmod:unmarked"))
_ARGUMENTS = _SUBJECTS | {"obj", "iobj", "obl", "obl:agent", "xcomp"}
_NO_CANDIDATES = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself who whom which that what "
    "this these those there one ones someone anyone everyone nobody something anything nothing "
    "everything each other others all both some any none many most".split()
)
_GENERIC = frozenset("people person man woman men women thing things way time".split())


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


@dataclass(frozen=True, slots=True)
class Choice:
    """The word that a pronoun most probably stands for.

    Attributes:
        word: The head of the antecedent.
        probability: Among all candidates, after the weights.
        rule: The habit that weighed most: "pronoun.last_speaker".
    """

    word: int
    probability: float
    rule: str


#: How the names of a document look to a pronoun: a number for the one whose name a word is of, -1
#: for no name; how often the text names them; what kind they are, and their gender.
Named = Callable[[int], tuple[int, int, str, str]]
_NEGLIGIBLE = 0.02


class Antecedents:
    """Finds what the pronouns of one document stand for."""

    def __init__(self, parsed: Parsed, named: Named) -> None:
        self._parsed = parsed
        self._named = named
        self._known: dict[int, Candidate | None] = {}
        self._words: list[int] = []
        self._counts: Counter[str] = Counter()
        self._probable: dict[int, dict[int, float]] = {}
        self._rules: dict[int, str] = {}

    def find(self, pronoun: int, least: float = 0.0) -> Choice | None:
        """The antecedent of a pronoun; ``None`` where nothing fits, or too little.

        An earlier pronoun is no end of the way: whom it may stand for shares in its probability.

        Args:
            pronoun: The word.
            least: The lowest probability that is taken.
        """
        shares = self._shares(pronoun)
        if not shares:
            return None
        together: dict[object, float] = {}
        for word, share in shares.items():
            key = self._identity(word)
            together[key] = together.get(key, 0.0) + share
        best = max(together, key=lambda key: together[key])
        if together[best] < least:
            return None
        word = max(
            (word for word in shares if self._identity(word) == best),
            key=lambda word: (shares[word], word),
        )
        return Choice(word, together[best], self._rules[pronoun])

    def _identity(self, word: int) -> object:
        """What two mentions of one share: the name, or that the model takes them for one."""
        candidate = self._at(word)
        if candidate is not None and candidate.figure >= 0:
            return candidate.figure
        entity = self._parsed.entities.get(word)
        return (word,) if entity is None else (entity, "model")

    def _shares(self, pronoun: int) -> dict[int, float]:
        """How probable each word that is no pronoun is as what a pronoun stands for."""
        known = self._probable.get(pronoun)
        if known is not None:
            return known
        self._probable[pronoun] = {}
        candidates = self.candidates(pronoun)
        if not candidates:
            return {}
        weights = WEIGHTS[PRONOUNS[self._parsed.lower[pronoun]][0]]
        ratings = [sum(map(mul, weights, values)) for _, values in candidates]
        highest = max(ratings)
        shares = [exp(rating - highest) for rating in ratings]
        total = sum(shares)
        found: dict[int, float] = {}
        for (candidate, _), share in zip(candidates, shares, strict=True):
            probability = share / total
            if probability < _NEGLIGIBLE:
                continue
            if candidate.pronoun:
                for word, part in self._shares(candidate.word).items():
                    found[word] = found.get(word, 0.0) + probability * part
            else:
                found[candidate.word] = found.get(candidate.word, 0.0) + probability
        best = ratings.index(highest)
        candidate, values = candidates[best]
        self._rules[pronoun] = _rule(values, self._parsed, candidate, pronoun)
        self._probable[pronoun] = found
        return found

    def candidates(self, pronoun: int) -> list[tuple[Candidate, tuple[float, ...]]]:
        """Everything that a pronoun may stand for, with its features, the nearest first."""
        parsed = self._parsed
        wanted, gender = PRONOUNS[parsed.lower[pronoun]]
        if not self._words:
            self._gather()
        own = self._sentence(pronoun)
        above = _ancestors(parsed, pronoun)
        found: list[tuple[Candidate, tuple[float, ...]]] = []
        for candidate in self._in_reach(pronoun):
            back = own - self._sentence(candidate.word)
            if back > REACH:
                break
            if not _fits(candidate, wanted, gender):
                continue
            if self._bound(candidate.word, pronoun, above):
                continue
            values = self._features(candidate, pronoun, back, len(found), wanted, gender)
            found.append((candidate, values))
            if len(found) == LONGEST_LIST:
                break
        return found

    def _in_reach(self, pronoun: int) -> Iterator[Candidate]:
        """Those before the pronoun, and the subject that a fronted clause waits for."""
        ahead = _awaited(self._parsed, pronoun)
        if ahead is not None:
            candidate = self._at(ahead)
            if candidate is not None and not candidate.pronoun:
                yield candidate
        for place in range(bisect_left(self._words, pronoun) - 1, -1, -1):
            candidate = self._at(self._words[place])
            if candidate is not None:
                yield candidate

    def _at(self, word: int) -> Candidate | None:
        if word not in self._known:
            self._known[word] = self._candidate(word)
        return self._known[word]

    def _gather(self) -> None:
        parsed = self._parsed
        heads = set(parsed.mention_kinds)
        heads.update(parsed.head_of(name.words) for name in parsed.names)
        heads.update(w for w, low in enumerate(parsed.lower) if low in PRONOUNS)
        self._words = sorted(heads)
        self._counts = Counter(parsed.lemmas[word] for word in self._words)

    def _candidate(self, word: int) -> Candidate | None:
        parsed = self._parsed
        low = parsed.lower[word]
        if low in _NO_CANDIDATES or parsed.mention_kinds.get(word) == "time":
            return None
        if parsed.pos[word] in ("DET", "ADP", "PUNCT", "CCONJ", "ADV", "VERB", "AUX", "PART"):
            return None
        dep = parsed.deps[word]
        speaker = self._speaks(word)
        if low in PRONOUNS:
            kind, gender = PRONOUNS[low]
            if dep == "expl":
                return None
            return Candidate(
                word, "" if kind == "several" else kind, kind == "several", gender,
                dep in _SUBJECTS, speaker, True, -1, 0,
            )  # fmt: skip
        figure, often, kind, gender = self._named(word)
        one = singular(low)
        role = one in ROLES or one in GENDERED_ROLES
        if not kind:
            model = parsed.mention_kinds.get(word, "")
            kind = {"person": "person", "organization": "body", "place": "place"}.get(
                model, "thing"
            )
            kind = "person" if role and parsed.pos[word] == "NOUN" else kind
            gender = GENDERED_ROLES.get(one, "")
        several = not often and (parsed.tags[word] in ("NNS", "NNPS") or low in PEOPLES)
        joint = any(parsed.deps[c] == "conj" for c in parsed.children[word])
        return Candidate(
            word, kind, several or joint, "" if several else gender,
            dep in _SUBJECTS, speaker, False, figure, often,
        )  # fmt: skip

    def _speaks(self, word: int) -> bool:
        parsed = self._parsed
        head = parsed.heads[word]
        if parsed.deps[word] in _SUBJECTS and parsed.lemmas[head].lower() in _SPEECH:
            return True
        return parsed.deps[word] == "obl" and any(
            parsed.lower[child] == "according" for child in parsed.children[word]
        )

    def _sentence(self, word: int) -> int:
        return bisect_right(self._parsed.sentence_starts, word)

    def _bound(self, word: int, pronoun: int, above: Sequence[int]) -> bool:
        """Whether grammar forbids it: both are arguments of one verb, or one holds the other."""
        parsed = self._parsed
        if word in above and parsed.deps[pronoun] != "nsubj":
            return word not in above[1:] or parsed.pos[word] in ("NOUN", "PROPN")
        if word in above:
            return parsed.pos[word] in ("NOUN", "PROPN") and parsed.deps[word] != "root"
        if parsed.lower[pronoun].endswith(("self", "selves")):
            return False
        return (
            parsed.heads[word] == parsed.heads[pronoun]
            and parsed.deps[word] in _ARGUMENTS
            and parsed.deps[pronoun] in _ARGUMENTS
        )

    def _features(
        self, c: Candidate, pronoun: int, back: int, order: int, wanted: str, gender: str
    ) -> tuple[float, ...]:
        parsed = self._parsed
        word = c.word
        dep = parsed.deps[word]
        p_subject = parsed.deps[pronoun] in _SUBJECTS
        p_speaker = p_subject and parsed.lemmas[parsed.heads[pronoun]].lower() in _SPEECH
        quoted, p_quoted = parsed.quoted[word], parsed.quoted[pronoun]
        lines = parsed.lines[pronoun] - parsed.lines[word]
        entity = parsed.entities.get(pronoun)
        frequent = self._often(c)
        return (
            float(back == 0),
            float(back == 1),
            float(back),
            float(min(max(lines, 0), 3)),
            float(c.subject),
            float(c.speaker),
            float(c.speaker and p_speaker),
            float(c.subject and p_subject),
            float(entity is not None and parsed.entities.get(word) == entity),
            float(c.pronoun and parsed.lower[word][0] == parsed.lower[pronoun][0]),
            float(c.pronoun),
            float(c.often > 0),
            float(dep in _INSIDE),
            float(quoted and not p_quoted),
            float(p_quoted and not quoted and c.speaker and back <= 1),
            float(order) ** 0.5,
            frequent,
            float(c.subject and back == 0 and _reports(parsed, parsed.heads[word], pronoun)),
            float(bool(gender) and c.gender == gender),
            float(c.kind == "body"),
            float(c.several),
            float(dep == "obj"),
            float(dep in ("nsubj:pass", "obl:agent")),
            float(word > pronoun),
            float(parsed.lower[word] in _GENERIC),
            float(c.subject and parsed.sentence(word)[0] + 4 > word),
            float(c.often > 0 and c.kind == "body" and wanted != "person"),
            float(c.kind == "place"),
            float(c.kind == "person"),
            float(p_speaker and c.kind in ("person", "body")),
            float(p_speaker and c.kind == "thing"),
        )

    def _often(self, candidate: Candidate) -> float:
        """How often the text names it: the root of the number, from 0."""
        if candidate.pronoun:
            return 0.0
        count = candidate.often or self._counts[self._parsed.lemmas[candidate.word]]
        return min(float(count), 9.0) ** 0.5 - 1.0


def _fits(candidate: Candidate, wanted: str, gender: str) -> bool:
    """Whether number, gender and kind allow it."""
    if wanted == "person":
        if candidate.kind != "person" or (candidate.several and not candidate.gender):
            return False
        return not (gender and candidate.gender and candidate.gender != gender)
    if wanted == "thing":
        return candidate.kind != "person" and not (candidate.several and not candidate.often)
    return candidate.several or candidate.kind in ("body", "place")


def _ancestors(parsed: Parsed, word: int) -> list[int]:
    found: list[int] = []
    while parsed.heads[word] != word and len(found) < 30:
        word = parsed.heads[word]
        found.append(word)
    return found


def _reports(parsed: Parsed, verb: int, word: int) -> bool:
    """Whether a word stands in a clause that a verb governs: "she said he had left"."""
    steps = 0
    while parsed.heads[word] != word and steps < 12:
        if parsed.heads[word] == verb and parsed.deps[word] in ("ccomp", "xcomp", "advcl"):
            return True
        word = parsed.heads[word]
        steps += 1
    return False


def _awaited(parsed: Parsed, pronoun: int) -> int | None:
    """The subject after a fronted clause: "After he was arrested, the minister resigned"."""
    verb = parsed.heads[pronoun]
    for _ in range(3):
        if parsed.deps[verb] == "advcl" and parsed.heads[verb] > pronoun:
            for child in parsed.children[parsed.heads[verb]]:
                if parsed.deps[child] in _SUBJECTS and child > pronoun:
                    return child
            return None
        if parsed.heads[verb] == verb:
            return None
        verb = parsed.heads[verb]
    return None


def _rule(values: Sequence[float], parsed: Parsed, candidate: Candidate, pronoun: int) -> str:
    """The habit in words, by what is striking about the antecedent."""
    named = dict(zip(FEATURES, values, strict=True))
    if named["following"]:
        return "pronoun.following_subject"
    if named["speaker"] and parsed.lines[candidate.word] == parsed.lines[pronoun]:
        return "pronoun.same_paragraph"
    if named["speaker"]:
        return "pronoun.last_speaker"
    if named["reported_by"] or named["subject"]:
        return "pronoun.last_subject"
    if named["same_entity"]:
        return "pronoun.coreference"
    return "pronoun.nearest"


#: What each habit weighs, per kind of pronoun, in the order of ``FEATURES``.
WEIGHTS: Mapping[str, tuple[float, ...]] = {
    "person": (
        1.50, -0.20, -0.46, -0.40, 1.14, -0.96, 0.21, 0.10, 1.57, 0.46, 0.36, 0.84, -0.03, 0.32,
        -0.27, -0.50, 0.09, 0.08, 1.07, 0.00, -0.06, -0.33, 0.08, 0.10, -0.00, -0.19, 0.00,
        0.00, -0.00, 0.00, 0.00,
    ),
    "thing": (
        1.57, 0.59, -0.30, -0.80, 0.66, 0.03, 0.21, 0.28, 2.10, -0.04, -0.04, 0.39, -1.03,
        -0.75, -0.66, -0.51, 0.24, -0.32, 0.00, -0.36, 0.16, 0.73, 0.49, -0.97, 0.34, 0.81,
        0.45, -0.39, 0.00, 0.24, -0.16,
    ),
    "several": (
        2.51, 1.04, -0.08, -0.30, -0.36, 0.29, 0.48, 0.16, 2.26, 0.76, 0.76, -0.64, 0.28, 0.58,
        -0.07, -0.66, 0.79, 0.95, 0.00, 1.00, 0.81, 0.30, 0.60, 0.00, 0.07, 1.18, -0.30, -1.50,
        0.95, 0.78, -0.49,
    ),
}  # fmt: skip
