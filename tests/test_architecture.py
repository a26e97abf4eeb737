# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers and habits of the house, as checks. A breach names the import or the line."""

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_archon import archrule

import db.actions
import db.queries
from db.models import Base
from db.work import Action, Query

ROOT = Path(__file__).resolve().parent.parent
TOP = {
    "pyproject.toml",
    "desktop",
    "db",
    "resources",
    "i18n",
    "tests",
    "installer",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
}


def modules(package) -> Iterator[object]:
    for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        yield importlib.import_module(info.name)


def sources(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def test_the_top_level_is_what_it_should_be() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if tracked.returncode:
        pytest.skip("not a git checkout")
    names = {line.split("/")[0] for line in tracked.stdout.splitlines()}
    assert {n for n in names if not n.startswith(".")} <= TOP


def test_the_office_knows_no_window() -> None:
    archrule("db").match("db*").should_not_import("PySide6*", "shiboken6*", "desktop*").check("db")


def test_rules_are_pure() -> None:
    (
        archrule("rules")
        .match("db.rules*")
        .should_not_import(
            "sqlalchemy*",
            "PySide6*",
            "db.models*",
            "db.queries*",
            "db.actions*",
            "db.tx",
            "db.office",
        )
        .check("db")
    )


def test_tables_know_neither_questions_nor_deeds() -> None:
    archrule("models").match("db.models*").should_not_import(
        "db.queries*", "db.actions*", "db.office"
    ).check("db")


def test_questions_and_deeds_do_not_open_offices() -> None:
    (
        archrule("queries and actions")
        .match("db.queries*", "db.actions*")
        .should_not_import("db.office", "db.opening", "db.engine")
        .check("db", only_direct_imports=True)
    )


def test_what_people_see_never_touches_the_tables() -> None:
    (
        archrule("views")
        .match("desktop.views*", "desktop.widgets*", "desktop.models*")
        .should_not_import(
            "sqlalchemy*", "sqlcipher3*", "db.models*", "db.engine", "db.office", "db.tx"
        )
        .check("desktop", only_direct_imports=True)
    )


def test_pages_and_files_are_made_without_windows() -> None:
    (
        archrule("documents and exchange")
        .match("desktop.documents*", "desktop.exchange*")
        .should_not_import("PySide6*", "shiboken6*")
        .check("desktop")
    )


@pytest.mark.parametrize(("package", "kind"), [(db.queries, Query), (db.actions, Action)])
def test_every_public_function_is_a_question_or_a_deed(package, kind) -> None:
    for module in modules(package):
        for name, thing in vars(module).items():
            own = getattr(thing, "__module__", "") == module.__name__
            if own and not name.startswith("_") and inspect.isfunction(thing):
                pytest.fail(
                    f"{module.__name__}.{name} is a plain function: is it a {kind.__name__}, private, or a rule?"
                )
            if own and isinstance(thing, kind):
                parameters = list(inspect.signature(thing._function).parameters.values())[1:]
                assert all(p.kind in (p.KEYWORD_ONLY, p.VAR_KEYWORD) for p in parameters), (
                    f"{module.__name__}.{name}"
                )


def test_no_rows_are_changed_behind_the_journal() -> None:
    """Cascades in the database and association tables without a class hide rows from undo."""
    for table in Base.metadata.tables.values():
        for key in table.foreign_keys:
            assert key.ondelete in ("RESTRICT", None), f"{table.name}: {key.ondelete}"
    for path, tree in sources("db"):
        for node in ast.walk(tree):
            called = getattr(node, "func", None)
            name = getattr(called, "id", getattr(called, "attr", ""))
            assert name not in {"relationship", "backref"}, f"{path.name}:{node.lineno}"


def test_actions_write_only_through_their_hand() -> None:
    """`insert`, `update` and `delete` statements belong to db/tx.py, the log and the demo's bulk load."""
    for path, tree in sources("db/actions", "db/queries"):
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == "sqlalchemy":
                wrong = {"insert", "update", "delete", "text"} & {a.name for a in node.names}
                assert not wrong, f"{path.relative_to(ROOT)}:{node.lineno} imports {wrong}"


def test_labels_that_show_data_are_plain_text() -> None:
    """A participant called `<img src=...>` makes a rich-text label open that file."""
    for path, tree in sources("desktop"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in {"setHtml", "RichText", "AutoText"}:
                pytest.fail(f"{path.relative_to(ROOT)}:{node.lineno}: {node.attr}")


def test_the_project_stands_alone() -> None:
    for path, _tree in sources("db", "desktop", "installer"):
        held = path.read_text(encoding="utf-8")
        assert "../shared" not in held, path
        assert "/work/" not in held, path
        assert not re.search(
            r"\b(product|architecture|screens|performance|trust|domain|peers)\.md", held
        ), path
