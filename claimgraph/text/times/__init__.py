"""Times in news: where they stand, and which stretch of time each means."""

from claimgraph.text.times.finding import FoundTime, find_times
from claimgraph.text.times.readings import KINDS

__all__ = ["KINDS", "FoundTime", "find_times"]
