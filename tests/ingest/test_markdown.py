"""Markdown: the words stay, the marks go, and each character that went has a reason."""

from pathlib import Path

import pytest

from claimgraph.ingest import Drop, ingest
from claimgraph.ingest.front_matter import front_matter
from claimgraph.ingest.markdown import from_markdown

NOTES = Path(__file__).parent / "notes"


def words(source: str) -> str:
    return from_markdown(source).text


def test_an_article_with_everything_in_it() -> None:
    found = ingest(NOTES / "orvana.md")
    assert found.document.text + "\n" == (NOTES / "orvana.txt").read_text(encoding="utf-8")
    assert found.document.title == "Blast at Orvana bridge: 12 dead"
    assert found.document.publisher == "Northern Courier"
    assert str(found.document.published) == "2024-03-09 05:15:00"
    assert found.document.url == "https://courier.example/orvana"
    assert found.document.language == "en-GB"
    assert set(found.account.dropped) == {
        Drop.FRONT_MATTER,
        Drop.MARKUP,
        Drop.LINKS,
        Drop.IMAGES,
        Drop.WHITE_SPACE,
    }
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("# Blast\nHe said so.", "Blast\n\nHe said so.", id="heading without a gap"),
        pytest.param("## Blast ##\n", "Blast", id="closed heading"),
        pytest.param("#Blast on a bridge", "#Blast on a bridge", id="a hashtag is a word"),
        pytest.param("Blast\n=====\nHe said.", "Blast\n\nHe said.", id="underlined heading"),
        pytest.param("He said\nso.", "He said so.", id="wrapped lines are joined"),
        pytest.param("He said  \nso.", "He said\nso.", id="two spaces keep a line end"),
        pytest.param("He said\\\nso.", "He said\nso.", id="a backslash keeps one"),
        pytest.param("One.\n\n\n\nTwo.", "One.\n\nTwo.", id="many blank lines are one"),
        pytest.param("    “We ran,”\n    she said.", "“We ran,” she said.",
                     id="indents are no code"),
        pytest.param("> “We\n> ran.”\n\nShe left.", "“We ran.”\n\nShe left.", id="quotation"),
        pytest.param("> a\n>> b\n> c", "a\n\nb\n\nc", id="quotations in quotations"),
        pytest.param(">\n> said", "said", id="an empty line of a quotation"),
        pytest.param("- one\n- two", "one\ntwo", id="items"),
        pytest.param("- one\n\n- two", "one\ntwo", id="items with gaps"),
        pytest.param("He wants:\n- one\n- two\n\nNo more.", "He wants:\n\none\ntwo\n\nNo more.",
                     id="items after a paragraph"),
        pytest.param("- one\n  - two\n    1. three", "one\ntwo\n1. three", id="lists in lists"),
        pytest.param("- - “No,” he said", "- “No,” he said", id="a dash in an item"),
        pytest.param("2018. A bad year.", "2018. A bad year.", id="a year is no item"),
        pytest.param("He died in\n12. March was cold.", "He died in 12. March was cold.",
                     id="a number that a line begins with is no item"),
        pytest.param("***\nHe said.\n- - -\n", "He said.", id="rules"),
        pytest.param("**Twelve** *people* __died__ _there_.", "Twelve people died there.",
                     id="emphasis"),
        pytest.param("***Twelve*** died", "Twelve died", id="both at once"),
        pytest.param("snake_case_names and 2 * 3 * 4", "snake_case_names and 2 * 3 * 4",
                     id="marks that are none"),
        pytest.param("Tarr* said **no", "Tarr* said **no", id="marks without a partner"),
        pytest.param("~~nine~~ twelve", "nine twelve", id="struck out"),
        pytest.param("the `ministry*`", "the ministry*", id="code in a line"),
        pytest.param("``a ` b`` and `c", "a ` b and `c", id="ticks of other lengths"),
        pytest.param(r"\*not\* a \[link\](x) \\", r"*not* a [link](x) \\"[:-1], id="escapes"),
        pytest.param("[Tarr](https://a.example/x_(y) 'T') said", "Tarr said", id="link"),
        pytest.param("[the *deputy* mayor][1] said\n\n[1]: http://a.example",
                     "the deputy mayor said", id="link by reference"),
        pytest.param("“He [the mayor] left [sic]”", "“He [the mayor] left [sic]”",
                     id="brackets are words"),
        pytest.param("<https://a.example/x> and <a@b.example>",
                     "https://a.example/x and a@b.example", id="addresses stay"),
        pytest.param("![Bridge](b.jpg) He ![x][y] left.\n\n[y]: z.jpg", "He left.", id="images"),
        pytest.param("He said[^1] so.\n\n[^1]: In a call.", "He said so.\n\nIn a call.",
                     id="notes"),
        pytest.param("5 &lt; 6 &amp; caf&eacute; &bogus; &#8230;", "5 < 6 & café &bogus; …",
                     id="entities"),
        pytest.param("a&nbsp;b&shy;c", "a bc", id="entities that cannot be seen"),
        pytest.param("He <b>said</b> <span class='x'>so</span>.", "He said so.",
                     id="tags in a line"),
        pytest.param("<div>\n\nHe said.\n\n</div>", "He said.", id="tags on lines of their own"),
        pytest.param("<p>One.</p><p>Two.</p>", "One.\nTwo.", id="tags that end lines"),
        pytest.param("4 < 5 and 6 > 5", "4 < 5 and 6 > 5", id="signs that are no tags"),
        pytest.param("He <!-- a\n\nb --> left.", "He left.", id="comment over paragraphs"),
        pytest.param("<script>\nsay('so')\n</script>\nHe left.", "He left.", id="script"),
        pytest.param("```\nx = *1*\n\n  y\n```\nHe left.", "x = *1*\ny\n\nHe left.", id="code"),
        pytest.param("~~~ text\n# no heading\n~~~", "# no heading", id="code with tildes"),
        pytest.param("|Town|Dead|\n|-|:-:|\n|Orvana|12|\n\nHe left.",
                     "Town | Dead\nOrvana | 12\n\nHe left.", id="table"),
        pytest.param("either | or", "either | or", id="a bar is no table"),
        pytest.param("{{< youtube x >}}\n\n{% include x %}\n\nHe left.\n{: .lead}", "He left.",
                     id="templates"),
        pytest.param("---\nHe left.\n---\n", "He left.", id="rules are no front matter"),
    ],
)  # fmt: skip
def test_marks_go_and_words_stay(source: str, text: str) -> None:
    found = from_markdown(source)
    assert found.text == text
    account = found.account
    assert account.characters == account.kept + account.dropped_in_all
    assert account.length == len(text)


@pytest.mark.parametrize(
    ("source", "reason", "count"),
    [
        pytest.param("a **b** c", Drop.MARKUP, 4, id="emphasis"),
        pytest.param("a [b](c) d", Drop.LINKS, 5, id="link"),
        pytest.param("a ![b](c) d", Drop.IMAGES, 7, id="image"),
        pytest.param("---\na: b\n---\nc", Drop.FRONT_MATTER, 12, id="front matter"),
        pytest.param("a <script>b</script> c", Drop.SCRIPTS, 18, id="script"),
        pytest.param("a\n\n\n\nb", Drop.WHITE_SPACE, 2, id="blank lines"),
    ],
)
def test_what_goes_has_a_reason(source: str, reason: Drop, count: int) -> None:
    assert from_markdown(source).account.dropped[reason] == count


def test_what_is_never_closed_is_told() -> None:
    assert from_markdown("```\nHe said so.").warnings == (
        "a block of code is never closed: the text may be cut off",
    )
    found = from_markdown("He said <!-- so.")
    assert found.text == "He said <!-- so."
    assert "never closed" in found.warnings[0]


def test_plain_paragraphs_are_kept_to_the_last_character() -> None:
    text = "Blast kills 12\n\nThe ministry said so.\n\n“No,” he said."
    assert str(from_markdown(text).account) == f"{len(text)} characters, all kept"


class TestFrontMatter:
    @pytest.mark.parametrize(
        ("lines", "entries"),
        [
            pytest.param("title: Blast", {"title": "Blast"}, id="plain"),
            pytest.param(
                'Title: "Blast: \\"12\\" dead"', {"title": 'Blast: "12" dead'}, id="double"
            ),
            pytest.param("title: 'It''s over'", {"title": "It's over"}, id="single"),
            pytest.param("tags:\n  - a\n  - b\ntitle: x", {"tags": "", "title": "x"}, id="a list"),
            pytest.param("# a remark\n\ntitle: x", {"title": "x"}, id="a remark"),
            pytest.param("url: https://a.example/b:c", {"url": "https://a.example/b:c"}, id="url"),
        ],
    )
    def test_lines_are_keys_and_values(self, lines: str, entries: dict[str, str]) -> None:
        found = front_matter(f"---\n{lines}\n---\nText.")
        assert dict(found.entries) == entries

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("title: x\n---\n", id="no rule before"),
            pytest.param("---\ntitle: x\n", id="no rule after"),
            pytest.param("---\nHe said so: no.\nAnd left\n---\n", id="sentences"),
            pytest.param("\n---\ntitle: x\n---\n", id="not at the top"),
            pytest.param("---\ntitle: x" + "\na: b" * 20_000 + "\n---\n", id="far too long"),
        ],
    )
    def test_other_texts_have_none(self, text: str) -> None:
        assert front_matter(text).end == 0

    def test_the_better_key_is_believed(self) -> None:
        found = ingest(
            "---\nlink: https://b.example\nurl: https://a.example\n---\nx", kind="markdown"
        )
        assert found.document.url == "https://a.example"

    def test_without_a_title_the_first_heading_is_it(self) -> None:
        assert ingest("## Small\n\n# Blast &amp; *fire*\n\nx", kind="markdown").document.title == (
            "Blast & fire"
        )

    def test_what_cannot_be_used_is_told(self) -> None:
        found = ingest("---\ndate: soon\nurl: here\nlang: no one's\n---\nx", kind="markdown")
        assert found.document.published is None
        assert set(found.warnings) == {
            "url: 'here' is no web address that can be read",
            "published: 'soon' is no date that can be read",
            'language: "no one\'s" is no language tag that can be read',
        }
