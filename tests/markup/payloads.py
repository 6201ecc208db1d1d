"""Texts that want to be more than text."""

import pytest

HOSTILE = [
    pytest.param("<script>alert(1)</script>", id="a script"),
    pytest.param('"><img src=x onerror=alert(1)>', id="an event handler"),
    pytest.param("</style><b>", id="an end of the style"),
    pytest.param("</title><script>1</script>", id="an end of the title"),
    pytest.param("]]></svg><svg onload=alert(1)>", id="an end of the drawing"),
    pytest.param("' onmouseover='alert(1)", id="an attribute"),
    pytest.param("&lt;b&gt;", id="text that is escaped already"),
    pytest.param("\u202egnp.exe\u202c", id="a change of direction"),
    pytest.param("a\x07b", id="a control"),
    pytest.param("x" * 10_000, id="a word of 10,000 characters"),
    pytest.param("= 1 + 1", id="a formula"),
]
