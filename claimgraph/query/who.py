"""Whom a question names: sources by name, alias, acronym or id, and those who speak for them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from rapidfuzz import fuzz, process, utils
from sqlalchemy import Select, select
from sqlalchemy.sql.expression import FromClause

from claimgraph.errors import QueryError, UnknownSourceError
from claimgraph.model import Source
from claimgraph.query.lens import Clause, Lens
from claimgraph.query.nested import there_is
from claimgraph.store.rows import key
from claimgraph.store.schema import (
    participant,
    relay,
    ruling,
    source,
    source_name,
    target,
)

#: The fields of a source that hold its names.
NAMED_BY = frozenset({"name", "aliases"})

#: How many names are looked through for the nearest, at most, when a name is not known.
NAMES = 100_000


@dataclass(frozen=True)
class Who:
    """Somebody as a question names them.

    Attributes:
        label: As the user wrote it.
        key: The name without what does not tell names apart; ``None`` where it is an id.
        source_id: The id, where it is one.
        members: Whether those who speak for it count too.
    """

    label: str
    key: str | None
    source_id: str | None
    members: bool

    def words(self) -> str:
        """As :meth:`explain` says it."""
        return f"{self.label} or its members" if self.members else self.label


def someone(lens: Lens, named: str | Source, *, members: bool, mentioned: bool = False) -> Who:
    """Look up whom a name or an id stands for.

    Args:
        lens: Where to look.
        named: A name in any case, with or without its article; an alias; an acronym; an id; or a
            source.
        members: Whether those who speak for it count too.
        mentioned: Whether it is enough that a text names them as a relay or as accused.

    Raises:
        UnknownSourceError: Nobody bears the name; the message has the nearest ones.
        QueryError: It is neither a text nor a source.
    """
    if isinstance(named, Source):
        if _has(lens, select(source.c.id).where(source.c.id == named.id)):
            return Who(named.name, None, named.id, members)
        raise UnknownSourceError(named.name, _near(lens, named.name))
    if not isinstance(named, str):
        raise QueryError(
            f"a source is asked for by name, id or record, not by {named!r}; name several one "
            "after the other: said_by(a, b)"
        )
    compared = key(named)
    if compared and _is_borne(lens, compared):
        return Who(named, compared, None, members)
    if named.isprintable() and _has(lens, select(source.c.id).where(source.c.id == named)):
        (row,) = lens.store.rows(select(source.c.name).where(source.c.id == named))
        name, *_ = renamed(lens).get(named, (row[0],))
        return Who(name, None, named, members)
    if compared and mentioned and any(_has(lens, each) for each in _mentions(compared)):
        return Who(named, compared, None, members)
    spelled = _spelled_out(lens, named)
    if spelled is not None:
        return Who(named, spelled, None, members)
    raise UnknownSourceError(named, _near(lens, named))


def everyone(
    lens: Lens, named: Iterable[str | Source], *, members: bool, mentioned: bool = False
) -> tuple[Who, ...]:
    """Look up several; at least one must be named."""
    found = tuple(someone(lens, each, members=members, mentioned=mentioned) for each in named)
    if not found:
        raise QueryError("name at least one source")
    return found


def renamed(lens: Lens) -> dict[str, tuple[str, ...]]:
    """The names of those sources whose names somebody corrected, by their ids; people correct few.

    The names that the texts have for them no longer count: see :func:`as_texts_call`.
    """
    fields = sorted(NAMED_BY & lens.ruled)
    if not fields:
        return {}
    s, r = lens.alias(source), lens.alias(ruling)
    corrected = [r.c.subject == s.c.id, r.c.field.in_(fields), lens.scope.holds(r)]
    found: dict[str, dict[str, Any]] = {}
    for row in lens.rows(select(s.c.id, s.c.body, r.c.field, r.c.value).where(*corrected)):
        found.setdefault(row.id, json.loads(row.body))[row.field] = json.loads(row.value)
    return {id_: (each["name"], *each.get("aliases", ())) for id_, each in found.items()}


def as_texts_call(lens: Lens, n: FromClause) -> list[Clause]:
    """That a name in the texts, a row of ``n``, is not one that somebody corrected."""
    fields = sorted(NAMED_BY & lens.ruled)
    if not fields:
        return []
    r = lens.alias(ruling)
    return [
        ~there_is(
            r, where=[r.c.subject == n.c.source_id, r.c.field.in_(fields), lens.scope.holds(r)]
        )
    ]


def _is_borne(lens: Lens, compared: str) -> bool:
    in_texts = [source_name.c.key == compared, *as_texts_call(lens, source_name)]
    if _has(lens, select(source_name.c.source_id).where(*in_texts)):
        return True
    return any(compared == key(name) for names in renamed(lens).values() for name in names)


def _mentions(name: str) -> tuple[Select[Any], ...]:
    tables = (relay, target, participant)
    return tuple(select(table.c.key).where(table.c.key == name) for table in tables)


def _has(lens: Lens, found: Select[Any]) -> bool:
    return bool(list(lens.store.rows(found.limit(1))))


def _spelled_out(lens: Lens, acronym: str) -> str | None:
    """The key of the one name that an acronym spells: "SOHR" of a Syrian Observatory for Human
    Rights that no text abbreviates.
    """
    letters = acronym.replace(".", "")
    if not (letters.isalpha() and letters.isupper() and 2 < len(letters) < 9):
        return None
    found = {key(name) for name in _names(lens) if letters in _initials(name)}
    return found.pop() if len(found) == 1 else None


def _initials(name: str) -> tuple[str, str]:
    """The initials of a name, of its capitalised words and of all."""
    words = name.split()
    return (
        "".join(word[0] for word in words if word[0].isupper()),
        "".join(word[0] for word in words).upper(),
    )


def _names(lens: Lens) -> Iterable[str]:
    in_texts = select(source_name.c.name).where(*as_texts_call(lens, source_name)).limit(NAMES)
    corrected = (name for names in renamed(lens).values() for name in names)
    return chain((row[0] for row in lens.store.rows(in_texts)), corrected)


def _near(lens: Lens, name: str) -> list[str]:
    """The names most like this one, the nearest first."""
    readable = name.encode("utf-8", "replace").decode("utf-8")
    names = dict.fromkeys(_names(lens))
    found = process.extract(
        readable,
        names.keys(),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=5,
        score_cutoff=60,
    )
    return [each for each, _, _ in found]
