"""Forms of English verbs, so that a lexicon can be asked by the word as it stands.

The lemmas of a learned model are guesses; whether a word is a form of "deny" is none.
"""

from __future__ import annotations

_VOWELS = "aeiou"
_IRREGULAR = {
    "beat": "beat beaten", "begin": "began begun", "bet": "bet", "bid": "bid bade",
    "blow": "blew blown", "break": "broke broken", "bring": "brought", "cast": "cast",
    "choose": "chose chosen", "cut": "cut", "do": "did done", "draw": "drew drawn",
    "fall": "fell fallen", "feel": "felt", "find": "found", "foresee": "foresaw foreseen",
    "forge": "forged", "forget": "forgot forgotten", "give": "gave given", "go": "went gone",
    "have": "had", "hear": "heard", "hide": "hid hidden", "hit": "hit", "hold": "held",
    "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led", "leave": "left",
    "let": "let", "lie": "lied", "make": "made", "mean": "meant", "meet": "met",
    "mislead": "misled", "put": "put", "read": "read", "say": "said", "see": "saw seen",
    "seek": "sought", "send": "sent", "set": "set", "shoot": "shot", "show": "showed shown",
    "sing": "sang sung", "speak": "spoke spoken", "spread": "spread", "stand": "stood",
    "steal": "stole stolen", "strike": "struck stricken", "strive": "strove striven",
    "swear": "swore sworn", "take": "took taken", "teach": "taught", "tell": "told",
    "think": "thought", "understand": "understood", "undertake": "undertook undertaken",
    "withdraw": "withdrew withdrawn", "withhold": "withheld", "write": "wrote written",
}  # fmt: skip
#: Verbs of more than one syllable that double their last letter all the same.
_DOUBLING = frozenset(
    "admit commit rebut refer prefer omit permit submit concur plot quip regret".split()
)
#: Verbs that Britons double and Americans do not.
_BOTH = frozenset("signal label counsel extol".split())


def verb_forms(verb: str) -> frozenset[str]:
    """The base form, and the forms in -s, -ed and -ing.

    >>> sorted(verb_forms("say"))
    ['said', 'say', 'saying', 'says']
    >>> sorted(verb_forms("admit"))
    ['admit', 'admits', 'admitted', 'admitting']
    """
    past = _IRREGULAR.get(verb, "").split() or [_with(verb, "ed")]
    forms = (verb, _third(verb), _with(verb, "ing"), *past)
    if verb in _BOTH:
        return frozenset((*forms, f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"))
    return frozenset(forms)


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{verb}es"
    return f"{verb}s"


def _with(verb: str, ending: str) -> str:
    if verb.endswith("ie") and ending == "ing":
        return f"{verb[:-2]}ying"
    if verb.endswith("ee") and ending == "ed":
        return f"{verb}d"
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}{ending}"
    if verb.endswith("y") and verb[-2] not in _VOWELS and ending == "ed":
        return f"{verb[:-1]}ied"
    if _doubles(verb):
        return f"{verb}{verb[-1]}{ending}"
    return f"{verb}{ending}"


def _doubles(verb: str) -> bool:
    if verb in _DOUBLING:
        return True
    if len(verb) < 3 or verb[-1] in _VOWELS or verb[-1] in "wxy":
        return False
    one_vowel = verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return one_vowel and sum(letter in _VOWELS for letter in verb) == 1
