"""Whether a claim tells how things are, so that another one can be held against it.

What the reader cut out of a sentence without a verb, what only names what was said ("accusations
that …"), what somebody would have to do, and what holds of nobody in comparison tells nothing that
another claim could deny.
"""

from __future__ import annotations

import re

from claimgraph.compare.falsity import FALSE, SAYINGS, TURNING_DOWN
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.terms import stem, stems, tokens
from claimgraph.vocabulary import Stance

#: What is wanted, needed or hoped for is not told to be so.
_WANTED = re.compile(
    r"\b(?:ha[ds]|have|having|needs?|needed)\s+to\b(?!\s+do\s+with)|\bhopefully\b"
    r"|\b(?:wants?|wanted|hopes?|hoped|wishes|wished|likely|working|trying|aim(?:s|ed|ing)?"
    r"|seek(?:s|ing)?|sought|struggling|struggled)\s+to\b|\b(?:as|so)\s+long\s+as\b"
    r"|\bwould\s+(?:have|give)\b|\b(?:is|are|was|were)\s+to\s+(?!be\s+blame|blame)[a-z]",
    re.IGNORECASE,
)
#: "Orm not to back the treaty": what was told is cut off.
_NOT_TO_DO = re.compile(
    r"(?:[\w’'-]+\s+){0,3}?(?!(?:is|are|was|were|be|been)\b)[\w’'-]+\s+not\s+(?:[\w-]+\s+)?to\s+"
    r"([a-z]+)"
)
_NEGATION = re.compile(
    r"\b(?:not|never|cannot|nobody|none|neither|nor|without)\b"
    r"|\bno\b(?!\s+(?:doubt|matter|wonder|less|fewer|more)\b)"
    r"|\w(?:n[’']t)\b",
    re.IGNORECASE,
)
_IT_IS_FALSE_THAT = re.compile(
    r"it\s+(?:is|was|isn[’']t|wasn[’']t)\s+(?:(?:just|simply|also)\s+)?(?:(?:not\s+)?(?:true|accurate|correct)"
    r"|false|untrue|wrong)\s+that\b",
    re.IGNORECASE,
)
#: No sentence begins so: what stood before was lost.
_CUT_OFF = frozenset(
    "and are but can could had has have is of or than to was were which who whom whose will would"
    " with".split()
)
_OF_THE_PAGE = re.compile(
    r"^(?:this|the)\s+(?:article|blog|column|copy|headline|item|page|piece|post|report|story|video)"
    r"\s+(?:has|have|had|was|is|will)\s+(?:been\s+|be\s+)?(?:amended|changed|clarified|corrected"
    r"|edited|modified|originally|republished|updated)\b|=[\"'“”]",
    re.IGNORECASE,
)
#: Cues of those who would like it to be so, or would not.
_WISHING = stems(
    "afraid eager fear hesitant hesitate hope hoping reluctant unwilling want wish willing"
)
#: Verbs by which somebody says what a thing is.
_CALLING = stems("brand call decry denounce describe dismiss label")
#: What "you" do is done by nobody in particular.
_ANYBODY = frozenset(("one", "you"))
_THERE = frozenset(("there", "it", "they", "he", "she", "we", "i"))


@once_for_each
def is_told(gist: Gist) -> bool:
    """Whether it is a sentence about how things are."""
    claim = gist.statement.claim
    if not claim.predicate or _WANTED.search(claim.text) or is_of_the_page(gist):
        return False
    cues = (token.stem for cue in gist.statement.attribution.cue for token in tokens(cue.text))
    if not _WISHING.isdisjoint(cues):
        return False
    if (cut := _NOT_TO_DO.match(claim.text)) and stem(cut[1]) in gist.predicate:
        return False
    words = gist.words
    if not words or (words[0].stem in SAYINGS and not gist.taken_back and not gist.is_about_truth):
        return False
    if words[0].text.lower() in _CUT_OFF | _ANYBODY:
        return False
    return bool(claim.participants) or words[0].text.lower() in _THERE


@once_for_each
def is_of_the_page(gist: Gist) -> bool:
    """Whether it is about the article itself, or what a program has left in it."""
    return _OF_THE_PAGE.search(gist.statement.claim.text) is not None


def has_negation(gist: Gist, but: str = "") -> bool:
    """Whether some of its words deny something, whichever it is.

    Args:
        gist: Of the claim.
        but: Words of it that are known: "no longer needed".
    """
    return bool(_NEGATION.search(gist.statement.claim.text.replace(but, "")))


def is_of_being_there(gist: Gist) -> bool:
    """Whether it says that there is something, or nothing: "there was no material"."""
    return bool(gist.words) and gist.words[0].text.lower() == "there"


@once_for_each
def is_called_false(gist: Gist) -> bool:
    """Whether falsehood is what the claim says, and not a word on the way to it: an editorial on a
    "fiction-filled campaign" that somebody reprints.
    """
    if gist.statement.claim.stance is Stance.DENIES:
        return True
    predicate = gist.predicate
    if _IT_IS_FALSE_THAT.match(gist.statement.claim.text) or _is_called_so(gist):
        return True
    return not predicate or predicate[0] == "be" or not (FALSE | TURNING_DOWN).isdisjoint(predicate)


def _is_called_so(gist: Gist) -> bool:
    """Whether somebody calls what was said false: "called assertions that … unfounded"."""
    if _CALLING.isdisjoint(gist.predicate):
        return False
    at = next(number for number, word in enumerate(gist.words) if word.stem in _CALLING)
    behind = {word.stem for word in gist.words[at + 1 :]}
    return not behind.isdisjoint(SAYINGS) and not behind.isdisjoint(FALSE)


@once_for_each
def denies_what_was_said(gist: Gist) -> bool:
    """Whether it names what somebody said, and says that it is not so: "denied reports that …"."""
    if gist.statement.claim.stance is Stance.DENIES:
        said = " ".join(span.text for span in gist.statement.attribution.content)
        return any(token.stem in SAYINGS for token in tokens(said))
    if gist.sign >= 0 or not (gist.taken_back or gist.is_about_truth):
        return False
    return is_called_false(gist) and any(token.stem in SAYINGS for token in gist.words)


@once_for_each
def only_compares(gist: Gist) -> bool:
    """Whether it denies only in comparison: "nobody is more qualified than she"."""
    words = {token.text.lower() for token in gist.words}
    return "than" in words and not words.isdisjoint(("more", "less", "better", "worse"))
