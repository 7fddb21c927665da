"""Pure values, frozen, on the standard library only."""
