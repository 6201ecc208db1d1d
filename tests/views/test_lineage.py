import pytest

from claimgraph.errors import QueryError
from claimgraph.model import Document, Lineage, Quantity
from claimgraph.views.lineage import METHOD, lineage
from claimgraph.vocabulary import LineageKind
from tests.factories import Piece, Said, article, gather, happening, person, said, source
from tests.views.seeds import material as seeds

COPY = (
    "Firefighters worked through the night to reach a hostel next to the depot. The minister "
    "accused a rebel front of planting a bomb under a tank. A guard told the agency that nobody "
    "had been at the fence when the alarm went off at two."
)
FIRST = article(f"By our staff. {COPY}", by="Courier", published="2023-06-14")
SECOND = article(f"The toll has risen to 17. {COPY} More rain is expected.", by="Evening",
                 published="2023-06-15")  # fmt: skip
OWN = article(
    "Workers at the depot had warned of a leak for weeks, two of them said on Thursday, and their "
    "foreman had passed it on to the head office, which told them to keep pumping all the same.",
    by="Free Radio",
    published="2023-06-15",
)
BLAST = happening("explosion at the depot", "2023-06-14")


def found(*pieces: Piece) -> list[tuple[str, str, str]]:
    shown = lineage(gather(*pieces))
    return [(row.kind.value, row.from_id, row.to_id) for row in shown.found]


def test_the_same_text_in_two_articles_goes_from_the_later_to_the_earlier() -> None:
    assert found(SECOND, FIRST, OWN) == [("same_text", SECOND.id, FIRST.id)]


def test_the_reason_says_how_much_and_where() -> None:
    (row,) = lineage(gather(FIRST, SECOND)).rows
    start = SECOND.text.index(COPY)
    assert f"characters {start}–{start + len(COPY) - 1}" in row.reason
    assert "five-word sequences" in row.reason
    assert row.method == METHOD


def test_articles_written_apart_are_left_alone() -> None:
    assert found(FIRST, OWN) == []


def test_a_text_in_many_articles_is_joined_with_the_first_one_only() -> None:
    copies = [
        article(f"{COPY} Edition {number}.", by=f"Paper {number}", published="2023-06-15")
        for number in range(50)
    ]
    rows = lineage(gather(FIRST, *copies)).rows
    assert len(rows) == 50
    assert {row.from_id for row in rows} == {each.id for each in copies}


def test_a_few_words_are_too_few_to_tell() -> None:
    assert found(article("He said no."), article("He said no.", by="Evening")) == []


@pytest.mark.parametrize("threshold", [0.0, -1.0, 1.5, float("nan")])
def test_a_threshold_is_a_share(threshold: float) -> None:
    with pytest.raises(QueryError, match="share"):
        lineage(gather(FIRST), threshold)


MINISTER = person("Anton Velk")
AGENCY = source("LPA", "media")
QUOTE = "“This was not an accident, this was murder”"
MONDAY = article(f"{QUOTE}, Velk said in Belgar.", by="Courier", published="2023-06-14")
TUESDAY = article(f"At night he spoke. {QUOTE}, he said.", by="Evening", published="2023-06-15")


def quoted(document: Document, who: object = MINISTER, words: str = QUOTE, **more: object) -> Said:
    return said(document, who, words, fields={"form": "direct"}, **more)  # type: ignore[arg-type]


def test_one_source_with_the_same_quotation_made_one_statement() -> None:
    first, second = quoted(MONDAY), quoted(TUESDAY)
    (row,) = lineage(gather(first, second)).rows
    assert (row.kind, row.from_id, row.to_id) == (
        LineageKind.SAME_STATEMENT,
        second.attribution.id,
        first.attribution.id,
    )
    assert "both quote Anton Velk with “‘This was not an accident" in row.reason
    assert "characters 19–62" in row.reason


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(quoted(TUESDAY, person("Another")), id="another source"),
        pytest.param(quoted(TUESDAY, words="At night he spoke"), id="no quotation"),
        pytest.param(
            quoted(article("He said “not an accident” twice.", by="Evening"), words="“not an"),
            id="a piece too short to be known again",
        ),
    ],
)
def test_other_words_are_another_statement(other: Said) -> None:
    assert found(quoted(MONDAY), other) == []


def test_a_longer_quotation_is_known_by_its_part() -> None:
    longer = article(
        "“This was not an accident, this was murder, and we know who did it”, he said.",
        by="Evening",
        published="2023-06-15",
    )
    first = quoted(MONDAY)
    second = quoted(longer, words="“This was not an accident, this was murder, and we know")
    assert found(first, second) == [("same_statement", second.attribution.id, first.attribution.id)]


def test_one_source_with_the_same_figure_made_one_statement() -> None:
    monitor = source("Monitor")
    figure = Quantity(text="26", low=26, best=26, high=26, unit="people")
    left = said(article("26 died, it says.", published="2023-06-15"), monitor, "26 died",
                numbers=[figure], about=BLAST)  # fmt: skip
    later = article("It now counts 26 dead.", by="Courier", published="2023-06-16")
    right = said(later, monitor, "26 dead", numbers=[figure], about=BLAST)
    other = said(later, monitor, "now counts", about=BLAST,
                 numbers=[figure.replace(low=27, best=27, high=27)])  # fmt: skip
    assert found(left, right, other) == [
        ("same_statement", right.attribution.id, left.attribution.id)
    ]


def test_two_articles_that_have_it_from_one_agency_have_one_origin() -> None:
    first = said(MONDAY, MINISTER, "in Belgar", via=[AGENCY], about=BLAST)
    second = said(TUESDAY, MINISTER, "At night", via=[AGENCY], about=BLAST)
    assert found(first, second) == [("same_origin", second.attribution.id, first.attribution.id)]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(said(TUESDAY, MINISTER, "At night", about=BLAST), id="no agency"),
        pytest.param(
            said(TUESDAY, person("Another"), "At night", via=[AGENCY], about=BLAST),
            id="another speaker",
        ),
        pytest.param(
            said(TUESDAY, MINISTER, "At night", via=[AGENCY], about=happening("a march")),
            id="another matter",
        ),
    ],
)
def test_an_agency_alone_is_no_common_origin(second: Said) -> None:
    first = said(MONDAY, MINISTER, "in Belgar", via=[AGENCY], about=BLAST)
    assert found(first, second) == []


def test_without_a_matter_articles_must_be_near_in_time() -> None:
    first = said(MONDAY, MINISTER, "in Belgar", via=[AGENCY])
    near = said(TUESDAY, MINISTER, "At night", via=[AGENCY])
    years_later = article("He spoke.", by="Evening", published="2025-06-15")
    far = said(years_later, MINISTER, "He spoke", via=[AGENCY])
    assert len(found(first, near)) == 1
    assert found(first, far) == []


def test_an_article_that_names_another_paper_cites_it() -> None:
    courier = source("Courier", "media")
    first = said(MONDAY, MINISTER, "in Belgar", about=BLAST)
    second = said(TUESDAY, MINISTER, "At night", via=[courier], about=BLAST)
    assert found(first, second) == [("cites", second.attribution.id, MONDAY.id)]


def test_a_paper_that_names_itself_cites_nobody() -> None:
    courier = source("Courier", "media")
    friday = article("He told the Courier.", by="Courier", published="2023-06-16")
    first = said(MONDAY, MINISTER, "in Belgar", about=BLAST)
    second = said(friday, MINISTER, "He told", via=[courier], about=BLAST)
    assert found(first, second) == []


def test_statements_of_copied_articles_need_no_word_each() -> None:
    left = article(f"{QUOTE}, he said. {COPY}", by="Courier", published="2023-06-14")
    right = article(f"{QUOTE}, he said. {COPY}", by="Evening", published="2023-06-15")
    assert [kind for kind, *_ in found(quoted(left), quoted(right))] == ["same_text"]


def test_what_was_given_is_kept_and_not_found_again() -> None:
    by_hand = Lineage(from_id=SECOND.id, to_id=FIRST.id, kind="same_text", reason="agency copy")
    assert lineage(gather(FIRST, SECOND, by_hand)).rows == (by_hand,)
    machine = lineage(gather(FIRST, SECOND)).rows
    assert lineage(gather(FIRST, SECOND, *machine)).rows == machine


def test_the_copied_pair_of_the_seeds_is_found_and_nothing_like_it() -> None:
    shown = lineage(seeds(lineages=False))
    copied = [row for row in shown if row.kind is LineageKind.SAME_TEXT]
    names = [
        (seeds().document[row.from_id].publisher, seeds().document[row.to_id].publisher)
        for row in copied
    ]
    assert names == [("Belgar Evening", "Northern Courier")]


def test_every_lineage_of_the_seeds_joins_two_articles() -> None:
    for row in lineage(seeds(lineages=False)):
        ends = [seeds().attribution.get(end) for end in (row.from_id, row.to_id)]
        documents = [
            item.document_id if item else end
            for item, end in zip(ends, (row.from_id, row.to_id), strict=True)
        ]
        assert len(set(documents)) == 2
