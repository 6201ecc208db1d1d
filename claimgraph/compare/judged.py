"""A comparer for graphs that asks a judge where the library's own says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.compare.comparer import Comparer, OwnComparer, Pair
from claimgraph.compare.gist import Gist
from claimgraph.compare.judge import JudgeOptions, PairJudge, method_of, with_judge
from claimgraph.compare.verdict import Verdict


class JudgedComparer:
    """Compares as another comparer does, and then asks a judge about what is left.

    Attributes:
        version: Of both: another judge, or another version of it, compares everything anew.
    """

    def __init__(
        self,
        judge: PairJudge,
        *,
        comparer: Comparer | None = None,
        options: JudgeOptions | None = None,
    ) -> None:
        """Put a judge behind a comparer.

        Args:
            judge: What is asked.
            comparer: What speaks first; the library's own by default.
            options: When the judge is believed.

        Raises:
            ModelError: The judge's name cannot be used.
        """
        self._comparer = comparer or OwnComparer()
        self._judge = judge
        self._options = options or JudgeOptions()
        asked = f"{self._options.contradiction:g},{self._options.entailment:g}"
        self.version = f"{self._comparer.version}+{method_of(judge)}({asked})"

    def verdicts(self, pairs: Sequence[Pair], /) -> list[Verdict | None]:
        """A verdict for each pair, in their order.

        Raises:
            ModelError: The judge's answers cannot be used.
        """
        found = self._comparer.verdicts(pairs)
        known = {each.id: Gist(each) for pair in pairs for each in pair}
        gists = [(known[a.id], known[b.id]) for a, b in pairs]
        return with_judge(gists, found, self._judge, options=self._options)
