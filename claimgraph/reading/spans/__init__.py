"""Attributions as spans: the marks of the model mended, and what it misses found."""
