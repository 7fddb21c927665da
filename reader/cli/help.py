"""What may be typed, in one screen."""

HELP = """\
Read archives of articles and interviews in the terminal, answer by answer.

usage: reader [FOLDER… | FILE | -]     open it; - is standard input
       reader COMMAND [ARGUMENTS]      (a folder named like one: reader ./list)

  list   [PATH…]               the articles, with their questions and minutes
  search QUERY [PATH…]         answers and passages, best first
  show   FILE [--question N]   an article or an answer, to read or as JSON
  cite   FILE --question N     the quote with its source
  check  [PATH…]               what each file was taken for, what was skipped
  export [PATH…] --format FORM --output FOLDER    Markdown, HTML or JSON files
  export [PATH…] --marks       your marks and notes, with their quotes
  config                       the settings, and where each comes from
  cache  [--clear]             what is kept of archives, where, how big
  COMMAND --help; also: --version, --manual, --completion SHELL

Without a PATH: the config's libraries, else the articles that come along.
Exit status: 0 found, 1 nothing found, 2 wrong usage.

examples:
  reader ~/interviews
  reader search 'dangrous famly' ~/interviews --limit 5
  curl -s https://example.org/talk.txt | reader -\
"""


class HelpAsked(Exception):  # noqa: N818 - not an error: an answer that cuts parsing short
    """A command's help was asked for; the message is the answer."""
