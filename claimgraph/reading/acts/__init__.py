"""What attributions do: their types, acts, negations and targets."""
