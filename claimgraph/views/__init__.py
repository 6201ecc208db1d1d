"""Views: what the records of a `Material` show, as plain results.

Every view is a pure function in the file of its name; every result is frozen, has ``rows``, and
knows how to print itself, as text, as HTML in a notebook, and as a pandas DataFrame.
"""

from claimgraph.views.agreement import Agreement
from claimgraph.views.echoes import Repetitions
from claimgraph.views.framing import Framing
from claimgraph.views.lineage import Lineages
from claimgraph.views.material import Material
from claimgraph.views.matrix import Matrix
from claimgraph.views.origins import Origins
from claimgraph.views.parties import Parties, Party
from claimgraph.views.silent import Silent
from claimgraph.views.timeline import Timeline
from claimgraph.views.trace import Trace
from claimgraph.views.view import View

__all__ = [
    "Agreement",
    "Framing",
    "Lineages",
    "Material",
    "Matrix",
    "Origins",
    "Parties",
    "Party",
    "Repetitions",
    "Silent",
    "Timeline",
    "Trace",
    "View",
]
