"""Debian's chromium, driven by selenium: one window that tells what a page asked for and said."""

import json
import os
import shutil
import tempfile
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys

HERE = Path(__file__).parent
AXE = HERE / "node_modules/axe-core/axe.min.js"
LOOKING = HERE / "looking.js"

#: What nothing but a page of ours should make the browser do.
FLAGS = (
    "--headless=new",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    # Hundreds of links are followed in a second.
    "--disable-ipc-flooding-protection",
    # Nothing is found, and a page that asks all the same is caught asking.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--lang=en-GB",
)

#: Rules of WCAG 2.2 A and AA, and what axe's authors advise besides.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def missing() -> str:
    """What is not installed, in words; "" where everything is there."""
    programs = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    wanted = [*programs, *([] if AXE.exists() else ["axe-core"])]
    return ", ".join(wanted)


@dataclass(frozen=True)
class View:
    """How a page is looked at.

    Attributes:
        width: Of the window, in CSS pixels; up to 500 it is a phone.
        scheme: "light" or "dark".
        forced_colors: Whether the reader's system sets all colours.
        media: "" for the screen, or "print".
        letters: How large letters are that no page says the size of, in pixels.
    """

    width: int = 1280
    scheme: str = "light"
    forced_colors: bool = False
    media: str = ""
    letters: int = 16

    def __str__(self) -> str:
        forced = "-forced" if self.forced_colors else ""
        return f"{self.scheme}{forced}-{self.width}{self.media}"

    @property
    def is_phone(self) -> bool:
        return self.width <= 500


@dataclass(frozen=True)
class Violation:
    """Something that axe finds wrong.

    Attributes:
        rule: Its name.
        impact: "minor" to "critical".
        help: What should be.
        elements: Where: the source of each element, shortened, with what is wrong.
    """

    rule: str
    impact: str
    help: str
    elements: tuple[str, ...]

    def __str__(self) -> str:
        some = "\n    ".join(self.elements[:6])
        return f"{self.rule} ({self.impact}, {len(self.elements)}×): {self.help}\n    {some}"


class Chrome:
    """A browser with one window, gone at the end of the ``with`` block."""

    def __init__(self) -> None:
        self._profile = tempfile.mkdtemp(prefix="claimgraph-chrome-")
        self._driver: webdriver.Chrome
        self._view: View | None = None
        self._shown: Path | None = None

    def __enter__(self) -> Self:
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or ""
        for flag in (*FLAGS, f"--user-data-dir={self._profile}"):
            options.add_argument(flag)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")  # it refuses to start as root with one
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = Service(executable_path=shutil.which("chromedriver"), log_output=os.devnull)
        self._driver = webdriver.Chrome(options=options, service=service)
        self._driver.set_script_timeout(120)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._driver.quit()
        shutil.rmtree(self._profile, ignore_errors=True)

    def open(self, path: Path, view: View | None = None) -> None:
        """Show a file as somebody sees it who double-clicks on it; what was said before is gone."""
        self._shown = None
        self.look(view or View())
        self._driver.get("about:blank")
        self.said()
        self.requests()
        self._driver.get(path.as_uri())

    def show(self, path: Path, view: View | None = None) -> None:
        """The same, but without loading it again where it is shown and nothing was done to it."""
        if path == self._shown:
            self.look(view or View())
        else:
            self.open(path, view)
            self._shown = path

    def look(self, view: View) -> None:
        """Look at the page in another way."""
        if view == self._view:
            return
        self._view = view
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            width=view.width,
            height=844 if view.is_phone else 900,
            deviceScaleFactor=1,
            mobile=view.is_phone,
        )
        sizes = {"standard": view.letters, "fixed": view.letters * 13 // 16}
        self.devtools("Page.setFontSizes", fontSizes=sizes)
        self.devtools(
            "Emulation.setEmulatedMedia",
            media=view.media,
            features=[
                {"name": "prefers-color-scheme", "value": view.scheme},
                {"name": "forced-colors", "value": "active" if view.forced_colors else "none"},
                # Who follows a link is there at once.
                {"name": "prefers-reduced-motion", "value": "reduce"},
            ],
        )

    def run(self, script: str, *arguments: Any) -> Any:
        """What the body of a function in JavaScript returns."""
        return self._driver.execute_script(script, *arguments)

    def wait(self, script: str, *arguments: Any) -> Any:
        """The same for an asynchronous one: it calls its last argument when it is done."""
        return self._driver.execute_async_script(script, *arguments)

    def ask(self, question: str) -> Any:
        """What one of the functions in ``looking.js`` answers about the page."""
        if not self.run("return Boolean(window.looking)"):
            self.run(LOOKING.read_text(encoding="utf-8"))
        return self.run(f"return looking.{question}")

    def keys(self, *keys: str, shift: bool = False) -> None:
        """Press keys, one after the other."""
        chain = webdriver.ActionChains(self._driver, duration=0)
        if shift:
            chain.key_down(Keys.SHIFT).send_keys(*keys).key_up(Keys.SHIFT).perform()
        else:
            chain.send_keys(*keys).perform()

    def devtools(self, command: str, **parameters: Any) -> Any:
        """Ask the browser itself (Chrome DevTools Protocol)."""
        return self._driver.execute_cdp_cmd(command, parameters)

    def said(self) -> list[str]:
        """Messages in the console since it was last asked, of every level."""
        return [entry["message"] for entry in self._log("browser")]

    def requests(self) -> list[str]:
        """Addresses that were asked for since it was last asked; those of images in the page not.

        Pages in the window are among them.
        """
        return [
            parameters["request"]["url"]
            for method, parameters in self._events()
            if method == "Network.requestWillBeSent"
            and not parameters["request"]["url"].startswith(("data:", "about:"))
        ]

    def _events(self) -> Iterable[tuple[str, Mapping[str, Any]]]:
        for entry in self._log("performance"):
            message = json.loads(entry["message"])["message"]
            yield message["method"], message["params"]

    def _log(self, kind: str) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self._driver.get_log(kind)  # type: ignore[no-untyped-call]
        return entries

    def violations(self, selector: str = "html") -> list[Violation]:
        """What axe finds wrong in a part of the page."""
        if not self.run("return Boolean(window.axe)"):
            self.run(AXE.read_text(encoding="utf-8"))
        found = self.wait(
            """
            const [selector, tags, done] = arguments;
            const options = {
              runOnly: {type: "tag", values: tags},
              resultTypes: ["violations"], preload: false, iframes: false,
            };
            axe.run(document.querySelector(selector), options).then(
              found => done(found.violations.map(each => ({
                rule: each.id, impact: each.impact, help: each.help,
                elements: each.nodes.map(node =>
                  node.target.join(" ") + "  " + node.html.slice(0, 160) + "  "
                  + node.failureSummary.replace(/\\s+/g, " ")),
              }))),
              error => done(String(error)),
            );
            """,
            selector,
            RULES,
        )
        assert not isinstance(found, str), found
        return [Violation(**{**each, "elements": tuple(each["elements"])}) for each in found]

    def pdf(self, *, landscape: bool = False) -> bytes:
        """The page printed on A4, as the page itself asks for where it does; with its structure."""
        millimetre = 1 / 25.4
        printed = self.devtools(
            "Page.printToPDF",
            landscape=landscape,
            paperWidth=210 * millimetre,
            paperHeight=297 * millimetre,
            preferCSSPageSize=True,
            printBackground=True,
            generateTaggedPDF=True,
        )
        return b64decode(printed["data"])

    def pictures(self, most: int, height: int) -> Iterator[bytes]:
        """The page as PNG from its head on, in at most so many pictures of at most this height."""
        size = self.devtools("Page.getLayoutMetrics")["cssContentSize"]
        for top in range(0, min(size["height"], most * height), height):
            clip = {"x": 0, "y": top, "width": size["width"], "scale": 1}
            clip["height"] = min(height, size["height"] - top)
            taken = self.devtools("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
            yield b64decode(taken["data"])
