"""Direct, indirect, mixed."""

import pytest

from claimgraph.reading.form import form_of
from claimgraph.text.quotes import quoted_mask
from claimgraph.vocabulary import Form


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        pytest.param("“We deny it,” he said.", "“We deny it,”", Form.DIRECT, id="all of it"),
        pytest.param("He said they deny it.", "they deny it", Form.INDIRECT, id="none of it"),
        pytest.param("He called it “a lie” again.", "it “a lie”", Form.MIXED, id="a part"),
        pytest.param("“We deny it,” he said.", "We deny it", Form.DIRECT, id="marks left out"),
    ],
)
def test_form(text: str, content: str, expected: Form) -> None:
    start = text.index(content)
    assert form_of(text, [(start, start + len(content))], quoted_mask(text)) is expected


def test_a_silence_has_no_form() -> None:
    assert form_of("HTS did not comment.", [], quoted_mask("HTS did not comment.")) is None


def test_a_broken_quotation_is_direct() -> None:
    text = "“No,” he said, “never.”"
    assert form_of(text, [(0, 5), (15, 23)], quoted_mask(text)) is Form.DIRECT
