"""Views: what the records of a `Material` show, as plain results.

Every view is a pure function; every result is frozen, has ``rows``, and knows how to print itself,
as text, as HTML in a notebook, and as a pandas DataFrame.
"""
