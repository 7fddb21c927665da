"""What is imported before it is asked for."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import reader.ui
from reader.ui.ahead import TO_DO_MORE, TO_OPEN, TO_READ

IMPORTED = """
import json, sys
from reader.ui.ahead import import_ahead
import reader.ui.app
import_ahead(json.loads(sys.argv[1]))
print(json.dumps(sorted(sys.modules)))
"""
IN_THREADS = {"reader.search.pattern", "reader.store.choices", "reader.store.state"}
"""Asked for there first, by functions that don't say so in their names."""


def asked_for_on_the_screen():
    """What functions of the app import, other than those that run in threads."""
    for path in Path(reader.ui.__file__).parent.rglob("*.py"):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        for function in functions:
            if not function.name.endswith("_in_thread"):
                imports = [node for node in ast.walk(function) if isinstance(node, ast.ImportFrom)]
                yield from (node.module for node in imports if node.module is not None)


def test_whatever_a_key_asks_for_is_imported_ahead():
    names = json.dumps([*TO_OPEN, *TO_READ, *TO_DO_MORE])
    ended = subprocess.run([sys.executable, "-c", IMPORTED, names], check=True, capture_output=True)
    assert set(asked_for_on_the_screen()) - set(json.loads(ended.stdout)) == IN_THREADS
