"""The projector's window: what the audience sees."""
