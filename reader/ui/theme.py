"""Two themes made for reading, one in each tone, and the variables that every theme must have.

Text has a contrast of at least 7:1 to its ground, dim text of at least 4.5:1 (WCAG 2.2, relative luminance).
"""

from collections.abc import Mapping

from textual.theme import Theme

INK = Theme(
    name="ink",
    primary="#8ab4e8",
    secondary="#9bc9a3",
    accent="#f0b35e",
    warning="#f0b35e",
    error="#f2877d",
    success="#9bc9a3",
    foreground="#dcd8ce",
    background="#15171b",
    surface="#1b1e24",
    panel="#252932",
    dark=True,
    variables={
        "reader-dim": "#a0a5b0",
        "reader-rule": "#343944",
        "reader-match": "#ffd98a",
        "reader-match-ground": "#4a3a16",
        "reader-find": "#15171b",
        "reader-find-ground": "#f0b35e",
        "reader-selection-ground": "#20395a",
        "reader-cursor-ground": "#2b313c",
        "block-cursor-foreground": "#15171b",
        "block-cursor-background": "#8ab4e8",
        "input-cursor-background": "#dcd8ce",
        "input-cursor-foreground": "#15171b",
        "input-selection-background": "#20395a",
    },
)

PAPER = Theme(
    name="paper",
    primary="#1d4f85",
    secondary="#2c5f37",
    accent="#8a4500",
    warning="#8a4500",
    error="#a3221a",
    success="#2c5f37",
    foreground="#2a2925",
    background="#f7f2e8",
    surface="#f0e9db",
    panel="#e5dcc9",
    dark=False,
    variables={
        "reader-dim": "#5d574c",
        "reader-rule": "#cdc3ae",
        "reader-match": "#5c2e00",
        "reader-match-ground": "#ffe3a3",
        "reader-find": "#fffaf0",
        "reader-find-ground": "#8a4500",
        "reader-selection-ground": "#b0caea",
        "reader-cursor-ground": "#e1d8c4",
        "block-cursor-foreground": "#f7f2e8",
        "block-cursor-background": "#1d4f85",
        "input-cursor-background": "#2a2925",
        "input-cursor-foreground": "#f7f2e8",
        "input-selection-background": "#b0caea",
    },
)

READING_THEMES = (INK, PAPER)
OWN_THEMES = frozenset(theme.name for theme in READING_THEMES)


def variable_defaults(variables: Mapping[str, str]) -> dict[str, str]:
    """What our variables are in a theme that doesn't know them, from the variables that every theme has."""
    return {
        "reader-dim": variables.get("foreground-muted", "ansi_bright_black"),
        "reader-rule": variables.get("panel", "ansi_bright_black"),
        "reader-match": variables.get("text-warning", "ansi_yellow"),
        "reader-match-ground": variables.get("warning-muted", "ansi_black"),
        "reader-find": variables.get("background", "ansi_black"),
        "reader-find-ground": variables.get("warning", "ansi_yellow"),
        "reader-selection-ground": variables.get("primary-muted", "ansi_blue"),
        "reader-cursor-ground": variables.get("panel", "ansi_bright_black"),
    }
