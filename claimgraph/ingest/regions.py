"""Places of a page that hold no article: what their names, roles and classes say."""

import re
from collections.abc import Mapping

from claimgraph.ingest.account import Drop

#: Their classes speak of the whole page.
_WHOLE = frozenset(("html", "body", "main", "article"))

_REGIONS = {
    "head": Drop.HEAD,
    "template": Drop.SCRIPTS,
    "noscript": Drop.SCRIPTS,
    "svg": Drop.IMAGES,
    "math": Drop.OTHER,
    "object": Drop.IMAGES,
    "canvas": Drop.IMAGES,
    "video": Drop.IMAGES,
    "audio": Drop.IMAGES,
    "picture": Drop.IMAGES,
    "nav": Drop.NAVIGATION,
    "menu": Drop.NAVIGATION,
    "footer": Drop.NAVIGATION,
    "header": Drop.NAVIGATION,
    "aside": Drop.ASIDES,
    "form": Drop.FORMS,
    "button": Drop.FORMS,
    "select": Drop.FORMS,
    "label": Drop.FORMS,
    "dialog": Drop.NOTICES,
    "figure": Drop.CAPTIONS,
    "figcaption": Drop.CAPTIONS,
    "table": Drop.TABLES,
}
_ROLES = {
    "navigation": Drop.NAVIGATION,
    "banner": Drop.NAVIGATION,
    "contentinfo": Drop.NAVIGATION,
    "menu": Drop.NAVIGATION,
    "search": Drop.FORMS,
    "complementary": Drop.ASIDES,
    "dialog": Drop.NOTICES,
    "alertdialog": Drop.NOTICES,
}
#: Words of classes and ids. They are split at everything that is no letter.
_CLASSES = {
    Drop.COMMENTS: "comment comments disqus respond replies livefyre",
    Drop.NOTICES: "cookie cookies consent gdpr banner ad ads advert adverts advertisement "
    "sponsored promo newsletter paywall subscribe subscription modal overlay popup",
    Drop.NAVIGATION: "nav navbar navigation menu breadcrumb breadcrumbs footer share sharing "
    "social toolbar pagination skip",
    Drop.ASIDES: "related recommended recommendations trending sidebar teaser outbrain taboola",
    Drop.CAPTIONS: "caption credit",
}
_CLASS_OF = {word: reason for reason, words in _CLASSES.items() for word in words.split()}
_WORD = re.compile(r"[a-z]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def region_of(name: str, attributes: Mapping[str, str]) -> Drop | None:
    """What an element says of the words in it, by its name, its role or its classes.

    Args:
        name: Of the element, in lower case.
        attributes: As they are written; names in lower case.

    >>> region_of("div", {"class": "post-comments"}), region_of("div", {"class": "commentary"})
    (<Drop.COMMENTS: 'comments'>, None)
    """
    if not attributes or name in ("html", "body"):
        return _REGIONS.get(name)
    if "hidden" in attributes or ("style" in attributes and _HIDING.search(attributes["style"])):
        return Drop.HIDDEN
    if name in _REGIONS:
        return _REGIONS[name]
    if role := _ROLES.get(attributes.get("role", "").lower()):
        return role
    if name in _WHOLE:
        return None
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    return next((_CLASS_OF[word] for word in _WORD.findall(named) if word in _CLASS_OF), None)
