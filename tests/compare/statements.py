"""Small builders of statements, so that a test reads like a newspaper::

says("SOHR", "around 100 people struggled to breathe")
accuses("Russia", "HTS", "HTS carried out the attack", predicate="carry out")
"""

from typing import Any

from claimgraph.compare.statement import Actor, Statement
from claimgraph.ids import content_id, name_key
from claimgraph.model import Attribution, Claim, Document, Interval, Participant, Relation
from claimgraph.vocabulary import ConflictType, RelationKind, Role, SpeechAct, Stance


def actor(name: str, *also: str) -> Actor:
    """Somebody, by a name and others."""
    return Actor(content_id("src", name_key(name)), name, (name, *also))


def says(
    who: str | Actor | None,
    text: str,
    *,
    in_: str = "doc_a",
    at: int = 0,
    act: SpeechAct = SpeechAct.STATE,
    roles: dict[Role, str] | None = None,
    published: str | None = None,
    **fields: Any,
) -> Statement:
    """What somebody says in an article, as one claim.

    Args:
        who: ``None`` for the article's own voice.
        text: The claim.
        in_: Id of the article.
        at: Place of the claim in it.
        act: What the cue does.
        roles: Who plays which part.
        published: When the article came out.
        fields: Other fields of the claim.
    """
    speaker = actor(who) if isinstance(who, str) else who
    # A place of its own in the article, so that no two claims of a test are one.
    document = Document(id=in_, text=" " * 400 * at + text)
    span = document.span(400 * at, 400 * at + len(text))
    parties = tuple(
        Participant(role=role, name=name, source_id=actor(name).id)
        for role, name in (roles or {}).items()
    )
    actors = {each.source_id: actor(each.name) for each in parties if each.source_id}
    if speaker is not None:
        actors[speaker.id] = speaker
    attribution = Attribution(
        document_id=in_,
        source_id=speaker.id if speaker else None,
        content=(span,),
        act=act,
        targets=tuple(each for each in parties if each.role in (Role.ACCUSED, Role.CLEARED)),
    )
    claim = Claim(
        attribution_id=attribution.id, text=text, spans=(span,), participants=parties, **fields
    )
    return Statement(
        claim=claim,
        attribution=attribution,
        document_id=in_,
        published=Interval.parse(published) if published else None,
        speaker=speaker,
        actors=actors,
        position=at,
    )


def killed(number: float) -> dict[str, Any]:
    """So many people killed, as the fields of a quantity."""
    return {
        "text": f"{number:.0f} people",
        "low": number,
        "best": number,
        "high": number,
        "unit": "people",
        "of": "killed",
    }


def accuses(who: str, whom: str, text: str, **more: Any) -> Statement:
    """An accusation."""
    fields = {"stance": Stance.ACCUSES, "act": SpeechAct.ACCUSE, "roles": {Role.ACCUSED: whom}}
    return says(who, text, **{**fields, **more})


def denies(who: str, text: str, *, clears: str | None = None, **more: Any) -> Statement:
    """A denial, by default of one's own part."""
    fields = {
        "stance": Stance.DENIES,
        "act": SpeechAct.DENY,
        "roles": {Role.CLEARED: clears or who},
    }
    return says(who, text, **{**fields, **more})


def silent(who: str, text: str, **more: Any) -> Statement:
    """Somebody who has not answered."""
    fields = {"stance": Stance.SILENT, "act": SpeechAct.NO_STATEMENT, "polarity": "unknown"}
    return says(who, text, **{**fields, **more})


def related(
    a: Statement,
    b: Statement,
    kind: RelationKind = RelationKind.CONTRADICTS,
    type_: ConflictType | None = None,
) -> Relation:
    """What two statements are to each other."""
    return Relation(a=a.id, b=b.id, kind=kind, type=type_, reason="they speak of the same")
