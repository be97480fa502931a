"""The records: seal, print, save, verify."""
