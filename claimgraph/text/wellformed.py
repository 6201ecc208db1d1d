"""Whether a question that was made of a claim is one that a person would ask.

Claims are cut from running text, and some are cut badly. What is checked is what the words alone
show: that somebody or something is asked about, that its number and its verb agree, that no verb
stands twice, and that nothing hangs loose at the end.
"""

from __future__ import annotations

import re
from itertools import pairwise

from claimgraph.text.clauses import Clause
from claimgraph.text.conjugation import bases_of_irregular, participle, past, third_person
from claimgraph.text.nouns import GRAMMAR, VERBS, is_plural
from claimgraph.text.titles import ROLES, singular

_MODALS = frozenset("can could may might must shall should will would".split())
_SINGULAR = frozenset("is was has does".split())
_PLURAL = frozenset("are were have do".split())
_FINITE = _MODALS | _SINGULAR | _PLURAL | frozenset("did had".split())
_BE = frozenset("am are be been being is was were".split())
_HAVE = frozenset("had has have having".split())
_DO = frozenset("do does did".split())

#: What no subject begins with: who is only pointed at, and words that begin something else.
_NO_BEGINNING = frozenset(
    """
    i we you he she it they them us this that these my our your his her its their himself both
    others who whoever whom whose which what how when where why whether if there here now then as
    by at in on of for to from with without after before because although though while since
    among amid despite until unless like than and or but so not please also even just hence thus
    however yet still never maybe perhaps well yes only be been being hopefully
    """.split()
)
_ARTICLES = frozenset("a an the any every each no some one another either neither".split())
_PARTISANS = frozenset("democrat republican voter".split())
_THOSE = frozenset("who whose with over under in from of on at without".split())
_RELATIVE = frozenset("who that which whose whom where".split())
#: Forms that are hardly anything but verbs.
_SURELY_VERBS = (
    (VERBS - frozenset("face look march need show stay use want work visit move claim".split()))
    - frozenset("found left leaving given known used made running fighting living held run".split())
    - frozenset("including regarding concerning according called let try return like".split())
) | frozenset("thought likes adds added argued argues insists insisted thinks tells feels".split())
#: Nouns that take either number.
_EITHER = frozenset(
    """
    media data staff majority minority number couple handful none some all most more half percent
    rest any lot press crew series species headquarters third quarter plurality
    """.split()
)
_MANY = frozenset("many several few both dozens hundreds thousands millions scores".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_BOUNDS = frozenset("about around nearly almost more less fewer over under at least than".split())
#: What no sentence ends with.
_LOOSE = frozenset(
    """
    a an the and or but nor of to for with by from as than that who which whom whose what how when
    while because if so is are was were be been being am has have had will would can could should
    may might must do does did his her their its my our your into among between during per at
    like very more most less only not about toward towards upon whether where why until unless
    since although though despite without including such being each every these those this any in
    on trying saying asking
    """.split()
)
_BEFORE_THAT = frozenset("say do know about with of like for after".split())
_SELF = re.compile(
    r"\b(?:I|[Ww]e|us|[Oo]urs?|[Yy]ou|[Yy]ours?|me|[Mm]y|ourselves|yourself|myself)\b"
)
_BROKEN = re.compile(r"[:;…\[\]{}|*]|\.\.|--| [–—-] | [,.!]|,,|\b(\w+) \1\b|, any\b|\bof who\b")
_CONTRACTED = re.compile(r"(?:['’](?:m|re|ll|ve|d)|n['’]t)\b", re.IGNORECASE)
#: What a conjunction joins to the verb.
_JOINED = re.compile(r"(?:^|\s)(?:and|or|but)\s+([a-z]+)")
#: "Trump wishes Cruz": a verb between names.
_VERB_OF_NAMES = re.compile(r"\b[A-Z][\w.-]* ([a-z]+[^s]s) (?=[A-Z])")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’]|['’])$")
_IRREGULAR_PASTS = frozenset(past(base) for base in bases_of_irregular() if past(base) != base)
#: A second main clause behind a comma: "run, Trump would love it".
_SPLICED = re.compile(
    r", (?!(?:and|or|but|as|when|while|because|although|though|since|before|after|until|which|who"
    r"|where|if|that|whom|whose|unless)\b)(?:[\w’'.-]+ ){1,3}(?:is|are|was|were|has|had|will|would"
    r"|can|could|does|did|should)\b"
)


def reads_well(question: str) -> bool:
    """Whether the words of a question hang together.

    >>> reads_well("How many people were killed in Kabul?")
    True
    >>> reads_well("Did Rubio bemoan the climate in the?"), reads_well("Will we fight back?")
    (False, False)
    """
    text = question.rstrip("?").strip()
    words = text.split()
    if len(words) < 3 or _SELF.search(text) or _BROKEN.search(text) or _SPLICED.search(text):
        return False
    if text.count("(") != text.count(")") or text.count("‘") > text.count("’"):
        return False
    last = words[-1].strip("'’,")
    if last == "that" and words[-2] in _BEFORE_THAT:
        return True  # "Did Trump ever say that?"
    return last not in _LOOSE and not words[-1].endswith(("’s", "'s"))


def is_sound(clause: Clause) -> bool:
    """Whether a clause can be turned into a question: somebody, and a verb that fits.

    >>> from claimgraph.text.clauses import clause_of
    >>> is_sound(clause_of("the plane crashed near Aleppo", "crash"))
    True
    >>> is_sound(clause_of("more than 1,200 Clinton emails classified", "email"))
    False
    """
    return (
        can_be_subject(clause.subject.removesuffix(" never"))
        and agrees(clause.subject, clause.finite)
        and _verbs_fit(clause)
        and _goes_on(clause)
    )


def can_be_subject(subject: str) -> bool:
    """Whether words name somebody or something that can be asked about.

    >>> can_be_subject("the Sanders campaign"), can_be_subject("those who fled")
    (True, True)
    >>> can_be_subject("to toss whole chunks"), can_be_subject("we"), can_be_subject("anyone's")
    (False, False, False)
    """
    words = subject.split()
    if not words or _BROKEN.search(subject) or _CONTRACTED.search(subject):
        return False
    if _SELF.search(subject) or subject.endswith(","):
        return False
    low = [word.lower().strip("‘’'\",") for word in words]
    if low[0] in _NO_BEGINNING | _FINITE or _POSSESSIVE.search(words[-1]):
        return False
    if low[0] == "those" and (len(low) == 1 or low[1] not in _THOSE):
        return False
    if words[-1] in GRAMMAR and low[-1] not in _MANY | _EITHER | {"those"}:
        return len(low) == 1 and low[0] in {"anyone", "nobody"}
    if _is_bare_role(words, low):
        return False
    if subject.count(", ") == 1 and not re.search(r",.* (?:and|or) |, (?:and|or) ", subject):
        return False
    if any(singular(match[1]) not in ROLES for match in _VERB_OF_NAMES.finditer(subject)):
        return False
    if _RELATIVE.isdisjoint(low):
        verbs = [word for word in words if word in _SURELY_VERBS or word in _FINITE]
        return not verbs
    behind = words[next(n for n, word in enumerate(low) if word in _RELATIVE) + 1 :]
    return any(word[:1].islower() for word in behind)  # "those who", "Clinton that Clinton"


def _is_bare_role(words: list[str], low: list[str]) -> bool:
    """Whether a subject is one person by a role, without an article: "Texas voter", "Democrat"."""
    if low[0] in _ARTICLES or any(_POSSESSIVE.search(word) for word in words):
        return False
    return low[-1] in _PARTISANS or (words[-1] in ROLES and not is_plural(low[-1]))


def agrees(subject: str, finite: str) -> bool:
    """Whether the number of a subject is that of a verb: "do" takes several.

    >>> agrees("Crooked Hillary", "does"), agrees("the local lean", "do"), agrees("voters", "are")
    (True, False, True)
    """
    if finite not in _SINGULAR | _PLURAL:
        return True
    one, several = _number(subject)
    return one if finite in _SINGULAR else several


def _number(subject: str) -> tuple[bool, bool]:
    """Whether a subject may be one, and whether it may be several."""
    words = [word.strip("‘’'\",") for word in subject.split()]
    low = [word.lower() for word in words]
    end = next((n for n, w in enumerate(low) if n and _ends_head(w)), len(low))
    if "and" in low[:end] or (end < len(low) and low[end] == "and"):
        return False, True
    start = next((n for n, word in enumerate(low[:end]) if word not in _BOUNDS), 0)
    if low[start] in _MANY | _NUMBERS or (low[start][:1].isdigit() and low[start] != "1"):
        return low[end - 1] in _EITHER or low[start][-1:] in "%", True
    head, written = low[end - 1], words[end - 1]
    if low[0] in ("some", "most", "all", "more", "half", "any", "no") or head in _EITHER:
        return True, True
    if written[:1].isupper() and head.endswith("s"):
        return True, True  # Sanders, the Democrats
    if "or" in low[end : end + 1]:
        return True, True
    return (False, True) if is_plural(head) else (True, head == "those")


def _ends_head(word: str) -> bool:
    return (word in GRAMMAR and word not in ("all", "no", "more", "than", "at")) or word in (
        "given",
        "including",
        "according",
    )


def _verbs_fit(clause: Clause) -> bool:
    """Whether each verb has the form that the one before it asks for."""
    if clause.finite not in _FINITE:
        return False
    lemma = clause.lemma
    chain = (*clause.auxiliaries, clause.verb)
    for before, word in pairwise(chain):
        last = word == clause.verb
        if before in _MODALS | _DO | {"to"}:
            fits = word in ("be", "have") or (last and word == lemma)
        elif before in _HAVE:
            fits = word in ("been", "to", "had") or (last and word == participle(lemma))
        elif before in _BE:
            fits = word in ("being", "to") or (last and _follows_be(word, lemma))
        else:
            fits = False
        if not fits:
            return False
    return True


def _follows_be(word: str, lemma: str) -> bool:
    return word.endswith("ing") or word == participle(lemma)


def _goes_on(clause: Clause) -> bool:
    """Whether what comes behind the verb can stand there."""
    rest = clause.rest.split()
    plain = not clause.auxiliaries
    if not rest:
        # "Democratic race" is no sentence, "the plane crashed" is one.
        return not plain or (
            clause.lemma not in ("be", "have") and clause.verb == past(clause.lemma)
        )
    first = rest[0].lower()
    if first in _FINITE and first not in ("do", "can"):
        return False
    if (
        plain
        and clause.lemma != "be"
        and any(is_past(each) for each in _JOINED.findall(clause.rest))
    ):
        return False  # "Did she receive it and accepted it"
    now = clause.verb in (clause.lemma, third_person(clause.lemma))
    if plain and clause.lemma != "be" and now and clause.verb != past(clause.lemma):
        return first not in ("of", "and", "or", "s", "’s") and not is_past(rest[0])
    return first not in ("of", ",")


def is_past(word: str) -> bool:
    """Whether a word looks like a verb in the past: "emails classified".

    >>> is_past("classified"), is_past("won"), is_past("emails")
    (True, True, False)
    """
    if word in _SURELY_VERBS or (word.endswith("ed") and len(word) > 4):
        return True
    return word in _IRREGULAR_PASTS
