from itertools import pairwise

import pytest

from claimgraph.errors import UnknownRecordError
from claimgraph.model import Lineage
from claimgraph.views.origins import origins
from tests.factories import (
    article,
    corroborates,
    gather,
    person,
    said,
    source,
    speaks_for,
)
from tests.views.seeds import material as seeds

PAPERS = [
    article(
        f"Paper {number}: around 100 were hurt, it is said.",
        f"Paper {number}",
        f"2018-11-2{number}",
    )
    for number in range(1, 5)
]
SOHR = source("SOHR")
REPORTS = [said(paper, SOHR, "around 100 were hurt") for paper in PAPERS]
NEWS = [said(paper, None, "around 100 were hurt") for paper in PAPERS]
AGREE = [corroborates(REPORTS[0], other) for other in REPORTS[1:]]


def test_four_articles_that_report_one_source_have_one_origin() -> None:
    shown = origins(gather(*REPORTS, *AGREE), REPORTS[0].claim.id)
    assert shown.caption == "4 articles, 1 origin"
    (origin,) = shown.rows
    assert origin.reasons == ("SOHR is the source in 4 articles",)
    assert origin.first == REPORTS[0].claim.id
    assert [name.partition(",")[0] for name in origin.publishers] == [
        "Paper 1",
        "Paper 2",
        "Paper 3",
        "Paper 4",
    ]


def test_articles_that_each_say_it_themselves_have_an_origin_each() -> None:
    shown = origins(gather(*NEWS), [each.claim.id for each in NEWS], lineages=[])
    assert shown.caption == "4 articles, 4 origins"


def test_articles_that_copy_each_other_have_one_origin_through_any_number_of_steps() -> None:
    chain = [
        Lineage(from_id=later.id, to_id=earlier.id, kind="same_text", reason=f"copy of {at}")
        for at, (earlier, later) in enumerate(pairwise(PAPERS))
    ]
    shown = origins(gather(*NEWS, *chain), [each.claim.id for each in NEWS])
    assert shown.caption == "4 articles, 1 origin"
    assert sorted(shown.rows[0].reasons) == ["copy of 0", "copy of 1", "copy of 2"]
    assert shown.rows[0].lineage_ids == tuple(sorted(each.id for each in chain))


def test_a_spokesman_and_his_body_are_one_origin() -> None:
    spokesman = person("Rami")
    left = said(PAPERS[0], SOHR, "around 100 were hurt")
    right = said(PAPERS[1], spokesman, "around 100 were hurt")
    shown = origins(
        gather(left, right, speaks_for(spokesman, SOHR)), [left.claim.id, right.claim.id]
    )
    assert shown.rows[0].reasons == ("Rami speaks for SOHR",)


def test_two_sources_in_two_copies_of_one_text_stay_two() -> None:
    sana = source("SANA", "media")
    one = [said(paper, SOHR, "around 100") for paper in PAPERS[:2]]
    other = [said(paper, sana, "were hurt") for paper in PAPERS[:2]]
    copied = Lineage(from_id=PAPERS[1].id, to_id=PAPERS[0].id, kind="same_text", reason="copy")
    shown = origins(gather(*one, *other, copied), [each.claim.id for each in (*one, *other)])
    assert shown.caption == "2 articles, 2 origins"


def test_who_cites_an_article_has_it_from_whom_that_article_has_it() -> None:
    report, retold = REPORTS[0], said(PAPERS[1], source("Paper 1", "media"), "around 100")
    cites = Lineage(
        from_id=retold.attribution.id, to_id=PAPERS[0].id, kind="cites", reason="it names Paper 1"
    )
    shown = origins(gather(report, retold, cites), [report.claim.id, retold.claim.id])
    assert shown.caption == "2 articles, 1 origin"


def test_an_article_that_cites_another_one_somewhere_has_not_all_of_it_from_there() -> None:
    cites = Lineage(from_id=PAPERS[1].id, to_id=PAPERS[0].id, kind="cites", reason="a correction")
    shown = origins(gather(*NEWS[:2], cites), [each.claim.id for each in NEWS[:2]])
    assert shown.caption == "2 articles, 2 origins"


def test_a_silence_has_no_origin() -> None:
    silence = said(PAPERS[0], SOHR, "it is said", stance="silent")
    shown = origins(gather(silence, REPORTS[1]), [silence.claim.id, REPORTS[1].claim.id])
    assert shown.caption == "1 article, 1 origin"


def test_an_unknown_claim_is_named() -> None:
    with pytest.raises(UnknownRecordError, match="clm_no"):
        origins(gather(*REPORTS), "clm_no")


def test_the_figures_of_the_seeds_have_as_many_origins_as_sources() -> None:
    wanted = "How many people were left struggling to breathe?"
    question = next(each for each in seeds().questions if each.text == wanted)
    shown = origins(seeds(), question.claims)
    articles = {row.sources[0].name: len(row.document_ids) for row in shown}
    assert articles["SANA"] == 3
    assert articles["Syrian Observatory for Human Rights"] == 2
