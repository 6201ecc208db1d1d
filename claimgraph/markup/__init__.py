"""HTML and SVG from plain values: what comes from an article stays text."""
