"""Who can be accused and asked at all: somebody who could answer, and no debt, article or war."""

import re

from claimgraph.reading.cast.kinds import BODY_NOUNS, STATE_NOUNS
from claimgraph.text import groups, media, titles
from claimgraph.text.nouns import GRAMMAR
from claimgraph.vocabulary import Naming, SourceKind

#: Whose name or description is enough.
_CAN_SPEAK = frozenset(
    (
        *(SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.STATE),
        *(SourceKind.ARMED_GROUP, SourceKind.MEDIA),
    )
)
#: Of those that the reader did not make out, only these are people or bodies.
_ACTING = BODY_NOUNS | STATE_NOUNS | groups.NOUNS | media.NOUNS | titles.KINDRED | titles.UNNAMED
#: Everybody and nobody: there is no one among them to be asked.
_CROWDS = frozenset(
    """
    people persons others folks men women children boys girls families everybody everyone anybody
    anyone public electorate electorates population populations majority minority handful percent
    plurality citizens americans foreigners immigrants migrants refugees taxpayers voters viewers
    readers fans users youths christians muslims jews catholics evangelicals whites blacks ones
    millennials independents sickos society world humanity nation country history generation
    """.split()
)
_QUANTITIES = frozenset("some most many both all few several half none neither one two".split())
#: Nobody who is called so is known without the text around: "his representatives", "each other".
_OPEN = frozenset(
    """
    i me we us you he him she her it they them who whom whose what which whoever this that these
    those my our your his its their each another's
    """.split()
)
_WORD = re.compile(r"[^\W_]+(?:[-.’'&][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


def can_answer(name: str, kind: SourceKind, naming: Naming | None = None) -> bool:
    """Whether somebody could say something to an accusation.

    Persons, bodies, states, armed groups and media can, named or described ("the rebels"), and so
    can people who speak as one ("journalists"). A thing, a document, a crowd of nobody in
    particular ("others", "real Christians") and whoever is only pointed at ("they", "his
    representatives") cannot.

    Args:
        name: What they are called.
        kind: What they are taken for.
        naming: How they are named; nothing where no source is known.

    >>> can_answer("Exxon", SourceKind.ORGANISATION, Naming.NAMED)
    True
    >>> can_answer("terrorist groups in an HTS-held area", SourceKind.UNKNOWN)
    True
    >>> can_answer("national debt", SourceKind.UNKNOWN, Naming.DESCRIBED)
    False
    >>> can_answer("his representatives", SourceKind.COLLECTIVE, Naming.DESCRIBED)
    False
    """
    words = _WORD.findall(name)
    if not words or naming is Naming.PRONOUN or kind is SourceKind.DOCUMENT:
        return False
    first, head = words[0].lower(), _head(words)
    if first in _QUANTITIES and len(words) > 2 and words[1].lower() == "of":
        # "One of the journalists" is one of them; "some of it" is nothing.
        return can_answer(" ".join(words[2:]).removeprefix("the "), kind, naming)
    if naming is Naming.NAMED and kind in _CAN_SPEAK and len(words) > 1:
        return first not in _OPEN
    if first in _OPEN or head in _CROWDS or head in _QUANTITIES:
        return False
    if kind in _CAN_SPEAK or kind in (SourceKind.COLLECTIVE, SourceKind.ANONYMOUS):
        return not head.isdigit()
    return _acts(words, head)


def _acts(words: list[str], head: str) -> bool:
    """Whether words of which nothing more is known call people or a body."""
    if head in _ACTING or titles.singular(head) in titles.ROLES:
        return True
    named = all(word[0].isupper() or word.lower() in GRAMMAR for word in words)
    return named and words[0].lower() not in GRAMMAR


def _head(words: list[str]) -> str:
    """The noun of a phrase: the last word before "of", "in", "who" …; of names the last one."""
    found = words[0]
    for number, word in enumerate(words):
        if number and word.lower() in GRAMMAR:
            break
        found = word
    return _POSSESSIVE.sub("", found).lower()
