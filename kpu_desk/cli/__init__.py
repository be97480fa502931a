"""The counter: a second face over the same services, without Qt."""
