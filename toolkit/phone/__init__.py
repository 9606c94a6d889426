"""What a resident or a table host sees: routes, templates and one script."""
