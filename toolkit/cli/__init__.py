"""The commands: thin doors for the terminal. What they do is in acts, paper and store."""
