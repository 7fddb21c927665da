"""Another theme, taken up without a key having to wait for it.

Textual parses every stylesheet anew and styles every widget of every screen, all at once. Here:

    theme ──▶ styles parsed in a thread ──▶ put in place of those before ──▶ widgets styled, some at a time ──▶ painted
"""

import asyncio
from collections import deque
from collections.abc import Iterator
from time import perf_counter

from textual import work
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from reader.ui.theme import INK, READING_THEMES, variable_defaults

SLICE_SECONDS = 0.004
"""So long widgets are styled before keys are looked at again."""


class RecolouringApp(App[None], inherit_bindings=False):
    """An app in our themes, or in one of Textual's."""

    def __init__(self) -> None:
        super().__init__()
        for theme in READING_THEMES:
            self.register_theme(theme)
        # Before anything is styled: a theme that is set as usual has all styles parsed once more.
        self.set_reactive(App.theme, INK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, and ours where it doesn't know them."""
        variables = super().get_css_variables()
        return variable_defaults(variables) | variables

    def refresh_css(self, animate: bool = True) -> None:
        """Have everything styled as the theme wants it: at once before anything is shown, else a little later."""
        if not any(screen.is_mounted for screen in self.screen_stack):
            super().refresh_css(animate)
            return
        self._recolour()

    @work(exclusive=True, group="colours")
    async def _recolour(self) -> None:
        styles = await asyncio.to_thread(_parsed, self.stylesheet.copy(), self.get_css_variables())
        for place, source in self.stylesheet.source.items():
            # Something may have been taken up meanwhile.
            styles.add_source(source.content, place, source.is_defaults, source.tie_breaker, source.scope)
        self.stylesheet = styles
        # Half of it in other colours is not to be seen.
        with self.batch_update():
            nodes = deque(
                [self, *(node for screen in self.screen_stack for node in screen.walk_children(with_self=True))]
            )
            while nodes:
                styles.update_nodes(_for_a_slice(nodes))
                await asyncio.sleep(0)
        self.refresh()


def _parsed(styles: Stylesheet, variables: dict[str, str]) -> Stylesheet:
    styles.set_variables(variables)
    styles.parse()
    # Made when it is first asked for.
    _ = styles.rules_map
    return styles


def _for_a_slice(nodes: deque[DOMNode]) -> Iterator[DOMNode]:
    until = perf_counter() + SLICE_SECONDS
    while nodes and perf_counter() < until:
        node = nodes.popleft()
        if node.is_attached:
            yield node
