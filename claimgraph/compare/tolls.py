"""The question that a number answers, in the words around it: "How many people were killed?"."""

from __future__ import annotations

import re

from claimgraph.compare.figures import Figure
from claimgraph.compare.gist import Gist
from claimgraph.ids import name_key
from claimgraph.text.clauses import Clause, clause_of, in_plain_past, opened
from claimgraph.text.conjugation import participle, past
from claimgraph.text.fates import FATES
from claimgraph.text.nouns import GRAMMAR, is_plural
from claimgraph.text.wellformed import is_past, is_sound

#: What befell people, where a participle would say that somebody did it to them.
_DID = frozenset("died escaped fled perished returned survived".split())
_STATES = frozenset("alive dead homeless missing unaccounted".split())
_LINKS = frozenset("at by for from in into of on out to up with".split())
_THERE = re.compile(
    r"there\s+(?:was|were|is|are|had\s+been|have\s+been|has\s+been)\s+", re.IGNORECASE
)
_QUOTES = re.compile('[“”"„«»]')
#: Words before a number that belong to it.
_BEFORE = re.compile(
    r"(?:\b(?:a total of|as many as|the|some|about|at least|up to|an estimated)\s*)+$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s,;–-]+(?:and|or|of|over|in|for|to|by|with|from|at|the|a|an|about)?$")
#: What says nothing alone: "were deemed".
_INCOMPLETE = frozenset(
    "backed believed called considered deemed found given made named ranked rated said seen used"
    " expected needed wanted".split()
)
#: What stands behind a number in digits: "1,200 Clinton emails".
_DIGITS = re.compile(
    r"\d[\d,.]*\s+((?!(?:million|billion|trillion|thousand|hundred|dozen|percent|or|to|and|of|more)\b)"
    r"[^\d]+)$"
)
_VAGUE = frozenset("points shares times parts ways things ones percentages".split())
#: "A two-man race" counts no men.
_COMPOUND = re.compile(r"\w-[a-z]")
_PLURAL = {"was": "were", "is": "are", "has": "have", "does": "do"}
_FINITE = frozenset(
    "was were is are has have had did do does can could will would may might must should".split()
)
_MEASURES = frozenset(
    """
    cm centimetres days degrees feet hectares hours inches kg kilometres km litres metres miles
    minutes mm months seconds tonnes tons weeks years
    """.split()
)
_MONEY = frozenset("dollars euros pounds roubles rupees yen yuan lira shekels riyals rials".split())


def measure_of(figure: Figure) -> str:
    """What a number counts, as one word for all ways of saying it.

    A fate, or the stems of what is counted.
    """
    return figure.fate or " ".join(sorted(figure.measure))


def how_many(gist: Gist, measure: str) -> str:
    """The question that a claim's number answers, in the claim's words; "" where they show none.

    Args:
        gist: Of the claim.
        measure: Which of its numbers, as :func:`measure_of` has it.
    """
    figure = _figure(gist, measure)
    if figure is None:
        return ""
    text = " ".join(_QUOTES.sub("", gist.statement.claim.text).split())
    others = [each.quantity.text for each in gist.figures if each is not figure]
    found = _number_in(text, figure)
    if found is None:
        return ""
    start, end, counted = found
    return _in_words(gist, figure, counted, text[:start], _until(text[end:], others))


def how_many_at_all(gist: Gist, measure: str) -> str:
    """The question that a claim's number answers, by what it counts alone."""
    figure = _figure(gist, measure)
    return "" if figure is None else _by_measure(figure)


def _figure(gist: Gist, measure: str) -> Figure | None:
    return next((each for each in gist.figures if measure_of(each) == measure), None)


def _number_in(text: str, figure: Figure) -> tuple[int, int, str] | None:
    """Where the number and what it counts stand, and the latter's words."""
    words = " ".join(_QUOTES.sub("", figure.quantity.text).split())
    start = text.lower().find(words.lower()) if words else -1
    if start < 0:
        return None
    end, unit = start + len(words), figure.quantity.unit
    start -= len(match[0]) if (match := _BEFORE.search(text[:start])) else 0
    head = unit.rpartition(" ")[2]
    named = head and re.search(rf"\b{re.escape(head)}\b", words, re.IGNORECASE)
    if figure.is_share or (not named and re.match(r"\s+of\b", text[end:])):
        return start, end, ""  # "28 of the injured"
    if head and not named:
        match = re.match(rf"(?:\s+[\w-]+){{0,3}}?\s+{re.escape(head)}\b", text[end:])
        if match:
            return start, end + len(match[0]), match[0].strip()
    fuller = _DIGITS.search(words) if named and is_plural(head) else None
    if fuller and fuller[1].lower().endswith(unit):
        return start, end, fuller[1]
    return start, end, unit or "people" * bool(figure.fate)


def _in_words(gist: Gist, figure: Figure, counted: str, before: str, after: str) -> str:
    how = _how(figure, counted)
    if not how:
        return ""
    if not before.strip():
        return _as_subject(how, after, gist.statement.claim.predicate)
    if _THERE.fullmatch(before):
        return _there_were(how, after) if how.startswith("How many") else ""
    whole = f"{before}NUMBER{after}"
    clause = clause_of(whole, gist.statement.claim.predicate)
    clause = clause and in_plain_past(clause)
    if clause is None or not clause.rest.startswith("NUMBER") or not is_sound(clause):
        return ""
    behind = clause.rest.removeprefix("NUMBER").split()
    if not how.startswith("How many") and behind and behind[0].lower() not in GRAMMAR:
        return ""  # "will impose a 35 percent tax": the tax is asked for
    if clause.lemma == "be" and not clause.auxiliaries:
        return f"{how}{after} {clause.verb} {clause.subject}?" if counted in _MEASURES else ""
    speaker = gist.statement.speaker
    if speaker is not None and name_key(clause.subject) in map(name_key, speaker.names):
        return ""  # "SANA counted 170 cases": others may have counted, too
    return _as_object(how, clause)


def _as_subject(how: str, after: str, predicate: str) -> str:
    """For "43 people were killed in Kabul"."""
    words = after.split()
    if not words:
        return ""
    lemma = predicate.partition(" ")[0]
    bare = len(words) == 1 or words[1] in _LINKS
    if words[0] in FATES - _DID or (bare and lemma and words[0] == participle(lemma)):
        words.insert(0, "were")  # a headline: "22 killed in car bomb", "1,200 emails classified"
    if words[0] in ("has", "have") and (len(words) == 1 or words[1] in GRAMMAR - {"been"}):
        return ""
    told = {lemma, past(lemma)} if lemma else set()
    if words[0] not in _FINITE | _DID | told and not (
        how == "How many people" and words[0][-2:] == "ed"
    ):
        return ""
    if how != "How much":
        words[0] = _PLURAL.get(words[0], words[0])
    return f"{how} {' '.join(words)}?"


def _there_were(how: str, after: str) -> str:
    """For "there were 107 cases of breathing trouble in the city", "there were 26 dead"."""
    words = after.split()
    if words and words[0] == "dead":
        return f"{how} {' '.join(('died', *words[1:]))}?"
    if words and words[0] in FATES | _STATES:
        return f"{how} were{after}?"
    if words and words[0] not in _LINKS - {"of"}:
        end = next((n for n, word in enumerate(words) if word in _LINKS - {"of"}), len(words))
    else:
        end = 0
    parts = (how, *words[:end], "were there", *words[end:])
    return f"{' '.join(parts)}?"


def _as_object(how: str, clause: Clause) -> str:
    """For "the attack killed 47 fighters"."""
    rest = clause.rest.removeprefix("NUMBER")
    parts = (how, clause.finite, clause.subject, clause.behind_subject + rest)
    return " ".join(part for part in parts if part) + "?"


def _by_measure(figure: Figure) -> str:
    """By what was counted alone."""
    unit, of = figure.quantity.unit, figure.quantity.of
    if not of and unit.rpartition(" ")[2] in _MEASURES:
        return ""  # "How many minutes were there?"
    how = _how(figure, unit or "people" * bool(figure.fate))
    if not how.startswith("How many") or _COMPOUND.search(figure.quantity.text):
        return ""
    words = of.removeprefix("of ").split()
    if unit.rpartition(" ")[2] in _VAGUE or (len(words) == 1 and words[0] in _INCOMPLETE):
        return ""
    if not words:
        return f"{how} were there?"
    first = words[0].lower()
    if first in _DID:
        return f"{how} {of}?"
    doing = first.endswith("ing") and (len(words) == 1 or words[1] in _LINKS)
    if first in FATES | _STATES or first.endswith("en") or is_past(first) or doing:
        return f"{how} were {of}?"
    joined = f"{how} of {' '.join(words)}" if is_plural(unit.rpartition(" ")[2]) else how
    return f"{joined} were there?"


def _how(figure: Figure, counted: str) -> str:
    unit = figure.quantity.unit
    if unit.rpartition(" ")[2] in _MONEY:
        return "How much"
    if unit == "percent":
        return "What percentage"
    if counted and not is_plural(counted.lower().rpartition(" ")[2]):
        return ""
    return opened(f"how many {counted}".strip())


def _until(after: str, others: list[str]) -> str:
    """What comes behind a number, up to the next one."""
    low = after.lower()
    ends = [place for each in others if each and (place := low.find(each.lower())) >= 0]
    cut = after[: min(ends)] if ends else after
    if ends:
        while (shorter := _TAIL.sub("", cut)) != cut:
            cut = shorter
    return cut.rstrip(" .,;:")
