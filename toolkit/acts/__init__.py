"""What each role may do: one verb a function, run inside the store's transaction."""
