"""The base form of an English verb from the form that stands in the text.

Spelling decides nearly always: no verb ends in -v or -dg, so "involved" is from "involve". What it
leaves open stands in short lists. The order of the rules follows Minnen, Carroll and Pearce 2001
(Applied morphological processing of English); the lists are ours.
"""

from __future__ import annotations

from functools import lru_cache

from claimgraph.text.conjugation import bases_of_irregular, irregular_forms

__all__ = ["bases_of_irregular", "irregular_forms", "verb_lemma"]

_VOWELS = frozenset("aeiou")
_SPECIAL = {
    "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "'s": "be", "’s": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ve": "have",
    "’ve": "have", "has": "have", "had": "have", "having": "have", "does": "do", "goes": "go",
    "dying": "die", "lying": "lie", "tying": "tie", "vying": "vie", "died": "die",
    "lied": "lie", "tied": "tie", "vied": "vie", "dies": "die", "lies": "lie", "ties": "tie",
    "vies": "vie", "untied": "untie", "belied": "belie", "gases": "gas", "focuses": "focus",
    "left": "leave", "found": "find", "felt": "feel", "wound": "wind", "saw": "see",
    "bore": "bear", "shone": "shine", "ached": "ache", "aching": "ache", "cached": "cache",
    "hoed": "hoe", "dyed": "dye", "eyed": "eye", "queued": "queue", "axed": "axe",
    "axing": "axe", "lit": "light", "sped": "speed", "led": "lead", "pled": "plead",
    "gotten": "get", "proven": "prove", "shaven": "shave", "borne": "bear", "bid": "bid",
    "spat": "spit", "leapt": "leap", "learnt": "learn", "burnt": "burn", "dreamt": "dream",
    "knelt": "kneel", "slain": "slay", "slew": "slay", "sworn": "swear", "ceased": "cease",
    "stymied": "stymie", "canoed": "canoe", "singed": "singe", "singeing": "singe",
    "created": "create", "creating": "create", "picnicked": "picnic", "panicked": "panic",
    "mimicked": "mimic", "trafficked": "traffic", "trafficking": "traffic",
    "panicking": "panic", "frolicked": "frolic", "biased": "bias", "focused": "focus",
    "focusing": "focus", "bussed": "bus", "gassed": "gas", "born": "bear", "sued": "sue",
    "suing": "sue", "freed": "free", "using": "use", "used": "use", "aged": "age",
    "aging": "age", "ageing": "age", "underlying": "underlie", "gassing": "gas",
    "quizzed": "quiz", "waltzed": "waltz", "blitzed": "blitz", "added": "add", "adding": "add",
    "boycotted": "boycott", "boycotting": "boycott", "egged": "egg", "erred": "err",
    "erring": "err", "putting": "put", "buzzed": "buzz", "hunted": "hunt", "gon": "go",
}  # fmt: skip

#: Stems, after -ed or -ing is cut, whose ending says "no e" and that have one all the same.
_WITH_E = frozenset(
    """
    adher ag argu arrang aton attun aveng baptis bath becom bereav breath challeng chang cit
    cleav clon cloth com compet complet condon contraven conven cre cring delet delineat deplet
    derang dethron estrang exchang excit excret exhal expedit extradit fin-tun glu guid hast
    heav hing hom hon hygien ignit immun impal incit infring inhal interced interfer interven
    invit leav loath loung massacr misguid nauseat overcom owe past permeat persever phon plung
    postpon precip procreat prun rang recit recreat rescu reunit reveng scal scath scroung seced
    secret seeth sooth spong stat ston tast teeth telephon ting ton tun uncloth unit wast weav
    welcom wreath zon
    """.split()
)
#: Stems whose ending says "e" and that have none.
_WITHOUT_E = frozenset(
    """
    accustom anchor appeal armor author ballot bias blossom bottom boycott broil canvas catalog
    caucus censor channel clamor color colour combat credit custom debut develop devil diagram
    dial discus doctor elicit embargo endeavor envelop equal error evil exit factor fathom favor
    favour flavor focus format gallop gossip harbor harbour honor honour humor humour imperil
    initial journal labor labour minor mirror monitor motor murmur neighbor neighbour parlor
    pencil pilot pivot proctor program ransom riot rival rumor rumour savor signal sponsor
    stencil surplus tailor telegram total trial tutor vapor vector victor visit wallop worship
    """.split()
)
_DOUBLED = frozenset("bdgmnprtkv")
_UNDOUBLED_L = frozenset(
    """
    annull appall bedevill cancell channell compell controll counsell dispell distill duell
    enroll equall excell expell extoll fuell fulfill impell initiall instill labell levell
    marshall modell parcell patroll propell quarrell rebell repell rivall shovell signall
    snivell spirall totall travell tunnell unravell
    """.split()
)


@lru_cache(maxsize=16384)
def verb_lemma(word: str, tag: str) -> str:
    """The base form of a verb.

    Args:
        word: The form in the text, in small letters.
        tag: Its Penn tag: "VBD", "VBG".

    >>> [verb_lemma(word, "VBD") for word in ("praised", "dropped", "signed", "shot", "denied")]
    ['praise', 'drop', 'sign', 'shoot', 'deny']
    >>> verb_lemma("withholding", "VBG"), verb_lemma("accuses", "VBZ"), verb_lemma("bridges", "VBZ")
    ('withhold', 'accuse', 'bridge')
    """
    if tag in ("VB", "VBP") and word not in _SPECIAL:
        return word
    known = _SPECIAL.get(word) or irregular_forms().get(word)
    if known and not (tag == "VBG" and word == known):
        return known
    # The ending decides, not the tag, which is a guess: "reports" is no past tense.
    if word.endswith("ed") and len(word) > 3:
        if word.endswith("ied"):
            return word[:-3] + "y"
        return word[:-1] if word.endswith("eed") else _restored(word[:-2])
    if word.endswith("ing") and len(word) > 4:
        return _from_gerund(word[:-3])
    return _from_third(word) if word.endswith("s") and tag != "VBN" else word


def _from_gerund(stem: str) -> str:
    for base in (stem + "e", stem, stem[:-1] if stem[-1:] == stem[-2:-1] else ""):
        if base in bases_of_irregular():
            return base
    return _restored(stem)


def _from_third(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) and not word.endswith("aches"):
        return word[:-2]
    if word.endswith("ches") or (word.endswith("s") and not word.endswith("ss")):
        return word[:-2] if word.endswith("ches") else word[:-1]
    return word


def _restored(stem: str) -> str:
    """A stem with the silent e that -ed or -ing has swallowed, or without a doubled letter."""
    if stem in _WITH_E:
        return stem + "e"
    if stem in _WITHOUT_E or len(stem) < 2:
        return stem
    last, before = stem[-1], stem[-2]
    if last == before:
        if (last in _DOUBLED and len(stem) > 3) or stem in _UNDOUBLED_L:
            return stem[:-1]
        return stem
    if _wants_e(stem, last, before):
        return stem + "e"
    return stem


def _wants_e(stem: str, last: str, before: str) -> bool:
    """Whether a verb of this spelling ends in a silent e."""
    prefix = stem.removeprefix("re").removeprefix("un").removeprefix("mis").removeprefix("over")
    if prefix in _WITH_E and len(prefix) > 2:
        return True
    vowel = before in _VOWELS
    two = vowel and len(stem) > 2 and stem[-3] in _VOWELS and stem[-3:-1] not in ("ua", "ia", "io")
    if last in "vcu":
        return True
    if last == "z":
        return (vowel and not stem.endswith("quiz")) or before in "nry"
    if last == "s":
        return before not in "s" and not stem.endswith(("ocus", "ucus", "ias"))
    if last == "g":
        return vowel or before in "drl"
    if last == "l":
        if not vowel:
            return before not in "rwl"
        return (not two and before in "iuo") or (before == "a" and len(stem) < 5 and not two)
    if not vowel:
        return False
    if two and not (stem[-3:-1] == "ui" and last in "dr"):
        quo = stem[-4:-1] in ("quo", "qui")
        if not quo:
            return False
    if last == "r":
        return before in "aiou"
    if last == "t":
        return before in "aou"
    if last == "n":
        return before == "i"
    if last == "m":
        return True
    if last == "d":
        return before != "e" or stem.endswith(("ced", "ped", "sed"))
    if last == "p":
        return before in "aioy"
    if last == "k":
        return True
    if last == "b":
        return before in "io"
    return False
