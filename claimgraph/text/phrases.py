"""Phrases of a closed vocabulary: every word of a text becomes one letter, and plain regular
expressions read the letters.

A grammar is then a list of short templates, most of a text is looked at in C alone, and a word that
no template knows ends every phrase at once. In a template

- ``in`` in small letters is that word, in any case,
- ``MONTH`` in capitals is a class of words, or a piece of that name,
- ``<DATE>`` is a phrase of that kind, the first rule that fits,
- ``_`` is white space, ``,`` ``-`` and other marks are themselves, other space means nothing,
- ``(`` groups, ``day=(…)`` and ``day=<DATE>`` name what they find, and ``| ? (?! (?=`` are as in
  ``re``. A phrase stands outside all groups.

Nothing repeats without end, so the time is linear in the length of the text.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, repeat
from typing import NamedTuple

#: A run of letters, a run of digits, a run of white space, or any other character.
_TOKEN = re.compile(r"[^\W\d_]+|\d+|\s+|.", re.DOTALL)
_NAME = re.compile(r"(\(\?P<[a-z]+)_\d*>")
_PHRASE = re.compile(r"(?:([a-z]+)=)?<([A-Z]+)>")
_TEMPLATE = re.compile(
    r"(?P<name>[a-z]+)=\(|(?P<syntax>\(\?[!=]|[|?)])|(?P<open>\()"
    r"|(?P<class>[A-Z]+)|(?P<word>[a-z]+)|(?P<mark>[-_,.:/])|\s+"
)
#: White space that may stand in a phrase; an empty line may not.
SPACES = frozenset({" ", "\n", "\t", "\u00a0", "\u2009", "\u202f", "  ", "\r\n", " \n", "\n "})
_MARKS = {
    "_": SPACES,
    "-": frozenset("-‐‑–"),
    ",": frozenset(","),
    ".": frozenset("."),
    ":": frozenset(":"),
    "/": frozenset("/"),
}
#: What stands for a word that no template knows.
OTHER = "0"
_LETTERS = [letter for letter in map(chr, range(0x41, 0x800)) if letter.isalpha()]


def split(text: str) -> list[str]:
    """The tokens of a text: words, numbers, white space and single marks; joined, they are it.

    >>> split("17th of May, 9am")
    ['17', 'th', ' ', 'of', ' ', 'May', ',', ' ', '9', 'am']
    """
    return _TOKEN.findall(text)


def forms(words: str) -> frozenset[str]:
    """Each of the words as it is, capitalised, and in capitals."""
    return frozenset(
        form for word in words.split() for form in (word, word.capitalize(), word.upper())
    )


@dataclass(frozen=True, slots=True)
class Phrase:
    """A place where a rule fits.

    Attributes:
        rule: The name of the rule.
        start: Its first token.
        end: One past its last token.
        spans: The tokens of what the rule names.
        phrases: The phrases in it, by the names that the rule gives them.
    """

    rule: str
    start: int
    end: int
    spans: Mapping[str, tuple[int, int]]
    phrases: Mapping[str, "Phrase"]


class _Part(NamedTuple):
    """A piece of a template: an expression to match, or the name of a kind of phrase."""

    expression: re.Pattern[str] | None
    kind: str
    name: str


class Grammar:
    """Rules of phrases over classes of words.

    Args:
        classes: The words of each class, exactly as they are written. A word may be in several.
        pieces: Templates that others may name, if they stand before them.
        rules: The templates of each rule, by its name.
        kinds: The rules of each kind of phrase, in the order in which they are tried.

    Raises:
        ValueError: A template holds a sign that it cannot hold.
        KeyError: A template names a class, or a kind a rule, that is not there.

    >>> grammar = Grammar(
    ...     classes={"DAY": frozenset({"1", "2"}), "MONTH": frozenset({"May", "June"})},
    ...     pieces={},
    ...     rules={"DATE": ["day=(DAY) _ (of _)? MONTH"], "SINCE": ["since _ day=<POINT>"]},
    ...     kinds={"POINT": ["DATE"], "TIME": ["SINCE", "DATE"]},
    ... )
    >>> text = grammar.text(split("Talks since 2 of June"))
    >>> phrase = text.phrase("TIME", 2, lambda phrase: True)
    >>> phrase.rule, phrase.end, phrase.phrases["day"].spans
    ('SINCE', 9, {'day': (4, 5)})
    """

    def __init__(
        self,
        *,
        classes: Mapping[str, frozenset[str]],
        pieces: Mapping[str, str],
        rules: Mapping[str, Sequence[str]],
        kinds: Mapping[str, Sequence[str]],
    ) -> None:
        known = dict(classes) | _MARKS
        for template in (*pieces.values(), *(one for many in rules.values() for one in many)):
            known |= {word: forms(word) for word in _words_of(template)}
        self._letter_of = _letters(known)
        self._sets = {
            name: _one_of(self._letter_of[word] for word in words) for name, words in known.items()
        }
        self._pieces: dict[str, str] = {}
        for name, template in pieces.items():
            self._pieces[name] = self._expanded(template)
        self._kinds = kinds
        self._firsts: dict[str, frozenset[str]] = {}
        self.rules = {
            name: [self._parts(template) for template in templates]
            for name, templates in rules.items()
        }
        self._rules_at: dict[str, dict[str, tuple[str, ...]]] = {}
        for kind in kinds:
            self._rules_at[kind] = self._by_first_letter(kind)

    def text(self, tokens: Sequence[str]) -> "Text":
        """The tokens of a text, ready to be looked at."""
        letters = "".join(map(self._letter_of.get, tokens, repeat(OTHER)))
        return Text(self.rules, self._rules_at, letters)

    def one_of(self, *classes: str) -> re.Pattern[str]:
        """An expression for the letter of any word of these classes."""
        return re.compile("|".join(self._sets[name] for name in classes))

    def first_of(self, kind: str) -> re.Pattern[str]:
        """An expression for the letter of any word that a phrase of this kind begins with."""
        return re.compile(_one_of(self._rules_at[kind]))

    def _parts(self, template: str) -> list[_Part]:
        parts: list[_Part] = []
        pieces = _PHRASE.split(template)
        for at in range(0, len(pieces), 3):
            if pieces[at].strip():
                parts.append(_Part(re.compile(self._expanded(pieces[at])), "", ""))
            if at + 2 < len(pieces):
                parts.append(_Part(None, pieces[at + 2], pieces[at + 1] or ""))
        return parts

    def _expanded(self, template: str) -> str:
        """The template as a regular expression over letters."""
        pieces: list[str] = []
        end = 0
        for part in _TEMPLATE.finditer(template):
            if part.start() != end:
                break
            end = part.end()
            match part.lastgroup:
                case "name":
                    pieces.append(f"(?P<{part['name']}_>")
                case "syntax":
                    pieces.append(part.group())
                case "open":
                    pieces.append("(?:")
                case "class" if part.group() in self._pieces:
                    pieces.append(f"(?:{self._pieces[part.group()]})")
                case "class" | "word" | "mark":
                    pieces.append(self._sets[part.group()])
        if end != len(template):
            raise ValueError(f"a template cannot hold {template[end : end + 20]!r}")
        # One name may stand in several branches, which ``re`` does not allow.
        number = count()
        expression = _NAME.sub(lambda name: f"{name[1]}_{next(number)}>", "".join(pieces))
        return f"(?:{expression})"

    def _by_first_letter(self, kind: str) -> dict[str, tuple[str, ...]]:
        rules: dict[str, list[str]] = {}
        for rule in self._kinds[kind]:
            for letter in self._first_of_rule(rule):
                rules.setdefault(letter, []).append(rule)
        return {letter: tuple(names) for letter, names in rules.items()}

    def _first_of_rule(self, rule: str) -> frozenset[str]:
        if rule not in self._firsts:
            letters: set[str] = set()
            for parts in self.rules[rule]:
                for part in parts:
                    if part.expression is None:
                        for inner in self._kinds[part.kind]:
                            letters |= self._first_of_rule(inner)
                        break
                    first, _, may_be_empty = _first(part.expression.pattern, 0)
                    letters |= first
                    if not may_be_empty:
                        break
            self._firsts[rule] = frozenset(letters)
        return self._firsts[rule]


class Text:
    """A text to find phrases in.

    Attributes:
        letters: One letter for each token.
    """

    def __init__(
        self,
        rules: Mapping[str, Sequence[Sequence[_Part]]],
        rules_at: Mapping[str, Mapping[str, tuple[str, ...]]],
        letters: str,
    ) -> None:
        self.letters = letters
        self._rules = rules
        self._rules_at = rules_at
        self._found: dict[tuple[str, int], Phrase | None] = {}

    def phrase(self, kind: str, at: int, fits: Callable[[Phrase], bool]) -> Phrase | None:
        """The phrase of a kind that begins at a token, by the first rule that fits.

        Args:
            kind: The kind of phrase.
            at: The token.
            fits: Whether a phrase is one, as far as more than its words must be asked. It must
                be the same for all calls.
        """
        if at >= len(self.letters):
            return None
        key = (kind, at)
        if key not in self._found:
            self._found[key] = self._first_that_fits(kind, at, fits)
        return self._found[key]

    def _first_that_fits(self, kind: str, at: int, fits: Callable[[Phrase], bool]) -> Phrase | None:
        for rule in self._rules_at[kind].get(self.letters[at], ()):
            for parts in self._rules[rule]:
                phrase = self._matched(rule, parts, at, fits)
                if phrase is not None and fits(phrase):
                    return phrase
        return None

    def _matched(
        self, rule: str, parts: Sequence[_Part], start: int, fits: Callable[[Phrase], bool]
    ) -> Phrase | None:
        at = start
        spans: dict[str, tuple[int, int]] = {}
        phrases: dict[str, Phrase] = {}
        for expression, kind, name in parts:
            if expression is None:
                inner = self.phrase(kind, at, fits)
                if inner is None:
                    return None
                phrases[name] = inner
                at = inner.end
                continue
            match = expression.match(self.letters, at)
            if match is None:
                return None
            at = match.end()
            for group, number in expression.groupindex.items():
                if match.start(number) >= 0:
                    spans[group.partition("_")[0]] = match.span(number)
        return Phrase(rule, start, at, spans, phrases) if at > start else None


def _words_of(template: str) -> set[str]:
    """The words of a template, which are no names of groups."""
    bare = _PHRASE.sub(" ", template)
    return {part["word"] for part in _TEMPLATE.finditer(bare) if part["word"]}


def _letters(classes: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """A letter for each word; words that are in just the same classes share it."""
    classes_of: dict[str, list[str]] = {}
    for name, words in classes.items():
        for word in words:
            classes_of.setdefault(word, []).append(name)
    letter_of: dict[tuple[str, ...], str] = {}
    for names in classes_of.values():
        if tuple(names) not in letter_of:
            letter_of[tuple(names)] = _LETTERS[len(letter_of)]
    return {word: letter_of[tuple(names)] for word, names in classes_of.items()}


def _one_of(letters: Iterable[str]) -> str:
    """A regular expression for one of the letters."""
    different = sorted(set(letters))
    return different[0] if len(different) == 1 else f"[{''.join(different)}]"


def _first(expression: str, at: int) -> tuple[set[str], int, bool]:
    """The letters that an expression of ours can begin with.

    Returns:
        They, where the expression ends, and whether it may be empty.
    """
    letters: set[str] = set()
    empty = True
    any_empty = False
    while at < len(expression) and expression[at] != ")":
        if expression[at] == "|":
            any_empty |= empty
            empty = True
            at += 1
            continue
        if expression.startswith(("(?!", "(?="), at):
            _, at, _ = _first(expression, at + 3)
            at += 1
            continue
        if expression[at] == "(":
            inner_start = expression.index(">", at) + 1 if expression[at + 2] == "P" else at + 3
            inner, at, may_be_empty = _first(expression, inner_start)
        elif expression[at] == "[":
            close = expression.index("]", at)
            inner, at, may_be_empty = set(expression[at + 1 : close]), close, False
        else:
            inner, may_be_empty = {expression[at]}, False
        at += 1
        if at < len(expression) and expression[at] == "?":
            may_be_empty = True
            at += 1
        if empty:
            letters |= inner
            empty = may_be_empty
    return letters, at, any_empty or empty
