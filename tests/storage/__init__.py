"""Tests of the cupboard, on real encrypted files."""
