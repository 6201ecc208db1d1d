"""Armed groups, and the words that make a body one. Our own general knowledge."""

from __future__ import annotations

from claimgraph.ids import name_key
from claimgraph.text.names import key_of

#: Other names of armed groups, by key, and their full ones. The first is also a name of its own.
_GROUPS = """
Islamic State = ISIS = ISIL = IS = Daesh = Islamic State group = Islamic State of Iraq and Syria =
  Islamic State of Iraq and the Levant = so-called Islamic State
Al-Qaeda = al-Qaida = Al Qaeda = AQ
Taliban = Taleban = Afghan Taliban
Hayat Tahrir al-Sham = HTS = Tahrir al-Sham
al-Nusra Front = Nusra Front = Jabhat al-Nusra = Al Nusra = Jabhat Fateh al-Sham
Houthi movement = Houthis = Houthi = Ansar Allah = Ansarullah = Houthi rebels = Houthi group =
  Houthi rebel group = Houthi militia = Houthi rebel movement
Hezbollah = Hizbollah = Hizbullah
Hamas
Islamic Jihad = Palestinian Islamic Jihad = PIJ
al-Qassam Brigades = Izz ad-Din al-Qassam Brigades = Qassam Brigades
Boko Haram
al-Shabaab = al-Shabab = Al Shabaab
Kurdistan Workers' Party = PKK
People's Protection Units = YPG
Syrian Democratic Forces = SDF
Free Syrian Army = FSA
National Liberation Front = NLF
Ahrar al-Sham
Jaish al-Islam = Jaysh al-Islam
White Army
Lord's Resistance Army = LRA
Revolutionary Armed Forces of Colombia = FARC
National Liberation Army = ELN
Shining Path
Tamil Tigers = LTTE = Liberation Tigers of Tamil Eelam
Irish Republican Army = IRA = Provisional IRA
Real IRA
New IRA
ETA
Ulster Volunteer Force = UVF
Lashkar-e-Taiba = LeT = Lashkar-e-Tayyiba
Jaish-e-Mohammed = JeM
Lashkar-e-Jhangvi
Tehrik-i-Taliban Pakistan = TTP = Pakistani Taliban = Tehreek-e-Taliban Pakistan
Haqqani network = Haqqani Network
Abu Sayyaf
Jemaah Islamiyah
Moro Islamic Liberation Front = MILF
New People's Army = NPA
Kata'ib Hezbollah = Kataib Hezbollah = Kataeb Hezbollah
Popular Mobilisation Forces = Popular Mobilization Forces = PMF = Popular Mobilization Units = PMU =
  Hashd al-Shaabi
Asaib Ahl al-Haq
Badr Organisation = Badr Organization
Mahdi Army
M23 = March 23 Movement
Allied Democratic Forces = ADF
Ansar Dine
AQIM = Al-Qaeda in the Islamic Maghreb = al-Qaida in the Islamic Maghreb
Al-Qaeda in the Arabian Peninsula = AQAP
JNIM = Jama'at Nasr al-Islam wal Muslimin
Tigray People's Liberation Front = TPLF
Oromo Liberation Army = OLA
Rapid Support Forces = RSF
Sudan Liberation Movement
Justice and Equality Movement = JEM
Seleka = Séléka
Anti-balaka = anti-Balaka
Wagner = Wagner Group = Wagner group
Azov Battalion = Azov Regiment
Donetsk People's Republic = DPR
Luhansk People's Republic = LPR
Libyan National Army = LNA
Arakan Army
Karen National Union = KNU
Naxalites
Zapatistas
Contras
Khmer Rouge
Jamaat-ul-Ahrar
East Turkestan Islamic Movement
Polisario Front = Polisario
Balochistan Liberation Army = BLA
Maute group
Fatah al-Islam
Al-Mourabitoun
Ansar al-Sharia
Southern Transitional Council = STC
"""

#: What fighters call their bodies, as last words of a name: "the Black Heron Brigade".
NAME_ENDS = frozenset(
    "brigade brigades front militia rebels fighters insurgents guerrillas battalion army "
    "mujahideen fedayeen martyrs militants separatists jihadists commandos partisans".split()
)
#: With one of these, even an army or a front is no state's and no party's.
_FIGHTING = frozenset("liberation people's peoples resistance revolutionary islamic free".split())

#: Heads of a description of armed people who act as one.
NOUNS = frozenset(
    "militia militias rebels insurgents militants jihadists guerrillas gunmen fighters "
    "separatists rebellion insurgency paramilitaries mujahideen terrorists islamists cartel "
    "warlords attackers extremists".split()
)
#: Words before "group", "alliance", "coalition", "faction", "movement" that make it an armed one.
MODIFIERS = frozenset(
    "rebel insurgent militant jihadist jihadi armed guerrilla terrorist terror extremist islamist "
    "separatist paramilitary militia secessionist".split()
)


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _GROUPS.strip().replace("=\n ", "= ").splitlines():
        own, *others = (part.strip() for part in line.split("="))
        for name in (own, *others):
            table.setdefault(name_key(name), own)
    return table


_NAMES = _table()


def group_name(name: str) -> str | None:
    """The full name of an armed group that is known by this one; ``None`` for any other body.

    >>> group_name("HTS"), group_name("the Houthis"), group_name("NATO")
    ('Hayat Tahrir al-Sham', 'Houthi movement', None)
    """
    return _NAMES.get(key_of(name))


def is_armed_group(name: str) -> bool:
    """Whether a name is an armed group's: one we know, or one that ends as theirs do.

    >>> is_armed_group("Halmar Liberation Front"), is_armed_group("Black Heron Brigade")
    (True, True)
    >>> is_armed_group("National Front"), is_armed_group("British Army")
    (False, False)
    """
    key = key_of(name)
    if key in _NAMES:
        return True
    words = key.split()
    if len(words) < 2 or words[-1] not in NAME_ENDS:
        return False
    if words[-1] in ("army", "front"):
        return not _FIGHTING.isdisjoint(words)
    return True


def first_words() -> frozenset[str]:
    """What the names of known groups begin with, in small letters, as a tokenizer cuts them."""
    return _FIRST_WORDS


_FIRST_WORDS = frozenset(
    part
    for line in _GROUPS.replace("=", "\n").splitlines()
    for word in line.split()[:1]
    for part in (word.lower(), word.lower().split("-")[0], word.lower().replace("\u2019", "'"))
) - {"is", "white", "new", "real", "national", "free", "people", "popular", "so"} | {"so"}
