"""The touchscreen: read, confirm, sign."""
