import pytest

from claimgraph.errors import QueryError
from claimgraph.model import Quantity
from claimgraph.views.cells import Report
from claimgraph.views.matrix import OWN_VOICE, matrix
from claimgraph.views.states import State
from claimgraph.vocabulary import Stance
from tests.factories import (
    Piece,
    article,
    asks,
    contradicts,
    corroborates,
    gather,
    happening,
    person,
    relation,
    said,
    same,
    source,
    speaks_for,
)
from tests.views.seeds import material as seeds

WIRE = article(
    "Russia accused HTS. Konashenkov blamed HTS. The alliance denied a part. "
    "HTS did not issue a statement. SOHR said around 100 were hurt. SANA said 107 were hurt. "
    "An alleged gas attack struck the city."
)
RUSSIA, MINISTRY = source("Russia", "state"), source("defence ministry")
KONASHENKOV = person("Igor Konashenkov")
HTS = source("Hayat Tahrir al-Sham", "armed_group", "HTS")
ALLIANCE = source("alliance", "armed_group")
SOHR = source("Syrian Observatory for Human Rights", "organisation", "SOHR")
SANA = source("SANA", "media")
ATTACK = happening("gas attack on Aleppo")
SPEAKS: list[Piece] = [
    speaks_for(KONASHENKOV, MINISTRY, "spokesman"),
    speaks_for(MINISTRY, RUSSIA),
    MINISTRY,
]

ACCUSES = said(WIRE, RUSSIA, "accused HTS", stance="accuses", accusing=HTS, about=ATTACK)
BLAMES = said(WIRE, KONASHENKOV, "blamed HTS", stance="accuses", accusing=HTS, about=ATTACK)
DENIES = said(WIRE, ALLIANCE, "a part", stance="denies", about=ATTACK)
SILENT = said(WIRE, HTS, "did not issue a statement", stance="silent", about=ATTACK)
ABOUT_100 = Quantity(text="around 100", best=100, comparator="about", unit="people")
COUNT = said(WIRE, SOHR, "around 100 were hurt", numbers=[ABOUT_100], about=ATTACK)
CASES = said(WIRE, SANA, "107 were hurt", about=ATTACK)
HEDGE = said(
    WIRE, None, "gas attack struck the city", cue="alleged", certainty="possible", about=ATTACK
)
WHO = asks("Who did it?", ACCUSES, BLAMES, DENIES, SILENT, about=ATTACK)
HOW_MANY = asks("How many were hurt?", COUNT, CASES, about=ATTACK)


def state(*pieces: Piece) -> State:
    (row,) = matrix(gather(*pieces)).rows
    return row.state


def test_a_cell_holds_stance_words_and_where_they_stand() -> None:
    shown = matrix(gather(ACCUSES, DENIES, WHO))
    cell = shown.cell(WHO.id, RUSSIA.id)
    assert (cell.report, cell.stance, cell.label) == (Report.SAYS, Stance.ACCUSES, "Accuses")
    assert [each.span.text for each in cell.evidence] == ["accused HTS"]
    assert cell.claim_ids == (ACCUSES.claim.id,)


def test_not_reported_is_not_no_statement() -> None:
    shown = matrix(gather(ACCUSES, SILENT, COUNT, WHO, HOW_MANY))
    assert shown.cell(WHO.id, HTS.id).report is Report.NO_STATEMENT
    assert shown.cell(WHO.id, HTS.id).words == "did not issue a statement"
    assert shown.cell(HOW_MANY.id, HTS.id).report is Report.NOT_REPORTED


def test_a_number_heads_its_cell() -> None:
    cell = matrix(gather(COUNT)).cell(ATTACK.id, SOHR.id)
    assert (cell.label, cell.answers[0].quantities) == ("Around 100", ("around 100",))


def test_a_cell_gives_the_number_of_what_the_row_counts() -> None:
    farms = Quantity(text="two farmhouses", low=2, best=2, high=2, unit="farmhouses")
    nobody = Quantity(text="no one", low=0, best=0, high=0, unit="people")
    both = said(WIRE, SANA, "107 were hurt", numbers=[farms, nobody], about=ATTACK)
    row = asks("How many were hurt?", COUNT, both, about=ATTACK)
    cell = matrix(gather(COUNT, both, row)).cell(row.id, SANA.id)
    assert (cell.label, cell.answers[0].quantities) == ("No one", ("no one", "two farmhouses"))


def test_articles_that_hold_back_have_a_column_of_their_own_at_the_end() -> None:
    shown = matrix(gather(COUNT, HEDGE))
    assert [column.party.key for column in shown.columns] == [SOHR.id, OWN_VOICE]
    assert shown.cell(ATTACK.id, OWN_VOICE).label == "Holds back"


def test_claims_without_a_question_are_in_the_row_of_their_event_or_have_their_own() -> None:
    lonely = said(WIRE, SANA, "struck the city")
    rows = matrix(gather(COUNT, lonely)).rows
    assert [(row.id, row.text) for row in rows] == [
        (ATTACK.id, "gas attack on Aleppo"),
        (lonely.claim.id, "struck the city"),
    ]


def test_rows_by_event_leave_the_questions_aside() -> None:
    (row,) = matrix(gather(ACCUSES, COUNT, WHO, HOW_MANY), rows="event").rows
    assert row.id == ATTACK.id


def test_columns_by_side_put_a_spokesman_with_his_state() -> None:
    material = gather(ACCUSES, BLAMES, WHO, *SPEAKS)
    assert len(matrix(material).columns) == 2
    (column,) = matrix(material, columns="side").columns
    assert (column.party.name, column.detail) == ("Russia", "Igor Konashenkov")


def test_one_entity_has_one_column() -> None:
    monitor = source("the monitor")
    later = said(WIRE, monitor, "were hurt", about=ATTACK)
    shown = matrix(gather(COUNT, later, entities=same(SOHR, monitor)))
    assert [column.short for column in shown.columns] == ["SOHR"]
    assert shown.columns[0].claims == 2


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param([COUNT, CASES, corroborates(COUNT, CASES)], State.COMPATIBLE,
                     id="around 100 and 107 are compatible"),
        pytest.param([ACCUSES, DENIES, WHO, contradicts(ACCUSES, DENIES)], State.CONTESTED,
                     id="an accusation and a denial that contradicts it"),
        pytest.param([ACCUSES, BLAMES, WHO, *SPEAKS], State.UNANSWERED,
                     id="an accusation that nobody answers"),
        pytest.param([COUNT], State.ONE_SOURCE, id="one source"),
        pytest.param([COUNT, HEDGE], State.ONE_SOURCE, id="the article itself is no source"),
        pytest.param([COUNT, CASES], State.SEVERAL_SOURCES,
                     id="two sources that nothing compares are not called compatible"),
        pytest.param([HEDGE], State.OWN_VOICE, id="the article alone"),
        pytest.param([SILENT], State.NO_STATEMENT, id="a silence alone"),
        pytest.param([COUNT, CASES, relation("not_comparable", COUNT, CASES)],
                     State.SEVERAL_SOURCES, id="what is not comparable is not compatible"),
        pytest.param([COUNT, HEDGE, contradicts(COUNT, HEDGE)], State.CONTESTED,
                     id="an article can contest what a source says"),
    ],
)  # fmt: skip
def test_the_state_of_a_row(pieces: list[Piece], expected: State) -> None:
    assert state(*pieces) is expected


def test_one_side_neither_contests_nor_confirms_itself() -> None:
    left = said(WIRE, RUSSIA, "accused HTS", about=ATTACK)
    right = said(WIRE, KONASHENKOV, "blamed HTS", about=ATTACK)
    assert state(left, right, contradicts(left, right), *SPEAKS) is State.ONE_SOURCE
    assert state(left, right, corroborates(left, right), *SPEAKS) is State.ONE_SOURCE
    assert state(left, right, contradicts(left, right)) is State.CONTESTED


def test_what_its_source_takes_back_contests_nothing() -> None:
    wrong = said(WIRE, SANA, "were hurt", about=ATTACK)
    asked = asks("How many?", COUNT, CASES, wrong, about=ATTACK)
    corrected = relation("retracts", wrong, CASES)
    apart, near = contradicts(COUNT, wrong), corroborates(COUNT, CASES)
    assert state(asked, COUNT, CASES, wrong, apart, near) is State.CONTESTED
    assert state(asked, COUNT, CASES, wrong, apart, near, corrected) is State.COMPATIBLE


def test_the_reason_of_a_state_names_who_and_why() -> None:
    (row,) = matrix(gather(COUNT, CASES, corroborates(COUNT, CASES, reason="107 is about 100")))
    assert row.reason == (
        "SANA and Syrian Observatory for Human Rights do not contradict each other: "
        "107 is about 100"
    )


def test_an_unanswered_accusation_names_who_has_not_answered() -> None:
    (row,) = matrix(gather(ACCUSES, WHO))
    assert [party.name for party in row.unanswered] == ["Hayat Tahrir al-Sham"]


def test_what_an_accuser_says_besides_is_no_accusation() -> None:
    target = {"role": "accused", "name": "HTS", "source_id": HTS.id}
    aside = said(WIRE, RUSSIA, "accused HTS", fields={"act": "accuse", "targets": [target]})
    assert state(aside, HTS) is State.ONE_SOURCE


def test_every_cell_of_the_seeds_has_characters_to_show() -> None:
    shown = matrix(seeds())
    for row in shown:
        for _, cell in shown.reported(row):
            assert cell.evidence
            for each in cell.evidence:
                text = seeds().document[each.document_id].text
                assert text[each.span.start : each.span.end] == each.span.text


def test_every_claim_of_the_seeds_is_in_the_matrix() -> None:
    shown = {claim for row in matrix(seeds()) for claim in row.claim_ids}
    assert shown == {claim.id for claim in seeds().claims}


def test_the_founding_question_of_the_seeds() -> None:
    shown = matrix(seeds(frozenset({"Example Wire", "Orontes Daily", "Sham Dispatch"})))
    rows = {row.text: row for row in shown}
    assert rows["Who carried out the attack on Aleppo?"].state is State.CONTESTED
    assert rows["How many people were left struggling to breathe?"].state is State.COMPATIBLE
    who = rows["Who carried out the attack on Aleppo?"]
    labels = {column.short: cell.label for column, cell in shown.reported(who)}
    assert labels["Russia"] == "Accuses"
    assert labels["rebel alliance"] == "Denies"
    assert labels["HTS"] == "No statement"


def test_a_matrix_prints_its_rows_and_fills_a_frame_with_its_cells() -> None:
    shown = matrix(gather(ACCUSES, DENIES, SILENT, WHO, contradicts(ACCUSES, DENIES)))
    assert "Who did it? [contested]" in str(shown)
    assert "No statement: “did not issue a statement”" in str(shown)
    frame = shown.to_df()
    assert list(frame["source"]) == ["Hayat Tahrir al-Sham", "Russia", "alliance"]


def test_many_sources_are_listed_instead_of_squeezed_into_columns() -> None:
    shown = matrix(seeds())
    assert len(shown.columns) > 10
    assert shown._repr_html_().count('<th scope="col">') == 3


def test_two_events_of_one_name_are_told_apart_by_their_days() -> None:
    first = happening("blast in Korvath", "2018-11-24")
    second = happening("blast in Korvath", "2018-11-26")
    told = [said(WIRE, SOHR, "around 100 were hurt", about=first)]
    told.append(said(WIRE, SANA, "107 were hurt", about=second))
    assert [row.text for row in matrix(gather(*told))] == [
        "blast in Korvath (24 Nov 2018)",
        "blast in Korvath (26 Nov 2018)",
    ]


def test_sources_of_one_name_are_counted() -> None:
    doctors = [person("a doctor", id=f"src_doctor_{n}") for n in (1, 2)]
    one = said(WIRE, doctors[0], "around 100 were hurt", about=ATTACK)
    other = said(WIRE, doctors[1], "107 were hurt", about=ATTACK)
    (row,) = matrix(gather(one, other, corroborates(one, other)))
    assert row.reason.startswith("two sources called a doctor do not contradict each other")


def test_of_several_silences_the_fullest_words_are_shown() -> None:
    short = said(WIRE, HTS, "HTS did", cue="HTS did", stance="silent", about=ATTACK)
    cell = matrix(gather(short, SILENT)).cell(ATTACK.id, HTS.id)
    assert len(cell.answers) == 2
    assert cell.words == "did not issue a statement"


def test_other_rows_are_refused() -> None:
    with pytest.raises(QueryError, match="'question' or"):
        matrix(gather(COUNT), rows="claim")  # type: ignore[arg-type]


def test_what_a_source_says_to_one_question_stands_in_the_order_of_the_text() -> None:
    words = [f"shell {number} fell" for number in range(8)]
    text = "; ".join(words)
    document = article(f"SOHR said that {text}.", published="2018-11-25")
    sohr = source("SOHR")
    pieces = [said(document, sohr, each) for each in words]
    table = matrix(gather(document, sohr, *reversed(pieces), asks("What fell?", *pieces)))
    (cell,) = table.rows[0].said.values()
    assert [answer.text for answer in cell.answers] == words
