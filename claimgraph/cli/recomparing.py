"""``claimgraph recompare``: compare all claims of a store anew."""

from dataclasses import asdict

from claimgraph.cli.opening import opened
from claimgraph.cli.options import DEFAULT_STORE, Json, Store
from claimgraph.cli.output import plainly, print_json


def recompare(store: Store = DEFAULT_STORE, json: Json = False) -> None:
    """Compare all claims anew, after a new version or corrections.

    What machines found is replaced. What people made, confirmed, corrected or rejected stays.
    """
    with opened(store) as graph:
        done = graph.recompare()
    if json:
        print_json([asdict(done)])
    else:
        plainly(f"{store}: {done}")
