"""KPU Desk: an offline desk for signing ceremonies at offices of KPU, Indonesia's election commission."""

__version__ = "0.1.0"

BUILT = "2026-11-24"
"""The day this version was put together, ISO 8601; changed with the version. A clock before it is wrong."""
