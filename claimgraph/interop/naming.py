"""Who stands behind the names of a row: sources with their kinds and naming."""

from claimgraph.model import Affiliation, Source
from claimgraph.vocabulary import Naming, SourceKind

_PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs i we you me us who whom this that these "
    "those one some many others both all".split()
)
_ARTICLES = ("the ", "a ", "an ")


def naming(name: str, kind: SourceKind) -> Naming:
    """How a text names somebody, as far as the name alone shows it (AP and Reuters on sourcing).

    Capitals tell a name from a description; a person's name also ends in one.

    >>> naming("Syrian Observatory for Human Rights", SourceKind.ORGANISATION).value
    'named'
    >>> naming("the Homs governor", SourceKind.PERSON).value
    'described'
    >>> naming("they", SourceKind.UNKNOWN).value
    'pronoun'
    """
    if name.casefold() in _PRONOUNS:
        return Naming.PRONOUN
    if kind is SourceKind.ANONYMOUS:
        return Naming.UNNAMED
    if kind is SourceKind.COLLECTIVE:
        return Naming.DESCRIBED
    words = _without_article(name).split()
    telling = words[-1:] if kind is SourceKind.PERSON else words
    return Naming.NAMED if any(word[0].isupper() for word in telling) else Naming.DESCRIBED


class Cast:
    """The sources and affiliations of one document, gathered name by name.

    A source that is met first as somebody's organisation, and later with a kind of its own, gets
    that kind.

    >>> cast = Cast("doc_1")
    >>> cast.source("TASS") == cast.source("TASS", SourceKind.MEDIA)
    True
    >>> [(source.name, source.kind.value) for source in cast.sources()]
    [('TASS', 'media')]
    """

    def __init__(self, document_id: str) -> None:
        self._document_id = document_id
        self._sources: dict[str, Source] = {}
        self._affiliations: dict[str, Affiliation] = {}

    def source(self, name: str, kind: SourceKind = SourceKind.UNKNOWN) -> str:
        """The id of the source of that name."""
        how = naming(name, kind)
        source = Source(
            name=name,
            kind=kind,
            naming=how,
            document_id=None if how is Naming.NAMED else self._document_id,
        )
        known = self._sources.get(source.id)
        if known is None or known.kind is SourceKind.UNKNOWN:
            self._sources[source.id] = source
        return source.id

    def speaks_for(self, member_id: str, organisation: str) -> None:
        """Note that a source speaks for a body of that name; nobody speaks for themselves."""
        organisation_id = self.source(organisation)
        if organisation_id != member_id:
            affiliation = Affiliation(member_id=member_id, organisation_id=organisation_id)
            self._affiliations[affiliation.id] = affiliation

    def sources(self) -> tuple[Source, ...]:
        """Everybody who was named, in the order of first mention."""
        return tuple(self._sources.values())

    def affiliations(self) -> tuple[Affiliation, ...]:
        """Who speaks for whom."""
        return tuple(self._affiliations.values())


def _without_article(name: str) -> str:
    for article in _ARTICLES:
        if name.casefold().startswith(article):
            return name[len(article) :].lstrip() or name
    return name
