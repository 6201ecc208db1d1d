"""HTML to prose: the article in a page, what the page says of it, and the account of the rest."""

from claimgraph.errors import InputFileError
from claimgraph.ingest.account import Drop, Prose
from claimgraph.ingest.metadata import candidates, headline
from claimgraph.ingest.rendering import Paragraph, joined, paragraphs_of
from claimgraph.ingest.scanning import scan
from claimgraph.ingest.tracing import trace


def from_html(page: str) -> Prose:
    """The words of the article in a page.

    Paragraphs, headings and quotations are parted by blank lines; items of lists and rows of
    tables stand on lines of their own. Comments, navigation, advertisements, and what the page
    hides, are dropped.

    Args:
        page: HTML without control characters, and with line feeds as its only line ends.

    Raises:
        MissingExtraError: The extra ``documents`` is not installed.
        InputFileError: No article is found, or the page is nested too deep.
    """
    found = scan(page)
    warnings: list[str] = []
    about = list(candidates(page, found, warnings.append))
    words = headline(page, found, about)
    paragraphs = _with_headline(paragraphs_of(page), words)
    traced = trace(page, found, paragraphs)
    account = traced.account
    if not paragraphs or traced.is_around:
        raise InputFileError(
            "no article is found in this page; if it has one, save its text as .txt. Of "
            f"{account.characters:,} characters, {account.dropped.get(Drop.MARKUP, 0):,} are markup"
        )
    if found.unfinished:
        warnings.append(f"the page ends inside {found.unfinished}: it may be cut off")
    elif found.unclosed:
        warnings.append(f"the page ends before its <{found.unclosed}> does: it may be cut off")
    if traced.strange:
        warnings.append(
            f"{traced.strange:,} characters of the text do not stand in what the page shows; it "
            "may hold them in a script"
        )
    if account.dropped.get(Drop.OTHER, 0) > account.kept:
        warnings.append("more words were left out than kept; see what was dropped as other text")
    # What the page calls itself, the last of its titles, often has the publisher's name in it.
    last = max((i for i, (name, _) in enumerate(about) if name == "title"), default=len(about))
    about.insert(last, ("title", words))
    return Prose(joined(paragraphs), account, tuple(about), tuple(warnings))


def _with_headline(paragraphs: list[Paragraph], words: str) -> list[Paragraph]:
    """The same with the article's headline in front, where the extractor has left it out."""
    if not paragraphs or not words or any(words in each.lines for each in paragraphs[:3]):
        return paragraphs
    return [Paragraph("head", (words,)), *paragraphs]
