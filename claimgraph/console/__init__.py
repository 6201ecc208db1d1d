"""What queries and views return, laid out to be read: on a terminal, in a pipe."""
