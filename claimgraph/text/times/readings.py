"""What each rule of the grammar of times finds, and how it is read."""

from claimgraph.text.phrases import Phrase
from claimgraph.text.times import days, hours, periods, portions, spans
from claimgraph.text.times.patterns import PORTIONS
from claimgraph.text.times.scene import Read

#: The kinds of times, with what each is.
KINDS = {
    "date": 'from the calendar: "17 September", "in 2011", "mid-October", "the 1990s"',
    "relative": 'by its distance from the publication: "yesterday", "on Monday", "last week"',
    "part_of_day": 'hours of a day without a clock: "overnight", "late on Tuesday", "at dawn"',
    "clock": 'a time of the clock: "8 p.m. GMT on Friday"',
    "range": 'from one time to another: "since 2011", "between 3 and 5 May", "the past 24 hours"',
    "duration": 'a length, never placed: "over two days", "a 72-hour truce"',
    "anaphor": 'hangs on another time of the text, never placed: "the same day", "a year earlier"',
    "feast": 'a feast: "Christmas Day"; not placed where its day moves with place or moon',
    "vague": 'says no stretch, never placed: "in recent days", "several weeks ago"',
}

READ: dict[str, Read] = days.READ | periods.READ | portions.READ | spans.READ | hours.READ

#: The rules of each kind.
RULES_OF_KIND = {
    "date": """
        iso numeric day_of_month month season_of_year season quarter unplaced_quarter decade
        century years fiscal_year year
        """,
    "relative": """
        day_of_this_month weekday_of_week weekday_and_a_week week_ago_on which_weekday day_before
        today weekday which_month which_season weekend which_period before_last the_period ago
        from_now in
        """,
    "part_of_day": """
        part_of_day small_hours part_before_day night_between overnight side_of_day this_part part
        """,
    "clock": "clock_and_day iso_moment clock",
    "range": "past_or_next months from_to days_of_month since until before_or_after by",
    "duration": "duration",
    "anaphor": "anaphor the_weekday",
    "feast": "feast unplaced_feast feast_time",
    "vague": "vague",
}
_KIND_OF = {rule: kind for kind, rules in RULES_OF_KIND.items() for rule in rules.split()}


def kind_of(phrase: Phrase) -> str:
    """The kind of a time; "late last month" is of the kind of "last month"."""
    if phrase.rule in PORTIONS:
        return kind_of(phrase.phrases["point"])
    return _KIND_OF[phrase.rule]
