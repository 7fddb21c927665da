"""What is the user's own: paths, settings, and the state that must survive everything."""
