"""The steps of the day, one module per step."""
