"""KPU Desk: an offline desk for signing ceremonies at offices of KPU, Indonesia's election commission."""

__version__ = "0.1.0"
