"""What leaves the program: an article or an answer as text, Markdown, HTML or JSON, and its citation."""
