"""The source-comparison report: what it says (``content``), how that is gathered from records
(``compose``), and the forms in which it is written.
"""
