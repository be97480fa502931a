"""Setting up an office's own workspace: profile, passphrase, recovery code, first ceremony."""
