"""The questions about what was said. They can be asked of claims, and of all that has claims."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from claimgraph.errors import QueryError
from claimgraph.model import Event, Source
from claimgraph.query.about import About, AboutEvent, During, WithQuantity
from claimgraph.query.agreement import Contradicted, Corroborated, SingleSource
from claimgraph.query.base import Query, R, is_whole
from claimgraph.query.filters import Accusing, Concerning, Filter, SaidBy, Unattributed, Via
from claimgraph.query.lens import Lens
from claimgraph.query.times import End, Moment, stretch
from claimgraph.query.where import CLAIM_FIELDS, Field, wheres
from claimgraph.query.who import everyone
from claimgraph.store.rows import word_set


class ClaimQuestions(Query[R]):
    """The filters on claims.

    Asked of anything but claims, they hold for one claim of the record: asked of documents,
    ``.said_by("SOHR").about("Aleppo")`` finds those with a claim that is both said by SOHR and
    about Aleppo.

    Sources are given by name, in any case and with or without their article, by alias or acronym,
    by id, or as a record. Those who speak for a source count as the source, for as long as they
    do, through any number of affiliations; with ``members=False`` they do not.
    """

    #: What :meth:`where` knows beside the fields of claims.
    own_fields: ClassVar[Mapping[str, Field]] = {}

    def said_by(self, *sources: str | Source, members: bool = True) -> Self:
        """Said by one of the sources or by those who speak for them.

        A member counts for what was said while the affiliation held: by the time the text gives for
        it, else by when the article came out, and where neither is known, always.

        Raises:
            UnknownSourceError: Nobody bears a name.
        """
        return self._asks(SaidBy(everyone(self._lens, sources, members=members)))

    def via(self, *sources: str | Source, members: bool = True) -> Self:
        """Passed on by one of the sources: TASS, in "said in comments reported by TASS".

        Raises:
            UnknownSourceError: Nobody bears a name, and no text names such a relay.
        """
        named = everyone(self._lens, sources, members=members, mentioned=True)
        return self._asks(Via(named))

    def accusing(self, *sources: str | Source, members: bool = True) -> Self:
        """Accusing one of the sources, or those who speak for them.

        A claim accuses whom it names as accused. Where no claim of an attribution names anybody,
        all of them accuse whom the attribution does.

        Raises:
            UnknownSourceError: Nobody bears a name, and no text accuses anybody of that name.
        """
        named = everyone(self._lens, sources, members=members, mentioned=True)
        return self._asks(Accusing(named))

    def about(self, what: str | Event | Source) -> Self:
        """About a text, an event, or somebody.

        A text: all its words occur in the claim, in any form ("attacks" finds "attack"), or all
        occur in the label or the place of its event. An event: claims about it, or about one that
        people have joined with it. A source: it plays a part in the claim, or the attribution
        accuses or clears it.

        Raises:
            QueryError: There is no word in the text.
        """
        if isinstance(what, Event):
            return self._asks(AboutEvent(what.id, what.label))
        if isinstance(what, Source):
            return self._asks(Concerning(everyone(self._lens, [what], members=False)))
        if not isinstance(what, str):
            raise QueryError(f"about() takes a text, an event or a source, not {what!r}")
        return self._asks(About(with_words(what)))

    def where(self, **fields: Any) -> Self:
        """With these values in their fields: one value, or a collection of which one fits.

        Of claims: ``polarity``, ``certainty``, ``stance``, ``predicate``; of their attribution:
        ``act``, ``form``, ``type``, ``negated``; of its source: ``kind``, ``naming``; of its
        document: ``publisher``.

        Raises:
            QueryError: There is no such field or no such value; the message lists those there are.
        """
        found: Self = self
        for name, value in fields.items():
            if name in self.own_fields:
                found = found._narrowed(*wheres(self.own_fields, {name: value}))
            else:
                known = {**self.own_fields, **CLAIM_FIELDS}
                found = found._asks(*wheres(known, {name: value}))
        return found

    def published_between(self, start: Moment | None, end: End = ...) -> Self:
        """In documents that came out between two times, the end not among them.

        Times are dates, aware datetimes, ISO 8601 text or intervals; ``None`` leaves a side open.
        Without an end, the time that ``start`` stands for: "2018-11" is that month. What is only
        known to a day or a month passes when some moment of it lies between the two. What has no
        such time does not pass.

        Raises:
            QueryError: A time cannot be read, has no zone, or the end lies before the start.
        """
        return self._asks(During("published", stretch(start, end)))

    def said_between(self, start: Moment | None, end: End = ...) -> Self:
        """Said between two times, as far as the text tells when; as :meth:`published_between`."""
        return self._asks(During("said", stretch(start, end)))

    def happened_between(self, start: Moment | None, end: End = ...) -> Self:
        """About what is said to have happened between two times; as :meth:`published_between`.

        A claim that gives no time has the time of its event.
        """
        return self._asks(During("happened", stretch(start, end)))

    def with_quantity(
        self,
        unit: str = "",
        *,
        at_least: float | None = None,
        at_most: float | None = None,
        of: str = "",
    ) -> Self:
        """With a number of something.

        Args:
            unit: What is counted, in any form: "cases" finds "case"; "" for anything. Alone it
                asks for some number of it.
            at_least: The number, or where only limits are given the nearest of them, is not lower.
            at_most: It is not higher.
            of: Words that occur in what is said of those who are counted: "killed".

        Raises:
            QueryError: A limit is no number, or no text holds what is asked for.
        """
        for limit in (at_least, at_most):
            if limit is not None and not _is_number(limit):
                raise QueryError(f"a limit is a finite number, not {limit!r}")
        if "\0" in of or "\0" in unit:
            raise QueryError("no text holds a NUL; ask without it")
        of, unit = (text.encode("utf-8", "replace").decode("utf-8") for text in (of, unit))
        low, high = (None if limit is None else float(limit) for limit in (at_least, at_most))
        return self._asks(WithQuantity(unit, low, high, of))

    def contradicted(self, by: str | Source | None = None, *, members: bool = True) -> Self:
        """That stand in a contradiction: a relation that nobody rejected, with a claim that can be
        seen; of one source, where ``by`` is given.

        Raises:
            UnknownSourceError: Nobody bears the name.
        """
        named = () if by is None else everyone(self._lens, [by], members=members)
        return self._asks(Contradicted(named))

    def corroborated(self, by_independent: int = 1) -> Self:
        """That at least so many other entities corroborate.

        Sources that are the same count once. A relation that says that they have it from the same
        source, or from one above both, does not count; one that does not say counts.
        """
        if not is_whole(by_independent):
            raise QueryError(f"by_independent is a whole number, not {by_independent!r}")
        if by_independent < 1:
            raise QueryError("by_independent is at least 1; for none, use single_source()")
        return self._asks(Corroborated(by_independent))

    def single_source(self) -> Self:
        """That nobody else corroborates, independent or not."""
        return self._asks(SingleSource())

    def unattributed(self) -> Self:
        """In the article's own voice: the text names no source."""
        return self._asks(Unattributed())

    def _asks(self, *filters: Filter) -> Self:
        """Narrowed by filters on claims."""
        return self._narrowed(claims=filters)

    @property
    def _lens(self) -> Lens:
        return self._context.lens()


def with_words(text: str) -> str:
    """The same text, if there is a word in it that can be looked for.

    Raises:
        QueryError: There is none.
    """
    if not word_set(text):
        raise QueryError(f"there is no word to look for in {text!r}")
    return text


def _is_number(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    # One that no float can hold is no number of people or of anything.
    return is_whole(value)


def first_words(text: str, room: int = 100) -> str:
    """A text on one line, cut where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= room else f"{line[: room - 1]}…"


def names_of(parties: Sequence[Any]) -> str:
    """The names of participants, targets or relays, with commas."""
    return ", ".join(party.name for party in parties)
