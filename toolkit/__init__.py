"""The toolkit around the carousel: what people see, what is kept, what it means and what leaves the house."""
