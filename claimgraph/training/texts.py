"""Texts that nobody annotated, for a panel to speak about: single sentences of the web, an essay.

The sentences are those of nlp-corpus (npm): news, comments, reviews, questions, songs. The essay,
"An Anarchist FAQ" as Debian has it, says in every paragraph who said what.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

_SPEECH = re.compile(
    r"\b(said|says?|told|tells?|according|claim\w*|den(?:y|ied|ies)|announc\w+|argu\w+|report\w*"
    r"|ask\w*|believ\w*|think\w*|accus\w+|insist\w*|promis\w+|warn\w*)\b"
)
# Of songs; spelt so that whoever reads this is spared it.
_ROUGH = re.compile(codecs.decode(r"avtt|shpx|\oqvpx\o|chffl|ovgpu", "rot13"), re.IGNORECASE)
_MYSELF = frozenset(("I", "I'm", "I've", "I'll", "I'd", ""))
SEED = 11
SENTENCES = 8
"""How many sentences stand together in a document, each a paragraph of its own."""
PARAGRAPHS = 4
PAGE_WORDS = 420_000
"""How many words of the essay are taken."""


def gather(sentences: Path, pages: Path, treebanks: Path, out: Path) -> int:
    """Write documents without annotations; return how many. The same input gives the same file.

    Args:
        sentences: Folder of nlp-corpus with lists of sentences, ``builds/*.json``.
        pages: Folder with the essay's HTML pages.
        treebanks: CoNLL-U files whose sentences are left out: nlp-corpus holds some of EWT's
            training part.
        out: The file to write, in JSON Lines.
    """
    rng = Random(SEED)
    known: set[str] = set()
    for path in sorted(treebanks.glob("*.conllu")):
        known.update(re.findall(r"# text = (.*)", path.read_text(encoding="utf-8")))
    rows = [*_of_sentences(sentences, known, rng), *_of_pages(pages, rng)]
    part = out.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        for name, text in rows:
            file.write(json.dumps({"doc_id": name, "text": text}, ensure_ascii=False) + "\n")
    part.replace(out)
    return len(rows)


def _of_sentences(folder: Path, known: set[str], rng: Random) -> Iterator[tuple[str, str]]:
    """Sentences with names or with words of saying, and some others, shuffled."""
    kept = []
    for path in sorted(folder.glob("*.json")):
        for sentence in map(str.strip, json.loads(path.read_text(encoding="utf-8"))):
            words = sentence.split()
            if sentence in known or len(words) < 4 or len(sentence) > 600:
                continue
            if _ROUGH.search(sentence):
                continue
            capitals = sum(word[:1].isupper() for word in words) / len(words)
            if capitals > 0.8 and rng.random() > 0.3:
                continue  # most are headings
            if _has_name(words) or _SPEECH.search(sentence) or rng.random() < 0.12:
                kept.append(sentence)
    rng.shuffle(kept)
    for start in range(0, len(kept), SENTENCES):
        yield f"nlp-{start // SENTENCES:05}", "\n\n".join(kept[start : start + SENTENCES])


def _has_name(words: list[str]) -> bool:
    return any(w[:1].isupper() and w.rstrip(".,!?'’s") not in _MYSELF for w in words[1:])


def _of_pages(folder: Path, rng: Random) -> Iterator[tuple[str, str]]:
    """Paragraphs in which somebody says something, shuffled, until there are enough words."""
    import trafilatura

    found = []
    for path in sorted(folder.glob("*.html")):
        text = trafilatura.extract(
            path.read_text(encoding="utf-8", errors="replace"),
            include_comments=False,
            include_tables=False,
        )
        paragraphs = [" ".join(line.split()) for line in (text or "").split("\n")]
        paragraphs = [each for each in paragraphs if 25 <= len(each.split()) <= 220]
        for start in range(0, len(paragraphs), PARAGRAPHS):
            group = paragraphs[start : start + PARAGRAPHS]
            if _SPEECH.search(" ".join(group)):
                found.append((f"faq-{path.stem}-{start}", "\n\n".join(group)))
    rng.shuffle(found)
    words = 0
    for name, text in found:
        if words > PAGE_WORDS:
            return
        words += len(text.split())
        yield name, text
