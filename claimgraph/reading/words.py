"""The tokenizer: spaCy's for English, with what Universal Dependencies and hostile text need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

# A row of one mark ("***", "!!!", "====") is one word in Universal Dependencies.
_MARK_ROW = r"([^\w\s'.\"])\1+"


def make_tokenizer(nlp: Language) -> Tokenizer:
    """spaCy's English tokenizer, keeping rows of one mark together.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> nlp.tokenizer = make_tokenizer(nlp)
    >>> [token.text for token in nlp("Wait!!! *** No.")]
    ['Wait', '!!!', '***', 'No', '.']
    """
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    tokenizer = nlp.tokenizer
    defaults = nlp.Defaults
    prefixes = compile_prefix_regex([_MARK_ROW, *(defaults.prefixes or ())])
    suffixes = compile_suffix_regex([_MARK_ROW, *(defaults.suffixes or ())])
    tokenizer.prefix_search = prefixes.search
    tokenizer.suffix_search = suffixes.search
    tokenizer.infix_finditer = compile_infix_regex(defaults.infixes or ()).finditer
    return tokenizer
