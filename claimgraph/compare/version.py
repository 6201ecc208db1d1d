"""Which comparer this is."""

#: Goes up whenever the same two claims may get another verdict, or other keys. Stores remember with
#: which one a document was compared.
VERSION = "3"
