"""Screens: state lives here, flows down to widgets, comes back as messages."""
