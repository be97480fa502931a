"""Fuzzing of the entrances for files from outside."""
