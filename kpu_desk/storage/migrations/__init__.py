"""The steps of the schema, run inside the program (no ini file, no env.py)."""

HEAD = "0002"
"""The newest step; known without importing Alembic, so that a usual start never pays for it."""
