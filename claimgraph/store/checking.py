"""Whether the tables agree with each other."""

from sqlalchemy import Connection


def check(connection: Connection) -> list[str]:
    """What is wrong, in words."""
    return []
