"""Quotes, quantities, dates, names: strings only, no NLP library."""
