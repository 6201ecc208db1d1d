"""The day that an article says it came out on, read at its head and its foot only."""

import pytest

from claimgraph.text.dateline import day_told

STORY = "The ministry said that 12 people died.\n\nNobody claimed the attack.\n"


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        (f"Wed 05 Apr 2017 Blast kills 12\n\n{STORY}", "2017-04-05", "Wed 05 Apr 2017"),
        (f"Blast kills 12\n\nWed 05 Apr 2017\n\n{STORY}", "2017-04-05", "Wed 05 Apr 2017"),
        (f"25 November 2018 – {STORY}", "2018-11-25", "25 November 2018"),
        (f"25 November 2018 - {STORY}", "2018-11-25", "25 November 2018"),
        (f"Blast\nNovember 25, 2018\n{STORY}", "2018-11-25", "November 25, 2018"),
        (f"Blast\n25th Nov. 2018, 10:30 GMT\n{STORY}", "2018-11-25", "25th Nov. 2018"),
        (f"Blast\nSunday, 25 November 2018\n{STORY}", "2018-11-25", "Sunday, 25 November 2018"),
        (f"Blast\n2018-11-25T08:30:00Z\n{STORY}", "2018-11-25", "2018-11-25T08:30:00Z"),
        (f"Blast\n25/11/2018\n{STORY}", "2018-11-25", "25/11/2018"),
        (f"Blast\nPublished: 24 November 2018\n{STORY}", "2018-11-24", "24 November 2018"),
        (f"Blast\nPosted on November 24, 2018\n{STORY}", "2018-11-24", "November 24, 2018"),
        (f"Blast\nBy Vera Lund, Star | Nov 24, 2018\n{STORY}", "2018-11-24", "Nov 24, 2018"),
        (f"ORVANA, Nov. 24, 2018 (Star) — {STORY}", "2018-11-24", "Nov. 24, 2018"),
        (f"Orvana, Drenland (Star) 24 November 2018 - {STORY}", "2018-11-24", "24 November 2018"),
        (f"{STORY}\nIt goes on. (Star, 24 Nov 2018)", "2018-11-24", "24 Nov 2018"),
        (f"27 Jul 2016 At least 48 die\n{STORY}", "2016-07-27", "27 Jul 2016"),
        (
            f"Tuesday 4 April 2017 Gas Attack Kills 12. {STORY}",
            "2017-04-04",
            "Tuesday 4 April 2017",
        ),
        (f"April 5 2017 by Vera Lund Blast kills 12. {STORY}", "2017-04-05", "April 5 2017"),
        (f"Posted on April 4 2017 by Vera Lund. {STORY}", "2017-04-04", "April 4 2017"),
        (
            f"Date of publication 4 April 2017 At least 12 die. {STORY}",
            "2017-04-04",
            "4 April 2017",
        ),
        (f"27-07-2016 Drenland Dozens die. {STORY}", "2016-07-27", "27-07-2016"),
        (f"{STORY * 4}\nPublished: 24 November 2018", "2018-11-24", "24 November 2018"),
        (f"ORVANA, Nov. 24 (Star) — {STORY}\n© 2018 Star", "2018-11-24", "Nov. 24"),
    ],
)
def test_the_day_stands_at_the_head_or_the_foot(text: str, day: str, words: str) -> None:
    found = day_told(text)
    assert found is not None
    assert (str(found), found.text) == (day, words)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY, id="none at all"),
        pytest.param("   \n \n", id="no text"),
        pytest.param(f"On 5 April 2017 a bomb exploded.\n{STORY}", id="told of in a sentence"),
        pytest.param(f"5 April 2017 was a dark day.\n{STORY}", id="the subject of a sentence"),
        pytest.param(f"Sunday 25 November 2018 Was Dark\n{STORY}", id="in a headline"),
        pytest.param(f"{STORY * 8}24 November 2018 – the day it began.\n{STORY * 8}", id="inside"),
        pytest.param(f"03/04/2018\n{STORY}", id="day or month"),
        pytest.param(f"31/31/2018\n{STORY}", id="neither day nor month"),
        pytest.param(f"Tue 05 Apr 2017\n{STORY}", id="that was a Wednesday"),
        pytest.param(f"31 April 2017\n{STORY}", id="no such day"),
        pytest.param(f"24 Nov 2018\n25 Nov 2018\n{STORY}", id="two days"),
        pytest.param(f"Updated: 25 November 2018\n{STORY}", id="when it was changed"),
        pytest.param(f"ORVANA, Nov. 24 (Star) — {STORY}", id="no year"),
        pytest.param(f"November 2018\n{STORY}", id="a month"),
        pytest.param(f"Wed 05 Apr 2017 will be remembered.\n{STORY}", id="a day to come"),
        pytest.param(f"{STORY * 4}\nCorrection:\nFriday, December 4, 2015", id="of a correction"),
        pytest.param(f"{STORY * 4}\n© 2018 Star", id="whose it is"),
        pytest.param(f"{STORY * 4}\nThe vote is on (at the latest) 4 May 2019", id="what comes"),
    ],
)
def test_where_it_is_not_sure_there_is_none(text: str) -> None:
    assert day_told(text) is None


def test_the_day_of_publication_goes_before_other_days() -> None:
    head = "Blast\nUpdated: 26 November 2018\nPublished: 24 November 2018\n25 November 2018\n"
    assert str(day_told(head + STORY)) == "2018-11-24"


@pytest.mark.parametrize("filling", [" ", "A ", "1", "Mon ", "(", "24 Nov ", "A, ", "\n", "By A. "])
def test_long_texts_take_no_longer(filling: str) -> None:
    assert day_told(filling * 200_000 + "x") is None
