"""The comparators: each looks at one way in which two claims can bear on each other."""
