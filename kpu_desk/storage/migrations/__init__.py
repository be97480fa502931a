"""The steps of the schema, run inside the program without an ini file."""

HEAD = "0022"
"""The newest step; known without importing Alembic, so that a usual start never pays for it."""
