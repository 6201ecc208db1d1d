"""The report as a page for people: HTML that loads nothing and runs no script."""

from claimgraph.report.page.pages import Page, pages

__all__ = ["Page", "pages"]
