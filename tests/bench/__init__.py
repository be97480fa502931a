"""Benchmarks: ratios within one run, never a figure that a slow machine could fail by itself."""
