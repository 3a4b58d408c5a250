"""Reading prose: figures with their names, units and places, and what stands between them."""
