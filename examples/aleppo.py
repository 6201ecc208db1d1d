"""Who said what about the attack on Aleppo, in a few questions.

Run it from the project's folder: ``python examples/aleppo.py``. It reads the hand-annotated example
articles and prints who accuses whom, who answers, and which figures are compatible.
"""

from pathlib import Path

import claimgraph as cg
from claimgraph.interop import records

SEEDS = Path(__file__).parents[1] / "seeds"


def main() -> None:
    """Ask, and print what is found."""
    with cg.ClaimGraph() as graph:
        graph.add(records(SEEDS))

        print("Russia accuses HTS:")
        for claim in graph.claims().said_by("Russia").accusing("HTS"):
            print(f"  {claim.text} ({claim.document.publisher})")

        print("HTS:")
        for statement in graph.silent().rows[0].statements:
            print(f"  “{statement.words}”")

        print("Denials that answer an accusation by Russia:")
        for denial in graph.claims().where(stance="denies").contradicted(by="Russia"):
            print(f"  {denial.source.name if denial.source else 'nobody'}: {denial.text}")

        matrix = graph.matrix(graph.claims().about("Aleppo"))
        row = next(row for row in matrix if "struggling to breathe" in row.text)
        print(f"{row.text} [{row.state.value}]")
        for column, cell in matrix.reported(row):
            print(f"  {column.short}: {cell.words}")
        print(f"  because {row.reason}")


if __name__ == "__main__":
    main()
