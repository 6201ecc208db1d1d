"""Where names end that the network joins or cuts against what every reader knows.

"Fayetteville AR" is a town and a state, "Prime Minister" no part of a name, and '"Orr, Ann"' in
the head of an e-mail one person.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.reading.encoder.known_names import known_names
from claimgraph.reading.encoder.links import Range
from claimgraph.text.given_names import gender_of
from claimgraph.text.states import state_sense
from claimgraph.text.titles import OFFICES

_PROVINCES = frozenset(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii
    idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
    tennessee texas utah vermont virginia washington wisconsin wyoming
    alberta manitoba ontario quebec saskatchewan queensland tasmania victoria
    england scotland wales
    """.split()
)
_LONG_PROVINCES = frozenset(
    (
        *(("new", each) for each in ("hampshire", "jersey", "mexico", "york")),
        *((way, each) for way in ("north", "south") for each in ("carolina", "dakota")),
        ("rhode", "island"),
        ("west", "virginia"),
        ("british", "columbia"),
        ("nova", "scotia"),
        ("northern", "ireland"),
    )
)
_SHORT_PROVINCES = frozenset(
    """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY
    NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC D.C. D.C
    AB BC MB NB NL NS ON PE QC SK NSW QLD UK U.K. USA U.S.A.
    Ala. Ariz. Ark. Calif. Calif Colo. Conn. Del. Fla. Fla Ga. Ill. Ind. Kan. Ky. La. Md. Mass.
    Mich. Minn. Miss. Mo. Mont. Neb. Nev. N.C. N.D. N.H. N.J. N.M. N.Y. Okla. Ore. Pa. R.I. S.C.
    S.D. Tenn. Tex. Va. Vt. Wash. Wis. Wyo. Ont. Que.
    """.split()
)
_OF_THE_WHOLE = frozenset(
    """
    central coastal continental downtown east eastern greater inland inner lower mainland mid middle
    midwest new north northeast northeastern northern northwest northwestern old outer rural south
    southeast southeastern southern southwest southwestern uptown upper upstate west western
    lake mount mt mt. fort ft. camp hotel port cape bay gulf river little democratic republic state
    kingdom commonwealth province baja equatorial papua saint st. san santa los las the
    ancient colonial communist free imperial islamic mandatory metropolitan miss modern nazi
    occupied ottoman red roman soviet team united vichy weimar
    al and at de el for in la le of on to & / - – , . ' ’ " 's ’s
    """.split()
)
"""Words before which a state's name is part of a longer one: "northern Iraq", "Lake Michigan"."""
_LEFT_OUT = OFFICES - frozenset("captain dean king pope prince queen sultan".split())
_OF_GENERALS = frozenset(
    "Attorney Auditor Director Governor Inspector Secretary Solicitor Surgeon".split()
)
_KINDS_OF_PLACES = frozenset("city district island province region state town village".split())
_PARTS = frozenset("central downtown eastern northern southern western".split())
_KINDS_OF_BODIES = frozenset(
    "company corporation firm group newspaper restaurant store team website".split()
)
_FORMS = frozenset("co corp inc ltd pvt".split())
_SO_CALLED = frozenset(
    """
    Ahmed Ali Boutros Hassan Hussein Ibrahim Khalil Mahmoud Mohamed Mohammed Nasser Omar Sirhan
    """.split()
)
"""Given names that are surnames, too: Hassan Hassan is one person."""
_MARKS = frozenset('"“”')
_NO_END = frozenset("([{<,;:-–—“‘")

Name = tuple[Range, str]
"""Words and their kind: PER, ORG, LOC."""


def mend_edges(texts: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Names in order, with places beside their states and persons without their offices.

    Args:
        texts: The words.
        names: What the network takes for names, in order.

    Example:
        >>> mend_edges("She left Hull Ontario .".split(), [((2, 4), "LOC")])
        [((2, 3), 'LOC'), ((3, 4), 'LOC')]
        >>> mend_edges("They met in Northern Ireland .".split(), [((3, 5), "LOC")])
        [((3, 5), 'LOC')]
        >>> mend_edges("met Prime Minister Orr".split(), [((1, 4), "PER")])
        [((3, 4), 'PER')]
        >>> mend_edges("US Secretary of State Ann Orr".split(), [((0, 6), "PER")])
        [((0, 1), 'LOC'), ((4, 6), 'PER')]
    """
    found: list[Name] = []
    for number, ((start, end), kind) in enumerate(names):
        past = names[number + 1][0][0] if number + 1 < len(names) else len(texts)
        while end - start > 1 and texts[end - 1] in _NO_END:
            end -= 1
        start, end = _without_description(texts, start, end, kind)
        if kind == "ORG" and end < past and _is_cut_short(texts, end):
            end += 1
        before = found[-1][0][1] if found else 0
        if kind != "PER" and before < start and _has_article(texts, start):
            start -= 1
        if kind == "LOC":
            *others, (start, end) = _places(texts, start, end)
            found += ((place, kind) for place in others)
        elif kind == "PER":
            beside, start = _who_is_named(texts, start, end)
            found += beside
            if start == end:
                continue  # "the US Secretary", who is not named
            if _is_called_twice(texts, start, end):
                found.append(((start, start + 1), kind))  # "Ann Ann Orr": signed, and named
                start += 1
            elif found and found[-1][1] == "PER" and _is_turned(texts, found[-1][0], (start, end)):
                start = found.pop()[0][0]
        found.append(((start, end), kind))
    return found


def _places(texts: Sequence[str], start: int, end: int) -> list[Range]:
    """The places of "Hull, Ontario", which stand side by side."""
    found = []
    for place in range(start + 1, end - 1):
        if texts[place] == "," and place > start:
            found.append((start, place))
            start = place + 1
    state = _where_its_state_begins(texts, start, end)
    if state is not None:
        found.append((start, state))
        start = state
    found.append((start, end))
    return found


def _where_its_state_begins(texts: Sequence[str], start: int, end: int) -> int | None:
    """Where in "Fayetteville AR" the state begins; ``None`` where there is one place only."""
    for place in range(max(start + 1, end - 3), end):
        before = texts[place - 1]
        sense = state_sense(before.title())
        if before.lower() in _OF_THE_WHOLE or (sense is not None and sense.way == "adjective"):
            continue
        if _is_state(texts[place:end]):
            return place
    return None


def _is_state(words: Sequence[str]) -> bool:
    lower = tuple(word.lower() for word in words)
    if len(words) == 1:
        word = words[0]
        if lower[0] in _PROVINCES or word in _SHORT_PROVINCES:
            return True
        if word.upper() in _SHORT_PROVINCES and len(word) == 2 and word[0].isupper():
            return True
    elif lower in _LONG_PROVINCES:
        return True
    sense = state_sense(" ".join(words).title())
    return sense is not None and sense.way == "name"


def _who_is_named(texts: Sequence[str], start: int, end: int) -> tuple[list[Name], int]:
    """What is named before a person, and where the person's own name begins: at ``end`` if nowhere.

    As in "Ohio Governor Ann Orr", "the US Secretary".
    """
    begins = _behind_offices(texts, *_behind_what_is_led(texts, start, end))
    if begins == start and texts[end - 1].lower() in _LEFT_OUT:
        before = _names_before(texts, start, end - 1)
        return before, end if before else start
    return _names_before(texts, start, begins), begins


def _behind_offices(texts: Sequence[str], start: int, end: int) -> int:
    """Where a person's name begins: an office before it is none of it.

    As in "Prime Minister Orr", "UN Under-Secretary-General Ann Orr", "Minister of Trade Ann Orr".
    """
    for place in range(end - 2, start - 1, -1):
        if texts[place].lower() in _LEFT_OUT or _is_general(texts, start, place):
            begins = _behind_office(texts, place + 1, end)
            is_name = begins < end and texts[begins][:1].isupper()
            return begins if is_name and not _is_named(texts, start, place) else start
    return start


def _names_before(texts: Sequence[str], start: int, end: int) -> list[Name]:
    """States and bodies that are named with an office: "Ohio Governor", "UN Secretary-General"."""
    if start < end and _is_state(texts[start : start + 1]):
        return [((start, start + 1), "LOC")]
    if start < end and _is_acronym(texts, start):
        return [((start, start + 1), "ORG")]
    known = known_names(texts[start:end])
    return [((start + first, start + past), kind) for (first, past), kind in known]


def _is_acronym(texts: Sequence[str], place: int) -> bool:
    """Whether a word is capitals alone among words that are not: "FBI Director"."""
    word = texts[place]
    if len(word) < 3 or not word.isalpha() or not word.isupper() or word.lower() in _LEFT_OUT:
        return False
    return place + 1 < len(texts) and not texts[place + 1].isupper()


def _behind_what_is_led(texts: Sequence[str], start: int, end: int) -> Range:
    """A person's name without the place or body that stands before it: "mayor of Kyiv Ann Orr"."""
    if "of" not in texts[max(start - 2, 0) : start]:
        return start, end
    if end - start > 2 and _is_acronym(texts, start):
        return start + 1, end
    for (first, past), _ in known_names(texts[start : end - 1]):
        if first == 0 and gender_of(texts[start + past]):
            return start + past, end
    return start, end


def _behind_office(texts: Sequence[str], place: int, end: int) -> int:
    """Behind "-General", "of State" and "for Syria", which go on with the office before ``place``.

    ``end`` where no name follows: "Minister of Foreign Affairs".
    """
    if texts[place] == "-" and place + 2 < end:
        place += 2
    if texts[place : place + 1] not in (["of"], ["for"]):
        return place
    place += 3 if texts[place + 1 : place + 2] == ["the"] else 2
    given = (at for at in range(place, end - 1) if gender_of(texts[at]))
    return next(given, place if end - place > 1 or texts[place - 1] == "State" else end)


def _is_general(texts: Sequence[str], start: int, place: int) -> bool:
    """Whether a word is the second of "Attorney General", and no rank."""
    return place > start and texts[place] == "General" and texts[place - 1] in _OF_GENERALS


def _is_named(texts: Sequence[str], start: int, office: int) -> bool:
    """Whether what stands before is a name, and the office a surname: "Ann Bishop Orr"."""
    return start < office and bool(gender_of(texts[start]))


def _without_description(texts: Sequence[str], start: int, end: int, kind: str) -> Range:
    """What is said of a place or a body in small letters is no part of its name.

    As in "the city of Hull", "southern Iraq", "the Verizon store".
    """
    if kind == "LOC":
        if texts[start] in _KINDS_OF_PLACES and texts[start + 1 : start + 2] == ["of"]:
            return (start + 2, end) if start + 2 < end else (start, end)
        if texts[start] in _PARTS and start + 1 < end:
            return start + 1, end
    elif kind == "ORG" and texts[end - 1] in _KINDS_OF_BODIES and start + 1 < end:
        return start, end - 1
    return start, end


def _has_article(texts: Sequence[str], start: int) -> bool:
    """Whether "The" before a name has a capital of its own: "in The Hague"."""
    if start < 2 or texts[start - 1] != "The":
        return False
    return texts[start - 2][:1].islower() or texts[start - 2] == ","


def _is_cut_short(texts: Sequence[str], end: int) -> bool:
    """Whether the full stop of "Acme LTD." was parted from it, inside a sentence."""
    if texts[end - 1].lower() not in _FORMS or texts[end] != "." or end + 1 == len(texts):
        return False
    behind = texts[end + 1]
    return behind[:1].islower() or behind in (",", ";", ")")


def _is_called_twice(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether a given name stands twice, at the end of one message and in the head of the next."""
    first = texts[start]
    if not 1 < end - start < 4 or first != texts[start + 1] or first in _SO_CALLED:
        return False
    return end - start == 3 or bool(gender_of(first))


def _is_turned(texts: Sequence[str], before: Range, behind: Range) -> bool:
    """As in '"Orr, Ann"': a surname and a given name between quotation marks."""
    (first, comma), (given, last) = before, behind
    if comma - first != 1 or given != comma + 1 or texts[comma] != "," or last - given > 2:
        return False
    around = (*texts[max(first - 1, 0) : first], *texts[last : last + 1])
    return len(around) == 2 and _MARKS.issuperset(around)
