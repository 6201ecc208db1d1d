"""Names of the calendar that are other words too: months that are people, weekdays in titles.

A rule of the grammar finds its words; what stands around them is asked here.
"""

from claimgraph.text.phrases import Phrase
from claimgraph.text.times.days import month_number, numeric_days, ordinal
from claimgraph.text.times.numbers import (
    DETERMINERS,
    are_years,
    capitalised,
    counts,
)
from claimgraph.text.times.numbers import FITS as FITS_OF_NUMBERS
from claimgraph.text.times.scene import FUNCTION_WORDS, Fits, Scene
from claimgraph.text.times.words import MONTHS, SHARED_MONTHS

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
_RECURRING = frozenset(
    "paper papers prayer prayers mass masses school sermon sermons worship services".split()
)
_EVERY = frozenset("every each any most one alternate many".split())
_PAPERS_ON = frozenset("mail scotland independent ireland wales".split())


_NAMED_EVENTS = frozenset(
    """
    attack attacks terrorist terrorists terror hijackers hijackings commission families victims
    committee riot rioters insurrection massacre survivors plotters
    """.split()
)
_QUOTES = frozenset("'\"‘’“”")
_FEAST_NAMES = frozenset(
    """
    Island Islands Agreement Accord Accords Rising Uprising Tree Carol Offensive Massacre Market
    """.split()
)
_BEFORE_FEAST = frozenset(
    "at before after since until till by over during around for last this next".split()
)
PARTS = frozenset({"morning", "afternoon", "evening", "night"})


def as_a_title(scene: Scene, phrase: Phrase) -> bool:
    """Whether each word has a capital in the middle of a sentence: the programme "This Week"."""
    words = [word for word in scene.tokens[phrase.start : phrase.end] if word.isalpha()]
    if words == ["TODAY"]:
        return scene.before(phrase.start) == "USA"
    if not all(capitalised(word) for word in words):
        return False
    if scene.mark(phrase.start - 1) in _QUOTES and scene.mark(phrase.end) in _QUOTES:
        return True
    before = scene.before(phrase.start)
    if len(words) == 1 and scene.before(phrase.start):
        # "USA Today": a single word alone begins a sentence, or it is a name.
        return bool(before)
    # "On ABC's This Week", "told CBS This Morning".
    return before.islower() or (before.isupper() and len(before) > 1)


def is_month(scene: Scene, phrase: Phrase) -> bool:
    """Whether a month that stands without a day and without a year is one."""
    if {"year", "which"} & set(phrase.spans):
        return not counts(scene, phrase)
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
            return previous in _MAYBE_BEFORE_MONTH or not capitalised(after)
        if after.isdigit() and len(after) < 3:
            return False  # a day that was none
        common = before.islower() or previous in DETERMINERS or previous in FUNCTION_WORDS
        return common and not capitalised(after)
    if previous in {"of", "this"} and scene.before(start, 2).lower() in _BEFORE_MARCH_OF:
        return True
    if previous in _MAYBE_BEFORE_MONTH and name != "may":
        return not capitalised(after) and (name != "march" or previous in {"by", "from", "this"})
    return (
        previous in DETERMINERS
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


def is_which_month(scene: Scene, phrase: Phrase) -> bool:
    """Whether "last May" is not the "last" of "May 3"."""
    _, end = phrase.spans["month"]
    return not scene.after(end).isdigit() or len(scene.after(end)) == 4


def _is_clock(scene: Scene, at: int) -> bool:
    """Whether a number goes on as a time of the clock: "May 5:30"."""
    return scene.mark(at) == ":" and scene.mark(at + 1).isdigit()


def is_day_of_month(scene: Scene, phrase: Phrase) -> bool:
    """Whether a day and a month are a date: no count, no name of an event."""
    day, month = scene.words(phrase, "day"), scene.words(phrase, "month")
    in_words = not day[0].isdigit()
    if not 1 <= ordinal(day) <= 31 or _is_clock(scene, phrase.end):
        return False
    month_first = phrase.spans["month"] < phrase.spans["day"]
    if in_words and (month_first or " of " not in scene.words(phrase)):
        return month == "july" and day == "fourth"
    if "year" in phrase.spans:
        return not counts(scene, phrase)
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


def is_numeric(scene: Scene, phrase: Phrase) -> bool:
    """Whether three numbers are a date in some order."""
    return bool(numeric_days(scene, phrase))


def is_season(scene: Scene, phrase: Phrase) -> bool:
    """Whether a season without a year is one: not the fall of a town, not a hot spring."""
    season = scene.words(phrase, "season")
    before, after = scene.before(phrase.start).lower(), scene.after(phrase.end)
    if before not in {"in", "during", "over", "through", "by", "until", "since", "early", "late"}:
        return False
    if after.lower() in {"olympics", "games", "camp", "palace"} or capitalised(after):
        return False
    if season == "fall":
        article = scene.words(phrase).startswith("the ")
        return article and after.lower() not in {"of", "from", "in", "off", "to", "and"}
    return not scene.describes(phrase)


def is_season_of_year(scene: Scene, phrase: Phrase) -> bool:
    """Whether what follows a season is a year."""
    return not counts(scene, phrase) and not ("to" in phrase.spans and not are_years(scene, phrase))


def is_which_season(scene: Scene, phrase: Phrase) -> bool:
    """Whether "this summer" is a season, no title, and no fall in prices."""
    if scene.words(phrase, "season") == "fall" and scene.after(phrase.end) in {"of", "from"}:
        return False
    if scene.words(phrase) == "this fall" and scene.after(phrase.end) == "in":
        return not scene.after(phrase.end, 2).islower()
    return scene.after(phrase.end).lower() not in {"olympics", "games"} and not as_a_title(
        scene, phrase
    )


def is_weekday(scene: Scene, phrase: Phrase) -> bool:
    """Whether a weekday is one day: no newspaper, no massacre, no habit."""
    start, end = phrase.spans["weekday"]
    before, after = scene.before(start), scene.after(end)
    previous = before.lower()
    if previous in _DAY_NAMES and capitalised(before) and previous != "first":
        return False
    if previous in _EVERY or after in _WEEKDAY_TITLES or after.lower() in _RECURRING:
        return False
    if previous == "on" and scene.before(start, 2).lower() in _PAPERS_ON:
        return False
    if previous in {"a", "an"} and phrase.rule == "weekday":
        adjective = scene.describes(phrase) or after in PARTS
        return adjective and scene.mark(end) not in {"'", "’"}
    return True


def is_feast(scene: Scene, phrase: Phrase) -> bool:
    """Whether a feast is one, and not part of a name."""
    return scene.after(phrase.end) not in _FEAST_NAMES


def is_feast_time(scene: Scene, phrase: Phrase) -> bool:
    """Whether "Christmas" or "Easter" says when."""
    if not is_feast(scene, phrase):
        return False
    if phrase.end - phrase.start > 1:
        return True
    return scene.before(phrase.start).lower() in _BEFORE_FEAST and not scene.describes(phrase)


def is_today(scene: Scene, phrase: Phrase) -> bool:
    """Whether "tomorrow" is a day, and not "a better tomorrow"."""
    if scene.words(phrase) == "tomorrow":
        return scene.before(phrase.start).lower() not in {"a", "better", "brighter", "of", "the"}
    return not as_a_title(scene, phrase)


def is_no_title(scene: Scene, phrase: Phrase) -> bool:
    """Whether words are no title of a programme."""
    return not as_a_title(scene, phrase)


#: What each rule asks beside its words.
FITS: dict[str, Fits] = FITS_OF_NUMBERS | {
    "numeric": is_numeric,
    "day_of_month": is_day_of_month,
    "feast": is_feast,
    "weekday": is_weekday,
    "which_weekday": is_weekday,
    "today": is_today,
    "month": is_month,
    "which_month": is_which_month,
    "season_of_year": is_season_of_year,
    "which_season": is_which_season,
    "season": is_season,
    "weekend": is_no_title,
    "which_period": is_no_title,
    "feast_time": is_feast_time,
    "this_part": is_no_title,
}
