"""Widgets: each says what happened and reaches nowhere sideways."""
