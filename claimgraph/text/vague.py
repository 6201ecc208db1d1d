"""Words that count without a number: "dozens", "several", "tens of thousands".

No text says what "dozens" means; those who count from news agree on a convention instead. A
profile is such a convention. It bounds vague words, and never gives them a best number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from claimgraph.text.numerals import GAP, SCALES

_COUNTED = ("dozen", "hundred", "thousand", "million", "billion", "trillion")
_PLURALS = {word + "s": SCALES[word] for word in _COUNTED} | {"tens": 10.0, "scores": 20.0}
_FEW = {"several": "several", "few": "few", "couple": "couple", "handful": "few", "many": "many"}

_OF_PLURALS = re.compile(
    rf"(?:many{GAP})?(tens|dozens|hundreds|thousands|scores|millions)"
    rf"(?:{GAP}(?:of|upon|and){GAP}(thousands|hundreds|millions|billions|trillions|dozens))?(?!\w)"
)
_ALONE = re.compile(r"(billions|trillions)(?!\w)")
_OF_FEW = re.compile(
    rf"(?:an?{GAP})?(several|few|couple|many)(?:{GAP}of)?{GAP}"
    rf"(dozen|hundred|thousand|million|billion|trillion)(?!\w)"
)
_FEW_ALONE = re.compile(rf"(several|a{GAP}(?:few|handful))(?!\w)")


@dataclass(frozen=True, slots=True)
class VagueProfile:
    """A convention for vague words: the least, and the most, that each may mean.

    Attributes:
        name: What to call it; quantities that it bounded say so.
        lows: The least of "couple", "few" and "several", and of the plurals "tens", "dozens",
            "scores", "hundreds", "thousands", "millions", "billions" and "trillions", in units of
            the thing counted. "tens of thousands" multiplies: the low of "tens" by a thousand.
            "most" is a share, from 0 to 1.
        highs: The most of them, in the same way. What is missing in either has no such bound.

    >>> ACLED.bounds("dozens"), ACLED.bounds("tens", 1000)
    ((12.0, None), (10000.0, None))
    >>> MAGNITUDE.bounds("dozens"), UNBOUNDED.bounds("dozens")
    ((24.0, 99.0), (None, None))
    """

    name: str
    lows: Mapping[str, float] = field(default_factory=dict)
    highs: Mapping[str, float] = field(default_factory=dict)

    def bounds(self, word: str, times: float = 1.0) -> tuple[float | None, float | None]:
        """Low and high of a vague word, as many ``times``; ``None`` where there is no bound."""
        low, high = self.lows.get(word), self.highs.get(word)
        return None if low is None else low * times, None if high is None else high * times


#: ACLED's convention for reported fatalities: the most conservative reading, so 10 for "tens", 12
#: for "dozens", 100 for "hundreds", and so on; a number that is unknown beyond a plural ("several",
#: "a few") counts as 3, the lower of ACLED's two defaults.
ACLED = VagueProfile(
    "acled",
    lows={"couple": 2.0, "few": 3.0, "several": 3.0, "tens": 10.0, "dozens": 12.0, "scores": 20.0}
    | {word + "s": SCALES[word] for word in _COUNTED[1:]},
)
#: What the words say by their order of magnitude: at least two of the number that they name, and
#: less than the next number that has a word of its own.
MAGNITUDE = VagueProfile(
    "magnitude",
    lows={"couple": 2.0, "few": 2.0, "several": 3.0, "most": 0.5}
    | {word: 2 * value for word, value in _PLURALS.items()},
    highs={
        "couple": 3.0,
        "few": 9.0,
        "several": 9.0,
        "tens": 99.0,
        "dozens": 99.0,
        "scores": 199.0,
        "hundreds": 999.0,
        "thousands": 999_999.0,
        "millions": 999_999_999.0,
        "most": 1.0,
        "billions": 999_999_999_999.0,
    },
)
#: No bounds at all: vague words stay vague.
UNBOUNDED = VagueProfile("unbounded")


@dataclass(frozen=True, slots=True)
class VagueNumber:
    """A vague number at one place of a text.

    Attributes:
        end: Offset behind it.
        word: The word whose bounds a profile knows: "dozens", "several".
        times: What they are multiplied with: 1000 in "tens of thousands".
    """

    end: int
    word: str
    times: float = 1.0


def read_vague(text: str, start: int) -> VagueNumber | None:
    """The vague number that begins at ``start`` of a lower-cased text.

    >>> read_vague("tens of thousands of people", 0)
    VagueNumber(end=17, word='tens', times=1000.0)
    >>> read_vague("several hundred people", 0)
    VagueNumber(end=15, word='several', times=100.0)
    >>> read_vague("tense talks", 0) is None
    True
    """
    if match := _OF_PLURALS.match(text, start):
        word, scale = match[1], match[2]
        if scale is None or match[0].split()[1] == "and":
            # "hundreds and hundreds" says no more than "hundreds".
            return VagueNumber(match.end(), word)
        return VagueNumber(match.end(), word, _PLURALS[scale])
    if match := _ALONE.match(text, start):
        return VagueNumber(match.end(), match[1])
    if match := _OF_FEW.match(text, start):
        word = _FEW[match[1]]
        if word == "many":
            return VagueNumber(match.end(), match[2] + "s")
        return VagueNumber(match.end(), word, SCALES[match[2]])
    if match := _FEW_ALONE.match(text, start):
        return VagueNumber(match.end(), "several" if match[1] == "several" else "few")
    return None
