"""Playing residents over HTTP against a running program: for practice, for tests, for measuring."""
