"""Words that look like a time and are none: names, modal verbs, ages, rates, idioms.

A rule of the grammar finds its words; what stands around them is asked here.
"""

from collections.abc import Callable

from claimgraph.text.phrases import Phrase
from claimgraph.text.time_days import month_number, numeric_days, ordinal
from claimgraph.text.time_hours import minutes
from claimgraph.text.time_periods import last_of_years
from claimgraph.text.time_scene import FUNCTION_WORDS, Scene
from claimgraph.text.time_spans import count_of, length
from claimgraph.text.time_words import MONTHS, SHARED_MONTHS

Fits = Callable[[Scene, Phrase], bool]

#: Words before a month, however it is called, that make it one.
_BEFORE_MONTH = frozenset("in since until till early late mid during throughout last next".split())
#: Words that do so unless the month's name is also another word.
_MAYBE_BEFORE_MONTH = frozenset(
    """
    by from to through and or of before after between this each every around about for beginning
    starting ending past coming previous following
    """.split()
)
_BEFORE_MARCH_OF = frozenset(
    "month end start beginning middle half week weekend rest part days weeks close".split()
)
_DETERMINERS = frozenset("the a an his her its their our this that these those".split())
_FAITH = frozenset("confidence faith trust belief interest".split())
#: What belongs to Theresa May, and to the people who march.
_NO_MONTH_AFTER = {
    "may": frozenset(
        "government cabinet administration premiership deal team camp loyalists ally allies".split()
    ),
    "march": frozenset(
        "on for to of against through organisers organizers organiser past took".split()
    ),
}

_DAY_NAMES = frozenset(
    """
    black bloody super ash cyber good palm easter holy maundy shrove fat giving whit ruby sheffield
    casual freaky taco throwback first manic happy business news football
    """.split()
)
_WEEKDAY_TITLES = frozenset(
    """
    Times Telegraph Mirror Express Herald People World Post Mail Star Sun Tribune Age Independent
    Business Live Football Mass School League Club Group Review Politics Addams Weld Magazine
    Edition Today Brunch Supplement Leader Journal Mercury Times-Union Prayers Service Night
    """.split()
)
_RECURRING = frozenset("prayer prayers mass masses school sermon sermons worship services".split())
_EVERY = frozenset("every each any most one alternate many".split())
_PAPERS_ON = frozenset("mail scotland independent ireland wales".split())

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

_FEAST_NAMES = frozenset(
    """
    Island Islands Agreement Accord Accords Rising Uprising Tree Carol Offensive Massacre Market
    """.split()
)
_BEFORE_FEAST = frozenset(
    "at before after since until till by over during around for last this next".split()
)

_BEFORE_LENGTH = frozenset(
    """
    for within over in after lasting lasted last lasts than nearly about under during takes take
    took taking spent spend only just almost another every entire whole full
    """.split()
)
_BEFORE_CLOCK = frozenset(
    "at around about by from until till before after since between and to past near".split()
)
_BEFORE_TURN = frozenset(
    """
    at before after by since until till around from to past local towards toward near about shortly
    """.split()
)
_RAIDS = frozenset(
    """
    raid raids attack attacks assault assaults strike strikes operation operations airstrike bombing
    ambush sweep swoop deadline
    """.split()
)
_NIGHT_THINGS = frozenset(
    """
    success sensation celebrity stay stays bag train trains bus flight flights delivery shipping
    star millionaire guest guests camp rate rates lending
    """.split()
)
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_FROM_FIRST = frozenset("first time once twice only worst most".split())


def _capitalised(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _as_a_title(scene: Scene, phrase: Phrase) -> bool:
    """Whether each word has a capital in the middle of a sentence: the programme "This Week"."""
    words = [word for word in scene.tokens[phrase.start : phrase.end] if word.isalpha()]
    if words == ["TODAY"]:
        return scene.before(phrase.start) == "USA"
    if not all(_capitalised(word) for word in words):
        return False
    before = scene.before(phrase.start)
    if len(words) == 1 and scene.before(phrase.start):
        # "USA Today": a single word alone begins a sentence, or it is a name.
        return bool(before)
    return before.islower() and (len(words) > 1 or before != "")


def _is_month(scene: Scene, phrase: Phrase) -> bool:
    """Whether a month that stands without a day and without a year is one."""
    if {"year", "which"} & set(phrase.spans):
        return not _counts(scene, phrase)
    start, end = phrase.spans["month"]
    name = scene.words(phrase, "month").strip(" .")
    before, after = scene.before(start), scene.after(end)
    previous = before.lower()
    if _beside_a_month(scene, phrase):
        return True
    if _FAITH & {scene.before(start, 2).lower()} or after in _NO_MONTH_AFTER.get(name, ()):
        return False
    if scene.mark(start - 1) == "-" and scene.mark(start - 2).lower() in {"mid", "early", "late"}:
        return True
    if scene.words(phrase, "month").endswith(".") and after.isdigit():
        return False  # a day that was none
    possessive = scene.mark(end) in {"'", "’"} and scene.mark(end + 1) == "s"
    if previous in _BEFORE_MONTH:
        return not (name == "may" and possessive and previous not in {"last", "next"})
    if name not in SHARED_MONTHS:
        if previous in _MAYBE_BEFORE_MONTH or not before:
            return previous in _MAYBE_BEFORE_MONTH or not _capitalised(after)
        if after.isdigit() and len(after) < 3:
            return False  # a day that was none
        common = before.islower() or previous in _DETERMINERS or previous in FUNCTION_WORDS
        return common and not _capitalised(after)
    if previous in {"of", "this"} and scene.before(start, 2).lower() in _BEFORE_MARCH_OF:
        return True
    if previous in _MAYBE_BEFORE_MONTH and name != "may":
        return not _capitalised(after) and (name != "march" or previous in {"by", "from", "this"})
    return (
        previous in _DETERMINERS
        and after.islower()
        and after not in FUNCTION_WORDS
        and not possessive
    )


def _beside_a_month(scene: Scene, phrase: Phrase) -> bool:
    """Whether "and", "to" or the like join it to another month."""
    joining = {"and", "to", "or", "through", "until"}
    start, end = phrase.spans["month"]
    if scene.after(end).lower() in joining:
        return scene.after(end, 2).lower() in MONTHS
    return scene.before(start).lower() in joining and scene.before(start, 2).lower() in MONTHS


def _is_which_month(scene: Scene, phrase: Phrase) -> bool:
    _, end = phrase.spans["month"]
    return not scene.after(end).isdigit() or len(scene.after(end)) == 4


def _is_day_of_month(scene: Scene, phrase: Phrase) -> bool:
    day, month = scene.words(phrase, "day"), scene.words(phrase, "month")
    in_words = not day[0].isdigit()
    if not 1 <= ordinal(day) <= 31 or scene.mark(phrase.end) == ":":
        return False
    month_first = phrase.spans["month"] < phrase.spans["day"]
    if in_words and (month_first or " of " not in scene.words(phrase)):
        return month == "july" and day == "fourth"
    if "year" in phrase.spans:
        return not _counts(scene, phrase)
    if month_first and scene.before(phrase.start).lower() == "in":
        return False  # "In May 12 people were killed"
    if month == "may" and scene.after(phrase.end) in {"be", "have", "not", "also", "still"}:
        return False
    # "The September 11 attacks" are the name of an event, and so is what "before Sept. 11" means.
    if (month_number(month), ordinal(day)) not in {(9, 11), (1, 6), (10, 7)}:
        return True
    sides = {"before", "after", "since", "post", "pre"}
    if ordinal(day) == 11 and scene.before(phrase.start).lower() in sides:
        return False
    return scene.after(phrase.end).lower() not in _NAMED_EVENTS


_NAMED_EVENTS = frozenset(
    """
    attack attacks terrorist terrorists terror hijackers hijackings commission families victims
    committee riot rioters insurrection massacre survivors plotters
    """.split()
)


def _is_numeric(scene: Scene, phrase: Phrase) -> bool:
    return bool(numeric_days(scene, phrase))


def _counts(scene: Scene, phrase: Phrase) -> bool:
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


def _is_year(scene: Scene, phrase: Phrase) -> bool:
    """Whether a number of four digits is a year."""
    if phrase.end - phrase.start > 1:
        return True
    year = scene.number(phrase, "year")
    modern = 1900 <= year <= 2100
    before, after = scene.before(phrase.start), scene.after(phrase.end)
    if _counts(scene, phrase) or scene.mark(phrase.end) == "%":
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
    if previous in _DETERMINERS or previous == "s":
        return describes or _capitalised(after)
    return describes and before.islower() and previous not in FUNCTION_WORDS and after[-1] != "s"


def _are_years(scene: Scene, phrase: Phrase) -> bool:
    first, last = scene.number(phrase, "year"), last_of_years(scene, phrase)
    whole = len(scene.words(phrase, "to")) == 4
    if not 1000 < first < last <= 2199 or last - first > (400 if whole else 20):
        return False
    return first >= 1700 and scene.after(phrase.end) not in _COUNTED


def _is_decade(scene: Scene, phrase: Phrase) -> bool:
    if "year" in phrase.spans:
        return scene.number(phrase, "year") % 10 == 0 and scene.number(phrase, "year") >= 1500
    return "tens" in phrase.spans or scene.before(phrase.start).lower() == "in"


def _is_century(scene: Scene, phrase: Phrase) -> bool:
    return 1 <= ordinal(scene.words(phrase, "number")) <= 21 and scene.after(phrase.end) != "BC"


def _is_season(scene: Scene, phrase: Phrase) -> bool:
    """Whether a season without a year is one: not the fall of a town, not a hot spring."""
    season = scene.words(phrase, "season")
    before, after = scene.before(phrase.start).lower(), scene.after(phrase.end)
    if before not in {"in", "during", "over", "through", "by", "until", "since", "early", "late"}:
        return False
    if after.lower() in {"olympics", "games", "camp", "palace"} or _capitalised(after):
        return False
    if season == "fall":
        article = scene.words(phrase).startswith("the ")
        return article and after.lower() not in {"of", "from", "in", "off", "to", "and"}
    return not scene.describes(phrase)


def _is_season_of_year(scene: Scene, phrase: Phrase) -> bool:
    return not _counts(scene, phrase) and not (
        "to" in phrase.spans and not _are_years(scene, phrase)
    )


def _is_which_season(scene: Scene, phrase: Phrase) -> bool:
    return scene.after(phrase.end).lower() not in {"olympics", "games"} and not _as_a_title(
        scene, phrase
    )


def _is_weekday(scene: Scene, phrase: Phrase) -> bool:
    start, end = phrase.spans["weekday"]
    before, after = scene.before(start), scene.after(end)
    previous = before.lower()
    if previous in _DAY_NAMES and _capitalised(before) and previous != "first":
        return False
    if previous in _EVERY or after in _WEEKDAY_TITLES or after.lower() in _RECURRING:
        return False
    if previous == "on" and scene.before(start, 2).lower() in _PAPERS_ON:
        return False
    if previous in {"a", "an"} and phrase.rule == "weekday":
        adjective = scene.describes(phrase) or after in _PARTS
        return adjective and scene.mark(end) not in {"'", "’"}
    return True


def _is_feast(scene: Scene, phrase: Phrase) -> bool:
    return scene.after(phrase.end) not in _FEAST_NAMES


def _is_feast_time(scene: Scene, phrase: Phrase) -> bool:
    if not _is_feast(scene, phrase):
        return False
    if phrase.end - phrase.start > 1:
        return True
    return scene.before(phrase.start).lower() in _BEFORE_FEAST and not scene.describes(phrase)


def _is_no_title(scene: Scene, phrase: Phrase) -> bool:
    return not _as_a_title(scene, phrase)


def _is_first_of(scene: Scene, phrase: Phrase) -> bool:
    unit, which = scene.words(phrase, "unit"), scene.words(phrase, "which")
    if "count" in phrase.spans and which in {"second", "third", "fourth"}:
        return False
    return unit.rstrip("s") in {
        *("day", "night", "week", "fortnight", "month", "year", "decade", "weekend")
    }


def _is_half(scene: Scene, phrase: Phrase) -> bool:
    which = scene.words(phrase, "which")
    return not which[0].isdigit() or which[0] in "12"


def _is_counted(scene: Scene, phrase: Phrase) -> bool:
    return length(scene, phrase).number is not None


def _is_ahead(scene: Scene, phrase: Phrase) -> bool:
    """Whether "in two weeks" is a time ahead, and no length: "the first time in two weeks"."""
    if not _is_counted(scene, phrase) or scene.after(phrase.end).lower() in {"of", "to"}:
        return False
    if not _is_length(scene, phrase, asks_before=False):
        return False
    for distance in range(1, 5):
        word = scene.before(phrase.start, distance).lower()
        if word in _FROM_FIRST or word.endswith("est"):
            return False
    return scene.forward(phrase) is True


def _is_past_or_next(scene: Scene, phrase: Phrase) -> bool:
    which, unit = scene.words(phrase, "which"), scene.words(phrase, "unit")
    if "count" in phrase.spans:
        return count_of(scene.words(phrase, "count")) is not None
    if unit.endswith("s") or scene.after(phrase.end).lower() == "of":
        return False
    if unit in {"minute", "day", "night"} or scene.mark(phrase.end) == "-":
        return False
    around = {"over", "in", "within", "during", "for", "throughout"}
    return which != "next" or scene.before(phrase.start).lower() in around


def _is_anaphor(scene: Scene, phrase: Phrase) -> bool:
    if "thing" not in phrase.spans:
        return True
    return not scene.describes(phrase) and not _capitalised(scene.after(phrase.end))


def _is_the_weekday(scene: Scene, phrase: Phrase) -> bool:
    """Whether "the Monday" is a day of a week that was named, and not part of "the Monday raid"."""
    return _is_weekday(scene, phrase) and not (
        scene.describes(phrase)
        or _capitalised(scene.after(phrase.end))
        or scene.after(phrase.end) in _PARTS
    )


def _is_between_times(scene: Scene, phrase: Phrase) -> bool:
    """Whether "before" and "after" stand before a time alone, and not before "Monday's talks"."""
    point = phrase.phrases["point"]
    if point.rule in {"part_of_day", "part_before_day", "small_hours", "part", "side_of_day"}:
        return False
    return not scene.describes(phrase)


def _is_overnight(scene: Scene, phrase: Phrase) -> bool:
    return "day" in phrase.phrases or scene.after(phrase.end) not in _NIGHT_THINGS


def _is_part(scene: Scene, phrase: Phrase) -> bool:
    words = scene.words(phrase)
    if words.startswith("in "):
        return scene.after(phrase.end).lower() != "of" and not scene.describes(phrase)
    if scene.tokens[phrase.start][0].isupper() or scene.after(phrase.end) == "of":
        return False
    if words.startswith(("pre", "before", "early", "late")):
        return True
    if words == "dawn" and scene.after(phrase.end) in _RAIDS:
        return True
    return scene.before(phrase.start).lower() in _BEFORE_TURN


def _is_clock(scene: Scene, phrase: Phrase) -> bool:
    """Whether numbers are a time of the clock: not a verse, a score or a ratio."""
    time, zone = scene.words(phrase, "time"), scene.words(phrase, "zone")
    if minutes(time) is None:
        return False
    told_by_its_words = any(sign.isalpha() for sign in time)
    if "hours" not in zone and (told_by_its_words or zone or phrase.phrases):
        return True
    return scene.before(phrase.start).lower() in _BEFORE_CLOCK


def _is_length(scene: Scene, phrase: Phrase, *, asks_before: bool = True) -> bool:
    """Whether a number of days is a length: no age, no rate."""
    if "vague" in phrase.spans:
        return True
    after, end = scene.after(phrase.end).lower(), phrase.end
    if scene.mark(end) in {"-", "‐", "‑"} and scene.mark(end + 1).lower().startswith("old"):
        return False
    if after in {"old", "older", "younger", "ago"} or (
        after == "of" and scene.after(end, 2) == "age"
    ):
        return False
    if after in {"a", "per", "each", "every"} and scene.after(end, 2).lower() in {
        *("day", "week", "month", "year", "hour", "night")
    }:
        return False
    before = scene.before(phrase.start).lower()
    if before in {"aged", "age", "per", "each", "every"} or "count" not in phrase.spans:
        return before not in {"aged", "age", "per", "each", "every"}
    count, unit = scene.words(phrase, "count"), scene.words(phrase, "unit")
    hyphen = scene.mark(phrase.spans["unit"][0] - 1) in {"-", "‐", "‑"} if unit else False
    singular = bool(unit) and not unit.endswith("s") and not hyphen
    if singular and count not in {"a", "an", "one", "1", "half a", "half an"}:
        return False
    if hyphen and count in {"a", "an"}:
        return False
    if asks_before and count in {"a", "an", "one"} and "hedge" not in phrase.spans:
        return hyphen or before in _BEFORE_LENGTH
    return True


#: What each rule asks beside its words; a rule that is not here asks nothing.
FITS: dict[str, Fits] = {
    "numeric": _is_numeric,
    "day_of_month": _is_day_of_month,
    "feast": _is_feast,
    "weekday": _is_weekday,
    "which_weekday": _is_weekday,
    "today": _is_no_title,
    "month": _is_month,
    "which_month": _is_which_month,
    "season_of_year": _is_season_of_year,
    "which_season": _is_which_season,
    "season": _is_season,
    "decade": _is_decade,
    "century": _is_century,
    "years": _are_years,
    "year": _is_year,
    "weekend": _is_no_title,
    "which_period": _is_no_title,
    "feast_time": _is_feast_time,
    "half": _is_half,
    "first_of": _is_first_of,
    "ago": _is_counted,
    "from_now": _is_counted,
    "in": _is_ahead,
    "past_or_next": _is_past_or_next,
    "anaphor": _is_anaphor,
    "the_weekday": _is_the_weekday,
    "before_or_after": _is_between_times,
    "by": _is_between_times,
    "overnight": _is_overnight,
    "this_part": _is_no_title,
    "part": _is_part,
    "clock": _is_clock,
    "clock_and_day": _is_clock,
    "duration": _is_length,
}
