"""Readings and everything that joins them, in SQL."""
