"""The windows, as people see and use them."""
