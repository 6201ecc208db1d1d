"""What to call an article in a sentence."""

from claimgraph.model import Document
from claimgraph.views.when import written
from claimgraph.views.wording import shortened

#: Characters of a headline that stands for an article.
_WIDTH = 60


def headline(document: Document) -> str:
    r"""The title, else the first line of the text.

    >>> headline(Document(text="Gas over Aleppo\n\nHTS denied it."))
    'Gas over Aleppo'
    """
    return document.title or document.text.strip().partition("\n")[0].strip() or document.id


def outlet(document: Document) -> str:
    """Who speaks where an article speaks for itself: its publisher, else its headline in short."""
    return document.publisher or shortened(headline(document), _WIDTH)


def article(document: Document) -> str:
    """An article in short, with its day where it is known.

    >>> article(Document(text="HTS denied it.", publisher="Example Wire", published="2018-11-25"))
    'Example Wire, 25 Nov 2018'
    """
    name = outlet(document)
    return f"{name}, {written(document.published)}" if document.published else name
