"""Whether a name may stand in the place of a pronoun, and whether it is plural there."""

from __future__ import annotations

from claimgraph.reading.cast.cast import Resolution
from claimgraph.reading.cast.parties import Party
from claimgraph.vocabulary import Naming, SourceKind

#: How sure a resolution must be for a name to stand in the place of a pronoun.
_SURE, _SURE_THING = 0.5, 0.7


def is_sure(pronoun: str, found: Resolution, speaker: Party | None) -> bool:
    """Whether a name may stand in the place of a pronoun.

    That it is the speaker, of whose words it is a part, needs less: "Holm said *he* had left".
    Things are many, and "it" may be any of them.
    """
    if speaker is not None and found.party.id == speaker.id:
        return found.score > 0
    return found.score >= (_SURE_THING if pronoun in ("it", "its") else _SURE)


def is_plural(party: Party) -> bool:
    """Whether a party takes a plural verb: "residents", "the Houthis"."""
    if party.kind is SourceKind.COLLECTIVE or len(party.parts) > 1:
        return True
    last = party.name.rsplit(" ", 1)[-1]
    if not last.endswith("s") or last.isupper() or last.endswith(("ss", "us", "is")):
        return False
    return party.kind is SourceKind.ARMED_GROUP or (
        party.naming is not Naming.NAMED and last.islower()
    )
