from html.parser import HTMLParser

import pytest
from hypothesis import given

from claimgraph.markup.html import badge, block, lines, link, neutral, note, quote, safe, table
from tests.strategies import texts


class Parsed(HTMLParser):
    """What a browser would see: the elements, their attributes, and the text."""

    def __init__(self, html: object) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: list[str] = []
        self.feed(str(html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="a script"),
    pytest.param('"><img src=x onerror=alert(1)>', id="an event handler"),
    pytest.param("</style><b>", id="an end of the style"),
    pytest.param("' onmouseover='alert(1)", id="an attribute"),
    pytest.param("&lt;b&gt;", id="text that is escaped already"),
    pytest.param("\u202egnp.exe\u202c", id="a change of direction"),
    pytest.param("a\x00\x07b", id="controls"),
]


@pytest.mark.parametrize("payload", HOSTILE)
def test_no_text_becomes_markup(payload: str) -> None:
    plain = Parsed(table(["head"], [["cell"]], caption="caption"))
    made = Parsed(table([payload], [[payload]], caption=payload))
    assert made.elements == plain.elements
    assert made.attributes == plain.attributes
    assert "".join(made.text).count(neutral(payload)) == 3


@given(texts)
def test_any_text_can_be_read_back(text: str) -> None:
    for made in (safe(text), quote(text), badge(text), note(text), block(text)):
        assert neutral(text).replace("\r", "\n") in "".join(Parsed(made).text).replace("\r", "\n")


@given(texts)
def test_neutral_text_keeps_its_length_and_loses_its_tricks(text: str) -> None:
    plain = neutral(text)
    assert len(plain) == len(text)
    assert neutral(plain) == plain
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f") & set(plain)


def test_arabic_keeps_its_letters() -> None:
    assert neutral("حلب\tو\nإدلب") == "حلب\tو\nإدلب"


def test_half_a_surrogate_pair_is_made_visible() -> None:
    assert neutral("a\ud800b") == "a�b"


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org/?a=1&b=2", True),
        ("HTTP://example.org", True),
        ("#claim-1", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,<b>", False),
        ("//example.org", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_links(address: str, is_link: bool) -> None:
    assert Parsed(link("words", address)).elements == (["a"] if is_link else [])


def test_a_link_cannot_leave_its_attribute() -> None:
    made = Parsed(link("words", 'https://example.org/" onclick="alert(1)'))
    assert [name for name, _ in made.attributes] == ["href"]


def test_a_cut_table_says_so() -> None:
    assert "first 20 of 1,000" in table(["n"], [[n] for n in range(1000)], shown=20)
    assert "first 2 of 40" in table(["n"], ([n] for n in range(2)), total=40)
    assert "first" not in table(["n"], [[1], [2]], shown=20)


def test_a_table_takes_no_more_rows_than_it_shows() -> None:
    rows = iter([[1], [2], [3]])
    table(["n"], rows, shown=2)
    assert list(rows) == [[3]]


def test_numbers_stand_to_the_right_and_none_is_empty() -> None:
    made = table(["a", "b", "c", "d"], [[1234, 0.5, None, True]])
    assert '<td class="cg-number">1,234</td><td class="cg-number">0.50</td>' in made
    assert '<td dir="auto"></td><td dir="auto">True</td>' in made


def test_only_a_word_that_is_too_long_is_broken() -> None:
    assert 'class="cg-long"' in table(["a"], [["a" * 10_000]])
    assert 'class="cg-long"' not in table(["a"], [["Konashenkov said so"]])


def test_heads_of_columns_and_rows_are_marked_for_readers_that_cannot_see() -> None:
    made = table(["source", "claims"], [["SOHR", 2]], row_headers=True)
    assert made.count('<th scope="col">') == 2
    assert '<th scope="row" dir="auto">SOHR</th>' in made


def test_nothing_is_run_or_fetched() -> None:
    made = Parsed(table(["a"], [["b"]], caption="c"))
    assert not {"script", "link", "img", "iframe"} & set(made.elements)
    assert "url(" not in table(["a"], [["b"]])
    assert "@import" not in table(["a"], [["b"]])


def test_styles_are_bound_to_our_own_class() -> None:
    css = "".join(Parsed(block("")).text)
    selectors = [
        selector for rule in css.split("}")[:-1] for selector in rule.partition("{")[0].split(",")
    ]
    assert all(selector.strip().startswith(".claimgraph") for selector in selectors)


def test_markup_of_ours_is_kept() -> None:
    assert "<br>" in table(["a"], [[lines(["one", "<two>"])]])
    assert "one<br>&lt;two&gt;" in table(["a"], [[lines(["one", "<two>"])]])


def test_a_badge_has_one_of_the_known_tones() -> None:
    with pytest.raises(ValueError, match="contested"):
        badge("words", 'x" onclick="')
