"""Claims as linked data: JSON-LD in the words of schema.org, Web Annotation and PROV."""

from collections.abc import Iterable, Iterator
from typing import Any

from claimgraph.interop.linked import Linked
from claimgraph.model import Judgement
from claimgraph.text.strict import compact
from claimgraph.views.material import Material

#: The words that a file explains itself: nobody has to fetch them.
CONTEXT: dict[str, Any] = {
    "@vocab": "http://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "cg": "urn:claimgraph:term:",
    "oa:start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "oa:end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "prov:generatedAtTime": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
}


def json_ld(material: Material, judgements: Iterable[Judgement] = ()) -> Iterator[str]:
    r"""A material as pieces of JSON-LD, one node on a line.

    Every claim is a schema.org ``Claim`` with its ``text``, the article of its ``appearance``, and
    the article of its ``firstAppearance``, as far back as lineages lead. ``cg:party`` is the source
    that the text names, ``cg:stance`` where it stands. The ``author`` is that source, but only
    where it says what the ``text`` says: nobody is the author of what they deny or doubt, or did
    not say. A silence is no claim, but a ``cg:Silence``.

    There is no ``ClaimReview``: a judgement says whether a record is right about what was said, and
    nothing here says whether what was said is so.

    ``<`` is written as an escape, so that a page may hold the text in a ``script``.

    Args:
        material: The records.
        judgements: What people decided about them.

    >>> text = "".join(json_ld(Material()))
    >>> text.startswith('{"@context":{"@vocab":"http://schema.org/"'), text[-4:]
    (True, '\n]}\n')
    """
    yield f'{{"@context":{compact(CONTEXT)},"@graph":[\n'
    for number, node in enumerate(Linked(material).nodes(judgements)):
        yield (",\n" if number else "") + compact(node).replace("<", "\\u003c")
    yield "\n]}\n"
