"""Numbers that are years, decades or centuries, and numbers that count.

A rule of the grammar finds its words; what stands around them is asked here.
"""

from claimgraph.text.phrases import Phrase
from claimgraph.text.times.days import ordinal
from claimgraph.text.times.periods import last_of_years
from claimgraph.text.times.scene import FUNCTION_WORDS, Fits, Scene

DETERMINERS = frozenset("the a an his her its their our this that these those".split())
_BEFORE_YEAR = frozenset(
    """
    in since until till by from to through before after during of around circa early late mid year
    and or between throughout spring summer autumn fall winter for back election
    """.split()
)
#: After these a number is a number unless it is plainly a year.
_WEAK_BEFORE_YEAR = frozenset("of to for and or by around after before from between".split())
_COUNTED = frozenset(
    """
    people men women children troops soldiers civilians cases deaths votes voters fighters workers
    jobs homes houses tonnes tons km kilometres kilometers miles metres meters feet acres hectares
    barrels dollars euros pounds rubles roubles percent per words pages seats members delegates
    police officers protesters refugees migrants villages families patients students prisoners
    victims residents supporters others more inmates employees staff rebels militants jihadists
    vehicles tanks aircraft missiles shells rounds points units megawatts square cubic degrees
    years months weeks days hours times
    """.split()
)
_HEDGES = frozenset(
    """
    least most about than nearly some over around approximately another additional roughly almost
    killed up under exactly only
    """.split()
)
_EVENTS = frozenset(
    """
    election elections campaign race primary primaries presidential olympics budget census season
    vote referendum war coup invasion uprising world deal
    """.split()
)


def capitalised(word: str) -> bool:
    """Whether a word begins with a capital, and is not all in capitals."""
    return word[:1].isupper() and not word.isupper()


def counts(scene: Scene, phrase: Phrase) -> bool:
    """Whether what looks like a year counts what follows: "2000 people"."""
    if "year" not in phrase.spans or phrase.spans["year"][1] != phrase.end:
        return False
    after = scene.after(phrase.end)
    if after in _COUNTED and not (after == "more" and scene.after(phrase.end, 2) == "than"):
        return True
    round_number = scene.number(phrase, "year") % 50 == 0
    return round_number and after.islower() and after not in FUNCTION_WORDS and after[-1] == "s"


def _is_modern(number: str) -> bool:
    return number.isdecimal() and len(number) == 4 and 1900 <= int(number) <= 2100


def is_year(scene: Scene, phrase: Phrase) -> bool:
    """Whether a number of four digits is a year."""
    if phrase.end - phrase.start > 1:
        return True
    year = scene.number(phrase, "year")
    modern = 1900 <= year <= 2100
    before, after = scene.before(phrase.start), scene.after(phrase.end)
    if counts(scene, phrase) or scene.mark(phrase.end) == "%":
        return False
    previous = before.lower()
    if previous in _WEAK_BEFORE_YEAR:
        plural = after.islower() and after.endswith("s") and after not in FUNCTION_WORDS
        return modern and not (year % 50 == 0 and (plural or previous == "of"))
    if previous in _BEFORE_YEAR:
        return True
    if not modern:
        return False
    marks = scene.mark(phrase.start - 1) + scene.mark(phrase.end)
    if marks in {"()", "[]", "(,"}:
        return True
    if scene.mark(phrase.start - 1) in {"-", "–"}:
        return scene.mark(phrase.start - 2).lower() in {"pre", "post", "mid", "early", "late"}
    if previous in _HEDGES or after in {"km", "m"} or not after:
        return False
    if after.lower() in _EVENTS:
        return True
    if after in {"and", "or"} and _is_modern(scene.after(phrase.end, 2)):
        return True
    if not before:
        return after in {"was", "saw", "has", "is", "will"} and scene.mark(phrase.start - 1) != ","
    describes = after.islower() and after not in FUNCTION_WORDS
    if previous in DETERMINERS or previous == "s":
        return describes or capitalised(after)
    return describes and before.islower() and previous not in FUNCTION_WORDS and after[-1] != "s"


def are_years(scene: Scene, phrase: Phrase) -> bool:
    """Whether two numbers joined by a dash are the first and last year of a stretch."""
    first, last = scene.number(phrase, "year"), last_of_years(scene, phrase)
    whole = len(scene.words(phrase, "to")) == 4
    if not 1000 < first < last <= 2199 or last - first > (400 if whole else 20):
        return False
    return first >= 1700 and scene.after(phrase.end) not in _COUNTED


def is_decade(scene: Scene, phrase: Phrase) -> bool:
    """Whether "1990s" or "the nineties" are ten years."""
    if "year" in phrase.spans:
        return scene.number(phrase, "year") % 10 == 0 and scene.number(phrase, "year") >= 1500
    return "tens" in phrase.spans or scene.before(phrase.start).lower() == "in"


def is_century(scene: Scene, phrase: Phrase) -> bool:
    """Whether a century is one of ours, and not the start of a name."""
    after = scene.after(phrase.end)
    if capitalised(after) and capitalised(scene.tokens[phrase.end - 1]):
        return False
    return 1 <= ordinal(scene.words(phrase, "number")) <= 21 and after != "BC"


#: What each rule asks beside its words.
FITS: dict[str, Fits] = {
    "decade": is_decade,
    "century": is_century,
    "years": are_years,
    "year": is_year,
}
