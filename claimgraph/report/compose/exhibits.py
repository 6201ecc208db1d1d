"""The numbered claims, each with how it was found and what it is to the others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from claimgraph.model import Attribution, Claim, Relation
from claimgraph.model.base import Id
from claimgraph.report.compose.numbering import Numbered
from claimgraph.report.content import Exhibit, Tie
from claimgraph.views.when import written
from claimgraph.views.wording import joined, offsets, quoted, stance_words
from claimgraph.vocabulary import AttributionType, Form, RelationKind

_FORMS = {
    Form.DIRECT: "direct quotation",
    Form.INDIRECT: "reported speech",
    Form.MIXED: "partly quoted",
}

#: What a claim is to another one: said of the one that a relation names first, and of the other.
_KINDS: Mapping[RelationKind, tuple[str, str]] = {
    RelationKind.CONTRADICTS: ("contradicts", "contradicts"),
    RelationKind.CORROBORATES: ("agrees with", "agrees with"),
    RelationKind.UPDATES: ("is updated by", "updates"),
    RelationKind.REFINES: ("is made more exact by", "makes more exact"),
    RelationKind.RETRACTS: ("is taken back by", "takes back"),
    RelationKind.NOT_COMPARABLE: ("cannot be compared with", "cannot be compared with"),
}
_RANK = {kind: rank for rank, kind in enumerate(RelationKind)}

#: What a thought, a fact or a plan is called where it is no speech.
_ATTITUDES = {
    AttributionType.BELIEF: "a thought, not speech",
    AttributionType.FACT: "knowledge, not speech",
    AttributionType.EVENTUALITY: "intended, asked or supposed, not said",
}


def exhibits(of: Numbered) -> tuple[Exhibit, ...]:
    """Every claim of a report."""
    ties = _ties(of)
    return tuple(_exhibit(of, claim, ties.get(claim.id, ())) for claim in of.claims)


def _exhibit(of: Numbered, claim: Claim, ties: tuple[Tie, ...]) -> Exhibit:
    material = of.material
    item = material.attribution_of(claim)
    speaker = of.speaker(item)
    moment = material.moment(item)
    return Exhibit(
        number=of.number[claim.id],
        claim_id=claim.id,
        attribution_id=item.id,
        text=claim.text,
        words=quoted(claim.spans),
        speaker=speaker.name,
        speaker_key=speaker.key,
        tone=of.tone(claim),
        label=stance_words(claim, own_voice=speaker.is_voice),
        form=_FORMS[item.form] if item.form and item.cue else "",
        via=tuple(material.parties.of(relay).name for relay in item.via),
        when=written(moment) if moment else "",
        text_number=of.text_number(item.document_id),
        how=tuple(_how(of, claim, item)),
        ties=ties,
        proof=of.proof(claim),
    )


def _how(of: Numbered, claim: Claim, item: Attribution) -> Iterator[tuple[str, str]]:
    """Why the reading says so, line by line."""
    speaker = of.speaker(item)
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for reason in item.reasons:
        reasons[reason.field].append(reason.text or reason.rule.replace(".", ", "))
    if speaker.is_voice:
        yield "speaker", "none is named: the article itself"
    else:
        here = quoted(item.source)
        named = f"here “{here}”" if here and here != speaker.name else "named here"
        yield "speaker", "; ".join([speaker.name, named, *reasons.pop("source_id", ())])
    if item.cue:
        act = item.act.value.replace("_", " ")
        kind = _ATTITUDES.get(item.type, "")
        told = [f"“{quoted(item.cue)}”", f"read as: {act}", *reasons.pop("act", ())]
        yield "reporting words", "; ".join([*told, *([kind] if kind else ())])
    if item.via:
        names = joined([of.material.parties.of(relay).name for relay in item.via])
        yield "channel", "; ".join([names, *reasons.pop("via", ())])
    for field, texts in reasons.items():
        yield field.replace("_", " "), "; ".join(texts)
    for quantity in claim.quantities:
        limits = " to ".join(_number(each) for each in (quantity.low, quantity.high))
        best = "no one number" if quantity.best is None else _number(quantity.best)
        how = quantity.comparator.value.replace("_", " ")
        yield "figure", f"“{quantity.text}”: {best} ({how}; the words allow {limits})"
    sure = [
        f"{name} {value:.0%}"
        for name, value in item.confidence.model_dump().items()
        if value is not None
    ]
    if sure:
        yield "how sure", ", ".join(sure)
    yield "characters", offsets(claim.spans).removeprefix("characters ")


def _number(value: float | None) -> str:
    return "any" if value is None else f"{value:,.10g}"


def _ties(of: Numbered) -> Mapping[Id, tuple[Tie, ...]]:
    """What each claim is to others: contradictions first, then by number."""
    found: defaultdict[Id, list[tuple[int, int, Tie]]] = defaultdict(list)
    for relation in of.material.inner_relations:
        for place, (claim_id, other) in enumerate(
            ((relation.a, relation.b), (relation.b, relation.a))
        ):
            tie = _tie(of, relation, other, place)
            found[claim_id].append((_RANK[relation.kind], tie.number, tie))
    return {
        claim_id: tuple(tie for _, _, tie in sorted(ties, key=lambda each: each[:2]))
        for claim_id, ties in found.items()
    }


def _tie(of: Numbered, relation: Relation, other: Id, place: int) -> Tie:
    return Tie(_KINDS[relation.kind][place], of.number[other], relation.reason, relation.id)
