"""Tags and trees that cannot be are put right, and those that can are left as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.reading.encoder.links import Range
from claimgraph.reading.marked_names import bare_name, names_of
from claimgraph.reading.mended_tags import mend_tags
from claimgraph.reading.mended_trees import mend_trees
from claimgraph.reading.tree import Tree


def tree_of(written: str) -> Tree:
    """A tree written as ``word|POS|TAG|relation|head``, with heads counted from 0."""
    rows = [each.rsplit("|", 4) for each in written.split()]
    words, pos, tags, deps, heads = (list(column) for column in zip(*rows, strict=True))
    lower = [word.lower() for word in words]
    return Tree(words, lower, list(lower), pos, tags, [int(head) for head in heads], deps)


def mend(tree: Tree) -> None:
    mend_tags(tree)
    mend_trees(tree)


THEY_DID_NOT = (
    "They|PRON|PRP|nsubj|3 did|AUX|VBD|aux|3 not|PART|RB|advmod|3 ask|VERB|VB|ccomp|10 "
    ".|PUNCT|.|punct|3 They|PRON|PRP|nsubj|3 did|AUX|VBD|aux|3 not|PART|RB|advmod|3 "
    "warn|VERB|VB|ccomp|3 ,|PUNCT|,|punct|3 said|VERB|VBD|root|10 Orr|PROPN|NNP|nsubj|10"
)
A_LIAR_WHO = (
    "Orr|PROPN|NNP|nsubj|2 is|AUX|VBZ|cop|2 liar|NOUN|NN|root|2 who|PRON|WP|nsubj|4 "
    "banned|VERB|VBD|acl:relcl|7 them|PRON|PRP|obj|4 —|PUNCT|:|punct|7 members|NOUN|NNS|appos|2"
)
WAS_HURT = (
    "gone|ADJ|JJ|ccomp|7 .|PUNCT|.|punct|0 Nobody|PRON|NN|nsubj|0 was|AUX|VBD|cop|0 "
    "hurt|VERB|VBN|ccomp|7 ”|PUNCT|''|punct|0 Orr|PROPN|NNP|nsubj|7 said|VERB|VBD|root|7"
)
IS_HURT = "Nobody|PRON|NN|nsubj|2 was|AUX|VBD|cop|2 hurt|VERB|JJ|root|2"
WAS_REPORTED = (
    "Orr|PROPN|NNP|nsubj|4 was|AUX|VBD|aux:pass|2 reported|VERB|VBN|root|2 to|PART|TO|mark|4 "
    "survive|VERB|VB|xcomp|2"
)
FRAGMENT = (
    "gone|ADJ|JJ|ccomp|5 .|PUNCT|.|punct|0 Nobody|PRON|NN|nsubj|0 ”|PUNCT|''|punct|0 "
    "Orr|PROPN|NNP|nsubj|5 said|VERB|VBD|root|5"
)
EXPORTS = (
    "exports|NOUN|NNS|nsubj|1 fell|VERB|VBD|root|1 and|CCONJ|CC|cc|4 imports|NOUN|NNS|nsubj|1 "
    "rose|VERB|VBD|conj|1"
)
IMPORTS = (
    "exports|NOUN|NNS|nsubj|1 fell|VERB|VBD|root|1 and|CCONJ|CC|cc|4 imports|NOUN|NNS|conj|1 "
    "rose|VERB|VBD|conj|1"
)
FERRY = (
    "ferry|NOUN|NN|nsubj|4 carrying|VERB|VBG|acl|0 180|NUM|CD|nummod|3 men|NOUN|NNS|nsubj|4 "
    "sank|VERB|VBD|root|4"
)
LONDON = (
    "LONDON|PROPN|NNP|nsubj|4 —|PUNCT|:|punct|0 A|DET|DT|det|3 ferry|NOUN|NN|nsubj|4 "
    "sank|VERB|VBD|root|4"
)
CONJUNCTS = "they|VERB|VBD|conj|1 they|VERB|VBD|root|1 they|VERB|VBD|conj|1"
I_THINK = "I|PRON|PRP|nsubj|3 think|VERB|VBP|parataxis|3 he|PRON|PRP|nsubj|3 fell|VERB|VBD|root|3"
I_BELIEVE = (
    "I|PRON|PRP|nsubj|1 believe|VERB|VBP|ccomp|4 they|PRON|PRP|nsubj|3 left|VERB|VBD|ccomp|4 "
    "said|VERB|VBD|root|4 Orr|PROPN|NNP|nsubj|4"
)
TENS_MARCHED = (
    "tens|NOUN|NNS|nsubj|5 of|ADP|IN|case|2 thousands|NOUN|NNS|nsubj|5 of|ADP|IN|case|4 "
    "people|NOUN|NNS|nmod|2 marched|VERB|VBD|root|5"
)
HIT_AND_KILLED = (
    "shells|NOUN|NNS|nsubj|1 hit|VERB|VBD|root|1 schools|NOUN|NNS|obj|1 and|CCONJ|CC|cc|4 "
    "killed|VERB|VBD|conj|1 pupils|NOUN|NNS|obj|1"
)
SHOT_AND_KILLED = (
    "had|AUX|VBD|aux|1 shot|VERB|VBN|root|1 and|CCONJ|CC|cc|3 killed|VERB|VBD|conj|1 "
    "pupils|NOUN|NNS|obj|1"
)
KILLING = (
    "fell|VERB|VBD|root|0 killing|VERB|VBG|advcl|0 men|NOUN|NNS|obj|1 and|CCONJ|CC|cc|5 "
    "injuring|VERB|VBG|conj|2 dozens|NOUN|NNS|conj|2"
)
UNANSWERED = (
    "absent|ADJ|JJ|root|0 and|CCONJ|CC|cc|4 calls|NOUN|NNS|nsubj|3 went|VERB|VBD|conj|0 "
    "unanswered|ADJ|VBN|conj|0"
)
AGENCY = (
    "agency|NOUN|NN|nsubj|4 Saba|PROPN|NNP|flat|0 and|CCONJ|CC|cc|3 Orr|PROPN|NNP|conj|1 "
    "spoke|VERB|VBD|root|4"
)
PROCLAIMED = (
    "began|VERB|VBD|root|0 with|ADP|IN|case|2 Ann|PROPN|NNP|obl|0 ,|PUNCT|,|punct|5 "
    "who|PRON|WP|nsubj|5 spoke|VERB|VBD|advcl|0"
)
ACCUSED = (
    "they|PRON|PRP|nsubj|1 accused|VERB|VBD|root|1 police|NOUN|NNS|obj|4 of|SCONJ|IN|mark|4 "
    "beating|VERB|VBG|advcl|1 them|PRON|PRP|obj|4"
)
LEFT_HURT = "left|VERB|VBD|root|0 men|NOUN|NNS|nsubj:pass|0 hurt|VERB|VBN|xcomp|0"
ACCORDING = (
    "According|VERB|VBG|case|3 to|ADP|IN|fixed|0 the|DET|DT|det|3 mayor|NOUN|NN|nsubj|6 "
    "it|PRON|PRP|nsubj|6 is|AUX|VBZ|cop|6 shut|ADJ|JJ|root|6"
)
TENS = "tens|NOUN|NNS|nsubj|3 of|ADP|IN|case|2 thousands|NOUN|NNS|nsubj|0 marched|VERB|VBD|root|3"
HALF = (
    "it|PRON|PRP|nsubj|1 holds|VERB|VBZ|root|1 half|NOUN|NN|obj|1 of|ADP|IN|case|5 "
    "the|DET|DT|det|5 region|NOUN|NN|obl|1"
)
ACROSS = (
    "sent|VERB|VBD|root|0 troops|NOUN|NNS|obj|0 across|ADP|IN|case|4 the|DET|DT|det|4 "
    "border|NOUN|NN|obj|0"
)
WHOM = (
    "named|VERB|VBD|root|0 migrant|NOUN|NN|compound|2 workers|NOUN|NNS|obj|0 ,|PUNCT|,|punct|7 "
    "whom|PRON|WP|obj|7 it|PRON|PRP|nsubj|7 never|ADV|RB|advmod|7 counts|VERB|VBZ|ccomp|0"
)
SPOKESMAN = (
    "spokesman|NOUN|NN|nsubj|7 for|ADP|IN|case|2 Ann|PROPN|NNP|nmod|0 Orr|PROPN|NNP|flat|2 "
    ",|PUNCT|,|punct|6 who|PRON|WP|nsubj|6 asked|VERB|VBD|ccomp|7 left|VERB|VBD|root|7"
)
HAVING = (
    "accused|VERB|VBN|root|0 of|SCONJ|IN|mark|2 having|VERB|VBG|advcl|0 "
    "beaten|VERB|VBN|xcomp|{} prisoners|NOUN|NNS|obj|3"
)
PUT_AT = (
    "put|VERB|VBD|root|0 the|DET|DT|det|2 value|NOUN|NN|obj|0 of|ADP|IN|case|5 the|DET|DT|det|5 "
    "ring|NOUN|NN|nmod|2 at|ADP|IN|case|8 8|NUM|CD|nummod|8 euros|NOUN|NNS|nmod|2"
)
PAID_LEAVE = "offers|VERB|VBZ|root|0 paid|ADJ|JJ|obj|0 leave|NOUN|NN|obj|0"

HAVING_TAKEN = (
    "denied|VERB|VBD|root|0 having|VERB|VBG|mark|2 taken|VERB|VBN|ccomp|0 bribes|NOUN|NNS|obj|2"
)


@pytest.mark.parametrize(
    ("written", "word", "head", "dep"),
    [
        pytest.param(PUT_AT, 8, 0, "obl", id="at what a value is put"),
        pytest.param(PUT_AT, 5, 2, "nmod", id="of what it is the value"),
        pytest.param(PAID_LEAVE, 1, 2, "amod", id="what describes an object is none"),
        pytest.param(PAID_LEAVE, 2, 0, "obj", id="the object that it describes"),
        pytest.param(A_LIAR_WHO, 4, 2, "acl:relcl", id="a clause of the noun before who"),
        pytest.param(THEY_DID_NOT, 5, 8, "nsubj", id="a subject across a full stop"),
        pytest.param(THEY_DID_NOT, 6, 8, "aux", id="an auxiliary across a full stop"),
        pytest.param(THEY_DID_NOT, 7, 8, "advmod", id="a negation across a full stop"),
        pytest.param(THEY_DID_NOT, 0, 3, "nsubj", id="the first subject stays"),
        pytest.param(WAS_HURT, 3, 4, "aux:pass", id="was goes with a participle"),
        pytest.param(WAS_REPORTED, 0, 2, "nsubj:pass", id="a subject before a passive is its own"),
        pytest.param(FRAGMENT, 2, 0, "nsubj", id="no subject over a closing quotation mark"),
        pytest.param(EXPORTS, 3, 4, "nsubj", id="a subject behind and"),
        pytest.param(EXPORTS, 0, 1, "nsubj", id="a subject before and stays"),
        pytest.param(IMPORTS, 3, 4, "nsubj", id="a subject beside the verb before"),
        pytest.param(CONJUNCTS, 0, 1, "conj", id="a conjunct that comes first stays"),
        pytest.param(FERRY, 3, 1, "obj", id="the object of the subject's participle"),
        pytest.param(FERRY, 0, 4, "nsubj", id="a subject with a participle stays"),
        pytest.param(LONDON, 0, 4, "dep", id="a place before a dash"),
        pytest.param(LONDON, 3, 4, "nsubj", id="a subject behind a dash stays"),
        pytest.param(I_THINK, 0, 1, "nsubj", id="I before its verb"),
        pytest.param(I_THINK, 3, 1, "ccomp", id="what I think"),
        pytest.param(I_THINK, 2, 3, "nsubj", id="he fell, as before"),
        pytest.param(I_BELIEVE, 3, 1, "ccomp", id="what I believe, beside it"),
        pytest.param(TENS_MARCHED, 2, 0, "nmod", id="of behind a number that is a subject"),
        pytest.param(HIT_AND_KILLED, 5, 4, "obj", id="the object behind a second verb"),
        pytest.param(HIT_AND_KILLED, 2, 1, "obj", id="that of the first verb stays"),
        pytest.param(SHOT_AND_KILLED, 4, 3, "obj", id="what the last of two verbs did to"),
        pytest.param(KILLING, 4, 1, "conj", id="a gerund beside a gerund"),
        pytest.param(KILLING, 5, 4, "obj", id="the object of the second gerund"),
        pytest.param(UNANSWERED, 4, 3, "xcomp", id="how calls went"),
        pytest.param(AGENCY, 3, 0, "conj", id="a person beside an agency with a name"),
        pytest.param(PROCLAIMED, 5, 2, "acl:relcl", id="who belongs to the name before"),
        pytest.param(ACCUSED, 2, 1, "obj", id="an object before the gerund's"),
        pytest.param(LEFT_HURT, 1, 0, "obj", id="a subject of a passive that is none"),
        pytest.param(ACCORDING, 3, 6, "obl", id="a second subject behind a preposition"),
        pytest.param(TENS, 2, 0, "nmod", id="of behind a number"),
        pytest.param(HALF, 5, 2, "nmod", id="of behind a share"),
        pytest.param(ACROSS, 4, 0, "obl", id="an object behind a preposition"),
        pytest.param(ACROSS, 1, 0, "obj", id="an object of its own stays"),
        pytest.param(WHOM, 7, 2, "acl:relcl", id="whom belongs to the noun before"),
        pytest.param(SPOKESMAN, 6, 0, "acl:relcl", id="who is the spokesman for somebody"),
        pytest.param(HAVING.format(2), 3, 0, "advcl", id="the participle behind having"),
        pytest.param(HAVING.format(0), 3, 0, "advcl", id="the participle beside having"),
        pytest.param(HAVING.format(2), 2, 3, "aux", id="having is its auxiliary"),
        pytest.param(HAVING_TAKEN, 1, 2, "aux", id="having is no conjunction"),
    ],
)
def test_a_word_hangs_where_it_can(written: str, word: int, head: int, dep: str) -> None:
    tree = tree_of(written)
    mend(tree)
    assert (tree.heads[word], tree.deps[word]) == (head, dep)


HIS_JOB = "lost|VERB|VBD|root|0 his|NOUN|NNP|obj|0 job|NOUN|NN|obj|0"
THE_ALARM = "the|DET|DT|nsubj|2 alarm|NOUN|NN|nsubj|2 failed|VERB|VBD|root|2"
NO_LEAVE = "offers|VERB|VBZ|root|0 no|DET|DT|obj|0 paid|VERB|VBN|obj|0 leave|NOUN|NN|obj|0"
TO_COOPERATE = (
    "began|VERB|VBD|root|0 to|PART|TO|case|2 cooperate|NOUN|NN|obj|0 with|ADP|IN|case|4 "
    "police|NOUN|NNS|nmod|2"
)
IT_WAS_RETIRING = "it|PRON|PRP|nsubj|2 was|AUX|VBD|aux|2 retiring|NOUN|NN|root|2"
HE_WAS_RESIGNING = "he|PRON|PRP|nsubj|2 was|AUX|VBD|cop|2 resigning|NOUN|NN|root|2"


@pytest.mark.parametrize(
    ("written", "word", "tag", "head", "dep"),
    [
        pytest.param(HIS_JOB, 1, "PRP$", 2, "nmod:poss", id="his"),
        pytest.param(THE_ALARM, 0, "DT", 1, "det", id="the"),
        pytest.param(NO_LEAVE, 1, "DT", 3, "det", id="no"),
        pytest.param(TO_COOPERATE, 2, "VB", 0, "xcomp", id="a verb behind to"),
        pytest.param(TO_COOPERATE, 4, "NNS", 2, "obl", id="what belongs to it"),
        pytest.param(HE_WAS_RESIGNING, 2, "VBG", 2, "root", id="somebody was resigning"),
        pytest.param(HE_WAS_RESIGNING, 1, "VBD", 2, "aux", id="was before resigning"),
        pytest.param(IT_WAS_RETIRING, 2, "VBG", 2, "root", id="an auxiliary goes with a verb"),
        pytest.param(IS_HURT, 2, "VBN", 2, "root", id="a verb behind was"),
        pytest.param(IS_HURT, 0, "NN", 2, "nsubj:pass", id="whom that befell"),
    ],
)
def test_a_tag_fits_the_word(written: str, word: int, tag: str, head: int, dep: str) -> None:
    tree = tree_of(written)
    mend(tree)
    assert (tree.tags[word], tree.heads[word], tree.deps[word]) == (tag, head, dep)


@pytest.mark.parametrize(
    "written",
    [
        "It|PRON|PRP|nsubj|2 is|AUX|VBZ|cop|2 training|NOUN|NN|root|2",
        "That|PRON|DT|nsubj|2 is|AUX|VBZ|cop|2 his|PRON|PRP$|root|2",
        "killed|VERB|VBD|root|0 about|ADP|IN|case|2 50|NUM|CD|obj|0",
        "robbed|VERB|VBD|root|0 men|NOUN|NNS|obj|0 of|ADP|IN|case|3 money|NOUN|NN|obl|0",
        "asked|VERB|VBD|root|0 whom|PRON|WP|obj|3 he|PRON|PRP|nsubj|3 saw|VERB|VBD|ccomp|0",
        "Tell|VERB|VB|root|0 of|ADP|IN|case|2 grief|NOUN|NN|obj|0",
        "went|VERB|VBD|root|0 to|ADP|IN|case|2 work|NOUN|NN|obl|0",
        "they|PRON|PRP|nsubj|1 came|VERB|VBD|root|1 and|CCONJ|CC|cc|3 saw|VERB|VBD|conj|1",
        "put|VERB|VBD|root|0 cups|NOUN|NNS|obj|0 at|ADP|IN|case|4 its|PRON|PRP$|nmod:poss|4 "
        "side|NOUN|NN|nmod|1",
        "candidates|NOUN|NNS|nsubj|4 Ann|PROPN|NNP|flat|0 and|CCONJ|CC|cc|3 "
        "Orr|PROPN|NNP|conj|1 spoke|VERB|VBD|root|4",
        "lost|VERB|VBD|root|0 cups|NOUN|NNS|obj|0 at|ADP|IN|case|3 30|NUM|CD|nmod|1",
        "elected|VERB|VBD|root|0 him|PRON|PRP|obj|0 leader|NOUN|NN|obj|0",
        "having|VERB|VBG|root|0 friends|NOUN|NNS|obj|0 hurt|VERB|VBN|xcomp|0",
    ],
)
def test_a_tree_that_can_be_is_left_alone(written: str) -> None:
    tree = tree_of(written)
    before = list(tree.tags), list(tree.heads), list(tree.deps)
    mend(tree)
    assert (tree.tags, tree.heads, tree.deps) == before


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("She|PRON", None),
        ("Both|DET", None),
        ("The|DET senator|NOUN", None),
        ("the|DET fitter|PROPN", None),
        ("Two|NUM officials|NOUN", None),
        ("officials|NOUN", None),
        ("the|DET Senate|PROPN", "the Senate"),
        ("WHO|PRON", "WHO"),
        ("Three|NUM Rivers|NOUN", "Three Rivers"),
        ("bin|PROPN salim|PROPN", "bin salim"),
        ("Minister|PROPN Ann|PROPN Orr|PROPN of|ADP", "Minister Ann Orr"),
        ("Bank|PROPN of|ADP Lunde|PROPN and|CCONJ the|DET", "Bank of Lunde"),
        ("ministry|NOUN spokesman|NOUN Ann|PROPN Orr|PROPN", "Ann Orr"),
        ("Many|ADJ Vesians|PROPN", "Vesians"),
        ("Officials|NOUN", None),
    ],
)
def test_a_name_holds_more_than_a_capital(written: str, name: str | None) -> None:
    rows = [each.split("|") for each in written.split()]
    words, pos = [row[0] for row in rows], [row[1] for row in rows]
    found = bare_name(words, pos, (0, len(words)))
    assert (None if found is None else " ".join(words[slice(*found)])) == name


NAMES = (
    "the|DET|DT|det|2 Karat|PROPN|NNP|compound|2 Front|PROPN|NNP|nsubj|3 met|VERB|VBD|root|3 "
    "Ann|PROPN|NNP|obj|3 Orr|PROPN|NNP|flat|4 Northern|PROPN|NNP|compound|7 "
    "minister|NOUN|NN|appos|4 Falk|PROPN|NNP|appos|7"
)


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        pytest.param([((0, 3), "PERSON")], [((0, 3), "ORG")], id="no person has an article"),
        pytest.param([((4, 5), "PERSON")], [((4, 6), "PERSON")], id="the surname was missed"),
        pytest.param(
            [((4, 5), "PERSON"), ((5, 6), "PERSON")], [((4, 6), "PERSON")], id="one name in two"
        ),
        pytest.param([((4, 5), "ORG"), ((5, 6), "ORG")], [((4, 6), "ORG")], id="of a firm too"),
        pytest.param([((0, 1), "ORG")], [], id="an article alone"),
        pytest.param([((4, 6), "ORG")], [((4, 6), "ORG")], id="a name stays"),
        pytest.param([((6, 9), "PERSON")], [((8, 9), "PERSON")], id="what he is is no name"),
    ],
)
def test_names_are_whole_and_of_one_kind(
    marked: list[tuple[Range, str]], found: list[tuple[Range, str]]
) -> None:
    assert names_of(tree_of(NAMES), marked, {2: "organization"}) == found


GROUPS = (
    "The|DET|DT|det|2 Houthi|ADJ|NNP|amod|2 spokesman|NOUN|NN|nsubj|3 met|VERB|VBD|root|3 "
    "Hamas|PROPN|NNP|obj|3 in|ADP|IN|case|6 rsf|NOUN|NN|obl|3"
)


@pytest.mark.parametrize("marked", [[], [((1, 2), "PERSON")], [((4, 5), "LOC")]])
def test_an_armed_group_that_is_known_is_a_body(marked: list[tuple[Range, str]]) -> None:
    found = dict(names_of(tree_of(GROUPS), marked, {}))
    assert found[1, 2] == "ORG"
    assert (4, 5) in found
    assert (6, 7) not in found


AGAIN = (
    "Ann|PROPN|NNP|nsubj|2 Orr|PROPN|NNP|flat|0 left|VERB|VBD|root|2 Orr|PROPN|NNP|nsubj|4 "
    "met|VERB|VBD|conj|2 Orr|PROPN|NNP|compound|6 Street|PROPN|NNP|obj|4 and|CCONJ|CC|cc|9 "
    "Ann|PROPN|NNP|nsubj|10 Orr|PROPN|NNP|flat|8 fell|VERB|VBD|conj|2"
)


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        pytest.param([((0, 2), "PERSON")], [(0, 2), (3, 4), (8, 10)], id="not in Orr Street"),
        pytest.param([((0, 2), "PERSON"), ((3, 4), "LOC")], [(0, 2), (3, 4)], id="Orr is a place"),
        pytest.param(
            [((0, 2), "PERSON"), ((5, 7), "LOC")],
            [(0, 2), (3, 4), (5, 7), (8, 10)],
            id="a street of that name",
        ),
        pytest.param([((0, 2), "ORG")], [(0, 2)], id="a firm"),
        pytest.param([((3, 4), "PERSON")], [(0, 2), (3, 4), (8, 10)], id="with the given name"),
    ],
)
def test_a_person_is_found_again_by_the_surname(
    marked: list[tuple[Range, str]], found: list[Range]
) -> None:
    assert [words for words, _ in names_of(tree_of(AGAIN), marked, {})] == found


WORDS = (
    "they he I having who whom of to his the tens half , . ” and not was think beaten in".split()
)
RELATIONS = "nsubj obj obl case ccomp conj cc xcomp aux cop parataxis advmod punct mark".split()
TAGS = [("VERB", "VBD"), ("VERB", "VBN"), ("NOUN", "NN"), ("PRON", "PRP"), ("PART", "TO")]


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Any words in any tree: each word hangs on one that was hung before it."""
    order = draw(st.permutations(range(draw(st.integers(1, 12)))))
    heads = [0] * len(order)
    for place, word in enumerate(order):
        heads[word] = order[draw(st.integers(0, place - 1))] if place else word
    words = [draw(st.sampled_from(WORDS)) for _ in order]
    tags = [draw(st.sampled_from(TAGS)) for _ in order]
    deps = [
        "root" if heads[word] == word else draw(st.sampled_from(RELATIONS))
        for word in range(len(words))
    ]
    lower = [word.lower() for word in words]
    pos, penn = [tag[0] for tag in tags], [tag[1] for tag in tags]
    return Tree(words, lower, list(lower), pos, penn, heads, deps)


@given(trees())
def test_a_mended_tree_is_a_tree(tree: Tree) -> None:
    mend(tree)
    roots = [word for word, head in enumerate(tree.heads) if word == head]
    assert len(roots) == 1
    for word in range(len(tree.heads)):
        assert word == roots[0] or tree.is_below(word, roots[0])
    below = {child: head for head, children in enumerate(tree.children) for child in children}
    assert below == {w: head for w, head in enumerate(tree.heads) if w != head}
    assert all(children == sorted(children) for children in tree.children)
