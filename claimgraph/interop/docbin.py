"""Articles with their attributions as a ``DocBin``, the file format of spaCy."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, BinaryIO

from claimgraph.model import Attribution, Claim, Document, Span
from claimgraph.model.base import Id
from claimgraph.views.material import Material

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: The group of the claims' spans, beside those of the reader's component.
CLAIMS = "claims"


def write_docbin(found: "Iterable[Doc]", file: BinaryIO) -> int:
    """Write docs, such as :func:`docs` gives, and return how many there were.

    ``DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)`` gives them back.

    >>> import io, spacy
    >>> from spacy.tokens import DocBin
    >>> article = Document(text="SANA reported 107 cases.", publisher="Wire")
    >>> file = io.BytesIO()
    >>> write_docbin(docs(Material(documents=(article,))), file)
    1
    >>> (doc,) = DocBin().from_bytes(file.getvalue()).get_docs(spacy.blank("en").vocab)
    >>> doc.text, doc.user_data["publisher"]
    ('SANA reported 107 cases.', 'Wire')
    """
    from spacy.tokens import DocBin

    # Words and blanks alone: the docs have no tags and trees, and should not look as if they had.
    packed = DocBin(attrs=["ORTH"], store_user_data=True)
    for doc in found:
        packed.add(doc)
    file.write(packed.to_bytes())
    return len(packed)


def docs(material: Material) -> "Iterator[Doc]":
    """Every document of a material as a spaCy ``Doc``, with the spans that the component
    ``claimgraph`` makes.

    ``doc.text`` is the document's text, character by character. Words are those of the component,
    and are divided where a span begins or ends inside of one, so that every span starts and ends
    at its own characters.

    - ``doc.spans["sources"]``, ``["cues"]``, ``["contents"]``: the spans of one attribution share
      their ``span_id`` ("a0", "a1", …, in the order of the text). The ``kb_id`` of a source is the
      id of the source that speaks. How sure the reader is stands in the group's
      ``attrs["confidence"]``, in the same order; ``None`` where it was not measured.
    - ``doc.spans["claims"]``: labelled with the stance, under the ``span_id`` of their attribution.
    - ``doc.user_data``: ``id``, ``title``, ``publisher``, ``published``, ``url`` and ``sha256`` of
      the document, and the ids of ``attributions``: that of "a0" first.
    """
    nlp = _english()
    items: defaultdict[Id, list[Attribution]] = defaultdict(list)
    for item in material.attributions:
        items[item.document_id].append(item)
    for document in material.documents:
        here = sorted(items[document.id], key=_place)
        yield _doc(nlp, material, document, here)


@cache
def _english() -> "Language":
    """A pipeline with the reader's words and nothing else. Making it takes a moment: it is kept."""
    import spacy

    from claimgraph.reading.encoder.words import LinearTokenizer, make_tokenizer

    nlp = spacy.blank("en")
    nlp.tokenizer = LinearTokenizer(make_tokenizer(nlp))
    return nlp


def _doc(
    nlp: "Language", material: Material, document: Document, items: Sequence[Attribution]
) -> "Doc":
    from claimgraph.reading.component import CONTENTS, CUES, SOURCES

    claims = [material.claims_of.get(item.id, ()) for item in items]
    doc = _words(nlp, document.text, *_ends(items, claims))
    groups: dict[str, list[Any]] = {SOURCES: [], CUES: [], CONTENTS: [], CLAIMS: []}
    sure: dict[str, list[float | None]] = {SOURCES: [], CUES: [], CONTENTS: []}

    def mark(group: str, label: str, number: int, spans: Iterable[Span], kb_id: str = "") -> int:
        found = [
            doc.char_span(each.start, each.end, label=label, kb_id=kb_id, span_id=f"a{number}")
            for each in spans
        ]
        assert all(found), "a span that does not start and end with a word"
        groups[group] += found
        return len(found)

    for number, (item, said) in enumerate(zip(items, claims, strict=True)):
        speaker = "" if item.source_id is None else material.parties.entity(item.source_id)
        sureness = item.confidence
        count = mark(SOURCES, "SOURCE", number, item.source, speaker)
        sure[SOURCES] += [sureness.source] * count
        sure[CUES] += [sureness.cue] * mark(CUES, "CUE", number, item.cue)
        sure[CONTENTS] += [sureness.content] * mark(CONTENTS, "CONTENT", number, item.content)
        for claim in said:
            mark(CLAIMS, claim.stance.value, number, claim.spans)
    for name, spans in groups.items():
        doc.spans[name] = spans
        if name in sure:
            doc.spans[name].attrs["confidence"] = sure[name]
    doc.spans[CUES].attrs["link"] = [item.confidence.link for item in items]
    doc.user_data.update(_about(document, items))
    return doc


def _about(document: Document, items: Sequence[Attribution]) -> dict[str, Any]:
    published = document.published
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": "" if published is None else str(published),
        "url": document.url,
        "sha256": document.sha256,
        "attributions": tuple(item.id for item in items),
    }


def _place(item: Attribution) -> tuple[int, int, Id]:
    first = (item.cue or item.content)[0]
    return first.start, first.end, item.id


def _ends(
    items: Sequence[Attribution], claims: Sequence[tuple[Claim, ...]]
) -> tuple[set[int], set[int]]:
    """The offsets at which spans start, and those at which they end."""
    spans = [span for item in items for span in (*item.source, *item.cue, *item.content)]
    spans += [span for said in claims for claim in said for span in claim.spans]
    return {span.start for span in spans}, {span.end for span in spans}


def _words(nlp: "Language", text: str, starts: set[int], ends: set[int]) -> "Doc":
    """A text in words, so that some begin and some end at the given offsets."""
    from spacy.tokens import Doc

    cuts = sorted(starts | ends)
    words: list[str] = []
    spaces: list[bool] = []
    for token in nlp.tokenizer(text):
        start, end = token.idx, token.idx + len(token.text)
        inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        for left, right in pairwise((start, *inner, end)):
            words.append(text[left:right])
            spaces.append(False)
        if token.whitespace_ and (end in starts or end + 1 in ends):
            # A span takes in the blank after the word: then it is a word of its own.
            words.append(token.whitespace_)
            spaces.append(False)
        else:
            spaces[-1] = bool(token.whitespace_)
    return Doc(nlp.vocab, words=words, spaces=spaces)
