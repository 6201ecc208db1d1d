"""Subqueries that refer to the row around them, however deep they stand.

SQLAlchemy by itself looks one level up only; a table that stands two levels up it would ask anew,
as a whole. So each subquery says which tables are its own.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Exists, ScalarSelect, exists, select
from sqlalchemy.sql.expression import FromClause


def there_is(*own: FromClause, where: Sequence[ColumnElement[bool]]) -> Exists:
    """Whether the tables have rows that pass the conditions."""
    return exists(select(1).select_from(*own).where(*where).correlate_except(*own))


def value(
    column: ColumnElement[Any], *own: FromClause, where: Sequence[ColumnElement[bool]]
) -> ScalarSelect[Any]:
    """A column of the one row of the tables that passes the conditions; NULL if there is none."""
    found = select(column).select_from(*own).where(*where)
    return found.correlate_except(*own).scalar_subquery()
