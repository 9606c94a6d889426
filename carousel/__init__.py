"""The turning carousel: groups, rotation, schedule, clock and stages, without any input or output."""
