"""The pen test: the signer's window on a sample sheet, with what the device really delivers beside it."""
