"""Whose words stand in quotation marks, as far as the sentence around them says it."""

from __future__ import annotations

from claimgraph.reading.parsed import Parsed

#: Words from a quotation to the verb that says whose it is.
NEAR = 12
#: Words of the longest quotation whose edges are looked for.
LONGEST = 400
_SUBJECTS = ("nsubj", "nsubj:pass")


def quoted_by(parsed: Parsed, word: int) -> int | None:
    """The head of the subject of the verb beside the quotation that a word stands in.

    ``None`` where the word is in no quotation, or nothing beside it says.
    """
    if not parsed.quoted[word]:
        return None
    size = len(parsed.words)
    end = word
    while end < min(size, word + LONGEST) and parsed.quoted[end]:
        end += 1
    start = word
    while start > max(0, word - LONGEST) and parsed.quoted[start - 1]:
        start -= 1
    for place in range(end, min(end + NEAR, size)):
        if parsed.lines[place] != parsed.lines[word]:
            break
        if parsed.deps[place] in _SUBJECTS and parsed.tags[place][0] in "NP":
            return place
    for place in range(start - 1, max(start - NEAR, -1), -1):
        if parsed.deps[place] in _SUBJECTS and parsed.tags[place][0] in "NP":
            return place
    return None
