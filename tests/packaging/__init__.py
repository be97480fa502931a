"""Tests of the two commands of the project."""
