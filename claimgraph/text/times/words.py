"""The words that times are written with, and what they stand for."""

from claimgraph.text.phrases import forms

_LONG = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORT = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")

#: The number of each month, by its names in small letters.
MONTHS = {name: number for number, name in enumerate(_LONG, start=1)} | {
    name: _LONG.index(next(long for long in _LONG if long.startswith(name))) + 1 for name in _SHORT
}
#: Months whose names are also words or first names.
SHARED_MONTHS = frozenset({"march", "april", "may", "june", "august"})

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK_SHORT = "mon tue tues wed weds thu thur thurs fri sat sun".split()
#: The number of each weekday, Monday being 0.
WEEKDAYS = {name: number for number, name in enumerate(_WEEK)} | {
    name: next(number for number, long in enumerate(_WEEK) if long.startswith(name[:3]))
    for name in _WEEK_SHORT
}

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

#: Units of time, and the ISO 8601 sign of each; what stands before "T" counts days and more.
UNITS = {
    "second": "TS",
    "minute": "TM",
    "min": "TM",
    "hour": "TH",
    "hr": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "2W",
    "weekend": "",
    "month": "M",
    "year": "Y",
    "yr": "Y",
    "decade": "10Y",
    "century": "100Y",
}
_PLURALS = {"century": "centuries"}

NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
DECADES = {
    word: 10 * value
    for value, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}

#: Parts of a day: first and last hour, in the writer's own time; 30 is six in the next morning.
PARTS = {
    "early hours": (0, 6),
    "predawn": (2, 6),
    "dawn": (4, 8),
    "daybreak": (4, 8),
    "sunrise": (4, 8),
    "morning": (6, 12),
    "noon": (11, 14),
    "midday": (11, 14),
    "lunchtime": (11, 14),
    "afternoon": (12, 18),
    "dusk": (17, 21),
    "sunset": (17, 21),
    "nightfall": (17, 22),
    "evening": (17, 24),
    "night": (18, 30),
    "overnight": (18, 30),
    "early": (0, 12),
    "late": (18, 24),
    "early morning": (4, 9),
    "late morning": (9, 12),
    "early afternoon": (12, 15),
    "late afternoon": (15, 18),
    "early evening": (17, 20),
    "late evening": (20, 24),
    "late night": (21, 27),
}

#: Hours that a zone is ahead of UTC: the least and the most where its name does not say which.
ZONES = {
    "utc": (0, 0),
    "gmt": (0, 0),
    "bst": (1, 1),
    "wat": (1, 1),
    "cet": (1, 1),
    "cest": (2, 2),
    "eet": (2, 2),
    "eest": (3, 3),
    "sast": (2, 2),
    "msk": (3, 3),
    "pkt": (5, 5),
    "hkt": (8, 8),
    "sgt": (8, 8),
    "jst": (9, 9),
    "kst": (9, 9),
    "aest": (10, 10),
    "aedt": (11, 11),
    "nzst": (12, 12),
    "nzdt": (13, 13),
    "est": (-5, -5),
    "edt": (-4, -4),
    "et": (-5, -4),
    "eastern": (-5, -4),
    "cdt": (-5, -5),
    "ct": (-6, -5),
    "mst": (-7, -7),
    "mdt": (-6, -6),
    "mt": (-7, -6),
    "pst": (-8, -8),
    "pdt": (-7, -7),
    "pt": (-8, -7),
    "pacific": (-8, -7),
}

#: Feasts that move, or that not everybody keeps on one day: found, but not placed.
_UNPLACED_FEASTS = "ramadan eid diwali hanukkah passover nowruz ashura thanksgiving"


def _named(words: dict[str, int], *but: str) -> frozenset[str]:
    """The names as they are printed; in small letters only those that are no other word."""
    return frozenset(
        form
        for word in words
        for form in (word, word.capitalize(), word.upper())
        if form not in but
    )


def _units(plural: bool) -> frozenset[str]:
    singular = [unit for unit in UNITS if unit != "weekend"]
    if plural:
        return forms(" ".join(_PLURALS.get(unit, f"{unit}s") for unit in singular))
    # "A second" is nearly always the one after the first.
    return forms(" ".join(unit for unit in singular if unit not in {"second", "min", "hr", "yr"}))


def _numbers() -> dict[str, frozenset[str]]:
    """The classes of the numbers in digits, with up to four of them."""
    short = [str(n) for n in range(100)] + [f"0{n}" for n in range(10)]
    four = [f"{n:04}" for n in range(10_000)]
    return {
        "DAY": frozenset(n for n in short if 1 <= int(n) <= 31),
        "MONTHNUMBER": frozenset(n for n in short if 1 <= int(n) <= 12),
        "HOUR": frozenset(n for n in short if int(n) <= 24),
        "TWO": frozenset(n for n in short if len(n) == 2),
        "SIXTY": frozenset(n for n in short if len(n) == 2 and int(n) < 60),
        "TENS": frozenset(str(n) for n in range(20, 100, 10)),
        "ONETOFOUR": frozenset("1234"),
        "NUMBER": frozenset(str(n) for n in range(10_000)),
        "THREE": frozenset(f"{n:03}" for n in range(1000)),
        "YEAR": frozenset(n for n in four if "1000" <= n < "2200"),
        "CLOCKFOUR": frozenset(n for n in four if n < "2460" and n[2:] < "60"),
    }


CLASSES: dict[str, frozenset[str]] = _numbers() | {
    "MONTHNAME": _named(dict.fromkeys(_LONG, 0), *SHARED_MONTHS),
    "MONTHSHORT": _named(dict.fromkeys(_SHORT, 0), *_SHORT),
    "WEEKDAYNAME": _named(dict.fromkeys(_WEEK, 0)),
    "WEEKDAYSHORT": _named(dict.fromkeys(_WEEK_SHORT, 0), *_WEEK_SHORT),
    "SEASON": _named(SEASONS),
    "UNIT": _units(plural=False),
    "UNITS": _units(plural=True),
    "PERIOD": forms("week month year quarter decade century"),
    "PART": forms("morning afternoon evening night"),
    "TURN": forms("dawn noon midday midnight dusk sunset sunrise nightfall daybreak lunchtime"),
    "TH": forms("st nd rd th"),
    "NUMBERWORD": forms(" ".join(NUMBERS)),
    "ORDINAL": forms(" ".join(ORDINALS)),
    "DECADEWORD": forms(" ".join(DECADES)),
    "ZONE": frozenset(zone.upper() for zone in ZONES if len(zone) < 6),
    "ZONEWORD": frozenset({"Eastern", "Pacific", "eastern", "pacific"}),
    "FEAST": frozenset(feast.capitalize() for feast in _UNPLACED_FEASTS.split()),
    "APOS": frozenset("'’ʼ‘"),
    "OPEN": frozenset("(["),
    "CLOSE": frozenset(")]"),
    "T": frozenset({"T"}),
    "Z": frozenset({"Z"}),
    "Q": frozenset({"Q", "H"}),
    "FY": frozenset({"FY"}),
    "SIGN": frozenset("+-−"),
}
