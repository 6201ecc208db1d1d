"""What somebody is who is described and not named, by the noun that describes them."""

from __future__ import annotations

from collections.abc import Collection

from claimgraph.text import groups, media
from claimgraph.text.titles import (
    GENDERED_ROLES,
    KINDRED,
    OFFICES,
    PEOPLES,
    ROLES,
    SPOKESPEOPLE,
    UNNAMED,
    singular,
)
from claimgraph.vocabulary import Naming, SourceKind

#: Nouns for those who govern, and for the forces they command.
STATE_NOUNS = frozenset(
    """
    government governments regime regimes authorities administration administrations army
    armies military navy airforce force state states country countries kingdom republic nation
    nations presidency junta cabinet coastguard troops
    forces monarchy palace emirate federation gendarmerie
    """.split()
)

#: Nouns for bodies of other kinds.
BODY_NOUNS = frozenset(
    """
    academy affiliate agencies agency airline alliance archdiocese arm assembly association
    auditor authority bank bloc board body branch brand brotherhood bureau business campaign
    carrier caucus center centre chamber charities charity church city clinic club coalition
    college command commission committee community companies company confederation conference
    congress consortium consulate corporation corps council councils court courts crew
    delegation department departments developer diocese directorate division embassy employer
    enterprise exchange faction factions faculty federation firm firms foundation fund giant
    group groups guild headquarters hospital hospitals house industry initiative inspectorate
    institute institution institutions intelligence judiciary lab laboratory league legislature
    library lobby maker manufacturer ministries ministry mission monitor mosque movement
    movements municipality museum network ngo ngos observatory office operator opposition order
    organisation organisations organization organizations panel parliament parties partnership
    party police politburo producer program programme project prosecution publisher refinery
    regulator regulators retailer rival school secretariat seminary senate service services side
    society squad startup studio subsidiary supplier synod taskforce team temple tribunal troupe
    trust union unions unit universities university utility vatican watchdog wing workforce
    """.split()
)

#: What somebody said or wrote, and they with it: "the statement said" is the ministry's saying.
UTTERANCES = frozenset(
    """
    statement statements letter letters tweet tweets post posts message messages email emails
    e-mail memo memorandum release communique communiqué declaration speech remarks comments comment
    announcement manifesto testimony interview briefing notice note op-ed editorial video
    recording text caption reply response denial telegram fax proclamation resolution bulletin
    column interviews posting postings dispatch ad ads advert advertisement commercial spot clip
    """.split()
)

#: What is read as a source of its own, whoever wrote it.
REPORTS = frozenset(
    """
    report reports study studies survey surveys poll polls review audit investigation inquiry
    findings document documents filing filings lawsuit suit complaint indictment affidavit
    warrant petition brief transcript transcripts record records data figures statistics
    database dossier paper article articles book books analysis assessment research results
    tests test census ruling verdict judgment judgement order decision law bill treaty agreement
    accord constitution contract evidence account accounts website site page blog files file
    footage cables cable rumours rumors estimates estimate forecast forecasts projections
    rules guidelines plan proposal draft chronology timeline obituary autopsy chart table map
    biography memoir memoirs sign poster minutes papers email-chain version
    """.split()
)

_FACTIONS = frozenset(
    "group groups alliance coalition faction factions movement organisation organization network "
    "outfit army wing leadership command forces force cell commander spokesman leaders".split()
)
_GROUPS_OF_ARMED = _FACTIONS - {"commander", "spokesman", "leaders", "leadership"}
#: "Party figures" are people, "official figures" are numbers.
_FIGURES_OF_PEOPLE = frozenset(
    """
    business church community conservative democratic establishment industry labour leading liberal
    military opposition party political prominent public religious republican respected sports
    senior top tribal
    """.split()
)
_MEDIA_WORDS = frozenset("news media press broadcasting tv television radio".split())
_AGENCIES = frozenset(
    "agency agencies outlet outlets organisation organisations organization organizations service "
    "services company site sites website websites channel channels firm source network programme "
    "program report reports broadcaster group portal".split()
)
_NONE: frozenset[str] = frozenset()
_OFFICES_OF_TWO_WORDS = {
    "general": frozenset("attorney solicitor secretary inspector surgeon director".split()),
    "executive": frozenset(("chief",)),
}
#: Without a word that says so, these are no media: "the network", "the paper", "the station".
_HIDDEN = frozenset(
    "anonymous unnamed unidentified undisclosed confidential familiar knowledgeable".split()
)


def kind_of(noun: str, before: Collection[str] = (), *, definite: bool = False) -> SourceKind:
    """What a noun describes: ``UNKNOWN`` where it says nothing.

    Args:
        noun: The head of the phrase, in small letters.
        before: The words before it, in small letters: "rebel" makes an alliance armed.
        definite: The phrase says "the". Who holds an office is then one known person.

    >>> [kind_of(noun).value for noun in ("ministry", "government", "residents", "statement")]
    ['organisation', 'state', 'collective', 'document']
    >>> kind_of("alliance", ["rebel"]).value, kind_of("alliance").value
    ('armed_group', 'organisation')
    >>> kind_of("governor", definite=True).value, kind_of("doctor").value
    ('person', 'anonymous')
    >>> kind_of("media", ["state"]).value, kind_of("agency", ["news"]).value
    ('media', 'media')
    """
    if noun in UNNAMED:
        return SourceKind.ANONYMOUS
    if noun in groups.NOUNS:
        return SourceKind.ARMED_GROUP
    if noun in _GROUPS_OF_ARMED and not groups.MODIFIERS.isdisjoint(before):
        return SourceKind.ARMED_GROUP
    if noun in media.NOUNS or (noun in _AGENCIES and not _MEDIA_WORDS.isdisjoint(before)):
        return SourceKind.MEDIA
    if noun == "figures" and not _FIGURES_OF_PEOPLE.isdisjoint(before):
        return SourceKind.COLLECTIVE
    if noun in UTTERANCES or noun in REPORTS:
        return SourceKind.DOCUMENT
    if noun in STATE_NOUNS:
        return SourceKind.STATE
    if noun in BODY_NOUNS:
        return SourceKind.ORGANISATION
    return _kind_of_people(noun, before, definite)


def _kind_of_people(noun: str, before: Collection[str], definite: bool) -> SourceKind:
    noun = noun.removeprefix("ex-")
    if noun in PEOPLES or noun in KINDRED:
        return SourceKind.COLLECTIVE
    if noun in ROLES or noun in GENDERED_ROLES:
        if not _HIDDEN.isdisjoint(before):
            return SourceKind.ANONYMOUS
        office = noun in OFFICES or not _OFFICES_OF_TWO_WORDS.get(noun, _NONE).isdisjoint(before)
        known = noun in SPOKESPEOPLE or (definite and office)
        return SourceKind.PERSON if known else SourceKind.ANONYMOUS
    one = singular(noun)
    if one != noun and (one in ROLES or one in GENDERED_ROLES):
        hidden = not _HIDDEN.isdisjoint(before)
        return SourceKind.ANONYMOUS if hidden else SourceKind.COLLECTIVE
    return SourceKind.UNKNOWN


def naming_of(name: str, kind: SourceKind) -> Naming:
    """How a text names somebody, as the name shows it; a pronoun is told elsewhere.

    Capitals tell a name from a description; a person's name also ends in one.

    >>> naming_of("Russian defence ministry", SourceKind.ORGANISATION).value
    'named'
    >>> naming_of("Homs governor", SourceKind.PERSON).value
    'described'
    """
    if kind is SourceKind.ANONYMOUS:
        return Naming.UNNAMED
    if kind in (SourceKind.COLLECTIVE, SourceKind.DOCUMENT):
        return Naming.DESCRIBED
    words = name.split()
    telling = words[-1:] if kind is SourceKind.PERSON else words
    capital = any(word[0].isupper() for word in telling)
    return Naming.NAMED if capital else Naming.DESCRIBED
