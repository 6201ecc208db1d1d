"""Comparing: which claims speak of the same thing, and what they are to each other."""
