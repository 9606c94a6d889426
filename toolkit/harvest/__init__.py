"""Making sense of notes: moderation, themes, likeness, clusters, votes. Pure functions of frozen values."""
