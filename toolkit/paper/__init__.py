"""Things on paper and things to take away, made only of published values."""
