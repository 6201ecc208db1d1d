"""Hypothesis strategies for files of any kind: pages, Markdown, bytes."""

from hypothesis import strategies as st

SAID = "The ministry said that twelve people had died. The brigade denied it. "

_PAGE = """
<p> </p> <div> </div> <b> </b> <h1> </h1> <h2> <nav> </nav> <article> </article> <table> <tr> <td>
</td> </table> <ul> <li> </ul> <br> <blockquote> </blockquote> <script> </script> <style> <!-- -->
<a </a> <aside> <title> </title> <head> </head> <body> <html> <pre> </pre> <code> <footer> <figure>
<figcaption> <textarea> <svg> </svg> &amp; &nbsp; &#8217; &lt; &#0; &#xD800; & < > " ' =
<![CDATA[ ]]> <?xml <!doctype html> href=' class=" lang=en
""".split()
_TAGS = ["<div hidden>", "<time datetime='2020-01-01'>", "<p class='comment'>", "<a href='x'>"]

_MARKDOWN = """
# ## > - * + 1. 2018. ``` ~~~ ` * ** _ __ ~~ [ ] ( ) ![ ]( <b> </b> <!-- --> <script> </script> |
|-|-| --- === *** \\ &amp; &nbsp; &#1; : {: } {{ }} {% %} [^1] [^1]: [r]: http://x title: " '
<http://x>
""".split()

_WORDS = ["said", " ", "  ", "\n", "\n\n", "  \n", "\t", SAID, SAID * 5, "a" * 300, "é", "😀"]
_ODD = ["\u00ad", "\u200b", "\x0b", "\x00", "\ufeff", "\u202e", "ﬁ", "e\u0301", "\r\n", "\u2028"]

pages = st.lists(st.sampled_from([*_PAGE, *_TAGS, *_WORDS, *_ODD]), max_size=40).map("".join)
markdown = st.lists(st.sampled_from([*_MARKDOWN, *_WORDS, *_ODD, "---\n"]), max_size=40).map(
    "".join
)
texts = st.one_of(st.text(max_size=300), st.lists(st.sampled_from([*_WORDS, *_ODD])).map("".join))
