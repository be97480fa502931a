"""Drives the real windows unattended."""
