"""Changes from one year to the next."""
