"""Tables that stand in a text."""
