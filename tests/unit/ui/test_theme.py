import pytest
from textual.color import Color

from reader.ui.theme import READING_THEMES


def luminance(colour):
    """Relative luminance as in WCAG 2.2."""
    parts = [value / 255 for value in Color.parse(colour).rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", READING_THEMES, ids=lambda theme: theme.name)
def test_text_stands_out_from_every_ground_it_lies_on(theme):
    for ground in (theme.background, theme.surface, theme.panel):
        assert contrast(theme.foreground, ground) >= 7
    for ground in ("reader-cursor-ground", "reader-selection-ground"):
        assert contrast(theme.foreground, theme.variables[ground]) >= 7
    for text in (theme.primary, theme.secondary, theme.accent):
        assert contrast(text, theme.background) >= 4.5
        assert contrast(text, theme.panel) >= 4.5


@pytest.mark.parametrize("theme", READING_THEMES, ids=lambda theme: theme.name)
def test_dim_text_can_be_read(theme):
    for ground in (theme.background, theme.surface, theme.panel, theme.variables["reader-cursor-ground"]):
        assert contrast(theme.variables["reader-dim"], ground) >= 4.5


@pytest.mark.parametrize("theme", READING_THEMES, ids=lambda theme: theme.name)
def test_what_matched_can_be_read(theme):
    assert contrast(theme.variables["reader-match"], theme.variables["reader-match-ground"]) >= 7
    assert contrast(theme.variables["reader-find"], theme.variables["reader-find-ground"]) >= 4.5
