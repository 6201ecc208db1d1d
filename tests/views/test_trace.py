import pytest

from claimgraph.errors import UnknownRecordError
from claimgraph.model import Document, Judgement, Lineage, Reason
from claimgraph.views.passage import passage
from claimgraph.views.trace import Part, trace
from tests.factories import article, find, gather, person, said, source, speaks_for
from tests.views.seeds import material as seeds

WIRE = article(
    "Igor Konashenkov spoke to TASS on Sunday. “All of the targets were destroyed,” he added. "
    "A nurse said a doctor had seen it."
)
KONASHENKOV = person("Igor Konashenkov")
MINISTRY = source("Russian defence ministry")
TASS = source("TASS", "media")
HE = Reason(
    field="source_id",
    rule="pronoun.same_paragraph",
    text="“he” is the last man who was named",
    spans=(find(WIRE, "Igor Konashenkov"),),
)
STRIKES = said(
    WIRE,
    KONASHENKOV,
    "All of the targets were destroyed",
    cue="added",
    named="he",
    via=[TASS],
    fields={"reasons": (HE,)},
)
MATERIAL = gather(STRIKES, MINISTRY, speaks_for(KONASHENKOV, MINISTRY, "spokesman"))


def test_a_trace_says_it_all_in_a_sentence() -> None:
    assert trace(MATERIAL, STRIKES.claim.id).summary == (
        "“All of the targets were destroyed” — said by Igor Konashenkov (spokesman, Russian "
        "defence ministry), through TASS, in Example Wire, 25 Nov 2018, characters 43–76"
    )


def test_a_trace_goes_from_the_words_to_the_article() -> None:
    steps = trace(MATERIAL, STRIKES.claim.id)
    assert [step.part for step in steps] == [Part.WORDS, Part.SPEAKER, Part.RELAY, Part.ARTICLE]
    assert steps.steps(Part.ARTICLE)[0].detail.endswith(f"sha256 {WIRE.sha256[:16]}…")


def test_a_trace_shows_the_sentence_and_how_the_speaker_was_found() -> None:
    found = trace(MATERIAL, STRIKES.claim.id)
    assert [span.text for span in found.passages] == [
        "“All of the targets were destroyed,” he added."
    ]
    speaker = found.steps(Part.SPEAKER)[0]
    assert speaker.reasons == (HE,)
    assert "called “he” here" in speaker.detail
    assert "pronoun.same_paragraph" in found.to_df()["why"].str.cat()


def test_every_step_with_characters_has_the_characters_of_the_article() -> None:
    for claim in seeds().claims:
        for step in trace(seeds(), claim.id):
            for each in step.evidence:
                text = seeds().document[each.document_id].text
                assert text[each.span.start : each.span.end] == each.span.text


def test_relays_keep_their_order_the_nearest_to_the_reader_last() -> None:
    chain = said(WIRE, KONASHENKOV, "All of the targets", via=[TASS, source("RIA", "media")])
    assert [step.name for step in trace(gather(chain), chain.claim.id).relays] == ["TASS", "RIA"]


def test_who_quoted_the_speaker_is_named_too() -> None:
    nurse, doctor = person("Nurse"), person("Doctor")
    outer = said(WIRE, nurse, "a doctor had seen it", cue="said")
    inner = said(WIRE, doctor, "it", fields={"parent_id": outer.attribution.id})
    assert (
        "said by Doctor, as quoted by Nurse" in trace(gather(outer, inner), inner.claim.id).summary
    )


def test_an_article_that_says_it_itself_is_its_own_speaker() -> None:
    own = said(WIRE, None, "All of the targets were destroyed")
    found = trace(gather(own), own.claim.id)
    assert "in the article’s own voice, in Example Wire" in found.summary
    assert found.speaker.is_voice


def test_a_trace_follows_lineage_to_the_first_article() -> None:
    daily = article("All of the targets were destroyed.", by="Daily", published="2018-11-26")
    weekly = article("All of the targets were destroyed.", by="Weekly", published="2018-11-30")
    copy = said(weekly, KONASHENKOV, "All of the targets were destroyed")
    material = gather(
        copy,
        STRIKES,
        daily,
        Lineage(from_id=weekly.id, to_id=daily.id, kind="same_text", reason="copied"),
        Lineage(from_id=daily.id, to_id=WIRE.id, kind="cites", reason="it names the wire"),
        Lineage(from_id=WIRE.id, to_id=weekly.id, kind="cites", reason="a circle"),
    )
    origins = trace(material, copy.claim.id).origins
    assert [step.name for step in origins] == ["Daily, 26 Nov 2018", "Example Wire, 25 Nov 2018"]
    assert len(trace(material, copy.claim.id, depth=1).origins) == 1


def test_what_people_decided_stands_at_the_end_in_their_order() -> None:
    later = Judgement(
        decision="confirm",
        subjects=(STRIKES.claim.id,),
        by="Ann",
        reason="seen the tape",
        made="2026-11-22T10:00:00Z",
    )
    earlier = later.replace(by="Ben", made="2026-11-21T10:00:00Z")
    other = later.replace(subjects=("clm_other",))
    found = trace(MATERIAL, STRIKES.claim.id, [later, other, earlier])
    assert [step.name for step in found.steps(Part.JUDGEMENT)] == ["Ben", "Ann"]


def test_an_unknown_claim_is_named() -> None:
    with pytest.raises(UnknownRecordError, match="clm_no"):
        trace(MATERIAL, "clm_no")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("One. Two words. Three.", "words", "Two words.", id="the sentence"),
        pytest.param("Dr. Ali saw it. He left.", "saw", "Dr. Ali saw it.", id="a title ends none"),
        pytest.param("The U.S. Army won. It left.", "Army", "The U.S. Army won.", id="initials"),
        pytest.param(
            "“Is it gas?” he asked. He left.",
            "gas",
            "“Is it gas?” he asked.",
            id="a quoted question",
        ),
        pytest.param("Headline\n\nThe text.", "text", "The text.", id="a headline is no sentence"),
        pytest.param("One. Two.", "One. Two", "One. Two.", id="over two sentences"),
        pytest.param("no stop at all", "stop", "no stop at all", id="no end"),
    ],
)
def test_a_passage_is_the_sentence_around(text: str, words: str, expected: str) -> None:
    document = Document(text=text)
    assert passage(document, find(document, words)).text == expected
