"""Indicators, intervals and small numbers: what may leave the house, and with how much certainty."""
