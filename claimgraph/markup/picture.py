"""A finished drawing: in a notebook, as a file, in words."""

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from claimgraph.atomic import replacing
from claimgraph.errors import OutputFileError
from claimgraph.markup.svg import element, number

_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', Arial, sans-serif"

#: In a page: the colours of the text around it. Words on lines get the page's own colour behind
#: them where it is known, as in Jupyter and VS Code.
_INLINE = """
.cg-picture{max-width:100%;overflow-x:auto;color:inherit}
.cg-picture svg{display:block;max-width:100%;height:auto;color:inherit}
.cg-picture .cg-halo{paint-order:stroke;stroke-width:3px;stroke-linejoin:round;
stroke:var(--cg-paper,var(--jp-layout-color0,var(--vscode-editor-background,transparent)))}
""".strip()

#: On its own: dark on light, or light on dark where the reader's system is dark.
_ALONE = """
svg{color:#1d2126;background:#fff}
.cg-halo{paint-order:stroke;stroke-width:3px;stroke-linejoin:round;stroke:#fff}
@media (prefers-color-scheme:dark){
svg{color:#e6e6e6;background:#16181b}
.cg-halo{stroke:#16181b}
}
""".strip()


@dataclass(frozen=True, repr=False)
class Picture:
    """A drawing that says in words what it shows. A notebook shows it.

    It takes the colours of the page around it, needs no script, and fetches nothing.

    Attributes:
        title: What it is.
        words: What can be seen in it, for people who cannot see it.
        width: In CSS pixels.
        height: Likewise.
        body: Its elements, as SVG.

    >>> picture = Picture("A line", "It goes to the right.", 20, 10, Markup('<path d="M0 5H20"/>'))
    >>> picture
    Picture: A line. It goes to the right.
    >>> picture.svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    True
    """

    title: str
    words: str
    width: float
    height: float
    body: Markup

    @property
    def svg(self) -> str:
        """The whole file, with its own colours for light and dark."""
        style = element("style", Markup(_ALONE))  # noqa: S704 - a constant of this file
        return str(self._svg(style, self.body))

    @property
    def inline(self) -> Markup:
        """The ``<svg>`` alone, to stand in a page that has the styles."""
        return self._svg(self.body)

    def save(self, path: str | Path) -> Path:
        """Write it as an SVG file, whole or not at all.

        Args:
            path: Its name ends in ``.svg``.

        Returns:
            Where it is.

        Raises:
            OutputFileError: The name has another ending, or it cannot be written there.
        """
        place = Path(path)
        if place.suffix.lower() != ".svg":
            raise OutputFileError(
                f"a picture is written as SVG: name it {place.with_suffix('.svg').name}, "
                f"not {place.name}"
            )
        with replacing(place) as file:
            file.write(self.svg + "\n")
        return place

    def __repr__(self) -> str:
        return f"Picture: {self.title}. {self.words}"

    def _repr_html_(self) -> str:
        style = Markup(_INLINE)  # noqa: S704 - a constant of this file
        return str(
            Markup('<div class="cg-picture"><style>{}</style>{}</div>').format(style, self.inline)
        )

    def _svg(self, *content: object) -> Markup:
        return element(
            "svg",
            element("title", self.title),
            element("desc", self.words),
            *content,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(self.width)} {number(self.height)}",
            width=self.width,
            height=self.height,
            role="img",
            aria_label=f"{self.title}. {self.words}",
            font_family=_FONT,
            font_size=12,
            fill="currentColor",
        )
