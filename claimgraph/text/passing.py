"""Numbers that count nothing: dates, clock times, ages, scores, names with a number.

Each test looks at a few words around one number. They say what a number *is not*; whether it
counts something is for the finder to see.
"""

from __future__ import annotations

import re

from claimgraph.text.comparators import Bound
from claimgraph.text.numerals import GAP, Numeral
from claimgraph.text.units import Unit, UnitKind

_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
).split()
_MONTH = frozenset(_MONTHS)
_MONTH_BEHIND = re.compile(rf"{GAP}(?:of{GAP})?({'|'.join(_MONTHS)})(?![\w-])")
_CLOCK = re.compile(
    r"[ \u00a0]?(?:[ap]\.m\.?|[ap]m(?!\w)|[o0]['’]?clock)"
    rf"|{GAP}(?:gmt|utc|[ecmp][sd]?t|bst|cest|local{GAP}time|hours{GAP}(?:gmt|utc|local))(?!\w)"
)
_OLD = re.compile(
    rf"(?:{GAP}|-)(?:years?|months?|weeks?|days?)(?:{GAP}|-)(?:olds?|of{GAP}age)(?!\w)"
    r"|-somethings?(?!\w)"
)
_ORDINAL = re.compile(
    r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|hundredth|thousandth)"
)
_FROM_NOW = re.compile(
    rf"{GAP}(ago|earlier|later|before|after|prior|previously|hence|since|from{GAP}now)(?!\w)"
)
#: "is expected to last six weeks"
_MODALS = frozenset("can could may might must not should to will would".split())
_SHORT = frozenset({"seconds", "minutes", "hours"})
_PERIODS = frozenset(
    "last past next coming first previous final following ensuing preceding closing opening every "
    "recent upcoming".split()
)
#: Before a number they mean a year: "in 2011", "the 2011 protests".
_BEFORE_YEARS = frozenset(
    """
    a after an autumn before between by christmas circa during early every fall fiscal following
    from her his in its january late later mid my of or our since spring summer than that the their
    this through till to until winter year your
    """.split()
)
#: Names that end in a number, whatever stands behind it.
_LABELS = frozenset(
    """
    a320 airbus amendment annex apartment apollo article articles block boeing building catch
    category channel chapter class clause clauses exhibit exit falcon figure flight formula fortune
    ftse gate grade group highway interstate invoice iphone item junction lane league level line
    lot magnitude measure msnbc no no. nos nos. nr number numbers opus p. page pages para paragraph
    paragraphs phase pier pillar platform playstation point precinct prop proposition protocol
    psalm question radio regulation resolution resolutions room route rule schedule section
    sections sector squadron stage step studio suite table team terminal tier title tornado type
    unit verse version volume s&p ward windows xbox zone
    """.split()
)
#: The same, where a capital shows that they are names.
_CAPITAL_LABELS = frozenset(
    "act area army battalion big bowl brigade camp case code company corps day district division "
    "fleet form game order part regiment round season super war week".split()
)
_PEOPLE = frozenset(
    """
    actor activist anyone boy brother child children daughter doctor driver everyone father
    fisherman girl girls boys granddaughter grandfather grandmother grandson husband journalist
    kids lawyer man men mother nurse officer people pensioner persons shopkeeper sister soldier son
    student teacher teenager those wife woman women youngsters
    """.split()
)
_AGE_ENDS = re.compile(r"\s?[,;)—–]|\.(?!\d)|$| (?:and|from|of|was|who|in)(?!\w)")


def is_date(text: str, original: str, end: int, before: list[tuple[str, int]]) -> bool:
    """Whether the number that ends at ``end`` is the day of a month, or its year.

    Args:
        text: Lower-cased text.
        original: The same text as printed: "May 5" is a date, "may 5" is none.
        end: Offset behind the number.
        before: The words before it, as :func:`claimgraph.text.comparators.words_before` has them.

    >>> is_date("the 17 september deal", "the 17 September deal", 6, [("the", 0)])
    True
    """
    match = _MONTH_BEHIND.match(text, end)
    if match and original[match.start(1)].isupper():
        return True
    if not before:
        return False
    word, offset = before[0]
    if word.rstrip(".,") in _MONTH and original[offset].isupper():
        return True
    # "September 17, 2018"
    return word.endswith(",") and len(before) > 1 and before[1][0].rstrip(".") in _MONTH


def is_year(number: Numeral, original: str, before: list[tuple[str, int]]) -> bool:
    """Whether four plain digits are a year, by the word before them.

    >>> is_year(Numeral(7, 2011.0, "2011"), "in 2011 protests", [("in", 0)])
    True
    >>> is_year(Numeral(15, 2000.0, "2000"), "they killed 2000 people", [("killed", 5)])
    False
    """
    if not may_be_year(number):
        return False
    if not before:
        return True
    word, offset = before[0]
    if word in ("and", "or", "to", "&", "–", "-", "—") and len(before) > 1:
        other = before[1][0]
        return len(other) == 4 and other.isdigit()
    return (
        word in _BEFORE_YEARS
        or word.endswith(("'s", "’s", "s'", "s’", ",", "(", "mid-"))
        or original[offset].isupper()
    )


def may_be_year(number: Numeral) -> bool:
    """Whether a number is four plain digits between 1400 and 2100.

    >>> may_be_year(Numeral(4, 2018.0, "2018")), may_be_year(Numeral(4, 9000.0, "9000"))
    (True, False)
    """
    plain = number.scale == 1 and not number.decimal and len(number.digits) == 4
    return plain and 1400 <= number.value <= 2100


def is_clock(text: str, end: int) -> bool:
    """Whether a time of day ends the number: "4 p.m.", "0100 UTC".

    >>> is_clock("at 4 p.m. on friday", 4), is_clock("0100 utc", 4)
    (True, True)
    """
    return _CLOCK.match(text, end) is not None


def is_age(
    text: str, original: str, start: int, number: Numeral, before: list[tuple[str, int]]
) -> bool:
    """Whether a number is somebody's age: "aged 43", ", 43,", "15-year-old", "people over 65".

    >>> text = "Amal Haddad, 43, fled"
    >>> is_age(text.lower(), text, 13, Numeral(15, 43.0, "43"), [("haddad,", 5)])
    True
    """
    if _OLD.match(text, number.end):
        return True
    if not before or number.value > 120:
        return False
    word, offset = before[0]
    if word in ("aged", "age", "ages") or (
        before[0][0] == "of" and before[1:2] and (before[1][0] in ("age", "ages"))
    ):
        return True
    if word in ("over", "under", "than", "to", "and", "below", "above", "between"):
        near = [other for other, _ in before[1:4]]
        if near and near[0] in _PEOPLE:
            return word in ("over", "under", "above", "below")
        if len(near) > 1 and near[0] in ("older", "younger") and near[1] in _PEOPLE:
            return True
        if word in ("and", "between") and {"aged", "ages"} & set(near):
            return True
    named = word.endswith(",") and (original[offset].isupper() or word[:-1] in _PEOPLE)
    opened = original[start - 1 : start] == "(" and original[offset].isupper()
    if not number.digits or not (named or opened):
        return False
    return _AGE_ENDS.match(text, number.end) is not None


def is_label(original: str, before: list[tuple[str, int]]) -> bool:
    """Whether the word before a number makes it part of a name: "Resolution 2254", "page 3".

    >>> is_label("see page 3", [("page", 4), ("see", 0)])
    True
    """
    if not before:
        return False
    word, offset = before[0]
    return word in _LABELS or (word in _CAPITAL_LABELS and original[offset].isupper())


def is_ordinal(text: str, number: Numeral) -> bool:
    """Whether an ordinal ends a number in words: "twenty-first".

    >>> is_ordinal("twenty-first", Numeral(6, 20.0))
    True
    >>> is_ordinal("30-second", Numeral(2, 30.0, "30"))
    False
    """
    return not number.digits and number.value >= 20 and bool(_ORDINAL.match(text, number.end))


def is_moment(text: str, unit: Unit, bound: Bound) -> bool:
    """Whether a span of time only says when: "two days ago", "the last five years".

    Args:
        text: Lower-cased text.
        unit: The unit behind the number. What is counted in hours or less is a quantity also
            before or after something: "half an hour before the blast".
        bound: What stands before the number; "within two years before" is a quantity.

    >>> days = Unit(4, 8, "days", UnitKind.TIME)
    >>> is_moment("two days ago", days, Bound(0)), is_moment("two days passed", days, Bound(0))
    (True, False)
    """
    if bound.phrase == "within" or unit.kind is not UnitKind.TIME:
        return False
    if bound.before in _PERIODS and not (bound.before == "last" and bound.earlier in _MODALS):
        return True
    match = _FROM_NOW.match(text, unit.end)
    return match is not None and not (match[1] in ("before", "after") and unit.name in _SHORT)
