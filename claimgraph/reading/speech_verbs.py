"""Verbs of speech, for telling reported speech from thoughts, feelings and plans."""

from __future__ import annotations

from collections.abc import Iterable

_VERBS = frozenset(
    """
    accord accuse acknowledge add admit agree allege announce argue ask assert believe blame boast
    brag call caution charge cite claim comment complain concede conclude condemn confirm contend
    continue counter criticize declare decline demand denounce deny describe disagree disclose
    dismiss discuss dispute estimate exclaim explain find fire hint imply indicate insist joke
    lament maintain mention note object observe pledge point post praise predict promise propose
    publish question quip quote recall recommend refuse reiterate reject remark repeat reply report
    respond retort reveal say shoot show speak state stress suggest talk tell testify think
    threaten tout tweet urge vow warn write
    """.split()
)
_IRREGULAR = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "thought": "think",
    "found": "find",
    "shown": "show",
    "spoke": "speak",
    "shot": "shoot",
    "denied": "deny",
    "denies": "deny",
    "replied": "reply",
    "replies": "reply",
    "implied": "imply",
    "testified": "testify",
    "quipped": "quip",
    "bragged": "brag",
}


def is_reporting(words: Iterable[str]) -> bool:
    """Whether one of the words is a form of a verb of speech.

    >>> is_reporting(["has", "denied"]), is_reporting(["hopes"])
    (True, False)
    """
    return any(_VERBS & _bases(word.lower()) for word in words)


def _bases(word: str) -> set[str]:
    """What the word may be a form of."""
    bases = {word, _IRREGULAR.get(word, word)}
    for ending, kept in (("s", ""), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e")):
        if word.endswith(ending):
            bases.add(word[: -len(ending)] + kept)
    return bases
