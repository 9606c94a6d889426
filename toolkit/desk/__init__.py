"""What staff screens share: the gate, signing in, language, charts."""
