"""Hand-written sentences with their attribution given, and the claims that they hold.

Each line of ``claims.jsonl`` is one case: the text, the words of source, cue and content, and the
claims. A content of several pieces has " … " between them. What a claim leaves out is positive,
certain, asserted, without numbers, time and place; the participants and all numbers are listed in
full.
"""

import json
from pathlib import Path
from typing import Any

from claimgraph.model import Claim, Document
from claimgraph.reading.cast.cast import Cast
from claimgraph.reading.claims.claims import ClaimReader
from claimgraph.reading.draft import Draft, Part
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.reader import Reader
from claimgraph.reading.records import Recorder
from claimgraph.text.quantities import find_quantities
from claimgraph.text.times import find_times
from claimgraph.vocabulary import AttributionType, Role, SpeechAct

Case = dict[str, Any]

CASES: list[Case] = [
    json.loads(line)
    for line in (Path(__file__).parent / "claims.jsonl").read_text(encoding="utf-8").splitlines()
]


def claims_in(case: Case, reader: Reader) -> list[Claim]:
    """The claims that are read from a case."""
    document = Document(text=case["text"], published=case.get("published"))
    parsed = Parsed.of(reader.annotate(document))
    cast = Cast(parsed, document)
    draft = draft_of(case, parsed)
    draft.speaker = cast.speaker(draft)
    for part in draft.targets:
        part.who = cast.resolve(part.words)
    numbers = find_quantities(document.text)
    times = find_times(document.text, document.published)
    claims = ClaimReader(parsed, cast, Recorder(document, parsed), numbers, times)
    return claims.claims_of(draft, "att_1")


def draft_of(case: Case, parsed: Parsed) -> Draft:
    """The attribution of a case."""
    taken: list[tuple[int, int]] = []

    def ranges(pieces: list[str]) -> list[Range]:
        return [_words(parsed, _find(case["text"], piece, taken)) for piece in pieces]

    content = ranges(_pieces(case["content"]))
    draft = Draft(ranges(_pieces(case["source"])), ranges([case["cue"]]), content)
    draft.act = SpeechAct(case.get("act", "state"))
    draft.type = AttributionType(case.get("type", "assertion"))
    draft.negated = case.get("negated", False)
    if "target" in case:
        start = case["text"].index(case["target"])
        words = _words(parsed, (start, start + len(case["target"])))
        draft.targets.append(Part(words, Role.ACCUSED))
    return draft


def _pieces(words: str | None) -> list[str]:
    return words.split(" … ") if words else []


def _find(text: str, words: str, taken: list[tuple[int, int]]) -> tuple[int, int]:
    """Where words stand, outside of what other parts have taken."""
    start = text.find(words)
    while start >= 0 and any(a < start + len(words) and start < b for a, b in taken):
        start = text.find(words, start + 1)
    assert start >= 0, f"{words!r} is not in {text!r}"
    taken.append((start, start + len(words)))
    return taken[-1]


def _words(parsed: Parsed, place: tuple[int, int]) -> Range:
    inside = [
        word
        for word in range(len(parsed.words))
        if parsed.starts[word] < place[1] and parsed.ends[word] > place[0]
    ]
    return inside[0], inside[-1] + 1


def shown(claim: Claim) -> Case:
    """A claim as a case writes it: without what goes without saying."""
    found: Case = {"text": claim.text, "predicate": claim.predicate}
    parties: dict[str, list[str]] = {}
    for party in claim.participants:
        parties.setdefault(party.role.value, []).append(party.name)
    if parties:
        found["participants"] = parties
    usual = {"polarity": "positive", "certainty": "certain", "stance": "asserts"}
    for field, value in usual.items():
        given = getattr(claim, field).value
        if given != value:
            found[field] = given
    if claim.quantities:
        found["quantities"] = [
            [q.text, q.unit, q.of, *([q.population] if q.population else [])]
            for q in claim.quantities
        ]
    if claim.time is not None:
        found["time"] = claim.time.text
    if claim.place is not None:
        names = [claim.place.name, *claim.place.within]
        found["place"] = names if len(names) > 1 else names[0]
    return found
