"""Units: money, measures, time and shares, under one name each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from claimgraph.text.numerals import GAP


class UnitKind(Enum):
    """What a unit measures, as far as reading a number depends on it."""

    MONEY = "money"
    TIME = "time"
    LENGTH = "length"
    SHARE = "share"
    OTHER = "other"


def _table(kind: UnitKind, lines: str) -> dict[str, tuple[str, UnitKind]]:
    """Units of one kind: in each line the name, then the other forms that it has in print."""
    table = {}
    for line in lines.strip().splitlines():
        name, _, forms = line.strip().partition(":")
        for form in [name, *forms.split()]:
            table[form] = (name, kind)
    return table


_MEASURES = (
    _table(
        UnitKind.TIME,
        """
        seconds: second secs sec
        minutes: minute mins min
        hours: hour hrs hr
        days: day
        nights: night
        weeks: week
        weekends: weekend
        fortnights: fortnight
        months: month
        years: year yrs yr
        decades: decade
        centuries: century
        """,
    )
    | _table(
        UnitKind.LENGTH,
        """
        km: kilometre kilometres kilometer kilometers kms
        metres: metre meter meters m
        cm: centimetre centimetres centimeter centimeters
        mm: millimetre millimetres millimeter millimeters
        miles: mile mi
        yards: yard yds
        feet: foot ft
        inches: inch
        fathoms: fathom
        """,
    )
    | _table(
        UnitKind.OTHER,
        """
        tonnes: tonne
        tons: ton
        kilotons: kiloton
        megatons: megaton
        kg: kilo kilos kilogram kilograms kilogramme kilogrammes kgs
        grams: gram gramme grammes g
        mg: milligram milligrams
        lbs: lb
        ounces: ounce oz
        litres: litre liter liters
        gallons: gallon
        barrels: barrel
        bushels: bushel
        hectares: hectare
        acres: acre
        watts: watt
        kilowatts: kilowatt kw
        megawatts: megawatt mw
        gigawatts: gigawatt gw
        kilowatt-hours: kwh
        megahertz: mhz
        degrees: degree
        degrees Celsius: °c
        degrees Fahrenheit: °f
        miles per hour: mph
        km per hour: kph km/h kmh
        barrels per day: bpd
        knots: knot
        calories: calorie
        percentage points: pps
        magnitude:
        """,
    )
)
_CURRENCIES = _table(
    UnitKind.MONEY,
    """
    US dollars: dollar dollars usd bucks us$
    euros: euro eur
    pounds: pound gbp
    roubles: rouble ruble rubles rub
    rupees: rupee inr rs
    yen: jpy
    yuan: renminbi rmb cny
    lira: liras
    shekels: shekel
    riyals: riyal
    rials: rial
    dinars: dinar
    dirhams: dirham
    francs: franc
    kronor: krona
    kroner: krone
    pesos: peso
    reais:
    rand:
    baht:
    zlotys: zloty
    forints: forint
    hryvnias: hryvnia hryvnya
    naira:
    shillings: shilling
    cedis: cedi
    taka:
    ringgit:
    rupiah:
    afghanis: afghani
    leva: lev
    cents: cent ¢
    pence:
    bitcoins: bitcoin
    """,
)
_SHARES = _table(UnitKind.SHARE, "percent: pc pct %")
_UNITS = _MEASURES | _CURRENCIES | _SHARES

#: Signs that stand before the number, and what a letter or two before them changes.
_SIGNS = {
    "$": "US dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "₹": "rupees",
    "₽": "roubles",
    "₪": "shekels",
    "₩": "won",
    "₺": "Turkish lira",
    "₴": "hryvnias",
    "₦": "naira",
}
_DOLLARS = {
    "us": "US dollars",
    "a": "Australian dollars",
    "au": "Australian dollars",
    "c": "Canadian dollars",
    "ca": "Canadian dollars",
    "can": "Canadian dollars",
    "nz": "New Zealand dollars",
    "hk": "Hong Kong dollars",
    "nt": "Taiwan dollars",
    "s": "Singapore dollars",
    "r": "reais",
}
_CODES = {
    "usd": "US dollars",
    "eur": "euros",
    "gbp": "pounds",
    "jpy": "yen",
    "chf": "Swiss francs",
    "cny": "yuan",
    "rmb": "yuan",
    "inr": "rupees",
    "rub": "roubles",
    "rs": "rupees",
    "rs.": "rupees",
}
#: What may stand before the first digit of an amount. The finder's pattern has it inside.
PREFIX = (
    r"(?:(?:us|au?|can?|c|nz|hk|nt|s|r)?\$|[€£¥₹₽₪₩₺₴₦])[ \u00a0]?"
    r"|(?:usd|eur|gbp|jpy|chf|cny|rmb|inr|rub|rs\.?)[ \u00a0]?"
)
_NATIONS = {
    "us": "US",
    "u.s": "US",
    "u.s.": "US",
    "american": "US",
    "hong kong": "Hong Kong",
    "new zealand": "New Zealand",
}
_DOLLAR_NATIONS = re.compile(
    rf"(us|u\.s\.?|american|hong{GAP}kong|new{GAP}zealand){GAP}(dollars?)(?!\w)"
)
_OF_NATION = re.compile(
    rf"([a-z]{{4,13}}(?:n|sh|ss|ch|se|i)){GAP}"
    r"(dollars?|pounds?|liras?|francs?|dinars?|riyals?|rials?|pesos?|rupees?|shillings?|dirhams?"
    r"|rou?bles?|won|kron(?:a|or|e|er)|shekels?)(?!\w)"
)
_TWO_WORDS = re.compile(
    rf"(per{GAP}cent|percentage{GAP}points?|basis{GAP}points?"
    rf"|(?:square|sq\.?|cubic|nautical|metric|light){GAP}([a-z]+)"
    rf"|degrees?{GAP}(celsius|centigrade|fahrenheit|c|f)|pounds{GAP}sterling"
    rf"|°[cf])(?!\w)"
)
_PERCENT = re.compile(r"per[ -]?cent(?!\w)|%|pct\.?(?!\w)")
_WORD = re.compile(r"[a-z°¢]+\$?(?:/h(?!\w))?(?![\w])")
_LETTERS = {
    "c": ("degrees Celsius", UnitKind.OTHER),
    "f": ("degrees Fahrenheit", UnitKind.OTHER),
    "p": ("pence", UnitKind.MONEY),
}
_ATTACHED = re.compile(
    r"(?:km/h|kmh|kph|kms?|kgs?|kwh|kw|mph|mm|mw|mi|mins?|mg|cm|ft|gw|g|hrs?|lbs?|oz|yds|[cfp])(?!\w)"
)
_SIGN_BEHIND = re.compile(r"[ \u00a0]?(€|£|₽|¢)(?!\w)")
_RATE = re.compile(
    rf"(?:{GAP}|-)(?:an?|per|each|every)(?:{GAP}|-)"
    r"(?:(second|minute|hour|day|night|week|month|year)"
    r"|(person|head|capita|household|family|barrel|tonne|ton|gallon|litre|liter|kilo|kilogram"
    r"|kilometre|kilometer|mile|share|pound|ounce|vote|vehicle|unit|acre|hectare|student|pupil))"
    r"(?![\w-])"
)
#: "ten people a day" is a rate, "ten people a day after the vote" is not.
_MOMENT = re.compile(
    rf"{GAP}(?:after|ago|and|before|earlier|following|in|later|of|since|when)(?!\w)"
)
_RATE_BEFORE_NOUN = re.compile(rf"{GAP}of{GAP}(?:per-(day|week|month|year)|(daily))(?!\w)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at one place of a text.

    Attributes:
        start: Offset of its first character.
        end: Offset behind it.
        name: Its one name, in the plural: "days", "km", "US dollars", "percent".
        kind: What it measures.
    """

    start: int
    end: int
    name: str
    kind: UnitKind


def money_of(prefix: str) -> str:
    """The currency that a lower-cased sign before the number stands for.

    >>> money_of("£"), money_of("a$"), money_of("usd ")
    ('pounds', 'Australian dollars', 'US dollars')
    """
    sign = prefix.strip(" \u00a0")
    if sign in _CODES:
        return _CODES[sign]
    if sign.endswith("$") and len(sign) > 1:
        return _DOLLARS[sign[:-1]]
    return _SIGNS[sign]


def read_unit(text: str, start: int, original: str) -> Unit | None:
    """The unit that begins at ``start`` of a lower-cased text.

    Args:
        text: Lower-cased text.
        start: Offset of the unit's first letter.
        original: The same text as printed; nations keep their capital.

    >>> read_unit("square kilometres of forest", 0, "square kilometres of forest").name
    'square km'
    >>> read_unit("syrian pounds", 0, "Syrian pounds").name
    'Syrian pounds'
    >>> read_unit("people", 0, "people") is None
    True
    """
    if match := _TWO_WORDS.match(text, start):
        return _unit_of_two_words(match)
    if match := _DOLLAR_NATIONS.match(text, start):
        nation = _NATIONS[" ".join(match[1].split())]
        return Unit(start, match.end(), f"{nation} dollars", UnitKind.MONEY)
    if match := _PERCENT.match(text, start):
        return Unit(start, match.end(), "percent", UnitKind.SHARE)
    if match := _OF_NATION.match(text, start):
        if original[start].isupper():
            nation = original[start].upper() + text[start + 1 : match.end(1)]
            currency = _UNITS[match[2]][0] if match[2] in _UNITS else match[2]
            return Unit(
                start, match.end(), f"{nation} {currency.removeprefix('US ')}", UnitKind.MONEY
            )
        return None
    if (match := _WORD.match(text, start)) and match[0] in _UNITS:
        name, kind = _UNITS[match[0]]
        return Unit(start, match.end(), name, kind)
    if match := _SIGN_BEHIND.match(text, start):
        name = _SIGNS.get(match[1], "cents")
        return Unit(match.start(1), match.end(), name, UnitKind.MONEY)
    return None


def read_attached(text: str, start: int) -> Unit | None:
    """The unit whose letters follow the digits at once: "30km", "40C", "50p".

    >>> read_attached("30km", 2).name, read_attached("5th", 1)
    ('km', None)
    """
    match = _ATTACHED.match(text, start)
    if match is None:
        return None
    name, kind = _LETTERS.get(match[0]) or _UNITS[match[0]]
    return Unit(start, match.end(), name, kind)


def _unit_of_two_words(match: re.Match[str]) -> Unit | None:
    start, words = match.start(), match[1].split()
    if words[0] == "per":
        return Unit(start, match.end(), "percent", UnitKind.SHARE)
    if words[0] in ("percentage", "basis"):
        return Unit(start, match.end(), f"{words[0]} points", UnitKind.OTHER)
    if words[0].startswith(("degree", "°")):
        scale = "Fahrenheit" if words[-1].removeprefix("°").startswith("f") else "Celsius"
        return Unit(start, match.end(), f"degrees {scale}", UnitKind.OTHER)
    if words[0] == "pounds":
        return Unit(start, match.end(), "pounds", UnitKind.MONEY)
    if match[2] not in _MEASURES:
        return None
    name, kind = _MEASURES[match[2]]
    first = "square" if words[0].startswith("sq") else words[0]
    if first == "metric":
        return Unit(start, match.end(), name, kind)
    plane = first in ("square", "cubic")
    return Unit(start, match.end(), f"{first} {name}", UnitKind.OTHER if plane else kind)


def read_rate(text: str, start: int, *, measured: bool) -> tuple[int, str]:
    """What a number is counted by, right behind its unit: "a day", "per barrel".

    Args:
        text: Lower-cased text.
        start: Offset behind the unit.
        measured: Whether the unit is money or a measure. People go by the day, not by the barrel.

    Returns:
        Where it ends, and the words to add to the unit; ``start`` and "" where there is no rate.

    >>> read_rate("2m barrels a day", 10, measured=True)
    (16, ' per day')
    >>> read_rate("5m barrels of per-day production", 10, measured=True)
    (10, ' per day')
    """
    match = _RATE.match(text, start)
    if match and (measured or (match[1] and not _MOMENT.match(text, match.end()))):
        return match.end(), f" per {match[1] or match[2]}"
    if match := _RATE_BEFORE_NOUN.match(text, start):
        return start, f" per {match[1] or 'day'}"
    return start, ""
