"""The names that a source bears, and which of them are enough to know it by."""

from dataclasses import dataclass

from claimgraph.model import Source
from claimgraph.store.rows import key
from claimgraph.vocabulary import Naming, SourceKind

#: Before a name it makes a description of it.
_INDEFINITE = frozenset({"a", "an"})

#: With these before it, a surname is still a single name.
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady gen general col colonel maj major lt capt "
    "captain sgt adm admiral brig brigadier president minister ambassador senator sen rep king "
    "queen prince princess sheikh imam".split()
)

#: Kinds that one name alone does not tell apart.
_VAGUE = frozenset({SourceKind.COLLECTIVE, SourceKind.ANONYMOUS})
_MANY_BEAR_IT = frozenset({SourceKind.PERSON, SourceKind.UNKNOWN})


@dataclass(frozen=True)
class SourceName:
    """A name that a source bears.

    Attributes:
        key: What names are compared by.
        name: As it is written.
        strong: Enough to join two sources: a full name, an acronym, or the one-word name of a
            body. A person's single name, a description and a pronoun are not.
    """

    key: str
    name: str
    strong: bool


def names(source: Source) -> list[SourceName]:
    """Every name and alias of a source, one for each key; none for a key that is empty.

    >>> sohr = Source(
    ...     name="Syrian Observatory for Human Rights",
    ...     kind="organisation",
    ...     aliases=["SOHR", "the Observatory", "it"],
    ... )
    >>> [(each.name, each.strong) for each in names(sohr)][1:]
    [('SOHR', True), ('the Observatory', False), ('it', False)]
    """
    found: dict[str, SourceName] = {}
    for name in (source.name, *source.aliases):
        compared = key(name)
        if not compared:
            continue
        strong = source.naming is Naming.NAMED and is_strong(name, source.kind)
        known = found.get(compared)
        if known is None or (strong and not known.strong):
            found[compared] = SourceName(compared, name, strong)
    return list(found.values())


def is_acronym(name: str) -> bool:
    """Whether a name is three or more capitals, with or without points.

    >>> is_acronym("SOHR"), is_acronym("U.S.A."), is_acronym("Reuters")
    (True, True, False)
    """
    letters = name.replace(".", "")
    return len(letters) >= 3 and letters.isalpha() and letters.isupper()


def is_strong(name: str, kind: SourceKind) -> bool:
    """Whether a name is enough to know a source of this kind by.

    >>> is_strong("Igor Konashenkov", SourceKind.PERSON), is_strong("Assad", SourceKind.PERSON)
    (True, False)
    >>> is_strong("Moscow", SourceKind.STATE), is_strong("the ministry", SourceKind.ORGANISATION)
    (True, False)
    """
    if kind in _VAGUE:
        return False
    if is_acronym(name):
        return True
    words = name.split()
    if words[0].lower() in _INDEFINITE:
        return False
    has_article = words[0].lower() == "the"
    telling = [word for word in words[has_article:] if word.strip(".").lower() not in _TITLES]
    if not telling or not telling[0][:1].isupper():
        return False
    if len(telling) > 1:
        return True
    return not has_article and len(telling[0]) > 2 and kind not in _MANY_BEAR_IT
