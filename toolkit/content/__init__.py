"""What is shipped in data/ and can be changed without code: question sets, vocabularies, look and demo."""
