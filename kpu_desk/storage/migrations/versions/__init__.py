"""One module per step of the schema; revision numbers are four digits and ascend."""
