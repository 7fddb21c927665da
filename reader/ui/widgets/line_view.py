"""A view whose lines are made as they come on the screen: the base of the lists and of the reading pane."""

from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView


class LineView(ScrollView):
    """A scroll view whose length may change with every key: only its scrollbar is told, and nothing is moved.

    Textual would lay the whole screen out anew for that. It still does when the scrollbar comes or goes.
    """

    virtual_size: Reactive[Size] = reactive(Size(0, 0), layout=False)

    def watch_virtual_size(self, before: Size, after: Size) -> None:
        """Keep the scrollbar true."""
        if before.height == after.height:
            return
        needs_bar = after.height > self.container_size.height
        if needs_bar is not self.show_vertical_scrollbar:
            self.refresh(layout=True)
        elif needs_bar:
            self.vertical_scrollbar.window_virtual_size = after.height
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True)
