"""Claims out of contents: clause by clause, in words that stand alone."""
