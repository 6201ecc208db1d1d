"""Text in XML: whatever it holds, the file stays well-formed."""

import re
from xml.sax.saxutils import escape

from claimgraph.errors import RecordError

#: What XML 1.0 cannot hold, not even as a reference: controls, lone surrogates, noncharacters.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Parsers change these where they stand as themselves: white space in attributes, line ends.
_CHANGED = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}

_TYPES: dict[type, str] = {str: "string", bool: "boolean", int: "long", float: "double"}


def type_of(name: str, value: object) -> str:
    """What GraphML and GEXF call the type of an attribute.

    Args:
        name: Of the attribute, for the error.
        value: Its value.

    Raises:
        RecordError: It is neither text nor a number nor a boolean.

    >>> type_of("score", 0.5), type_of("label", "SOHR")
    ('double', 'string')
    """
    kind = _TYPES.get(type(value))
    if kind is None:
        raise RecordError(
            f"the attribute {name!r} is {value!r}; files of graphs hold text, numbers and booleans"
        )
    return kind


def content(value: object) -> str:
    r"""A value as the content of an element; booleans as XML Schema writes them.

    >>> content("a < b\x07"), content(True), content(0.5)
    ('a &lt; b ', 'true', '0.5')
    """
    if isinstance(value, bool):
        return str(value).lower()
    return escape(_NOT_IN_XML.sub(" ", str(value)), _CHANGED)


def attribute(value: object) -> str:
    """A value as an attribute, in quotation marks.

    >>> attribute('the "rebels"')
    '"the &quot;rebels&quot;"'
    """
    return '"' + content(value).replace('"', "&quot;") + '"'
