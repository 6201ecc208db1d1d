"""Eight made-up stories: who says what about each, in sentences with their parts marked.

``{Ilse Brandt} <said> [around 40 houses were flooded]`` marks the source, the cue and the content;
``%`` stands for a figure, which changes from article to article. Nothing in them happened.
"""

from dataclasses import dataclass

from claimgraph.vocabulary import Comparator

LONG_NAME = (
    "Permanent Inter-Ministerial Commission for the Coordination of Emergency Relief, "
    "Reconstruction and Resettlement in the Northern and North-Eastern Provinces"
)
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
ADDRESS = "https://records.example/archive/2031/03/minutes-of-the-council?" + "item=0123456789&" * 9


@dataclass(frozen=True)
class Who:
    """Somebody who speaks.

    Attributes:
        name: The whole name.
        kind: Of source.
        aliases: Other names.
        speaks_for: The name of a body; "" for nobody.
        role: As what.
        described: The text does not name it.
    """

    name: str
    kind: str = "organisation"
    aliases: tuple[str, ...] = ()
    speaks_for: str = ""
    role: str = ""
    described: bool = False


@dataclass(frozen=True)
class Number:
    """A figure: its words, how they bound it, and the number."""

    words: str
    best: float | None
    comparator: Comparator = Comparator.EXACT


@dataclass(frozen=True)
class Sentence:
    """Something that somebody says, in one or more wordings.

    Attributes:
        who: The name of the speaker; "" for the article itself.
        texts: Wordings with their parts marked.
        stance: Towards the claim.
        accusing: The name of the accused.
        via: The name of who passed it on.
        numbers: Those that ``%`` stands for, in the order of days.
        unit: What is counted.
        of: What happened to them.
    """

    who: str
    texts: tuple[str, ...]
    stance: str = "asserts"
    accusing: str = ""
    via: str = ""
    numbers: tuple[Number, ...] = ()
    unit: str = ""
    of: str = ""


@dataclass(frozen=True)
class Story:
    """What happened, who takes part, and what they say, in the order of the telling."""

    label: str
    kind: str
    place: str
    day: str
    cast: tuple[Who, ...]
    sentences: tuple[Sentence, ...]
    headlines: tuple[str, ...]


def exactly(number: float) -> Number:
    return Number(f"{number:,.0f}", number)


def about(number: float) -> Number:
    return Number(f"around {number:,.0f}", number, Comparator.ABOUT)


def at_least(number: float) -> Number:
    return Number(f"at least {number:,.0f}", number, Comparator.AT_LEAST)


def up_to(number: float) -> Number:
    return Number(f"up to {number:,.0f}", number, Comparator.UP_TO)


DOZENS = Number("dozens of", None, Comparator.VAGUE)


STORIES = (
    Story(
        label="the flood at Brenn",
        kind="flood",
        place="Brenn",
        day="2031-03-02",
        headlines=("Brenn under water", "Council and power company trade blame over Brenn flood"),
        cast=(
            Who("Ilse Brandt", "person", ("Brandt",), "Brenn city council", "mayor"),
            Who("Brenn city council", aliases=("the council",)),
            Who("Norrland Power", aliases=("the power company",)),
            Who("National Weather Office", aliases=("NWO", "the weather office")),
            Who(LONG_NAME, "state", ("PICCERR", "the commission")),
            Who("residents of the harbour", "collective", described=True),
        ),
        sentences=(
            Sentence(
                "Ilse Brandt",
                (
                    "Mayor {Ilse Brandt} <said> [% houses were flooded at Brenn].",
                    "“[% houses were flooded at Brenn],” {Brandt} <told> reporters.",
                ),
                numbers=(about(40), about(40), exactly(46), exactly(52)),
                unit="houses",
                of="flooded",
            ),
            Sentence(
                LONG_NAME,
                (f"The {{{LONG_NAME}}} <counted> [% houses flooded at Brenn].",),
                numbers=(at_least(38), exactly(43), up_to(60)),
                unit="houses",
                of="flooded",
            ),
            Sentence(
                "Brenn city council",
                (
                    "{The council} <accused> Norrland Power of [opening the gates of the dam "
                    "above Brenn without a warning].",
                ),
                stance="accuses",
                accusing="Norrland Power",
            ),
            Sentence(
                "Norrland Power",
                (
                    "{Norrland Power} <denied> [that it had opened the gates of the dam].",
                    "{The power company} <rejected> the charge [that it had opened the gates of "
                    "the dam].",
                ),
                stance="denies",
            ),
            Sentence(
                "National Weather Office",
                ("{NWO} <said> [% millimetres of rain fell at Brenn in one night].",),
                numbers=(exactly(112), exactly(112), about(115)),
                unit="millimetres",
                of="fell",
            ),
            Sentence(
                "residents of the harbour",
                ("{Residents of the harbour} <said> [nobody had warned them of the flood].",),
            ),
            Sentence("", ("[The water at Brenn was falling] on Tuesday evening.",)),
        ),
    ),
    Story(
        label="the fire in the Tarsk depot",
        kind="fire",
        place="Tarsk",
        day="2031-03-05",
        headlines=("Fire guts depot in Tarsk", "Tarsk: who set fire to the fuel depot?"),
        cast=(
            Who(
                "Colonel Ansgar Veil",
                "person",
                ("Veil",),
                "Ministry of Defence of Ostra",
                "spokesman",
            ),
            Who("Ministry of Defence of Ostra", "state", ("the ministry", "MDO")),
            Who("Tarsk Liberation Front", "armed_group", ("TLF", "the front")),
            Who("Ostra News Agency", "media", ("ONA",)),
            Who("Fire Brigades Union", aliases=("FBU",)),
            Who("a security official", "anonymous", described=True),
        ),
        sentences=(
            Sentence(
                "Colonel Ansgar Veil",
                (
                    "Ostra accused the front. {Colonel Ansgar Veil} <said> [fighters of the Tarsk "
                    "Liberation Front set fire to the depot in Tarsk], ONA reported.",
                    "[Fighters of the Tarsk Liberation Front set fire to the depot in Tarsk], "
                    "{Veil} <told> ONA.",
                ),
                stance="accuses",
                accusing="Tarsk Liberation Front",
                via="Ostra News Agency",
            ),
            Sentence(
                "Tarsk Liberation Front",
                ("{The front} <did not immediately issue a statement>.",),
                stance="silent",
            ),
            Sentence(
                "Fire Brigades Union",
                ("{FBU} <said> [% firefighters were injured in the depot at Tarsk].",),
                numbers=(exactly(7), exactly(9), exactly(9)),
                unit="firefighters",
                of="injured",
            ),
            Sentence(
                "Ministry of Defence of Ostra",
                ("{The ministry} <said> [% people were injured in the depot at Tarsk].",),
                numbers=(exactly(3), at_least(5), up_to(8)),
                unit="people",
                of="injured",
            ),
            Sentence(
                "a security official",
                (
                    "{A security official}, who asked not to be named, <said> [the guards of the "
                    "depot had been withdrawn two days before].",
                ),
            ),
            Sentence("", ("[An alleged act of sabotage] left the depot in ruins.",)),
        ),
    ),
    Story(
        label="the vote in Lume",
        kind="election",
        place="Lume",
        day="2031-03-09",
        headlines=("Lume votes", "Both sides claim victory in Lume", "Recount in Lume"),
        cast=(
            Who("Electoral Commission of Lume", "state", ("the electoral commission",)),
            Who("Progress Party", aliases=("Progress",)),
            Who("Farmers’ List", aliases=("the list",)),
            Who("لجنة مراقبة الانتخابات المحلية", aliases=("لجنة المراقبة",)),
            Who("משקיפים ללא גבולות", aliases=("משקיפים",)),
            Who("Pell Adeyemi-Okonkwo", "person", ("Adeyemi-Okonkwo",), "Progress Party", "leader"),
        ),
        sentences=(
            Sentence(
                "Electoral Commission of Lume",
                ("{The electoral commission} <said> [% per cent of voters in Lume had voted].",),
                numbers=(about(61), exactly(63), exactly(63)),
                unit="per cent",
                of="voted",
            ),
            Sentence(
                "لجنة مراقبة الانتخابات المحلية",
                (
                    "{لجنة مراقبة الانتخابات المحلية} <said> [% polling stations in Lume "
                    "opened late].",
                ),
                numbers=(exactly(14), at_least(20), exactly(22)),
                unit="polling stations",
                of="opened late",
            ),
            Sentence(
                "משקיפים ללא גבולות",
                (
                    "{משקיפים ללא גבולות} <denied> [that % polling stations in Lume opened late].",
                    "{משקיפים ללא גבולות} <said> [«כל הקלפיות נפתחו בזמן»: every polling station "
                    "in Lume opened in time].",
                ),
                stance="denies",
                numbers=(exactly(14), exactly(14)),
                unit="polling stations",
                of="opened late",
            ),
            Sentence(
                "Pell Adeyemi-Okonkwo",
                (
                    "“[The Farmers’ List bought votes in Lume],” {Pell Adeyemi-Okonkwo} <said>.",
                    "{Adeyemi-Okonkwo} <accused> the Farmers’ List of [buying votes in Lume].",
                ),
                stance="accuses",
                accusing="Farmers’ List",
            ),
            Sentence(
                "Farmers’ List",
                ("{The list} <declined to comment>.", "{The list} <declined to comment> again."),
                stance="declines",
            ),
            Sentence("", ("[The suspected fraud in Lume] is being looked into.",)),
        ),
    ),
    Story(
        label="the collapse of the Orvik bridge",
        kind="collapse",
        place="Orvik",
        day="2031-03-11",
        headlines=("Bridge collapses at Orvik", "Orvik bridge: inspectors “warned for years”"),
        cast=(
            Who("Roads Authority", "state", ("the authority",)),
            Who("Halden & Søn A/S", aliases=("Halden",)),
            Who("Engineers’ Chamber", aliases=("the chamber",)),
            Who("Orvik police", aliases=("police",)),
            Who("Tove Lindqvist", "person", ("Lindqvist",), "Engineers’ Chamber", "president"),
        ),
        sentences=(
            Sentence(
                "Orvik police",
                (
                    "{Orvik police} <said> [% people were killed when the bridge collapsed].",
                    "{Police} <confirmed> that [% people were killed when the bridge collapsed].",
                ),
                numbers=(exactly(4), exactly(6), exactly(11), exactly(12)),
                unit="people",
                of="killed",
            ),
            Sentence(
                "Roads Authority",
                ("{The authority} <spoke> of [% dead at the Orvik bridge].",),
                numbers=(at_least(4), about(10), exactly(12)),
                unit="people",
                of="killed",
            ),
            Sentence(
                "Tove Lindqvist",
                (
                    "“[Halden left out every second bolt of the Orvik bridge],” {Tove Lindqvist} "
                    "<said>.",
                ),
                stance="accuses",
                accusing="Halden & Søn A/S",
            ),
            Sentence(
                "Halden & Søn A/S",
                (
                    "{Halden & Søn A/S} <rejected> [the claim that it left out bolts of the Orvik "
                    "bridge]: <b>not one</b>, it said, & “5 < 6”.",
                ),
                stance="denies",
            ),
            Sentence(
                "Engineers’ Chamber",
                (
                    "{The chamber} <said> [it had warned the authority of the bridge in "
                    f"2027; the minutes are at {ADDRESS}].",
                ),
            ),
            Sentence("", ("[The bridge had been closed to lorries] since autumn.",)),
        ),
    ),
    Story(
        label="the strike in the port of Sel",
        kind="strike",
        place="Sel",
        day="2031-03-12",
        headlines=("Port of Sel at a standstill", "Dockers and owners far apart in Sel"),
        cast=(
            Who("Dockers’ Union", aliases=("the union",)),
            Who("Sel Port Company", aliases=("SPC", "the company")),
            Who("Ministry of Labour", "state", ("the labour ministry",)),
            Who("Jo Aku", "person", ("Aku",), "Dockers’ Union", "secretary"),
        ),
        sentences=(
            Sentence(
                "Jo Aku",
                (
                    "{Jo Aku} <said> [% dockers joined the strike in Sel].",
                    "“[% dockers joined the strike in Sel],” {Aku} <said>.",
                ),
                numbers=(about(2000), exactly(2140), at_least(2200)),
                unit="dockers",
                of="on strike",
            ),
            Sentence(
                "Sel Port Company",
                ("{SPC} <counted> [% dockers on strike in Sel].",),
                numbers=(exactly(640), exactly(700), up_to(900)),
                unit="dockers",
                of="on strike",
            ),
            Sentence(
                "Dockers’ Union",
                ("{The union} <accused> SPC of [locking out % workers in Sel].",),
                stance="accuses",
                accusing="Sel Port Company",
                numbers=(DOZENS, exactly(85), exactly(90)),
                unit="workers",
                of="locked out",
            ),
            Sentence(
                "Ministry of Labour",
                ("{The labour ministry} <said> [talks in Sel would go on on Monday].",),
            ),
            Sentence(
                "Sel Port Company",
                ("{The company} <admitted> that [some workers in Sel had been locked out].",),
                stance="confirms",
            ),
        ),
    ),
    Story(
        label="the illness in Camp Dorra",
        kind="outbreak",
        place="Camp Dorra",
        day="2031-03-14",
        headlines=("Illness spreads in Camp Dorra", "Dorra: doctors and army disagree"),
        cast=(
            Who("Doctors of the World", aliases=("the doctors",)),
            Who("Army of Kesh", "state", ("the army",)),
            Who("Kesh Broadcasting", "media", ("KBC",)),
            Who(
                "Dr Nuru Abebe-Fischer",
                "person",
                ("Abebe-Fischer",),
                "Doctors of the World",
                "head",
            ),
            Who(LONG_WORD, aliases=()),
        ),
        sentences=(
            Sentence(
                "Dr Nuru Abebe-Fischer",
                ("{Dr Nuru Abebe-Fischer} <said> [% people fell ill in Camp Dorra].",),
                numbers=(about(300), exactly(340), at_least(400)),
                unit="people",
                of="ill",
            ),
            Sentence(
                "Army of Kesh",
                ("{The army} <said> [% people fell ill in Camp Dorra], KBC reported.",),
                via="Kesh Broadcasting",
                numbers=(exactly(90), exactly(120), about(150)),
                unit="people",
                of="ill",
            ),
            Sentence(
                LONG_WORD,
                (f"The {{{LONG_WORD}}} <said> [the wells of Camp Dorra were clean].",),
            ),
            Sentence(
                "Doctors of the World",
                ("{The doctors} <said> [the wells of Camp Dorra were not clean].",),
            ),
            Sentence(
                "Army of Kesh",
                ("{The army} <did not answer> questions about the wells.",),
                stance="silent",
            ),
        ),
    ),
    Story(
        label="the ceasefire in the Hask valley",
        kind="agreement",
        place="Hask",
        day="2031-03-16",
        headlines=("Truce in the Hask valley", "Shots heard in Hask hours after truce"),
        cast=(
            Who("United Observers", aliases=("UO", "the observers")),
            Who("Government of Hask", "state", ("the government",)),
            Who("Hask Mountain Council", "armed_group", ("HMC", "the mountain council")),
            Who("和平監察委員会", aliases=("監察委員会",)),
            Who("villagers", "collective", described=True),
        ),
        sentences=(
            Sentence(
                "Government of Hask",
                (
                    "{The government} <accused> the Hask Mountain Council of [firing % shells "
                    "after the ceasefire in the Hask valley].",
                ),
                stance="accuses",
                accusing="Hask Mountain Council",
                numbers=(exactly(12), exactly(17), at_least(20)),
                unit="shells",
                of="fired",
            ),
            Sentence(
                "Hask Mountain Council",
                (
                    "{HMC} <denied> [firing shells after the ceasefire in the Hask valley].",
                    "“[We fired no shells],” {HMC} <said>.",
                ),
                stance="denies",
            ),
            Sentence(
                "Hask Mountain Council",
                ("{HMC} <accused> the government of [breaking the ceasefire in Hask].",),
                stance="accuses",
                accusing="Government of Hask",
            ),
            Sentence(
                "United Observers",
                ("{The observers} <doubted> [that the ceasefire in Hask would hold].",),
                stance="doubts",
            ),
            Sentence(
                "和平監察委員会",
                (
                    "{和平監察委員会} <said> [停戦は守られている: the ceasefire in Hask "
                    "was holding].",
                ),
            ),
            Sentence(
                "villagers",
                ("{Villagers} <said> [shots were heard in the Hask valley at night].",),
            ),
        ),
    ),
    Story(
        label="the missing money of the Arden fund",
        kind="fraud",
        place="Arden",
        day="2031-03-18",
        headlines=("Where is the money of Arden?", "Arden fund: auditors name a sum"),
        cast=(
            Who("Court of Auditors", "state", ("the auditors",)),
            Who("Arden Fund", aliases=("the fund",)),
            Who("Bank of Arden", aliases=("the bank",)),
            Who(
                "Mireille d’Aubigny-Castellane", "person", ("d’Aubigny",), "Arden Fund", "director"
            ),
            Who("=HYPERLINK Research", aliases=()),
        ),
        sentences=(
            Sentence(
                "Court of Auditors",
                ("{The auditors} <said> [% euros of the Arden fund were missing].",),
                numbers=(about(3_000_000), exactly(3_400_000), exactly(3_412_250)),
                unit="euros",
                of="missing",
            ),
            Sentence(
                "Mireille d’Aubigny-Castellane",
                (
                    "{Mireille d’Aubigny-Castellane} <denied> [that money of the Arden fund was "
                    "missing].",
                    "“[No money of the Arden fund is missing],” {d’Aubigny} <insisted>.",
                ),
                stance="denies",
            ),
            Sentence(
                "Court of Auditors",
                ("{The auditors} <accused> the Bank of Arden of [hiding accounts of the fund].",),
                stance="accuses",
                accusing="Bank of Arden",
            ),
            Sentence(
                "Bank of Arden",
                ("{The bank} <could not be reached for comment>.",),
                stance="silent",
            ),
            Sentence(
                "=HYPERLINK Research",
                ("{=HYPERLINK Research} <said> [the accounts of the Arden fund were in order].",),
            ),
            Sentence("", ("[The fund was set up after the war] with public money.",)),
        ),
    ),
)
