"""Faults of the marks that the tree can mend."""

import pytest

from claimgraph.reading.draft import Draft
from claimgraph.reading.parsed import Parsed
from claimgraph.reading.reader import Reader
from claimgraph.reading.spans.mending import joined, mend

Texts = list[str]


def marked(parsed: Parsed, *parts: Texts) -> Draft:
    """A draft whose source, cue and content are the first such words of the text."""

    def ranges(texts: Texts) -> list[tuple[int, int]]:
        found = []
        for text in texts:
            at = parsed.text.index(text)
            inside = [
                number
                for number, (start, end) in enumerate(zip(parsed.starts, parsed.ends, strict=True))
                if start < at + len(text) and at < end
            ]
            found.append((inside[0], inside[-1] + 1))
        return found

    source, cue, content = (ranges(texts) for texts in parts)
    return Draft(source, cue, content)


def words(parsed: Parsed, ranges: list[tuple[int, int]]) -> Texts:
    return [parsed.string(each) for each in ranges]


#: A text; source, cue and content as they might be marked; and as a reader would mark them.
MENDED = [
    pytest.param(
        "Bemoaning the delay, Orr accused Lund of lying.",
        (["Orr"], ["accused"], ["Bemoaning the delay", "Lund of lying"]),
        (["Orr"], ["accused"], ["Lund of lying"]),
        id="what somebody does besides was marked",
    ),
    pytest.param(
        "Rebels hold the town, according to the monitor. It counted three raids on Sunday.",
        (
            ["the monitor"],
            ["according to"],
            ["Rebels hold the town", "It counted three raids on Sunday"],
        ),
        (["the monitor"], ["according to"], ["Rebels hold the town"]),
        id="the next sentence, with a cue of its own, was marked",
    ),
    pytest.param(
        "“Rebels hold the town,” Orr said. “They left on Sunday, a guard told me.”",
        (
            ["Orr"],
            ["said"],
            ["“Rebels hold the town,”", "“They left on Sunday, a guard told me.”"],
        ),
        (
            ["Orr"],
            ["said"],
            ["“Rebels hold the town,”", "“They left on Sunday, a guard told me.”"],
        ),
        id="a quotation that goes on is left",
    ),
    pytest.param(
        "Petrov said “armed groups” in the north had shelled the town with mortars.",
        (["Petrov"], ["said"], ["“armed groups”"]),
        (
            ["Petrov"],
            ["said"],
            ["“armed groups” in the north had shelled the town with mortars"],
        ),
        id="only the quoted part of a complement was marked",
    ),
    pytest.param(
        "The court said the fine was justified in view of the damage.",
        (["The court"], ["said"], ["the fine was justified"]),
        (["The court"], ["said"], ["the fine was justified in view of the damage"]),
        id="the content ends inside its clause",
    ),
    pytest.param(
        "The congressional report said the agency had been careless.",
        (["The"], ["said"], ["the agency had been careless"]),
        (["The congressional report"], ["said"], ["the agency had been careless"]),
        id="only the article of the source was marked",
    ),
    pytest.param(
        "The agency had been careless, according to the congressional report.",
        (["the"], ["according to"], ["The agency had been careless"]),
        (["the congressional report"], ["according to"], ["The agency had been careless"]),
        id="only the article of a source behind the cue was marked",
    ),
    pytest.param(
        "It was unclear whether the judges would rule that the mines posed a threat.",
        ([], ["was unclear"], ["whether"]),
        ([], ["was unclear"], ["whether the judges would rule that the mines posed a threat"]),
        id="the rest of the clause was left to an attribution inside",
    ),
    pytest.param(
        "Orr ignored his series of tweets in which he called a singer “disgusting”.",
        (["Orr"], ["ignored"], ["his series of tweets in which"]),
        (["Orr"], ["ignored"], ["his series of tweets in which he called a singer “disgusting”"]),
        id="the relative clause was left to an attribution inside",
    ),
    pytest.param(
        "Turkey accused the YPG, a Kurdish militia, of planting the bomb.",
        (["Turkey"], ["accused"], ["the YPG"]),
        (["Turkey"], ["accused"], ["the YPG, a Kurdish militia, of planting the bomb"]),
        id="what somebody is accused of stands behind an apposition",
    ),
    pytest.param(
        "The raid is over, the general said in comments reported by Interfax.",
        (["the general"], ["said in comments reported by"], ["The raid is over"]),
        (["the general"], ["said"], ["The raid is over"]),
        id="the relay was taken into the cue",
    ),
    pytest.param(
        "According to ISNA, the prosecutor said the men must face trial.",
        (["ISNA, the prosecutor"], ["According to"], ["said the men must face trial"]),
        (["ISNA"], ["According to"], ["the prosecutor said the men must face trial"]),
        id="the inner speaker was taken into the source",
    ),
    pytest.param(
        "The talks had failed, a negotiator quoted by Al Jazeera said.",
        (["Al Jazeera"], ["said"], ["The talks had failed"]),
        (["a negotiator"], ["said"], ["The talks had failed"]),
        id="the relay was taken for the source",
    ),
    pytest.param(
        "Doctors quoted by the Interfax news agency said her condition was stable.",
        (["the Interfax news agency"], ["said"], ["her condition was stable"]),
        (["Doctors"], ["said"], ["her condition was stable"]),
        id="the relay was taken for the source, and the tree has it wrong too",
    ),
    pytest.param(
        "“Nobody was told,” Elena Marsh was quoted by Reuters as saying.",
        (["Reuters"], ["was quoted"], ["“Nobody was told,” Elena Marsh", "as saying"]),
        (["Elena Marsh"], ["was quoted", "saying"], ["“Nobody was told,”"]),
        id="who is quoted was taken for content",
    ),
    pytest.param(
        "Sanders said that the tax would not pass.",
        ([], ["said"], ["that the tax would not pass"]),
        (["Sanders"], ["said"], ["that the tax would not pass"]),
        id="the source was missed",
    ),
    pytest.param(
        "Ardal defended its ally, saying that the gas came from a depot. Rebels vowed revenge.",
        (["Rebels"], ["saying"], ["that the gas came from a depot"]),
        (["Ardal"], ["saying"], ["that the gas came from a depot"]),
        id="the source was looked for in the next sentence",
    ),
    pytest.param(
        "The army withdrew.\n\nArdal, the news agency, counted nine trucks.",
        (["The army"], ["counted"], ["nine trucks"]),
        (["Ardal"], ["counted"], ["nine trucks"]),
        id="the source was looked for in the paragraph before",
    ),
    pytest.param(
        "Al-Watan newspaper said the shells contained chlorine, a claim rebels denied.",
        (["rebels"], ["denied"], []),
        (["rebels"], ["denied"], ["a claim"]),
        id="what is denied was missed",
    ),
    pytest.param(
        "An officer dismissed the denial. Rebels had reportedly moved their guns.",
        (["An officer"], ["dismissed"], ["the denial", "Rebels had reportedly moved their guns"]),
        (["An officer"], ["dismissed"], ["the denial"]),
        id="what is reported by nobody known was taken in",
    ),
    pytest.param(
        "Police said the man had fled, but his wife told reporters that he was at home.",
        (
            ["Police"],
            ["said"],
            ["the man had fled, but his wife told reporters that he was at home"],
        ),
        (["Police"], ["said"], ["the man had fled"]),
        id="the content ran on into what another one says",
    ),
    pytest.param(
        "The claim was confirmed by two officers.",
        ([], ["was confirmed"], ["The claim"]),
        (["two officers"], ["was confirmed"], ["The claim"]),
        id="by whom it was said was missed",
    ),
]

KEPT = [
    pytest.param(
        "It said the attack was over, killing ten. The army denied it.",
        (["It"], ["said"], ["the attack was over"]),
        id="a comma ends the content",
    ),
    pytest.param(
        "The minister said the plan was dead, and his deputy agreed.",
        (["The minister"], ["said"], ["the plan was dead"]),
        id="a second main clause",
    ),
    pytest.param(
        "The minister said the plan was dead and that his deputy agreed.",
        (["The minister"], ["said"], ["the plan was dead and that his deputy agreed"]),
        id="a second clause of the same speaker",
    ),
    pytest.param(
        "The claim was confirmed by the explosion.",
        ([], ["was confirmed"], ["The claim"]),
        id="a thing says nothing",
    ),
    pytest.param(
        "He said it on Monday and she denied it on Tuesday.",
        (["she"], ["denied"], ["it"]),
        id="two short ones in one sentence",
    ),
    pytest.param(
        "Turkey accused the YPG of planting the bomb.",
        (["Turkey"], ["accused"], ["the YPG of planting the bomb"]),
        id="a whole accusation",
    ),
    pytest.param(
        "It was clear that the talks had failed.",
        ([], ["was clear"], ["that the talks had failed"]),
        id="it is nobody",
    ),
]


@pytest.mark.parametrize(("text", "marks", "expected"), MENDED)
def test_marks_are_mended(
    own_reader: Reader,
    text: str,
    marks: tuple[Texts, Texts, Texts],
    expected: tuple[Texts, Texts, Texts],
) -> None:
    parsed = Parsed.of(own_reader.annotate(text))
    draft = marked(parsed, *marks)
    assert mend(parsed, [draft]) == [draft]
    assert (
        words(parsed, draft.source),
        words(parsed, draft.cue),
        words(parsed, draft.content),
    ) == expected


@pytest.mark.parametrize(("text", "marks"), KEPT)
def test_marks_in_order_stay(
    own_reader: Reader, text: str, marks: tuple[Texts, Texts, Texts]
) -> None:
    parsed = Parsed.of(own_reader.annotate(text))
    draft = marked(parsed, *marks)
    before = (list(draft.source), list(draft.cue), list(draft.content))
    mend(parsed, [draft])
    assert (draft.source, draft.cue, draft.content) == before
    assert draft.because == []


def test_a_doubled_blank_does_not_cut_a_content(own_reader: Reader) -> None:
    parsed = Parsed.of(own_reader.annotate("Officials said 5.7  million barrels were lost."))
    blank = parsed.words.index(" ")
    assert joined(parsed, [(2, blank), (blank + 1, 7)]) == [(2, 7)]


def test_a_line_break_does(own_reader: Reader) -> None:
    parsed = Parsed.of(own_reader.annotate("It is over\nfor good, he said."))
    assert joined(parsed, [(0, 3), (4, 6)]) == [(0, 3), (4, 6)]


def test_who_is_only_described_by_a_relay_says_nothing(own_reader: Reader) -> None:
    parsed = Parsed.of(
        own_reader.annotate("The talks had failed, a negotiator quoted by Al Jazeera said.")
    )
    said = marked(parsed, ["a negotiator"], ["said"], ["The talks had failed"])
    quoted = marked(parsed, ["Al Jazeera"], ["quoted"], ["a negotiator"])
    assert mend(parsed, [said, quoted]) == [said]
