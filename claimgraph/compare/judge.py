"""The seam for a judge: a model, or anybody else, that says whether one text follows from another.

A judge speaks last. It sees only pairs that have passed the event gate and of which no comparator
said anything, and it is asked both ways round.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol, runtime_checkable

from claimgraph.compare.comparator import Pair
from claimgraph.compare.gate import Strength, pass_gate
from claimgraph.compare.gist import Gist
from claimgraph.compare.independence import independence_of
from claimgraph.compare.statement import Statement
from claimgraph.compare.verdict import Verdict
from claimgraph.errors import ClaimGraphError, ModelError
from claimgraph.vocabulary import RelationKind, Stance

#: The group of entry points under which packages offer judges.
GROUP = "claimgraph.judges"

Pairs = Sequence[tuple[Gist, Gist]]
#: How much must speak for it that two claims are about one event before a judge sees them: models
#: find contradictions between any two texts with a name in common.
LEAST = Strength.WORDS

#: Stances that leave nothing to compare: nothing was said, or nothing was held to be so.
_NOTHING_HELD = frozenset((Stance.SILENT, Stance.DECLINES, Stance.DOUBTS))
_WORD = re.compile(r"[A-Za-z0-9_-]+")
#: How far the three probabilities may add up to something else than 1.
_ROUNDING = 0.01


class Probabilities(NamedTuple):
    """How likely a hypothesis follows from a premise, is left open by it, or cannot be so."""

    entailment: float
    neutral: float
    contradiction: float


@runtime_checkable
class PairJudge(Protocol):
    """Something that judges pairs of texts.

    Attributes:
        name: Stands in the method of every relation that it finds: letters, digits, "_" and "-".
        version: Changes whenever its answers may change.
    """

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def version(self) -> str: ...  # noqa: D102

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Probabilities]:
        """Judge many pairs at once.

        Args:
            pairs: Premise and hypothesis, each one or more sentences.

        Returns:
            The three probabilities of every pair, in its order.
        """
        ...


@dataclass(frozen=True, slots=True)
class JudgeOptions:
    """When a judge is believed.

    Attributes:
        contradiction: The least probability of a contradiction, both ways round.
        entailment: The least probability of an entailment.
    """

    contradiction: float = 0.8
    entailment: float = 0.8


def judged(
    pairs: Sequence[tuple[Statement, Statement]],
    judge: PairJudge,
    options: JudgeOptions | None = None,
) -> list[Verdict | None]:
    """What a judge says of pairs that have passed the event gate.

    Each pair is put to it both ways round. It contradicts where the judge says so both times,
    corroborates where each text follows from the other, and refines where only one follows; the
    one that it follows from is the more specific. What was denied is put as "It is not true that
    …", and silences and doubts are not put to it at all.

    Args:
        pairs: Statements about one event.
        judge: What to ask. It is called once, with every distinct pair of texts.
        options: When it is believed.

    Returns:
        A verdict, or ``None``, for each pair, in its order.

    Raises:
        ModelError: The judge's name cannot be used, or its answers are not probabilities.
    """
    options = options or JudgeOptions()
    method = method_of(judge)
    words = [(wording(a), wording(b)) for a, b in pairs]
    asked: dict[tuple[str, str], int] = {}
    for left, right in words:
        if left and right:
            asked.setdefault((left, right), len(asked))
            asked.setdefault((right, left), len(asked))
    answers = _ask(judge, list(asked)) if asked else []
    found: list[Verdict | None] = []
    for left, right in words:
        if not (left and right):
            found.append(None)
            continue
        there, back = answers[asked[left, right]], answers[asked[right, left]]
        found.append(_verdict(there, back, method, options))
    return found


def with_judge(
    pairs: Pairs,
    verdicts: Sequence[Verdict | None],
    judge: PairJudge,
    *,
    asked: bool = False,
    options: JudgeOptions | None = None,
) -> list[Verdict | None]:
    """The verdicts of the comparators, with a judge's where they have none.

    Args:
        pairs: What was compared.
        verdicts: What the comparators said of each; none of these is ever changed.
        judge: What to ask about the rest: about those that the event gate holds to be about one
            event, by more than their context.
        asked: Whether somebody asks about these very pairs.
        options: When it is believed.

    Raises:
        ModelError: As :func:`judged`.
    """
    passed = {}
    for place, ((a, b), verdict) in enumerate(zip(pairs, verdicts, strict=True)):
        if verdict is None and not (a.turned or b.turned):
            gate = pass_gate(a, b, asked=asked)
            if gate.strength >= LEAST and not gate.failed:
                passed[place] = Pair(a, b, gate, asked)
    answers = judged([(p.a.statement, p.b.statement) for p in passed.values()], judge, options)
    filled = list(verdicts)
    for (place, pair), answer in zip(passed.items(), answers, strict=True):
        if answer is None:
            continue
        agree = answer.kind is RelationKind.CORROBORATES
        independence = independence_of(pair) if agree else None
        filled[place] = replace(answer, tests=pair.gate.tests, independence=independence)
    return filled


def wording(statement: Statement) -> str:
    """A claim as a sentence for a judge: "" where the speaker holds nothing to be so."""
    claim = statement.claim
    text = " ".join(claim.text.split()).rstrip(" .;,")
    if claim.stance in _NOTHING_HELD or statement.attribution.negated or not text:
        return ""
    if claim.stance is Stance.DENIES:
        return f"It is not true that {text}."
    return f"{text[0].upper()}{text[1:]}."


def method_of(judge: PairJudge) -> str:
    """The method of the relations that a judge finds: "judge:nli.2".

    Raises:
        ModelError: Its name or version has other signs than letters, digits, "_" and "-".
    """
    for what, value in (("name", judge.name), ("version", judge.version)):
        if not _WORD.fullmatch(value.replace(".", "-")):
            raise ModelError(
                f"a judge's {what} is made of letters, digits, '_' and '-', not {value!r}"
            )
    if "." in judge.name:
        raise ModelError(f"a judge's name may hold no dot, as {judge.name!r} does; use '-'")
    return f"judge:{judge.name}.{judge.version}"


def installed_judge(name: str) -> PairJudge:
    """The judge that a package offers under a name, by an entry point of ``claimgraph.judges``.

    The entry point names something to call: without an argument for "name", with the text behind
    the colon for "name:argument", as in "onnx:models/nli".

    Raises:
        ModelError: Nothing has that name, or what has it makes no judge.
    """
    from importlib.metadata import entry_points

    key, colon, argument = name.partition(":")
    offered = {entry.name: entry for entry in entry_points(group=GROUP)}
    entry = offered.get(key)
    if entry is None:
        known = ", ".join(sorted(offered)) or "none"
        raise ModelError(f"no installed package offers a judge called {key!r}; there is {known}")
    try:
        make = entry.load()
        judge = make(argument) if colon else make()
    except ClaimGraphError:
        raise
    except (ImportError, AttributeError, TypeError) as error:
        raise ModelError(f"the judge {name!r} ({entry.value}) cannot be made: {error}") from error
    if not isinstance(judge, PairJudge):
        raise ModelError(
            f"the judge {name!r} ({entry.value}) makes a {type(judge).__name__}, which has no "
            "name, version and judge()"
        )
    return judge


def _ask(judge: PairJudge, texts: list[tuple[str, str]]) -> list[Probabilities]:
    answers = [Probabilities(*map(float, answer)) for answer in judge.judge(texts)]
    if len(answers) != len(texts):
        raise ModelError(
            f"the judge {judge.name!r} gave {len(answers)} answers to {len(texts)} pairs"
        )
    for answer in answers:
        within = all(0 <= each <= 1 + _ROUNDING for each in answer)
        if not within or abs(math.fsum(answer) - 1) > _ROUNDING:
            raise ModelError(
                f"the judge {judge.name!r} gave {tuple(answer)}, which are not the probabilities "
                "of entailment, neutral and contradiction"
            )
    return answers


def _verdict(
    there: Probabilities, back: Probabilities, method: str, options: JudgeOptions
) -> Verdict | None:
    against = min(there.contradiction, back.contradiction)
    if against >= options.contradiction:
        reason = f"{method}: the two cannot both be so ({_share(there.contradiction)} one way"
        reason += f" round, {_share(back.contradiction)} the other)"
        return Verdict(RelationKind.CONTRADICTS, None, min(against, 1.0), reason, method=method)
    follows = (there.entailment >= options.entailment, back.entailment >= options.entailment)
    if all(follows):
        score = min(there.entailment, back.entailment, 1.0)
        reason = f"{method}: each follows from the other ({_share(score)})"
        return Verdict(RelationKind.CORROBORATES, None, score, reason, method=method)
    if any(follows):
        first, answer = (True, there) if follows[0] else (False, back)
        score = min(answer.entailment, 1.0)
        which = "second follows from the first" if first else "first follows from the second"
        reason = f"{method}: the {which}, not the other way round ({_share(score)})"
        return Verdict(RelationKind.REFINES, None, score, reason, reversed=first, method=method)
    return None


def _share(probability: float) -> str:
    return f"{probability:.2f}"
