"""Rows ``{"doc_id", "text", "title", "url", "publisher", "published", "language"}``: articles in
JSON Lines. Their text stays as it is, because others may count its characters too.
"""

from typing import Any

from claimgraph.errors import InputFileError, RecordError
from claimgraph.ingest.about import About, about_from, called
from claimgraph.ingest.account import Account
from claimgraph.ingest.article import Ingested
from claimgraph.ingest.dates import published as read_published
from claimgraph.model import Document
from claimgraph.text.dateline import day_told

_ABOUT = ("title", "url", "publisher", "language")


def is_article(fields: dict[str, Any]) -> bool:
    """Whether a row is an article to be read, and no record, and not annotated.

    >>> is_article({"text": "SANA reported."}), is_article({"text": "…", "attributions": []})
    (True, False)
    """
    return "text" in fields and "record" not in fields and "attributions" not in fields


def from_row(fields: dict[str, Any], where: str, given: About | None = None) -> Ingested:
    """The article of a row. ``doc_id`` becomes its id; a field that is not there is looked for
    under the names that front matter may use ("date", "outlet", …); others are left aside.

    Args:
        fields: The row.
        where: What errors call it: "texts.jsonl line 3".
        given: What a person says of it, where the row says nothing.

    Raises:
        InputFileError: A field is not what it should be.

    >>> row = {"doc_id": "wire-7", "text": "SANA reported 107 cases.", "published": "2018-11-25"}
    >>> from_row(row, "line 1").document.id
    'wire-7'
    """
    given = given or About()
    about: dict[str, Any] = {}
    for name in ("doc_id", "text", "published", *_ABOUT):
        value = fields.get(name)
        if name == "doc_id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            raise InputFileError(f"{where}: {name}: a text belongs here, not {str(value)[:40]!r}")
        about[name] = value
    if not about.get("text", "").strip():
        raise InputFileError(f'{where}: the row has no "text"')
    if "published" in about:
        about["published"] = read_published(about["published"])
        if about["published"] is None:
            raise InputFileError(
                f"{where}: published: {fields['published'][:40]!r} is no date that can be read; "
                "write 2018-11-24 or 2018-11-24T08:30:00+02:00"
            )
    own = About(**{name: about[name] for name in (*_ABOUT, "published") if name in about})
    warnings: list[str] = []
    more = [(field, text) for field, text in called(fields) if not getattr(own, field)]
    both = own.filled_from(about_from(more, warnings.append)).filled_from(given)
    try:
        document = Document(
            **({"id": about["doc_id"]} if "doc_id" in about else {}),
            text=about["text"],
            title=both.title,
            url=both.url,
            publisher=both.publisher,
            published=both.published or day_told(about["text"]),
            **({"language": both.language} if both.language else {}),
        )
    except RecordError as error:
        raise InputFileError(f"{where}: {str(error).removeprefix('Document: ')}") from error
    account = Account.of_all(document.text)
    return Ingested(document, account, where, "row", "utf-8", tuple(warnings))
