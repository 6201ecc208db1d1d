"""Ids that come from content: the same input has the same ids on every machine, in every run."""

import re
import unicodedata
from hashlib import sha256

#: Hexadecimal digits of an id. 80 bits: two of 10^9 collide once in a million.
DIGITS = 20


def content_id(prefix: str, *parts: object) -> str:
    """An id that depends on nothing but ``parts``.

    Every part is written with its length before it, so that ``("ab", "c")`` and ``("a", "bc")``
    differ. ``None`` differs from the empty string.

    Args:
        prefix: What kind of record this is, three letters.
        parts: Strings, numbers or ``None``, in a fixed order.

    Returns:
        The prefix, an underscore and 20 hexadecimal digits of a SHA-256.

    >>> content_id("src", "SOHR")
    'src_36f6837401529e0dc6cb'
    >>> content_id("src", "SOHR") == content_id("src", "SOHR", None)
    False
    """
    texts = ["-" if part is None else f"{len(text := str(part))}:{text}" for part in parts]
    digest = sha256("|".join(texts).encode("utf-8")).hexdigest()
    return f"{prefix}_{digest[:DIGITS]}"


def text_digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits.

    >>> text_digest("HTS did not issue a statement.")[:16]
    'b0d28182dc581886'
    """
    return sha256(text.encode("utf-8")).hexdigest()


_APOSTROPHES = str.maketrans("", "", ".'’ʼ`´")
_NOT_A_WORD = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"(?:the|a|an) (?=.)")


def name_key(name: str) -> str:
    """A name without what does not tell names apart: case, accents, punctuation, a leading article.

    >>> name_key("The U.S. State Department"), name_key("Ibrāhīm  al-Jafari")
    ('us state department', 'ibrahim al jafari')
    >>> name_key("the A")
    'a'
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()
    words = _NOT_A_WORD.sub(" ", plain).strip()
    return _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
