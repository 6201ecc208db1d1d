"""Who accuses whom, and what the accused say, or do not say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from claimgraph.report.compose.numbering import Numbered
from claimgraph.report.compose.topics import several
from claimgraph.report.content import Exchange, Saying, Tone
from claimgraph.text.nouns import is_plural
from claimgraph.views.called import article
from claimgraph.views.parties import Party
from claimgraph.views.silent import Answered, Silence, Silent, Statement
from claimgraph.views.wording import in_quotes, sentence, shortened
from claimgraph.vocabulary import SpeechAct

_WIDTH = 140
_ANSWERS = {
    SpeechAct.DENY: "denies",
    SpeechAct.ADMIT: "admits",
    SpeechAct.CONFIRM: "confirms",
    SpeechAct.CLAIM_RESPONSIBILITY: "claims responsibility",
    SpeechAct.RETRACT: "takes back",
}
_SILENCES = {SpeechAct.DECLINE_COMMENT: "declined to comment"}

#: Answers that deny nothing.
_YIELDING = frozenset({"admits", "confirms", "claims responsibility", "takes back"})


def exchanges(of: Numbered, view: Silent) -> tuple[Exchange, ...]:
    """One exchange for each party that is accused or was asked: the most accused first."""
    open_: dict[Party, Silence] = {row.party: row for row in view.rows}
    answered: defaultdict[Party, list[Answered]] = defaultdict(list)
    for each in view.answered:
        answered[each.party].append(each)
    made = [
        each
        for party in dict.fromkeys((*open_, *answered))
        for each in _of_party(of, party, open_.get(party), answered.get(party, []))
    ]
    made = [each for each in made if each.accusations or each.silences]
    made.sort(key=lambda each: (not each.accusations, -len(each.accusations), each.party))
    return tuple(made)


def _of_party(
    of: Numbered, party: Party, silence: Silence | None, answered: Sequence[Answered]
) -> Iterator[Exchange]:
    """What somebody is accused of, with what they say to it; and what they were silent on besides:
    who declined to speak of one thing has not declined to speak of another.
    """
    accusations = [*(silence.accusations if silence else ()), *(a.accusation for a in answered)]
    charged = {matter for each in accusations for matter in _matters(of, each)}
    silences: tuple[list[Statement], list[Statement]] = ([], [])
    for each in silence.statements if silence else ():
        silences[charged.isdisjoint(_matters(of, each))].append(each)
    answers = list(chain.from_iterable(each.answers for each in answered))
    in_part = bool(answered) and all(each.in_part for each in answered)
    yield _exchange(of, party, accusations, answers, silences[0], in_part)
    if silences[1]:
        yield _exchange(of, party, (), (), silences[1], in_part=False)


def _matters(of: Numbered, statement: Statement) -> set[str]:
    """What a statement is about: its article, the events and questions of its claims."""
    material = of.material
    claims = [material.claim[each] for each in statement.claim_ids]
    found = {material.attribution[statement.attribution_id].document_id}
    found.update(event.id for event in map(material.event_of, claims) if event is not None)
    found.update(
        question.id for claim in claims for question in material.questions_of.get(claim.id, ())
    )
    return found


def _exchange(
    of: Numbered,
    party: Party,
    accusations: Iterable[Statement],
    answers: Iterable[Statement],
    silences: Iterable[Statement],
    in_part: bool,
) -> Exchange:
    made = Exchange(
        party=party.name,
        accusations=_sayings(of, accusations, "accuses", Tone.ACCUSES),
        answers=_sayings(of, answers, "denies", Tone.DENIES),
        silences=_sayings(of, silences, "made no statement", Tone.SILENT),
        in_part=in_part,
        summary="",
    )
    return replace(made, summary=_summary(made))


def _sayings(
    of: Numbered, statements: Iterable[Statement], otherwise: str, tone: Tone
) -> tuple[Saying, ...]:
    """Statements, each once, in the order in which they were said; those that no claim holds are
    left out, for there would be nothing to show for them.
    """
    material = of.material
    found = {each.attribution_id: each for each in statements if each.claim_ids}
    made = []
    for each in sorted(found.values(), key=lambda each: min(of.numbers(each.claim_ids))):
        item = material.attribution[each.attribution_id]
        label = _labels(tone).get(item.act, otherwise)
        made.append(
            Saying(
                speaker=each.speaker.name,
                via=tuple(material.parties.of(relay).name for relay in item.via),
                article=article(material.document_of(item)),
                label=label,
                tone=Tone.SAYS if label in _YIELDING else tone,
                words=shortened(each.words, _WIDTH),
                when=each.when,
                numbers=of.numbers(each.claim_ids),
            )
        )
    return tuple(made)


def _labels(tone: Tone) -> Mapping[SpeechAct, str]:
    return {Tone.DENIES: _ANSWERS, Tone.SILENT: _SILENCES}.get(tone, {})


def _summary(exchange: Exchange) -> str:
    """Who accuses, who answers, who is silent."""
    told = []
    if exchange.accusations:
        accusers = _speakers(exchange.accusations)
        verb = "accuse" if _are_many(accusers) else "accuses"
        told.append(f"{sentence(several(accusers))} {verb} {exchange.party}.")
    if exchange.answers:
        speakers = _speakers(exchange.answers)
        verb = "answer" if _are_many(speakers) else "answers"
        part = " in part, for themselves alone" if exchange.in_part else ""
        told.append(f"{sentence(several(speakers))} {verb}{part}.")
    if exchange.silences:
        words = list(dict.fromkeys(in_quotes(each.words) for each in exchange.silences))
        told.append(f"Of {exchange.party} it is reported: {several(words, 2)}.")
    elif not exchange.answers:
        told.append("No answer is reported, and no silence either.")
    return " ".join(told)


def _speakers(sayings: Iterable[Saying]) -> list[str]:
    return list(dict.fromkeys(each.speaker for each in sayings))


def _are_many(names: Sequence[str]) -> bool:
    """Whether a verb behind names is in the plural.

    >>> _are_many(["Russia"]), _are_many(["voters"]), _are_many(["Russia", "Turkey"])
    (False, True, True)
    """
    return len(names) > 1 or (names[0][:1].islower() and is_plural(names[0].split()[-1]))
