"""Stories told by two papers each, written for the tests, and which of their claims contradict each
other. Each article is its day, its paper and its text.
"""

Article = tuple[str, str, str]

STORIES: dict[str, tuple[Article, ...]] = {
    "ferry": (
        (
            "2020-03-02",
            "Harbour Post",
            """\
A ferry sank off Port Linden on Sunday night. The coastguard said at least 18 people had \
drowned and 40 were missing.

The operator, Linden Lines, said the ferry had carried 96 passengers. Survivors said more than \
200 people had been on board.

Transport minister Olga Reyes accused Linden Lines of overloading the ferry. The company \
denied overloading it.

Prosecutors declined to comment.
""",
        ),
        (
            "2020-03-04",
            "Northern Echo",
            """\
The death toll from the ferry disaster off Port Linden has risen to 31, the coastguard said on \
Wednesday. Eleven people were still missing.

Linden Lines chief executive Pavel Horak said the ferry had not been overloaded. "Our ship was \
in perfect condition," he said.

An engineer who inspected the ferry in January said its pumps were broken.

In 2014 a ferry sank off Port Linden, killing 62 people, and Linden Lines was fined.
""",
        ),
    ),
    "painting": (
        (
            "2021-06-10",
            "City Herald",
            """\
Police in Maren said they had arrested four men over the theft of a painting from the Aldo \
Museum. The museum said the painting was worth 3 million euros.

The lawyer of one of the men said his client was in Spain on the night of the theft.

The culture ministry said the painting had been recovered.
""",
        ),
        (
            "2021-06-11",
            "Maren Today",
            """\
The painting stolen from the Aldo Museum has not been recovered, police in Maren said on \
Friday. They said six men had been arrested.

An insurer put the value of the painting at 8 million euros.

The museum's director has resigned, a trustee said. The director said she had been dismissed.
""",
        ),
    ),
    "convoy": (
        (
            "2022-09-01",
            "Gulf Courier",
            """\
The government of Tarsia said rebels had attacked a convoy near Qelb on Thursday, killing nine \
aid workers. The rebels' political bureau denied attacking the convoy and blamed an army air \
strike.

The Red Cross said seven of its workers were dead. The army said it had carried out no air \
strikes near Qelb.

The United Nations condemned the attack.
""",
        ),
        (
            "2022-09-02",
            "The Register",
            """\
Witnesses told The Register that a jet bombed the convoy near Qelb on Thursday.

A spokesman for the Tarsian army, Colonel Idris Hamo, said rebels had planted mines on the road.

The rebels' political bureau said it would welcome an inquiry. The government rejected an \
inquiry.

In Dema, 300 kilometres to the south, shelling killed 12 people on Friday, doctors said.
""",
        ),
    ),
    "plant": (
        (
            "2019-11-12",
            "Daily Ledger",
            """\
Novatek will cut 1,500 jobs at its plant in Brill, the company said on Tuesday. Chief \
executive Anna Kern said the plant would stay open.

The union said the company planned to close the plant in Brill.

The mayor of Brill said he had not been told.
""",
        ),
        (
            "2019-11-14",
            "Evening Sun",
            """\
The union said 2,400 jobs would be lost at Novatek's plant in Brill.

Novatek denied that it planned to close the plant in Brill. The company said its profit had \
risen in the third quarter.

Analysts at Hoyle said Novatek's profit had fallen in the third quarter.
""",
        ),
    ),
}

#: Pairs of claims, by their words.
CONTRADICTIONS: dict[str, set[frozenset[str]]] = {
    "ferry": {
        frozenset(("Linden Lines overloaded the ferry", "Linden Lines overloaded it")),
        frozenset(("Linden Lines overloaded the ferry", "the ferry had not been overloaded")),
    },
    "painting": {
        frozenset(
            (
                "the painting was worth 3 million euros",
                "the value of the painting was 8 million euros",
            )
        ),
        frozenset(
            ("the museum's director has resigned", "the museum's director had been dismissed")
        ),
    },
    "convoy": {
        frozenset(
            (
                "rebels had attacked a convoy near Qelb on Thursday",
                "the rebels' political bureau attacked the convoy",
            )
        ),
    },
    "plant": {
        frozenset(
            (
                "Novatek will cut 1,500 jobs at its plant in Brill",
                "2,400 jobs would be lost at Novatek's plant in Brill",
            )
        ),
        frozenset(
            (
                "the company planned to close the plant in Brill",
                "Novatek planned to close the plant in Brill",
            )
        ),
        frozenset(
            (
                "Novatek’s profit had risen in the third quarter",
                "Novatek's profit had fallen in the third quarter",
            )
        ),
    },
}
