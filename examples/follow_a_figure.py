"""How a death toll changed from day to day, and who said what was known when.

Run it from the project's folder: ``python examples/follow_a_figure.py``.
"""

from pathlib import Path

import claimgraph as cg
from claimgraph.interop import records

SEEDS = Path(__file__).parents[1] / "seeds"


def main() -> None:
    """Look at the explosion at Korvath as it was known on each day."""
    with cg.ClaimGraph() as graph:
        graph.add(records(SEEDS))
        for day in ("2023-06-14", "2023-06-15", "2023-06-16"):
            print(day)
            then = graph.as_of(day)
            tolls = then.claims().about("Korvath").with_quantity("people", of="killed")
            for claim in tolls.published_between(day).order_by("published"):
                speaker = claim.source.name if claim.source else "the article itself"
                print(f"  {speaker}: {claim.quantities[0].text} – {claim.text}")

        print("Updates and corrections:")
        for relation in graph.relations().where(kind=["updates", "retracts"], type="numeric"):
            print(f"  {relation.kind.value}: {relation.reason}")


if __name__ == "__main__":
    main()
