"""Plain text stays as it is, but for what nobody sees and for lines wrapped at a column."""

import textwrap

import pytest

from claimgraph.errors import InputFileError
from claimgraph.ingest import Drop
from claimgraph.ingest.cleaning import clean
from claimgraph.ingest.plain import from_plain

PARAGRAPHS = [
    "The ministry said on Monday that militiamen had blown up the bridge at Orvana, killing at "
    "least twelve people, and that it had shown its evidence to partners abroad.",
    "“We had no one near the river,” said the spokesman of the brigade, who gave no other name "
    "than Tarek. “Ask those who hold the other bank; they know what they did.”",
]


@pytest.mark.parametrize("width", [60, 68, 72, 78, 100])
def test_lines_wrapped_at_a_column_are_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(each, width) for each in PARAGRAPHS * 2)
    found = from_plain(wrapped)
    assert found.text == "\n\n".join(PARAGRAPHS * 2)
    assert len(found.text) == len(wrapped)
    assert found.account.dropped_in_all == found.account.added == 0
    assert found.warnings[0].endswith("lines were wrapped at a column: they are joined")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n\n".join(PARAGRAPHS), id="a line is a paragraph"),
        pytest.param("\n".join(PARAGRAPHS), id="a line is a paragraph, without gaps"),
        pytest.param(
            "The river rose against the stones,\nand no one asked whose hand it was,\n"
            "and no one told, and no one knew,\nand in the night the bridge came down,\n"
            "and all the bells were still.\n",
            id="a poem",
        ),
        pytest.param("Orvana\t12\nBelgar\t3\nIlsa\t0\n" * 9, id="a table"),
        pytest.param("- a ceasefire\n- a ferry\n- the names of all the dead\n" * 3, id="a list"),
        pytest.param("He said no.\nShe said yes.\n" * 20, id="short sentences, one a line"),
        pytest.param(
            "".join(
                f"{n}: The ministry said that shells had come from the hill.\n" for n in range(9)
            ),
            id="sentences of one length, one a line",
        ),
        pytest.param("", id="nothing"),
        pytest.param("\n\n\n", id="only line ends"),
    ],
)
def test_other_line_ends_stay(text: str) -> None:
    found = from_plain(text)
    assert found.text == text
    assert found.warnings == ()


def test_items_keep_their_lines_in_a_wrapped_text() -> None:
    wrapped = textwrap.fill(" ".join(PARAGRAPHS), 70)
    item = "- " + "a ferry that runs by night and is not shot at by either of the sides"
    assert f"\n{item}" in from_plain(f"{wrapped}\n{item}\n").text


@pytest.mark.parametrize(
    ("text", "cleaned", "dropped"),
    [
        pytest.param("a\r\nb", "a\nb", {Drop.LINE_ENDS: 1}, id="line ends of Windows"),
        pytest.param("a\rb\x85c\u2028d\u2029e\x0cf\x0bg", "a\nb\nc\nd\ne\nf\ng", {}, id="others"),
        pytest.param("\ufeffa", "a", {Drop.BYTE_ORDER_MARK: 1}, id="byte order mark"),
        pytest.param("a\ufeffb", "ab", {Drop.INVISIBLE_CHARACTERS: 1}, id="the mark elsewhere"),
        pytest.param("chlo\u00adrine\u200b", "chlorine", {Drop.INVISIBLE_CHARACTERS: 2}, id="soft"),
        pytest.param("a" * 99 + "\x00", "a" * 99, {Drop.CONTROL_CHARACTERS: 1}, id="NUL"),
        pytest.param("a\tb\u00a0c", "a\tb\u00a0c", {}, id="tabs and hard spaces stay"),
        pytest.param("می\u200cرود 👩\u200d🚒", "می\u200cرود 👩\u200d🚒", {}, id="joiners stay"),
        pytest.param("e\u0301 \u202bم\u202c 𝒳", "e\u0301 \u202bم\u202c 𝒳", {}, id="others stay"),
    ],
)  # fmt: skip
def test_what_nobody_sees_goes(text: str, cleaned: str, dropped: dict[Drop, int]) -> None:
    found, account = clean(text)
    assert found == cleaned
    assert account.dropped == dropped
    assert account.kept == len(cleaned)


def test_many_controls_make_no_text() -> None:
    with pytest.raises(InputFileError, match="3 of its 40 characters are controls"):
        clean("a" * 37 + "\x00\x01\x02")
