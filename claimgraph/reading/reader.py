"""``Reader``: one document in, everything that was found in it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar, overload

from claimgraph.errors import ClaimGraphError, ModelError, ReadingError
from claimgraph.model import Document, Reading
from claimgraph.text.dateline import day_told
from claimgraph.text.vague import ACLED, VagueProfile

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

A = TypeVar("A")
B = TypeVar("B")

LONGEST_TEXT = 20_000_000
"""Characters of the longest text that a reader takes."""

_NEEDED = {
    "TAG": "a tagger",
    "POS": "a morphologizer or an attribute ruler",
    "LEMMA": "a lemmatizer",
    "DEP": "a parser",
    "SENT_START": "a parser or a senter",
}


def load_pipeline(
    *,
    model: Path | None = None,
    providers: Sequence[str] | None = None,
    threads: int | None = None,
) -> Language:
    """The library's own spaCy pipeline: its tokenizer and the component ``claimgraph``.

    Raises:
        ModelError: The model is missing or damaged, or a provider is not available.
    """
    import spacy

    from claimgraph.reading.encoder.words import LinearTokenizer, make_tokenizer

    nlp = spacy.blank("en")
    nlp.tokenizer = LinearTokenizer(make_tokenizer(nlp))
    nlp.max_length = LONGEST_TEXT
    _add_component(nlp, True, model=model, providers=providers, threads=threads)
    return nlp


class Reader:
    """Finds who said what in a document. A pure function of the text, the model and the options.

    One reader may serve several threads.
    """

    def __init__(
        self,
        nlp: Language | None = None,
        *,
        model: Path | None = None,
        providers: Sequence[str] | None = None,
        threads: int | None = None,
        vague: VagueProfile = ACLED,
        own_voice: bool = False,
    ) -> None:
        """Load the model.

        Args:
            nlp: A spaCy pipeline whose tokens, tags, trees, sentences and entities are to be kept;
                the library then adds sources, cues and contents only. By default the library's
                own pipeline, which sets all of them.
            model: Folder of another model than the one in the package.
            providers: ONNX Runtime's execution providers in order of preference, such as
                ``["CUDAExecutionProvider"]``.
            threads: Threads of one forward pass.
            vague: What words such as "dozens" may mean, as ACLED codes them by default.
            own_voice: Whether what the article says itself, naming nobody, is read too: as
                attributions with neither source nor cue, and their claims.

        Raises:
            ModelError: The model is missing or damaged, or a provider is not available.
        """
        self._own = nlp is None
        self._vague = vague
        self._own_voice = own_voice
        if nlp is None:
            nlp = load_pipeline(model=model, providers=providers, threads=threads)
        elif "claimgraph" not in nlp.pipe_names:
            _add_component(nlp, False, model=model, providers=providers, threads=threads)
        self.nlp = nlp
        component = nlp.get_pipe("claimgraph")
        self.version: str = component.version  # type: ignore[attr-defined]

    def read(self, text: str | Document) -> Reading:
        """Read one text. A bare one came out on the day that its head or foot names, if any.

        Raises:
            RecordError: The text is empty, or holds characters that cannot be stored.
            ReadingError: It is no text, or is too long.
            ModelError: The pipeline lacks annotations that the reader needs.
        """
        document = _document(text)
        return self._reading(document, self._annotate([document])[0])

    def annotate(self, text: str | Document) -> Doc:
        """The spaCy ``Doc`` of one text, with all that the pipeline found.

        Raises:
            RecordError, ReadingError, ModelError: As ``read``.
        """
        return self._annotate([_document(text)])[0]

    @overload
    def pipe(
        self,
        texts: Iterable[str | Document],
        *,
        batch_size: int = ...,
        errors: Literal["raise"] = ...,
    ) -> Iterator[Reading]: ...

    @overload
    def pipe(
        self,
        texts: Iterable[str | Document],
        *,
        batch_size: int = ...,
        errors: Literal["return"],
    ) -> Iterator[Reading | ClaimGraphError]: ...

    def pipe(
        self,
        texts: Iterable[str | Document],
        *,
        batch_size: int = 32,
        errors: Literal["raise", "return"] = "raise",
    ) -> Iterator[Reading | ClaimGraphError]:
        """Read texts as they come, in their order.

        Args:
            texts: Texts or documents.
            batch_size: Texts that are read together.
            errors: ``"return"`` gives back the error in place of the reading of a text that cannot
                be read; ``"raise"`` stops there.
        """
        waiting = iter(texts)
        while batch := list(islice(waiting, batch_size)):
            for result in self._read_batch(batch):
                if isinstance(result, ClaimGraphError) and errors == "raise":
                    raise result
                yield result

    def _read_batch(self, texts: list[str | Document]) -> Iterator[Reading | ClaimGraphError]:
        documents = [_attempt(_document, text) for text in texts]
        found = iter(self._annotate_each([d for d in documents if isinstance(d, Document)]))
        for document in documents:
            if isinstance(document, ClaimGraphError):
                yield document
                continue
            doc = next(found)
            if isinstance(doc, ClaimGraphError):
                yield doc
            else:
                yield _attempt(lambda pair: self._reading(*pair), (document, doc))

    def _annotate_each(self, documents: list[Document]) -> list[Doc | ClaimGraphError]:
        """All together; one by one where that fails, so that only the bad one is lost."""
        try:
            return list(self._annotate(documents))
        except ClaimGraphError:
            return [_attempt(lambda item: self._annotate([item])[0], item) for item in documents]

    def _annotate(self, documents: list[Document]) -> list[Doc]:
        docs = list(self.nlp.pipe([document.text for document in documents]))
        for document, doc in zip(documents, docs, strict=True):
            if doc.text != document.text:
                raise ReadingError(
                    f"{document.id}: the pipeline's tokenizer changed the text; offsets would be "
                    "wrong. Use a tokenizer that keeps every character"
                )
            if not self._own:
                _check_annotations(doc)
        return docs

    def _reading(self, document: Document, doc: Doc) -> Reading:
        from claimgraph.reading.interpretation import interpret

        return interpret(document, doc, self.version, self._vague, own=self._own_voice)


def _add_component(
    nlp: Language,
    everything: bool,
    *,
    model: Path | None,
    providers: Sequence[str] | None,
    threads: int | None,
) -> None:
    import claimgraph.reading.component  # noqa: F401 - registers the factory

    config = {
        "syntax": everything,
        "entities": everything,
        "model": None if model is None else str(model),
        "providers": None if providers is None else list(providers),
        "threads": threads,
    }
    nlp.add_pipe("claimgraph", config=config)


def _document(text: str | Document) -> Document:
    if isinstance(text, Document):
        document = text
    elif isinstance(text, str):
        document = Document(text=text, published=day_told(text))
    else:
        raise ReadingError(f"a reader takes text or a Document, not {type(text).__name__}")
    if len(document.text) > LONGEST_TEXT:
        raise ReadingError(
            f"a text of {len(document.text)} characters is too long; the limit is {LONGEST_TEXT}. "
            "Split it into its articles"
        )
    return document


def _attempt(function: Callable[[A], B], argument: A) -> B | ClaimGraphError:
    """The result, or the error that stands in its place."""
    try:
        return function(argument)
    except ClaimGraphError as error:
        return error


def _check_annotations(doc: Doc) -> None:
    """A pipeline of the user's own must set what the rest of the library reads."""
    missing = [name for name in _NEEDED if len(doc) and not doc.has_annotation(name)]
    if missing:
        wanted = ", ".join(dict.fromkeys(_NEEDED[name] for name in missing))
        raise ModelError(
            f"the pipeline sets no {', '.join(missing)}: add {wanted} to it, or let claimgraph set "
            "them: nlp.add_pipe('claimgraph') or Reader() without a pipeline"
        )
