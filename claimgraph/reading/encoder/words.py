"""The tokenizer: spaCy's for English, with what Universal Dependencies and hostile text need."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# A row of one mark ("***", "!!!", "====") is one word in Universal Dependencies.
_MARK_ROW = r"((?![\w\s'.\"])[^\s]|_)\1+"
# So is a mixed row that asks or calls ("?!", ".?").
_CALL_ROW = r"[.:]?[!?]{2,}|[.:][!?]"

# After these, a hyphen does not divide a word in Universal Dependencies ("e-mail", "re-elect").
_BOUND = (
    *("e", "re", "non", "co", "anti", "pre", "mis", "ex", "sub", "counter", "pro", "multi", "mid"),
)
_HYPHEN = "|".join(("-", "–", "—", "--", "---", "——", "~"))
_SPLIT_WORDS = {"wanna": ("wan", "na"), "outta": ("out", "ta"), "lemme": ("lem", "me")}

# The head of an e-mail: '"Ann Orr"<orr@example.org>'.
_BEFORE_ADDRESS = r"(?<=\w)[\"”](?=<)|(?<=[\"”])<(?=\w)"
_ONE_THING = r"(?!\S*[\"”]<)"

# One word: telephone numbers, dates with two hyphens, "the 1990's", "the '90s".
_AS_A_WHOLE = "|".join(
    (
        r"(?:1-)?(?:\d{3}[-/])?\d{3}-\d{4}",
        r"\d{1,2}-\d{1,2}-(?:\d\d){1,2}",
        r"(?:\d\d)?\d0['’]s",
    )
)
_DECADE = r"['’]\d0s(?!\w)"
# Two: "6:30am". A bracket divides: "account(s)".
_HALF_OF_THE_DAY = r"(?<=:\d\d)(?:[ap]m|[ap]\.m\.|[AP]M|[AP]\.M\.)"
_BRACKET = r"(?<=[^\W\d_])\((?=\w)"
# Agencies put themselves between strokes, in capitals: "/TASS/.".
_BEFORE_AGENCY, _BEHIND_AGENCY, _BEHIND_STROKE = (
    r"/(?=[A-Z]{3}[A-Z-]*/)",
    r"(?<=[A-Z]{3})/",
    r"(?<=[A-Z]/)\.",
)

LONGEST_RUN = 150
"""Characters without a blank that reach the tokenizer at once: its time is quadratic in them."""

_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN}}}(?=\S)")


def make_tokenizer(nlp: Language) -> Any:
    """The English tokenizer of spaCy, keeping rows of one mark together.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> nlp.tokenizer = make_tokenizer(nlp)
    >>> [token.text for token in nlp("Wait!!! *** No.")]
    ['Wait', '!!!', '***', 'No', '.']
    """
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    tokenizer: Any = nlp.tokenizer
    defaults = nlp.Defaults
    prefixes = compile_prefix_regex(
        [_DECADE, _BEFORE_AGENCY, _MARK_ROW, _CALL_ROW, *(defaults.prefixes or ())]
    )
    suffixes = compile_suffix_regex(
        [
            _MARK_ROW,
            _CALL_ROW,
            _HALF_OF_THE_DAY,
            _BEHIND_AGENCY,
            _BEHIND_STROKE,
            *(defaults.suffixes or ()),
        ]
    )
    tokenizer.prefix_search = prefixes.search
    tokenizer.suffix_search = suffixes.search
    tokenizer.infix_finditer = compile_infix_regex(_infixes(defaults.infixes or ())).finditer
    tokenizer.token_match = re.compile(rf"(?:{_AS_A_WHOLE})$").match
    address = tokenizer.url_match.__self__.pattern.removeprefix("(?u)")
    tokenizer.url_match = re.compile(_ONE_THING + address).match
    tokenizer.rules = {
        word: parts for word, parts in (tokenizer.rules or {}).items() if "/" not in word
    }
    for word, (left, right) in _SPLIT_WORDS.items():
        tokenizer.add_special_case(word, [{"ORTH": left}, {"ORTH": right}])
        tokenizer.add_special_case(
            word.capitalize(), [{"ORTH": left.capitalize()}, {"ORTH": right}]
        )
    for word in ("etc.", "al.", "Lt.", "Ft."):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    return tokenizer


def _infixes(defaults: Iterable[Any]) -> list[str]:
    """The infixes of spaCy, with the rule for hyphens between letters kept from bound prefixes."""
    bound = "".join(rf"(?<!\b{prefix})(?<!\b{prefix.capitalize()})" for prefix in _BOUND)
    found = [bound + pattern if f"(?:{_HYPHEN})" in pattern else pattern for pattern in defaults]
    return [*found, _BEFORE_ADDRESS, _BRACKET]


class LinearTokenizer:
    """A tokenizer that cuts unbroken runs before another one sees them."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __call__(self, text: str) -> Doc:
        """The words of ``text``; joined again, they are ``text``."""
        doc: Doc
        if _LONG_RUN.search(text) is None:
            doc = self._inner(text)
            return doc
        from spacy.tokens import Doc as SpacyDoc

        words: list[str] = []
        spaces: list[bool] = []
        start = 0
        cuts = [match.end() for match in _LONG_RUN.finditer(text)]
        for end in [*cuts, len(text)]:
            for token in self._inner(text[start:end]):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
            start = end
        return SpacyDoc(self._inner.vocab, words=words, spaces=spaces)

    def __getattr__(self, name: str) -> Any:
        # spaCy asks its tokenizer for more than a call: vocab, to_bytes, explain.
        if name == "_inner":
            raise AttributeError(name)
        return getattr(self._inner, name)
