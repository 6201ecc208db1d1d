"""Texts that are no articles, read with the library's own reader: a reading, or a clear error."""

import random
from pathlib import Path

import pytest

from claimgraph import ClaimGraph, Reading
from claimgraph.errors import ClaimGraphError
from claimgraph.ingest import ingest
from claimgraph.reading.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


WORDS = "ministry said shells fell hill army denied charge town bridge he they the a on of".split()

TEXTS = {
    "a table": "Town\tDead\tWounded\nOrvana\t12\t40\nBelgar\t3\t-\nIlsa\t0\t0\n" * 5,
    "a table in Markdown": "| Town | Dead |\n|---|---|\n| Orvana | 12 |\n| Belgar | 3 |\n",
    "a poem": (
        "The river rose against the stones,\nand no one asked whose hand it was,\n"
        "and no one told, and no one knew,\nand in the night the bridge came down.\n"
    ),
    "a tweet": "BREAKING: MoD says #orvana bridge GONE 😱😱 RT @fbb_channel: lies!! t.co/x",
    "German": "Der Sprecher des Ministeriums sagte am Montag, die Brücke sei gesprengt worden.",
    "Russian": "Представитель министерства заявил, что мост взорвали боевики, сообщает ТАСС.",
    "Arabic": "وقالت وزارة الدفاع إن المسلحين فجروا الجسر، فيما نفت الكتيبة ذلك.",
    "Chinese": "国防部发言人周一表示，武装分子炸毁了桥梁。该旅对此予以否认。",
    "no full stop": " ".join(random.Random(7).choices(WORDS, k=10_000)),
    "one word": "No",
    "one mark": "“",
    "only marks": "“”‘’\"'()[]—…?!" * 20,
    "only numbers": "12 40 3 0 1,204 5.5 " * 50,
    "only emoji": "😀👩\u200d🚒🇸🇾" * 50,
    "an unbroken word": "a" * 50_000,
    "many line ends": "He said no.\n\n\n\n\n" * 200,
    "dialogue": "— Who did it?\n— They say you did.\n— Who says?\n— Everyone.\n" * 10,
    "capitals": "MINISTRY SAYS BRIDGE WAS BLOWN UP. BRIGADE DENIES CHARGE, CALLS IT ABSURD.",
    "marks of direction": "\u202eThe ministry said\u202c \u2067so\u2069 on Monday.",
    "decomposed": "The ministe\u0301re de\u0301nied it, he\u0301 said.",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_is_no_article_gives_a_reading(name: str, reader: Reader) -> None:
    document = ingest(TEXTS[name].encode()).document
    reading = reader.read(document)
    assert isinstance(reading, Reading)
    for attribution in reading.attributions:
        for span in attribution.all_spans():
            assert document.text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        pytest.param(b"", "is empty", id="nothing"),
        pytest.param(b" \n\n", "it holds no text", id="white space"),
        pytest.param(b"\x00" * 100, "it is no text", id="zeros"),
        pytest.param(bytes(range(256)), "is not UTF-8", id="all bytes"),
    ],
)
def test_what_is_no_text_gives_a_clear_error(
    data: bytes, complaint: str, reader: Reader, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with ClaimGraph() as graph:
        with pytest.raises(ClaimGraphError, match=complaint):
            graph.read(tmp_path / "a.txt", reader=reader)
        assert graph.stats()["documents"] == 0
