"""The phrases that times are written in, as templates over words (see ``claimgraph.text.phrases``).

The order counts: the rules of a kind are tried from the first to the last, so longer ones stand
before shorter ones. ``readings`` says what each rule means.
"""

#: Pieces that the templates below are made of.
PIECES = {
    "MONTH": "MONTHNAME | MONTHSHORT .?",
    "WEEKDAY": "WEEKDAYNAME | WEEKDAYSHORT .?",
    "ORDINALNUMBER": "ORDINAL | NUMBER TH | NUMBERWORD - ORDINAL",
    "COUNT": (
        "a _ (couple|dozen|few) (_ of)? | half _ (a|an) | several | many | a | an"
        " | NUMBERWORD (-|_) and (-|_) a (-|_) half | NUMBERWORD ((-|_) NUMBERWORD)? (_ hundred)?"
        " | NUMBER , THREE | NUMBER (. NUMBER)? | couple (_ of)? | few | some"
    ),
    "HEDGE": (
        "((just|well|slightly|a _ little) _)?"
        " (about|around|some|roughly|approximately|nearly|almost|over|under|barely"
        " | (more|less|fewer|longer) _ than | at _ (least|most) | up _ to)"
    ),
    "ANYUNIT": "UNITS | UNIT",
    "LENGTH": "(hedge=(HEDGE) _)? count=(COUNT) (_|-) unit=(ANYUNIT) half=(_ and _ a _ half)?",
    "WHICH": "(this _)? (past|coming) | last | next | this",
    "YEARLY": "which=(last|this|next) _ year",
    "TURNPART": "(early|late|mid) (_|-) PART | PART | TURN",
    "PREDAWN": "(before|pre) (_|-) (dawn|daybreak|sunrise) | predawn",
    "HALFDAY": "am | pm | a . m .? | p . m .?",
    "CLOCKTIME": (
        "HOUR ((:|.) SIXTY)? (_|-)? HALFDAY | HOUR : SIXTY (: SIXTY)?"
        " | (noon|midnight) (?= _ ZONE) | (CLOCKFOUR | HOUR . SIXTY) (?= _ (ZONE|local|hours))"
        " | NUMBERWORD _ HALFDAY | (NUMBERWORD|HOUR) _ o APOS clock"
        " (_ in _ the _ (morning|afternoon|evening) | _ at _ night)?"
    ),
    "ZONED": (
        "(_ | _? OPEN) (ZONE (_ time)? | ZONEWORD (_ (standard|daylight|summer))? _ time"
        " | local _ time | local | hours) CLOSE?"
    ),
    "CLOCK": (
        "time=(CLOCKTIME) zone=(ZONED)?"
        " ((_ OPEN | , _ | _ or _) othertime=(CLOCKTIME) otherzone=(ZONED) CLOSE?)?"
    ),
    "DAYNUMBER": "(the _)? day=(ORDINALNUMBER) | day=(DAY)",
    "TO": "_ (to|until|till|til|through) _ | _? - _?",
}

#: Single days.
DAYS = {
    "iso": ["year=(YEAR) - month=(TWO) - day=(TWO)", "year=(YEAR) / month=(TWO) / day=(TWO)"],
    "numeric": [
        "a=(DAY) / b=(DAY) / year=(YEAR|TWO)",
        "a=(DAY) . b=(DAY) . year=(YEAR)",
        "a=(DAY) - b=(DAY) - year=(YEAR)",
    ],
    "day_of_month": [
        "(weekday=(WEEKDAY) ,? _)? (DAYNUMBER) (_ of)? (_|-) month=(MONTH)"
        " ((,? _ (of _)? | -) (year=(YEAR) | YEARLY))?",
        "(weekday=(WEEKDAY) ,? _)? month=(MONTH) _ (the _)? day=(ORDINALNUMBER|DAY)"
        " (,? _ (of _)? (year=(YEAR) | YEARLY))?",
        "(weekday=(WEEKDAY) ,? _)? (DAYNUMBER) (_ of)? _ month=(MONTH)",
        "(weekday=(WEEKDAY) ,? _)? month=(MONTH) _ (the _)? day=(ORDINALNUMBER|DAY)",
    ],
    "day_of_this_month": ["the _ day=(ORDINALNUMBER) _ of _ which=(last|this|next) _ month"],
    "feast": [
        "feast=(christmas _ (day|eve) | boxing _ day | new _ year APOS? s? _ (day|eve)"
        " | valentine APOS? s? _ day | may _ day | good _ friday | easter _ (sunday|monday)"
        " | maundy _ thursday | ash _ wednesday | palm _ sunday | halloween | bastille _ day)"
        " (,? _ (of _)? (year=(YEAR) | YEARLY))?"
    ],
    "unplaced_feast": [
        "eid (_|-) al (_|-) (fitr|adha) | FEAST | yom _ kippur"
        " | (lunar|chinese) _ new _ year (APOS s)? | orthodox _ (easter|christmas)"
        " | (independence|labour|labor|memorial|veterans|victory|republic|election) _ day"
    ],
    "weekday_of_week": [
        "weekday=(WEEKDAYNAME) (_ of)? _ which=(last|this|next) _ week",
        "which=(last|this|next) _ week _ on _ weekday=(WEEKDAYNAME)",
    ],
    "weekday_and_a_week": [
        "a _ week _ (from|on|after) _ weekday=(WEEKDAYNAME)",
        "weekday=(WEEKDAYNAME) _ week (?! _ (of|in|and|at))",
    ],
    "which_weekday": [
        "which=(WHICH) _ weekday=(WEEKDAYNAME)",
        "the _ which=(coming|past) _ weekday=(WEEKDAYNAME)",
    ],
    "day_before": ["the _ day _ (before _ yesterday | after _ tomorrow)"],
    "today": ["yesterday | today | tomorrow"],
    "weekday": ["weekday=(WEEKDAYNAME)"],
}

#: Weeks, months, years and the like.
PERIODS = {
    "month": [
        "month=(MONTH) (,? _ (of _)? | -) (year=(YEAR) | YEARLY)",
        "month=(MONTH) _ APOS year=(TWO)",
        "month=(MONTHNAME | MONTHSHORT .)",
    ],
    "which_month": ["which=(WHICH) _ month=(MONTHNAME)"],
    "season_of_year": [
        "(the _)? season=(SEASON) (_ of)? _ year=(YEAR) ((-|/) to=(TWO|YEAR))?",
        "season=(SEASON) _ (of _)? YEARLY",
    ],
    "which_season": ["which=(WHICH) _ season=(SEASON)"],
    "quarter": [
        "(the _)? quarter=(ORDINAL | ONETOFOUR TH) (_|-) quarter (_ of)? _ year=(YEAR)",
        "(the _)? quarter=(ORDINAL | ONETOFOUR TH) (_|-) quarter (_ of)? _ YEARLY",
        "(the _)? quarter=(ORDINAL | ONETOFOUR TH) _ quarter _ of _ which=(the) _ year",
        "Q quarter=(ONETOFOUR) ((_ of)? _ year=(YEAR))?",
    ],
    "unplaced_quarter": ["(the _)? quarter=(ORDINAL | ONETOFOUR TH) (_|-) quarter"],
    "decade": ["(the _)? (year=(YEAR) APOS? s | APOS tens=(TENS) s) | the _ word=(DECADEWORD)"],
    "century": ["(the _)? number=(ORDINALNUMBER) (_|-) century"],
    "years": ["year=(YEAR) (-|/) to=(TWO|YEAR)"],
    "fiscal_year": [
        "(the _)? (fiscal|financial) _ (year _)? YEAR ((-|/) (TWO|YEAR))?",
        "FY YEAR",
    ],
    "weekend": ["which=(WHICH | the) _ weekend", "the _ which=(coming|past) _ weekend"],
    "which_period": ["which=(last|next|this) _ period=(PERIOD)"],
    "before_last": ["the _ period=(PERIOD) _ (before|after) _ which=(last|next)"],
    "year": ["(the _ year _)? year=(YEAR)"],
    "feast_time": [
        "which=(last|this|next) _ feast=(christmas|easter)",
        "feast=(christmas|easter) (_ year=(YEAR))?",
    ],
    "season": ["(the _)? season=(SEASON)"],
}

#: Only in a larger phrase: "the end of the year".
THE_PERIOD = {"the_period": ["the _ period=(PERIOD)"]}

#: Parts of weeks, months, years: "early this year", "mid-October".
PORTIONS = {
    "so_far": ["which=(earlier|later) _ (in _)? point=<PERIODPOINT>"],
    "portion": [
        "(the _)? (very _)? which=(early|late|mid|middle) (_ in _ | _ | -) point=<PERIODPOINT>",
        "(the _)? (very _)? which=(start|beginning|middle|end|close|outset) _ of _"
        " point=<PERIODPOINT>",
        "(the _)? which=(early|late|first|last|final|closing|opening|middle) _"
        " (part|parts|days|weeks|months|years) _ (of|in) _ point=<PERIODPOINT>",
    ],
    "half": [
        "(the _)? which=(first|second|ONETOFOUR TH|latter|last) _ half _ of _ point=<PERIODPOINT>"
    ],
    "first_of": [
        "(the _)? which=(first|last|opening|final|closing|second|third|fourth)"
        " (_ count=(NUMBERWORD|NUMBER))? _ unit=(ANYUNIT|weekend) _ (of|in) _ point=<PERIODPOINT>"
    ],
    "week_of": ["(the _)? unit=(week|weekend) _ (of|beginning|starting|ending) _ point=<DAYPOINT>"],
}

#: Times by their distance from the publication.
DISTANCES = {
    "week_ago_on": ["a _ week _ ago _ (on _)? weekday=(WEEKDAYNAME)"],
    "ago": ["LENGTH _ ago (_ from=(today|yesterday))?"],
    "from_now": ["LENGTH _ from _ (now|today)", "in _ LENGTH APOS s? _ time"],
    "in": ["in _ LENGTH"],
    "past_or_next": [
        "the _ which=(past|last|next|coming) (_ count=(COUNT))? _ unit=(ANYUNIT)",
        "which=(past|last|next|coming) _ count=(COUNT) _ unit=(ANYUNIT)",
        "(this _)? which=(past|coming) _ unit=(UNIT)",
    ],
    "vague": [
        "LENGTH _ ago",
        "(HEDGE _)? UNITS _ ago | (a _)? long (_ time)? _ ago",
        "(the _)? (past|last|next|coming) _ COUNT _ UNITS",
        "(the _)? (most _)? (recent|coming|past) _ UNITS | the _ UNITS _ ahead",
        "the _ other _ (day|night|week)",
    ],
}

#: Times that hang on another time of the text.
ANAPHORS = {
    "anaphor": [
        "LENGTH _ (earlier|later|before|after|afterwards|beforehand|previously|prior)",
        "UNITS _ (earlier|later|before|after|afterwards|beforehand)",
        "(the|that) _ (very _)? (same|following|next|previous|preceding) (_ COUNT)?"
        " _ (ANYUNIT|PART|WEEKDAYNAME|MONTHNAME|SEASON|weekend)",
        "the _ (UNIT|PART|WEEKDAYNAME|weekend) _ (before|after)"
        " (?! _ (yesterday|tomorrow|last|next))",
        "thing=(that _ (same _|very _)? (UNIT|PART|WEEKDAYNAME|MONTHNAME|SEASON|weekend))",
        "(earlier|later) _ (in|on) _ the _ (day|night)",
    ],
    "the_weekday": ["the _ weekday=(WEEKDAYNAME)"],
}

#: Parts of a day, with the day they belong to or without.
DAY_PARTS = {
    "night_between": [
        "the _ night _ between _ day=<DAYPOINT> _ and _ next=<DAYPOINT>",
        "the _ night _ (of|from) _ day=<DAYPOINT> (_ to _ | -) next=<DAYPOINT>",
    ],
    "part_of_day": [
        "(side=(early|late|mid|earlier|later) (_ on)? (_|-))? day=<DAYPOINT>"
        " ,? _ (in _ the _ | at _ | around _)? part=(TURNPART)",
    ],
    "small_hours": [
        "(the _)? (early|small|wee) _ (morning _)? hours (_ of _ | _ on _ | _) day=<DAYPOINT>"
        " (_ morning)?",
        "day=<DAYPOINT> _ (in _)? (the _)? (early|small|wee) _ hours",
        "(the _)? (early|small|wee) (_|-) (morning _)? hours (_ of _ the _ (morning|day))?",
    ],
    "part_before_day": [
        "(the _)? part=(PREDAWN|TURNPART) (_ hours)? (_ of _ | _ on _ | , _ | _) day=<DAYPOINT>",
    ],
    "overnight": [
        "overnight how=(_ on | _ into | _ to)? _ day=<DAYPOINT>",
        "day=<DAYPOINT> _ overnight",
        "overnight",
    ],
    "side_of_day": ["side=(early|late|earlier|later) (_ on)? _ day=<DAYPOINT>"],
    "this_part": [
        "side=(early|late|earlier|later) _ which=(this) _ part=(PART)",
        "side=(early|late|earlier) _ which=(last) _ part=(night|evening)",
        "which=(this) _ (side=(early|late) _)? part=(PART)",
        "which=(last) _ part=(night|evening)",
        "(side=(late|later|earlier) _)? part=(tonight)",
    ],
    "part": [
        "part=(PREDAWN | TURN | (early|late) - PART)",
        "in _ the _ part=(((early|late) _)? (morning|afternoon|evening))",
    ],
}

CLOCKS = {
    "iso_moment": [
        "year=(YEAR) - month=(TWO) - day=(TWO) (T|_) hour=(TWO) : minute=(SIXTY)"
        " (: second=(SIXTY) (. NUMBER)?)?"
        " (_? zone=(Z|ZONE) | _? sign=(SIGN) off=(TWO) :? more=(SIXTY))?"
    ],
    "clock_and_day": [
        "CLOCK (, _ | _ on _ | , _ on _ | _) day=<PARTPOINT>",
        "CLOCK (, _ | _ on _ | , _ on _ | _) day=<DAYPOINT>",
        "day=<DAYPOINT> (, _ | _ | _ at _ | , _ at _ | _ around _ | _ at _ about _) CLOCK",
    ],
    "clock": ["CLOCK"],
}

#: From one time to another, or on one side of a time.
RANGES = {
    "months": [
        "((from|between) _)? a=(MONTH) (_ (to|until|till|through|and) _ | _? - _? | /)"
        " month=(MONTH) (,? _ (of _)? (year=(YEAR) | YEARLY))?"
    ],
    "from_to": [
        "from _ a=<POINT> TO b=<POINT>",
        "between _ a=<POINT> _ and _ b=<POINT>",
        "a=<SIMPLE> TO b=<SIMPLE>",
    ],
    "days_of_month": [
        "((from|between) _)? a=(DAY) TH? (, _ DAY TH?)?"
        " (_ (to|and|until|through|or) _ | _? - _? | /)"
        " b=(DAY) TH? (_ of)? _ month=(MONTH) (,? _ year=(YEAR))?",
        "((from|between) _)? month=(MONTH) _ a=(DAY) TH?"
        " (_ (to|and|until|through|or) _ | _? - _? | /) b=(DAY) TH? (,? _ year=(YEAR))?",
    ],
    "since": [
        "(ever _)? since _ ((about|around|at _ least) _)? point=<POINT>",
        "(ever _)? since _ the _ point=<PARTPOINT>",
        "(ever _)? since _ the _ point=<DAYPOINT>",
        "(ever _)? since _ the _ point=<PERIODPOINT>",
    ],
    "until": ["(until|till|til|through) _ (at _ least _)? point=<POINT>"],
    "before_or_after": ["side=(before | after | prior _ to) _ point=<POINT>"],
    "by": ["by _ point=<POINT>"],
}

DURATIONS = {
    "duration": [
        "count=(an _ hour | a _ (day|week|month|year|decade)) half=(_ and _ a _ half)",
        "LENGTH",
        "unit=(ANYUNIT) - long",
        "for _ (many _)? vague=(UNITS)",
    ],
}

RULES: dict[str, list[str]] = (
    RANGES | CLOCKS | DAY_PARTS | PORTIONS | DISTANCES | ANAPHORS | DAYS | PERIODS | THE_PERIOD
) | DURATIONS

KINDS: dict[str, list[str]] = {
    "DAYPOINT": [*DAYS],
    "PARTPOINT": ["part_of_day", "this_part"],
    "PERIODPOINT": [*PERIODS, *THE_PERIOD],
    "SIMPLE": ["day_of_month", "weekday", "month", "years", "year"],
    "POINT": [*PORTIONS, *DISTANCES, *DAY_PARTS, *DAYS, *PERIODS, *THE_PERIOD],
    "TIME": [
        *RANGES,
        *CLOCKS,
        *DAY_PARTS,
        *PORTIONS,
        *DISTANCES,
        *ANAPHORS,
        *DAYS,
        *PERIODS,
        *DURATIONS,
    ],
}

#: Without one of these words there is no time; cheap to look for.
TELLING = (
    *("MONTHNAME", "MONTHSHORT", "WEEKDAYNAME", "SEASON", "UNIT", "UNITS", "PERIOD", "PART"),
    *("TURN", "DECADEWORD", "FEAST", "YEAR", "TENS", "CLOCKFOUR", "TWO", ":", "/", "today"),
    *("yesterday", "tomorrow", "tonight", "overnight", "weekend", "predawn", "am", "pm", "m", "o"),
    *("christmas", "easter", "eid", "kippur", "day", "halloween"),
    *("year", "ago"),
)
