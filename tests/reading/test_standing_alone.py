"""The words of claims stand alone, and read as a newspaper's reader would write them."""

from functools import cache

import pytest

from claimgraph.model import Document
from claimgraph.reading.reader import Reader


@cache
def reader() -> Reader:
    return Reader(threads=1)


def claims(text: str) -> list[str]:
    reading = reader().read(Document(text=text, published="2021-03-10"))
    return [claim.text for claim in reading.claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Tarn lost the vote in Darvan. “Tarn is finished,” Marta Hollin said.",
            "Tarn is finished",
            id="a name that begins a quotation keeps its capital",
        ),
        pytest.param(
            "Anton Welk said he was not interested in the No. 2 spot on the list.",
            "Anton Welk was not interested in the No. 2 spot on the list",
            id="No. 2 ends no sentence",
        ),
        pytest.param(
            "Anton Welk called on leaders “not to feed that dark impulse.”",
            "leaders should not “feed that dark impulse”",
            id="not to do is should not do",
        ),
        pytest.param(
            "Presidential candidates Anton Welk and Mira Lund planned to meet farmers in Darvan.",
            "Anton Welk and Mira Lund were to meet farmers in Darvan",
            id="two take a plural verb",
        ),
        pytest.param(
            "Anton Welk says, “It's easy to say, 'I'm going to do this and do that,' for all.”",
            "it's easy to say, 'Anton Welk is going to do this and do that,' for all",
            id="no blank behind a quotation mark that opens",
        ),
        pytest.param(
            "Anton Welk says, “Nobody believed the words 'I'm innocent' in that room.”",
            "nobody believed the words 'Anton Welk is innocent' in that room",
            id="no blank behind one that opens inside another",
        ),
        pytest.param(
            "Mira Lund said none of the tricks would work unless Falk, Holm and Orth step up "
            "their campaigns.",
            "none of the tricks would work unless Falk, Holm and Orth step up their campaigns",
            id="their stays beside those whose it is",
        ),
        pytest.param(
            "The director said between 60 and 70 people had been admitted, up to 15 of them "
            "children.",
            "between 60 and 70 people had been admitted, up to 15 of them children",
            id="them stays behind those whom it means",
        ),
        pytest.param(
            "Mira Lund said a victory of Anton Welk would bring his brother back to the council.",
            "a victory of Anton Welk would bring his brother back to the council",
            id="his stays behind the name that it means",
        ),
        pytest.param(
            "Anton Welk fell ill. Mira Lund said he would be back when he had slept.",
            "Anton Welk would be back when he had slept",
            id="a pronoun for somebody outside gives way once",
        ),
        pytest.param(
            "Anton Welk described the mayor as “the greatest force in the town.”",
            "the mayor is “the greatest force in the town”",
            id="described as is is",
        ),
        pytest.param(
            "Mira Lund spoke in Tarn. Lund said she’d rather see the bridge closed.",
            "Mira Lund would rather see the bridge closed",
            id="what was short behind a pronoun is written in full behind a name",
        ),
        pytest.param(
            "Anton Welk left Tarn in May. “He’s made his bed there,” Mira Lund said.",
            "Anton Welk has made his bed there",
            id="has, where something was done",
        ),
        pytest.param(
            "Mira Lund spoke in Tarn. Lund said she’s “confident” of the vote.",
            "Mira Lund is “confident” of the vote",
            id="is, where nothing was done",
        ),
        pytest.param(
            "According to Mira Lund, it appears that the letter was about a bridge.",
            "it appears that the letter was about a bridge",
            id="who says it is no part of it",
        ),
        pytest.param(
            "“The alarm was switched off. I cannot tell you yet by whom,” Mira Lund said.",
            "Mira Lund cannot tell you yet by whom",
            id="by whom stays whole",
        ),
        pytest.param(
            "Report: Mira Lund to speak at the fair",
            "Mira Lund will speak at the fair",
            id="to do in a headline is to come",
        ),
        pytest.param(
            "Mira Lund noted that when the campaign began, the party had a lead of ten points.",
            "when the campaign began, the party had a lead of ten points",
            id="a time at the front is no question",
        ),
        pytest.param(
            "“Mira Lund will publish her letters. I will publish mine on Friday,” Anton Welk said.",
            "Anton Welk will publish Welk’s on Friday",
            id="mine is the speaker's own",
        ),
    ],
)
def test_a_claim_reads_as_a_sentence(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        pytest.param(
            "Anton Welk called the voters “stupid” for supporting the mayor.",
            "state",
            id="called somebody something for what they did",
        ),
        pytest.param("Anton Welk called for a new vote.", "demand", id="called for something"),
        pytest.param(
            "Anton Welk called on the mayor to resign.", "demand", id="called on somebody to act"
        ),
    ],
)
def test_calling_names_is_no_demand(text: str, act: str) -> None:
    assert [item.act for item in reader().read(text).attributions] == [act]


def test_whoever_is_spoken_of_does_not_speak() -> None:
    text = (
        "DARVAN, 25 November – Bandits who occupy a part of the hill district fired chlorine "
        "shells at homes in Darvan on Saturday, the interior ministry said, and on Sunday its "
        "planes made them pay."
    )
    reading = reader().read(text)
    names = {source.id: source.name for source in reading.sources}
    said = [item for item in reading.attributions if item.cue[0].text == "said"]
    assert [names[item.source_id] for item in said if item.source_id] == ["interior ministry"]
