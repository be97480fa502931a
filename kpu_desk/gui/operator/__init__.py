"""The desk: who is here, who has signed, who is next."""
