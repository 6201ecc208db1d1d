"""Looking closer at a graph: reasons, comparisons, and the views."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from claimgraph.errors import QueryError, UnknownRecordError
from claimgraph.graph import material as gathering
from claimgraph.graph.comparison import Comparison, compare
from claimgraph.graph.judging import Judging, Subject, id_of
from claimgraph.graph.why import Why, explain, find
from claimgraph.model import Claim, Document, Question, Source
from claimgraph.model.marked import MarkedText, place_in_text
from claimgraph.query.claims import Claims
from claimgraph.views.material import Material

if TYPE_CHECKING:
    from claimgraph.markup.picture import Picture
    from claimgraph.views.agreement import Agreement
    from claimgraph.views.framing import Framing
    from claimgraph.views.lineage import Lineages
    from claimgraph.views.matrix import Matrix
    from claimgraph.views.origins import Origins
    from claimgraph.views.silent import Silent
    from claimgraph.views.timeline import Clock, Timeline
    from claimgraph.views.trace import Trace


class Looking(Judging):
    """What can be seen of a graph beyond lists of records.

    Views look at all that can be seen, or at the claims of a query: ``graph.timeline(graph.claims()
    .about("Aleppo"))``. A query of another kind, of another graph, or as of another time is
    refused with a ``QueryError``.
    """

    def why(self, record: Subject) -> Why:
        """What a record rests on, in words: the cue, how its source was found, through whom it
        came, the characters, the document, what it stands against, what people decided.

        Raises:
            UnknownRecordError: No such record can be seen.
        """
        return explain(self, find(self, record) if isinstance(record, str) else record)

    def show(self, document: Document | str) -> MarkedText:
        """The text of a document, with each attribution's source, cue and content marked and
        numbered: in colours in a notebook, with numbered brackets where it is printed.

        Raises:
            UnknownRecordError: No such document can be seen.
        """
        found = self._document(document)
        query = self.attributions().of(found)
        names = {row["source_id"]: row["source"] for row in query.plain() if row["source_id"]}
        return MarkedText(found, tuple(sorted(query, key=place_in_text)), names)

    def compare(self, a: str | Source, b: str | Source) -> Comparison:
        """Two sources side by side, with those who speak for them.

        Raises:
            UnknownSourceError: Nobody bears a name.
            QueryError: Both are one source.
        """
        names = (a if isinstance(a, str) else a.name, b if isinstance(b, str) else b.name)
        same = (self.sources().named(a) & self.sources().named(b)).first()
        if same is not None:
            raise QueryError(f"{names[0]} and {names[1]} are both {same.name}; name two sources")
        said_by_a, said_by_b = self.claims().said_by(a), self.claims().said_by(b)
        left = {claim.id: claim for claim in said_by_a}
        right = {claim.id: claim for claim in said_by_b}
        relations = list(self.relations().between(a, b))
        both = said_by_a | said_by_b
        return compare(names, relations, left, right, self.questions(both), claims=both)

    def questions(self, claims: Claims[Any] | None = None) -> list[Question]:
        """What a person would ask, each question with the claims that answer it: all, or what some
        claims answer among themselves.

        Those that people made come first. What none of them covers is grouped by the library, with
        the method "questions": anew each time, as the claims and relations can be seen. Add one of
        your own with the same claims, and it takes the place of the library's. Among more than
        20,000 claims (:data:`claimgraph.graph.answered.MOST`) only people's are known.
        """
        return gathering.questions(self, claims)

    def plot(self, claims: Claims[Any] | None = None) -> "Picture":
        """The network of sources as a picture: who contradicts, supports, accuses, passes on whom.

        Sources without a tie to another one are counted, not drawn; of more than 60, 40 are
        drawn, those in dispute first. ``timeline().plot()`` and ``agreement().plot()`` draw those.
        """
        from claimgraph.views.network_picture import network_picture

        return network_picture(self.material(claims))

    # Views

    def material(self, claims: Claims[Any] | None = None) -> Material:
        """The records that views are made of: all, or those of some claims."""
        if claims is None:
            return gathering.everything(self)
        return gathering.of_claims(self, claims)

    def trace(self, claim: Claim | str) -> "Trace":
        """The way from a claim to its characters, its document, its relays and its origin.

        Raises:
            UnknownRecordError: No such claim can be seen.
        """
        from claimgraph.views.trace import trace

        claim_id = id_of(claim)
        material = gathering.of_one(self, claim_id)
        ids = [claim_id, *(record.id for record in (*material.attributions, *material.documents))]
        sources = [source.id for source in material.sources]
        return trace(material, claim_id, self.judgements(*ids, *sources))

    def timeline(
        self, claims: Claims[Any] | None = None, clocks: "Iterable[Clock] | None" = None
    ) -> "Timeline":
        """What happened, was said and was published when, and who says so."""
        from claimgraph.views.timeline import Clock, timeline

        return timeline(self.material(claims), tuple(Clock) if clocks is None else tuple(clocks))

    def matrix(
        self,
        claims: Claims[Any] | None = None,
        *,
        rows: Literal["question", "event"] = "question",
        columns: Literal["entity", "side"] = "entity",
    ) -> "Matrix":
        """What each source says to each question."""
        from claimgraph.views.matrix import matrix

        return matrix(self.material(claims), rows=rows, columns=columns)

    def agreement(
        self,
        claims: Claims[Any] | None = None,
        *,
        columns: Literal["entity", "side"] = "entity",
    ) -> "Agreement":
        """How often each two sources agree and contradict each other."""
        from claimgraph.views.agreement import agreement

        return agreement(self.material(claims), columns=columns)

    def silent(self, claims: Claims[Any] | None = None) -> "Silent":
        """Who was accused, or asked, and has not answered."""
        from claimgraph.views.silent import silent

        return silent(self.material(claims))

    def lineage(self, claims: Claims[Any] | None = None) -> "Lineages":
        """Which documents and statements are not independent of each other."""
        from claimgraph.views.lineage import lineage

        return lineage(self.material(claims))

    def origins(self, claim: Claim | str) -> "Origins":
        """From how many origins a claim comes: "4 articles, 1 origin", with the reason.

        Raises:
            UnknownRecordError: No such claim can be seen.
        """
        from claimgraph.views.origins import origins

        claim_id = id_of(claim)
        return origins(gathering.of_agreeing(self, claim_id), claim_id)

    def framing(self, referent: str | Source, claims: Claims[Any] | None = None) -> "Framing":
        """What each source calls one party.

        Raises:
            UnknownSourceError: Nobody bears the name.
        """
        from claimgraph.views.framing import framing

        named = self.sources().named(referent).first()
        name = referent if isinstance(referent, str) else referent.name
        material = self.material(claims)
        if named is not None and material.parties.find(named.id) is None:
            # Whoever no claim speaks of is called nothing, and is known all the same.
            material = replace(material, sources=(*material.sources, named))
        return framing(material, name if named is None else named.id)

    def _document(self, document: Document | str) -> Document:
        if isinstance(document, Document):
            return document
        found = self.documents().ids(document).first()
        if found is None:
            raise UnknownRecordError(f"there is no document {document!r}; see graph.documents()")
        return found
