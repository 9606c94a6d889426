"""The toolkit around the carousel: what residents and staff see, what is kept, what it means and what leaves the house."""
