"""Words that stand before or beside a person's name: titles, ranks, and what people do.

Of our own general knowledge. Words are in lower case and without full stops.
"""

from __future__ import annotations

#: Courtesy titles, and the gender that they show: "m", "f" or "".
HONORIFICS = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "sheikh": "m", "shaykh": "m", "sheik": "m",
    "imam": "m", "mullah": "m", "ayatollah": "m", "king": "m", "prince": "m", "sultan": "m",
    "emir": "m", "tsar": "m", "pope": "m", "father": "m", "brother": "m", "duke": "m", "baron": "m",
    "rabbi": "", "count": "m", "monsieur": "m", "herr": "m", "señor": "m", "signor": "m",
    "maulana": "m", "mufti": "m", "patriarch": "m", "crown prince": "m", "grand ayatollah": "m",
    "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f", "queen": "f", "princess": "f",
    "duchess": "f", "baroness": "f", "sister": "f", "madam": "f", "madame": "f", "frau": "f",
    "señora": "f", "empress": "f", "countess": "f",
    "dr": "", "doctor": "", "prof": "", "professor": "", "rev": "", "reverend": "", "hon": "",
    "the right honourable": "", "right": "", "honourable": "", "honorable": "", "saint": "",
}  # fmt: skip

#: Ranks of soldiers and police, long and short.
RANKS = frozenset(
    """
    general gen lieutenant lt colonel col major maj captain capt commander cmdr sergeant sgt
    corporal cpl private pvt admiral adm brigadier brig marshal commodore commissioner inspector
    superintendent constable sheriff detective ensign lance officer trooper chief agent rep reps
    sen sens gov govs del amb atty pres cllr supt insp cardinal archbishop bishop justice
    """.split()
)

#: Offices that one person holds at a time: "the president" is one person.
OFFICES = frozenset(
    """
    president minister premier chancellor king queen prince pope governor mayor ambassador envoy
    secretary chairman chairwoman chairperson chair chief director head leader commander speaker
    commissioner senator congressman congresswoman prosecutor spokesman spokeswoman spokesperson
    representative chief-executive ceo emir sultan monarch ruler vice-president foreign-minister
    prime-minister defence-minister principal dean rector sheriff superintendent coordinator
    general-secretary secretary-general attorney-general treasurer first-lady dictator patriarch
    archbishop bishop presidency founder owner editor captain coach manager boss judge coroner
    nominee candidate frontrunner front-runner incumbent challenger laureate
    """.split()
)

#: Those who speak for a body by their office, whether or not they are named.
SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson spox".split())

#: What a person can be, besides the offices; singular.
OCCUPATIONS = frozenset(
    """
    academic accountant activist actor actress administrator adviser advisor advocate aide ally
    analyst archaeologist architect artist assistant associate astronaut athlete attorney author
    baker banker barrister biologist blogger boy broadcaster broker brother builder businessman
    businesswoman butcher campaigner candidate captive cashier celebrity chemist citizen
    civilian clergyman cleric clerk client climber colleague columnist comedian companion
    composer conservative consultant contractor correspondent councillor councilman councilwoman
    counsel counselor cousin critic customer daughter dealer defector defendant defender
    delegate democrat demonstrator dentist deputy designer detainee detective developer dictator
    diplomat dissident doctor donor driver economist employee employer engineer entrepreneur
    epidemiologist eyewitness executive expert farmer father feminist fighter filmmaker
    financier firefighter fireman fisherman flatmate footballer foreman friend geologist girl
    girlfriend boyfriend goalkeeper grandfather grandmother graduate guard guest gunman
    historian host hostage housewife husband imam immigrant informant informer insider inspector
    insurgent intern interpreter investigator investor islamist jihadist journalist juror keeper
    lawmaker lawyer lecturer legislator librarian lobbyist local magistrate man mathematician
    mechanic mediator medic member merchant meteorologist migrant militant militiaman minister
    monk mother mp musician negotiator neighbor neighbour nephew newcomer newsreader niece
    novelist nun nurse observer official officer operator opponent organiser organizer parent
    paramedic partner passenger passer-by patient pathologist person pharmacist philosopher
    photographer photojournalist physician physicist pilot player playwright poet policeman
    policewoman politician pollster preacher presenter president priest prisoner producer
    professor programmer protester psychiatrist psychologist publisher pundit rebel receptionist
    refugee relative reporter republican rescuer researcher resident retiree reviewer rival
    sailor salesman scholar scientist secretary seller senator separatist servant shopkeeper
    shopper singer sister skipper sociologist soldier solicitor son specialist star statistician
    strategist striker student successor suicide-bomber supervisor supplier supporter surgeon
    survivor suspect teacher technician teenager terrorist therapist toxicologist tourist trader
    trainer translator traveller treasurer trustee uncle aunt user veteran victim viewer
    villager virologist visitor volunteer voter waiter waitress watchman whistleblower
    whistle-blower widow widower wife witness woman worker writer youth youngster inmate gunmen
    defence campaign-manager co-founder cofounder co-author chief-of-staff vicar curator
    ombudsman policy-maker policymaker lord peer backbencher frontbencher premier predecessor
    regulator auditor archivist guerrilla fugitive mastermind billionaire millionaire tycoon
    magnate oligarch heir heiress envoy moderator anchor anchorman anchorwoman commentator
    """.split()
) - {"defence", "gunmen"}

#: What people are called in numbers only.
PEOPLES = frozenset(
    """
    family people residents locals villagers men women children families relatives authorities
    police firefighters officials officers troops soldiers forces members lawmakers mps experts
    analysts media critics observers sources insiders witnesses eyewitnesses neighbours
    neighbors others crowds parents students fans users readers viewers voters public staff crew
    youths clergy elders leaders commanders politicians diplomats scientists researchers doctors
    medics nurses rescuers investigators prosecutors lawyers activists protesters demonstrators
    campaigners organisers organizers supporters opponents rebels militants insurgents jihadists
    gunmen fighters separatists refugees migrants survivors victims islanders townspeople
    inhabitants colleagues friends associates allies aides advisers advisors congressmen
    senators governors ministers policemen fishermen businessmen spokesmen clergymen
    congresswomen spokeswomen journalists reporters correspondents historians economists
    populists percent majority minority handful plurality
    """.split()
)

#: Those whom a party, a faith or an origin joins. They keep their capital.
KINDRED = frozenset(
    """
    republicans democrats conservatives liberals tories libertarians socialists communists
    nationalists muslims christians jews catholics protestants evangelicals kurds sunnis shiites
    arabs latinos hispanics african-americans europeans asians africans
    """.split()
)

#: People whom a text leaves unnamed on purpose.
UNNAMED = frozenset("source sources insider insiders informant informants".split())

#: The gender that a role shows.
GENDERED_ROLES = {
    "spokesman": "m", "chairman": "m", "businessman": "m", "congressman": "m", "policeman": "m",
    "fisherman": "m", "king": "m", "prince": "m", "man": "m", "boy": "m", "father": "m", "son": "m",
    "brother": "m", "husband": "m", "uncle": "m", "nephew": "m", "grandfather": "m", "widower": "m",
    "boyfriend": "m", "councilman": "m", "salesman": "m", "clergyman": "m", "monk": "m",
    "priest": "m", "pope": "m", "imam": "m", "cleric": "m", "gunman": "m", "militiaman": "m",
    "actor": "m", "waiter": "m", "anchorman": "m", "fireman": "m", "lord": "m", "duke": "m",
    "watchman": "m", "foreman": "m", "gentleman": "m", "guy": "m", "sheikh": "m", "emir": "m",
    "spokeswoman": "f", "chairwoman": "f", "businesswoman": "f", "congresswoman": "f",
    "policewoman": "f", "queen": "f", "princess": "f", "woman": "f", "girl": "f", "mother": "f",
    "daughter": "f", "sister": "f", "wife": "f", "aunt": "f", "niece": "f", "grandmother": "f",
    "widow": "f", "girlfriend": "f", "councilwoman": "f", "nun": "f", "actress": "f",
    "waitress": "f", "anchorwoman": "f", "housewife": "f", "heiress": "f", "lady": "f",
    "duchess": "f", "dame": "f", "baroness": "f",
}  # fmt: skip

#: Words before a role that belong to it and to no body: "former deputy prime minister".
ROLE_MODIFIERS = frozenset(
    """
    former ex deputy vice assistant acting interim chief senior junior prime foreign interior
    defence defense finance health justice home trade energy culture education transport
    agriculture labour labor environment information communications press media military
    political economic general lead leading top special permanent first second third associate
    executive managing founding honorary retired late current new incoming outgoing veteran
    longtime long-time presidential ministerial vice-presidential national federal regional
    provincial local state chief-of-staff attorney solicitor prosecutor secretary under joint co
    principal head official human rights legal security policy science technology sports crown
    republican democratic conservative liberal socialist communist libertarian tory muslim
    christian catholic jewish sunni shia shiite orthodox protestant nonpartisan bipartisan
    majority minority city county district campaign house caretaker supreme public main renowned
    prominent independent self-styled self-proclaimed disgraced jailed exiled ousted deposed
    elected then ranking commanding opposition
    """.split()
)

#: Every word that can be the head of what a person is.
ROLES = OFFICES | OCCUPATIONS | SPOKESPEOPLE | RANKS | frozenset(GENDERED_ROLES)


def singular(noun: str) -> str:
    """A noun for people in the singular, as far as endings show it.

    >>> singular("officials"), singular("secretaries"), singular("spokesmen"), singular("wives")
    ('official', 'secretary', 'spokesman', 'wife')
    >>> singular("boss"), singular("police")
    ('boss', 'police')
    """
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun == "wives":
        return "wife"
    if noun in ("people", "persons"):
        return "person"
    if noun == "children":
        return "child"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun
