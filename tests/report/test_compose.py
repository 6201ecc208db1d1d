import random
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given

from claimgraph.errors import ReportError
from claimgraph.model import Span
from claimgraph.report.compose import compose
from claimgraph.report.content import Exchange, Part, Proof, Report, Row, Text, Tone
from claimgraph.views.cells import Report as CellReport
from claimgraph.views.material import Material
from claimgraph.views.states import State
from tests.factories import article, asks, contradicts, gather, said, source
from tests.materials import materials
from tests.views.seeds import material as seeds

SEEDS = compose(seeds(), title="Seeds")
ALEPPO = compose(seeds(frozenset({"Example Wire", "Orontes Daily", "Sham Dispatch"})))


def row(report: Report, question: str) -> Row:
    return next(each for each in report.rows.values() if each.question == question)


def exchange(report: Report, party: str) -> Exchange:
    return next(each for each in report.exchanges if each.party == party)


def words_of(text: Text) -> str:
    return "".join(piece.text for each in text.paragraphs for piece in each.pieces)


# What a reader can find


def test_the_accusation_stands_beside_the_denial_and_the_silence() -> None:
    attack = row(ALEPPO, "Who carried out the attack on Aleppo?")
    said_by = {cell.source: (cell.label, cell.report) for cell in (*attack.cells, *attack.others)}
    assert attack.state is State.CONTESTED
    assert said_by["Russia"] == ("Accuses", CellReport.SAYS)
    assert said_by["rebel alliance"] == ("Denies", CellReport.SAYS)
    assert said_by["HTS"] == ("No statement", CellReport.NO_STATEMENT)
    assert said_by["SOHR"] == ("", CellReport.NOT_REPORTED)


def test_those_who_accuse_deny_and_are_silent_have_columns() -> None:
    (topic,) = ALEPPO.topics
    names = [head.name for head in topic.heads]
    assert {"Russia", "rebel alliance", "HTS", "SOHR", "SANA"} <= set(names)
    assert names[-1] == "the articles themselves"


def test_the_denial_answers_for_the_rebels_and_not_for_hts() -> None:
    silent = exchange(ALEPPO, "Hayat Tahrir al-Sham")
    assert not silent.is_answered
    assert "did not immediately issue a statement" in [each.words for each in silent.silences]
    rebels = exchange(ALEPPO, "Syrian rebels")
    assert rebels.is_answered
    assert rebels.in_part
    assert "rebel alliance" in [each.speaker for each in rebels.answers]


def test_compatible_figures_stand_on_one_scale() -> None:
    scale = next(each for each in ALEPPO.scales if "breathe" in each.title)
    drawn = {figure.source: (figure.low, figure.best, figure.high) for figure in scale.figures}
    assert list(drawn["Syrian Observatory for Human Rights"]) == [88, 100, 112]
    assert [107, 107, 107] in [list(each) for each in drawn.values()]
    assert ALEPPO.rows[scale.row].state is State.COMPATIBLE


def test_one_side_that_blames_several_parties_is_told() -> None:
    found = next(each for each in ALEPPO.differing if each.question.startswith("Who carried out"))
    assert found.side == "Russia"
    assert {"Hayat Tahrir al-Sham", "Syrian rebels"} <= {each.party for each in found.blamed}


def test_the_articles_own_voice_holds_back() -> None:
    labels = {each.label for each in ALEPPO.exhibits if each.tone is Tone.OWN_VOICE}
    assert "Holds back" in labels


def test_the_relay_stands_beside_the_speaker() -> None:
    via = {each.via for each in ALEPPO.exhibits if each.speaker == "Igor Konashenkov"}
    assert ("TASS",) in via


def test_stories_have_tables_of_their_own() -> None:
    assert [topic.title for topic in SEEDS.topics] == [
        "Explosion at the Korvath fuel depot, 14 June 2023",
        "Alleged gas attack on Aleppo, 24 November 2018",
    ]
    korvath, aleppo = SEEDS.topics
    assert not {head.name for head in korvath.heads} & {"Russia", "SOHR"}
    assert not {head.name for head in aleppo.heads} & {"SES", "HLF"}


def test_what_is_contested_comes_first_and_what_else_is_said_last() -> None:
    for topic in SEEDS.topics:
        asked = [not each.question.startswith("What else is said of") for each in topic.rows]
        assert asked == sorted(asked, reverse=True)
        states = [each.state for each, is_asked in zip(topic.rows, asked, strict=True) if is_asked]
        contested = [state is State.CONTESTED for state in states]
        assert contested == sorted(contested, reverse=True)


def test_every_kind_of_finding_has_a_card() -> None:
    assert {card.state for card in ALEPPO.cards} >= {
        State.CONTESTED,
        State.UNANSWERED,
        State.COMPATIBLE,
    }


def test_a_number_heads_a_cell_only_where_a_number_is_asked_for() -> None:
    how_many = row(ALEPPO, "How many people were left struggling to breathe?")
    assert "Around 100" in [cell.label for cell in how_many.cells]
    hit = row(ALEPPO, "What did the air strikes hit?")
    assert {cell.label for cell in (*hit.cells, *hit.others)} <= {"", "Says", "Reports"}


def test_a_part_of_a_collection_says_what_it_leaves_out() -> None:
    some = compose(seeds(frozenset({"Example Wire"})), whole=(7, 216))
    assert some.left_out[0].startswith("6 articles of 7 in the collection")


# What always holds


@given(materials())
def test_any_material_can_be_told(material: Material) -> None:
    report = compose(material)
    assert [each.number for each in report.exhibits] == [*range(1, len(material.claims) + 1)]
    assert {each.claim_id for each in report.exhibits} == {each.id for each in material.claims}
    by_id = {each.id: each for each in material.documents}
    for text in report.texts:
        assert words_of(text) == by_id[text.document_id].text
        for paragraph in text.paragraphs:
            starts = [piece.start for piece in paragraph.pieces]
            assert starts == sorted(starts)


@given(materials())
def test_marks_cover_exactly_the_characters_of_claims(material: Material) -> None:
    report = compose(material)
    for exhibit in report.exhibits:
        text = report.texts[exhibit.text_number - 1]
        marked = {
            piece.start + at
            for paragraph in text.paragraphs
            for piece in paragraph.pieces
            if any(m.number == exhibit.number and m.part is Part.CONTENT for m in piece.marks)
            for at in range(len(piece.text))
        }
        assert marked == {at for s in exhibit.proof.spans for at in range(s.start, s.end)}


def test_a_report_does_not_depend_on_the_order_of_records() -> None:
    material = seeds()
    mixed: dict[str, Any] = {}
    for field in fields(Material):
        value = getattr(material, field.name)
        if isinstance(value, tuple):
            mixed[field.name] = tuple(random.Random(3).sample(value, len(value)))
    assert compose(replace(material, **mixed), title="Seeds") == SEEDS


def test_rows_count_through_all_topics() -> None:
    assert list(SEEDS.rows) == [*range(1, len(SEEDS.rows) + 1)]


# No evidence, no report


def changed(report: Report, field: str, position: int, **values: Any) -> Report:
    items = list(getattr(report, field))
    items[position] = replace(items[position], **values)
    change: dict[str, Any] = {field: tuple(items)}
    return replace(report, **change)


def without_numbers(report: Report) -> Report:
    topic = report.topics[0]
    cells = tuple(replace(each, numbers=()) for each in topic.rows[0].cells)
    rows = (replace(topic.rows[0], cells=cells), *topic.rows[1:])
    return changed(report, "topics", 0, rows=rows)


def beyond(report: Report) -> Report:
    return changed(report, "cards", 0, numbers=(len(report.exhibits) + 1,))


def in_no_text(report: Report) -> Report:
    return changed(report, "exhibits", 0, text_number=99)


def with_other_words(report: Report) -> Report:
    proof = report.exhibits[0].proof
    span = proof.spans[0]
    other = Span(start=span.start, end=span.end, text="x" * len(span.text))
    return changed(report, "exhibits", 0, proof=replace(proof, spans=(other,)))


def with_another_digest(report: Report) -> Report:
    proof = replace(report.exhibits[0].proof, sha256="0" * 64)
    return changed(report, "exhibits", 0, proof=proof)


def without_characters(report: Report) -> Report:
    proof = report.exhibits[0].proof
    return changed(report, "exhibits", 0, proof=Proof(proof.document_id, proof.sha256, ()))


def without_places(report: Report) -> Report:
    wording = replace(report.namings[0].wordings[0], places=())
    wordings = (wording, *report.namings[0].wordings[1:])
    return changed(report, "namings", 0, wordings=wordings)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (without_numbers, "the cell of .* rests on no claim"),
        (beyond, "rests on claim 217, which the report does not hold"),
        (in_no_text, "claim 1 stands in text 99"),
        (with_other_words, "claim 1: characters .* are not 'x"),
        (with_another_digest, "claim 1 is said to stand in another text"),
        (without_characters, "claim 1 has no characters"),
        (without_places, "the wording .* has no characters"),
    ],
)
def test_a_report_without_evidence_is_refused(
    change: Callable[[Report], Report], message: str
) -> None:
    with pytest.raises(ReportError, match=message):
        change(SEEDS)


# Small collections


def test_nothing_makes_an_empty_report() -> None:
    report = compose(Material())
    assert (report.topics, report.exhibits, report.cards) == ((), (), ())


def test_one_article_gives_its_headline_to_the_report() -> None:
    wire = article("Gas over Aleppo\n\nSOHR said 100 people were hurt.")
    sohr = source("SOHR")
    claim = said(wire, sohr, "100 people were hurt")
    assert compose(gather(wire, sohr, claim)).title == "Gas over Aleppo: who says what"


def test_an_article_without_a_publisher_is_called_by_its_headline() -> None:
    wire = article("Gas over Aleppo\n\nSOHR said 100 people were hurt.", by="")
    sohr = source("SOHR")
    claim = said(wire, sohr, "100 people were hurt")
    voice = said(wire, None, "Gas over Aleppo")
    report = compose(gather(wire, sohr, claim, voice))
    assert "doc_" not in "".join(each.speaker for each in report.exhibits)


def test_what_one_source_says_alone_is_listed_once() -> None:
    wire = article("SOHR said 100 people were hurt. SANA said 47 died. SOHR said it was gas.")
    sohr, sana = source("SOHR"), source("SANA")
    hurt = said(wire, sohr, "100 people were hurt")
    dead = said(wire, sana, "47 died")
    gas = said(wire, sohr, "it was gas")
    report = compose(gather(wire, sohr, sana, hurt, dead, gas))
    assert [(each.source, each.numbers) for each in report.alone] == [
        ("SOHR", (1, 3)),
        ("SANA", (2,)),
    ]


def test_what_is_asked_and_contradicted_is_not_listed_alone() -> None:
    wire = article("SOHR said 100 people were hurt. SANA said 47 people were hurt.")
    sohr, sana = source("SOHR"), source("SANA")
    left = said(wire, sohr, "100 people were hurt")
    right = said(wire, sana, "47 people were hurt")
    question = asks("How many people were hurt?", left, right)
    report = compose(gather(wire, sohr, sana, left, right, question, contradicts(left, right)))
    assert report.alone == ()
    assert [each.state for each in report.rows.values()] == [State.CONTESTED]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        pytest.param("47 people were hurt.", "SANA says: 47 people were hurt.", id="a sentence"),
        pytest.param("who would do that?", "SANA says: who would do that?", id="a question"),
        pytest.param(
            "47 people were hurt " + "in a street of the old town " * 6,
            "SANA says: 47 people were hurt in a street of the old town in a street of the old "
            "town in a street…",
            id="cut short",
        ),
    ],
)
def test_what_a_card_tells_ends_with_one_mark(words: str, line: str) -> None:
    wire = article(f"SOHR said 100 people were hurt. SANA said {words}")
    sohr, sana = source("SOHR"), source("SANA")
    left = said(wire, sohr, "100 people were hurt")
    right = said(wire, sana, words.strip())
    question = asks("Were people hurt?", left, right)
    report = compose(gather(wire, sohr, sana, left, right, question, contradicts(left, right)))
    assert line in report.cards[0].said
