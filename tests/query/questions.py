"""Questions that Hypothesis asks: of a query, and of the records in plain Python."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from claimgraph.model import Claim
from claimgraph.query.claims import Claims
from claimgraph.vocabulary import Certainty, Form, Polarity, SourceKind, SpeechAct, Stance
from tests.query.plain import Plain

AnyClaims = Claims[Any]


@dataclass(frozen=True)
class Asked:
    """One question, in both forms."""

    text: str
    narrow: Callable[[AnyClaims], AnyClaims]
    passes: Callable[[Plain, Claim], bool]

    def __repr__(self) -> str:
        return self.text


def filters(
    names: st.SearchStrategy[str], words: st.SearchStrategy[str]
) -> st.SearchStrategy[Asked]:
    """Every filter, with arguments that may fit."""
    days = st.tuples(DAYS, DAYS).map(
        lambda pair: dict(zip(("start", "end"), sorted(pair), strict=True))
    )
    number = st.one_of(st.none(), st.sampled_from([0, 1, 12, 17, 100, 107, 1e6]))
    options: dict[str, st.SearchStrategy[dict[str, Any]]] = {
        "said_by": st.fixed_dictionaries({"name": names}, optional={"members": st.booleans()}),
        "via": st.fixed_dictionaries({"name": names}),
        "accusing": st.fixed_dictionaries({"name": names}),
        "about": st.fixed_dictionaries({"text": words}),
        "where": _fields(),
        "published_between": days,
        "said_between": days,
        "happened_between": days,
        "with_quantity": st.fixed_dictionaries(
            {"unit": st.sampled_from(["", "people", "case"]), "at_least": number},
            optional={"at_most": number, "of": st.sampled_from(["kill", "ed", "'"])},
        ),
        "contradicted": st.fixed_dictionaries({}, optional={"by": names}),
        "corroborated": st.fixed_dictionaries({}, optional={"by_independent": st.integers(1, 3)}),
        "single_source": st.just({}),
        "unattributed": st.just({}),
    }
    return st.sampled_from(sorted(options)).flatmap(
        lambda name: options[name].map(lambda given: _asked(name, given))
    )


def questions(simple: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    """Filters one after the other, and queries joined with ``|``, ``&`` and ``-``."""
    return st.recursive(
        simple,
        lambda inner: st.one_of(
            st.builds(_then, inner, simple),
            st.builds(_join, st.sampled_from("|&-"), inner, inner),
        ),
        max_leaves=4,
    )


DAYS = st.sampled_from(
    ["2018-11-23", "2018-11-24", "2018-11-25", "2018-11-26", "2023-06-14", "2023-06-16", "2030"]
)


def _fields() -> st.SearchStrategy[dict[str, Any]]:
    def some(vocabulary: Any) -> st.SearchStrategy[Any]:
        values = [each.value for each in vocabulary]
        return st.one_of(st.sampled_from(values), st.lists(st.sampled_from(values), max_size=2))

    return st.one_of(
        st.fixed_dictionaries({"act": some(SpeechAct)}),
        st.fixed_dictionaries({"stance": some(Stance), "polarity": some(Polarity)}),
        st.fixed_dictionaries({"certainty": some(Certainty), "negated": st.booleans()}),
        st.fixed_dictionaries({"form": st.one_of(st.none(), some(Form))}),
        st.fixed_dictionaries({"kind": some(SourceKind)}),
        st.fixed_dictionaries(
            {"publisher": st.sampled_from(["Example Wire", "Sham Dispatch", "'; --"])}
        ),
    )


def _asked(name: str, given: dict[str, Any]) -> Asked:
    def narrow(query: AnyClaims) -> AnyClaims:
        others = dict(given)
        first = [others.pop(key) for key in ("name", "text") if key in others]
        narrowed: AnyClaims = getattr(query, name)(*first, **others)
        return narrowed

    words = ", ".join(f"{key}={value!r}" for key, value in given.items())
    return Asked(
        f"{name}({words})",
        narrow,
        lambda plain, claim: bool(getattr(plain, name)(claim, **given)),
    )


def _then(first: Asked, second: Asked) -> Asked:
    return Asked(
        f"{first}.{second}",
        lambda query: second.narrow(first.narrow(query)),
        lambda plain, claim: first.passes(plain, claim) and second.passes(plain, claim),
    )


def _join(sign: str, left: Asked, right: Asked) -> Asked:
    def narrow(query: AnyClaims) -> AnyClaims:
        one, other = left.narrow(query), right.narrow(query)
        return {"|": one.__or__, "&": one.__and__, "-": one.__sub__}[sign](other)

    def passes(plain: Plain, claim: Claim) -> bool:
        one, other = left.passes(plain, claim), right.passes(plain, claim)
        return {"|": one or other, "&": one and other, "-": one and not other}[sign]

    return Asked(f"({left} {sign} {right})", narrow, passes)
