"""Tests of the steps of the day, on real encrypted workspaces."""
