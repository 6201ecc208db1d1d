"""Benchmarks of the store and its queries on synthetic news. ``python -m bench --help``."""
