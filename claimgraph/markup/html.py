"""Small pieces of HTML for notebooks and pages: tables, badges, quotations.

Whatever comes from an article is text and stays text: it is escaped, and characters that could
turn the direction of what follows are made visible. The styles take the colours of the page around
them, so they suit light and dark pages; they are scoped to our own class; nothing needs a script.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from markupsafe import Markup, escape

#: Marks that change the direction of the text after them, and what no page may hold: controls,
#: lone surrogates, noncharacters.
HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff]"
)

#: Characters that a cell of plain text shows.
CELL = 1_000

_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")

_LONG_WORD = re.compile(r"\S{28}")

#: The tones of a badge. The hue is mixed with the colour of the text around it, so it can be read
#: on light and on dark pages.
TONES = {
    "plain": "currentColor",
    "contested": "#d0402b",
    "compatible": "#7a4fd0",
    "single": "#a08a00",
    "unanswered": "#c07000",
    "says": "#1a78c8",
}

_STYLE = """
.claimgraph{color:inherit;font-size:13px;line-height:1.45;max-width:100%;overflow-wrap:break-word}
.claimgraph .cg-scroll{overflow-x:auto;max-width:100%}
.claimgraph table.cg{border-collapse:collapse;width:auto;max-width:100%;margin:.3em 0;border:0;
font-size:inherit;table-layout:auto;color:inherit;background:transparent}
.claimgraph table.cg caption{caption-side:top;text-align:left;padding:.2em 0 .5em;
font-weight:600;color:inherit;white-space:normal;overflow-wrap:anywhere}
.claimgraph table.cg tr,.claimgraph table.cg tbody tr:nth-child(n){background:transparent}
.claimgraph table.cg th,.claimgraph table.cg td{text-align:left;vertical-align:top;
padding:.35em .7em;border:0;border-bottom:1px solid color-mix(in srgb,currentColor 18%,transparent);
max-width:32em;white-space:normal;overflow-wrap:break-word;word-break:normal;color:inherit;
background:transparent;font-variant-numeric:tabular-nums}
.claimgraph table.cg thead th{border-bottom:2px solid
color-mix(in srgb,currentColor 45%,transparent);font-weight:600;vertical-align:bottom}
.claimgraph table.cg tbody th{font-weight:600}
.claimgraph table.cg .cg-long{min-width:12em;overflow-wrap:anywhere}
.claimgraph table.cg td.cg-number{text-align:right}
.claimgraph table.cg .cg-day{white-space:nowrap}
.claimgraph table.cg tbody tr:hover{background:color-mix(in srgb,currentColor 6%,transparent)}
.claimgraph .cg-more{margin:.2em 0;opacity:.75}
.claimgraph q,.claimgraph .cg-quote{quotes:none;font-style:italic}
.claimgraph q::before,.claimgraph q::after{content:""}
.claimgraph .cg-note{opacity:.75;font-size:.92em;font-weight:normal}
.claimgraph .cg-id{opacity:.7;font-size:.78em;background:transparent;color:inherit;padding:0}
.claimgraph .cg-note .cg-id{opacity:1}
.claimgraph .cg-badge{display:inline-block;border:1px solid currentColor;border-radius:1em;
padding:0 .55em;font-size:.88em;white-space:nowrap;max-width:100%;
box-sizing:border-box;overflow:hidden;text-overflow:ellipsis;vertical-align:bottom}
""".strip()


def neutral(text: str) -> str:
    r"""A text whose direction marks and control characters are shown as "�", one for one.

    Offsets into the text stay as they are. Line breaks and tabs are kept.

    >>> neutral("abc\u202egnp.exe")
    'abc�gnp.exe'
    """
    return HARMFUL.sub("\N{REPLACEMENT CHARACTER}", text)


def safe(value: object) -> Markup:
    """Any value as HTML text: escaped, unless it is markup that this module has made.

    >>> safe("<b>5 & 6</b>")
    Markup('&lt;b&gt;5 &amp; 6&lt;/b&gt;')
    """
    if isinstance(value, Markup):
        return value
    return escape("" if value is None else neutral(str(value)))


def cut(words: str, most: int) -> str:
    """Words that are not longer than that; where they are cut, they end with "…".

    >>> cut("107 cases of breathing difficulties", 10)
    '107 cases…'
    """
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def quote(words: str) -> Markup:
    """Words of an article, in quotation marks.

    >>> quote("107 cases")
    Markup('<q dir="auto">“107 cases”</q>')
    """
    return Markup('<q dir="auto">“{}”</q>').format(safe(words))


def badge(words: str, tone: str = "plain") -> Markup:
    """A short word in a frame, in one of the ``TONES``.

    >>> badge("contested", "contested")
    Markup('<span class="cg-badge cg-contested">contested</span>')
    """
    if tone not in TONES:
        raise ValueError(f"{tone!r} is no tone of a badge; use one of {', '.join(TONES)}")
    return Markup('<span class="cg-badge cg-{}">{}</span>').format(tone, safe(words))


def note(words: str) -> Markup:
    """Words that stand back a little.

    >>> note("not reported")
    Markup('<span class="cg-note">not reported</span>')
    """
    return Markup('<span class="cg-note">{}</span>').format(safe(words))


def small(words: str) -> Markup:
    """An id, for whoever wants it.

    >>> small("clm_1")
    Markup('<code class="cg-id">clm_1</code>')
    """
    return Markup('<code class="cg-id">{}</code>').format(safe(words))


def link(words: str, address: str) -> Markup:
    """A link to a web address or into the same page; plain words where it is anything else.

    >>> link("here", "#claim-5"), link("here", "javascript:alert(1)")
    (Markup('<a href="#claim-5">here</a>'), Markup('here'))
    """
    if not address.lower().startswith(("https://", "http://", "#")):
        return safe(words)
    return Markup('<a href="{}">{}</a>').format(safe(address), safe(words))


def lines(pieces: Iterable[object]) -> Markup:
    """Pieces under each other.

    >>> lines(["one", "two"])
    Markup('one<br>two')
    """
    return Markup("<br>").join(safe(piece) for piece in pieces)


def block(*pieces: object) -> Markup:
    """Pieces as one element with the styles that they need: what ``_repr_html_`` returns.

    >>> block("5 < 6").endswith("5 &lt; 6</div>")
    True
    """
    body = Markup("").join(safe(piece) for piece in pieces)
    return Markup('<div class="claimgraph"><style>{}</style>{}</div>').format(_style(), body)


def table(
    headers: Sequence[object],
    rows: Iterable[Sequence[object]],
    *,
    caption: str = "",
    shown: int | None = None,
    total: int | None = None,
    row_headers: bool = False,
) -> str:
    """A table that looks right in a notebook: cells escaped, styled for light and dark.

    Args:
        headers: The head of each column.
        rows: The cells of each row: anything; ``None`` is an empty cell, a number stands to the
            right, markup made by this module is kept.
        caption: What the table shows.
        shown: Show at most so many rows.
        total: How many there are; counted from ``rows`` where it is not given and they can be.
        row_headers: The first cell of each row is its head.

    Returns:
        HTML in one element. Where not every row is shown, it says "first 20 of 1,000".

    >>> html = table(["source", "claims"], [["SOHR <x>", 2], ["SANA", 1]], shown=1)
    >>> "SOHR &lt;x&gt;" in html, "SANA" in html, "first 1 of 2" in html
    (True, False, True)
    """
    if total is None and isinstance(rows, Sequence):
        total = len(rows)
    chosen = list(rows if shown is None else islice(rows, shown))
    parts = [Markup('<div class="cg-scroll"><table class="cg">')]
    if caption:
        parts.append(Markup("<caption>{}</caption>").format(safe(caption)))
    head = Markup("").join(map(_head, headers))
    parts.append(Markup("<thead><tr>{}</tr></thead><tbody>").format(head))
    parts.extend(_row(cells, row_headers) for cells in chosen)
    parts.append(Markup("</tbody></table></div>"))
    if total is not None and total > len(chosen):
        cut = f"first {len(chosen):,} of {total:,}" if chosen else f"none of {total:,} shown"
        parts.append(Markup('<p class="cg-more">{}</p>').format(cut))
    return str(block(*parts))


def _head(name: object) -> Markup:
    """The head of a column; the empty corner above heads of rows is the head of nothing."""
    words = safe(name)
    if not words:
        return Markup("<td></td>")
    return Markup('<th scope="col"{}>{}</th>').format(_width(words), words)


def _row(cells: Sequence[object], row_headers: bool) -> Markup:
    made: list[Markup] = []
    for position, value in enumerate(cells):
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            number = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}"
            made.append(Markup('<td class="cg-number">{}</td>').format(number))
        else:
            text = value if isinstance(value, Markup) else cut(str(value or ""), CELL)
            made.append(_text_cell(safe(text), is_head=row_headers and position == 0))
    return Markup("<tr>{}</tr>").format(Markup("").join(made))


def _text_cell(text: Markup, *, is_head: bool) -> Markup:
    """A cell whose text may run to the left."""
    if is_head:
        return Markup('<th scope="row" dir="auto"{}>{}</th>').format(_width(text), text)
    return Markup('<td dir="auto"{}>{}</td>').format(_width(text), text)


def _width(text: Markup) -> Markup:
    """Lets a cell break a word that is too long for it; other words, and days, stay whole."""
    if _DAY.fullmatch(text):
        return Markup(' class="cg-day"')
    return Markup(' class="cg-long"') if _LONG_WORD.search(text.striptags()) else Markup("")


def _style() -> Markup:
    """The rules, with the hue of each tone. Nothing in it comes from an article."""
    tones = "\n".join(
        f".claimgraph .cg-{tone}{{color:color-mix(in srgb,{hue} 55%,currentColor)}}"
        for tone, hue in TONES.items()
    )
    return Markup(f"{_STYLE}\n{tones}")  # noqa: S704 - constants of this file
