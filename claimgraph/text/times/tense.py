"""Whether the words around a place in a text look forward or back. Strings only: a hint, no parse.

"Monday" is the one before the day of publication in "was shot on Monday" and the one after it in
"will meet on Monday". The nearest telling word before the place decides, in the same sentence;
where there is none, the first one after it.
"""

from collections.abc import Iterator, Sequence

#: How far is looked in each direction, in tokens; white space and marks are tokens too.
REACH = 40

_FUTURE = frozenset(
    """
    will shall ll must may can cannot would could should might scheduled slated upcoming if unless
    planned plans due expect expects expected begins starts ends expires opens closes debuts
    premieres resumes
    """.split()
)
#: Timetables: "schools open on Monday"; but "the close on Monday" is over.
_TIMETABLE = frozenset("begin start end expire resume open close reopen meet meets".split())
_NOUN_FOLLOWS = frozenset("the a an its their his her this s of at near to from".split())
#: Words that look forward where "to" follows: "agreed to leave by Friday".
_PLANS = frozenset(
    """
    due set expected scheduled planned plan plans planning vow vows vowed agreed ready about
    supposed likely slated poised going intend intends intended hope hopes hoping hoped promised
    pledged threatened ordered told asked urged called want wants wanted aim aims aimed preparing
    decided required obliged offered asking telling ordering urging is are was were has have had
    """.split()
)
_IRREGULAR = frozenset(
    """
    said told was were had did came took went made began met held found left gave became got saw
    ran fell rose won lost shot broke fled flew drove wrote spoke sent spent led hit cut put
    struck blew died stood sat brought bought caught taught thought fought sought built kept
    known seen taken given done been gone begun written spoken fallen risen broken driven
    withdrew arose sank swore tore wore threw grew drew knew burst quit sold paid laid
    """.split()
)
_NO_PARTICIPLES = frozenset(
    """
    need indeed exceed proceed succeed speed feed seed hundred bleed breed sacred naked wicked
    united red bed shed creed greed weed deed embed
    """.split()
)
_GOING_TO_BE = frozenset({"be", "being", "get"})
#: After a time these say nothing of it: "Monday's debate might not move many".
_UNSURE = frozenset({"would", "could", "should", "might", "may", "can"})
_UNREAL = frozenset({"would", "could", "should", "might"})
#: What stands before the "t" of "won't" and "didn't".
_NOT_FUTURE = frozenset({"won", "wouldn", "couldn", "shouldn", "mustn"})
_NOT_PAST = frozenset({"didn", "wasn", "weren", "hadn", "hasn", "haven"})
_CLOSING = frozenset("\"'”’)]")
#: Words whose full stop does not end a sentence.
_TITLES = frozenset(
    "Mr Mrs Ms Dr Gen Sen Rep Gov Sgt Col Capt Lt St Rev Hon Prof Jr Sr Inc Corp Co vs No".split()
)


def looks_forward(
    tokens: Sequence[str], start: int, end: int, *, progressive: bool = True
) -> bool | None:
    """Whether what stands at the tokens ``start`` to ``end`` is ahead.

    Args:
        tokens: Words, marks and white space, as ``phrases.split`` gives them.
        start: The first token of the place.
        end: One past its last token.
        progressive: Whether "is meeting" looks ahead, as it does in "is meeting him on Monday".

    Returns:
        ``None`` if no word near it tells.

    >>> from claimgraph.text.phrases import split
    >>> tokens = split("The talks will be held on Monday, an official said on Sunday.")
    >>> looks_forward(tokens, 12, 13), looks_forward(tokens, 23, 24)
    (True, False)
    >>> looks_forward(split("Monday's attack"), 0, 1) is None
    True
    """
    before = [*_words_before(tokens, start)]
    for place, word in enumerate(before):
        sign = _sign(word, before[place + 1 : place + 3], progressive)
        if sign is not None:
            return sign
    earlier: list[str] = []
    for word in _words_after(tokens, end):
        sign = _sign(word, earlier[-1:-3:-1], progressive)
        if sign is not None and word not in _UNSURE:
            return sign
        earlier.append(word)
    return None


def _sign(word: str, earlier: list[str], progressive: bool) -> bool | None:
    """What one word says, given the one or two before it, the nearest first."""
    previous = earlier[0] if earlier else ""
    if word == "t":
        return True if previous in _NOT_FUTURE else False if previous in _NOT_PAST else None
    if word == "to":
        return True if previous in _PLANS else None
    if word == "for" and previous == "set":
        return True
    if word == "have" and previous in _UNREAL:
        return False
    if word == "of" and previous == "ahead":
        return True
    if word in _FUTURE:
        return True
    if word in _TIMETABLE and previous not in _NOUN_FOLLOWS:
        return True
    if word in _IRREGULAR or (word.endswith("ed") and word not in _NO_PARTICIPLES):
        # "Will be held", "to be announced": what is only going to be done says nothing itself.
        return None if previous in _GOING_TO_BE else False
    if progressive and word.endswith("ing") and previous in {"is", "are"}:
        return True
    return None


def _words_before(tokens: Sequence[str], start: int) -> Iterator[str]:
    """The words of the sentence before a place, the nearest first."""
    following = ""
    for at in range(start - 1, max(-1, start - 1 - REACH), -1):
        token = tokens[at]
        if token.isalpha():
            yield token
        elif "\n" in token or ends_sentence(tokens, at, following):
            return
        if not token.isspace():
            following = token


def _words_after(tokens: Sequence[str], end: int) -> Iterator[str]:
    """The words after a place, in their order, up to the end of the sentence or the next comma."""
    after_a_word = False
    for at in range(end, min(len(tokens), end + REACH)):
        piece = tokens[at]
        if piece.isalpha():
            after_a_word = True
            yield piece
        elif (piece == "," and after_a_word) or piece.count("\n") > 1 or ends_sentence(tokens, at):
            return


def ends_sentence(tokens: Sequence[str], at: int, following: str = "") -> bool:
    """Whether a mark ends a sentence; ``following`` is the word or mark after it, where known."""
    if tokens[at] not in {".", "!", "?", ";"}:
        return False
    if following and following[0].islower():
        return False
    if tokens[at] == "." and at > 0:
        before = tokens[at - 1]
        if len(before) == 1 or before in _TITLES:
            return False
    after = tokens[at + 1] if at + 1 < len(tokens) else " "
    return after.isspace() or after in _CLOSING
