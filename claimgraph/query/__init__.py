"""Questions as SQL: lazy, immutable queries over what a store holds."""
