# SPDX-License-Identifier: GPL-3.0-or-later
"""First paint, memory, and from the password to Today: each in a program of its own, as people start it."""

import statistics
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.harness import Case, Row, of_children
from tests.bench.offices import PASSWORD, Made, Offices

TOLD = """
def tell(**more):
    import os, sys
    with open("/proc/self/status") as status:
        kib = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    heavy = {"sqlalchemy", "alembic", "reportlab", "xlsxwriter", "holidays", "icalendar"} & set(sys.modules)
    for name, value in dict(rss=kib / 1024, modules=len(sys.modules), heavy=len(heavy), **more).items():
        print(name, value, flush=True)
    os._exit(0)
"""

BARE = """
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        tell()
app = QApplication(["punos"])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""

SIGN_IN = """
import sys
from desktop.entrance import Entrance
from desktop import __main__
Entrance._painted = lambda self: tell()
__main__.main()
"""

# From the data key in hand until Today stands painted with its answer.
UNLOCK = """
import sys, time
import desktop.app, desktop.entrance
from PySide6.QtCore import QTimer
began = []
def watch(program):
    import db.opening
    given = db.opening.open_with_key
    def timed(*args, **more):
        began.append(time.process_time())
        return given(*args, **more)
    db.opening.open_with_key = timed
    from desktop.views.today import TodayPage
    shown = TodayPage._show
    def drawn(self, told):
        shown(self, told)
        program.house.frame.repaint()
        tell(ms=(time.process_time() - began[0]) * 1000)
    TodayPage._show = drawn
    def type_it():
        if not program.entrance.is_warm:
            return QTimer.singleShot(50, type_it)
        body = program.entrance.body()
        body.password.line.setText(sys.argv[2])
        body.button.click()
    type_it()
start = desktop.app.Program.start
def go(self):
    start(self)
    QTimer.singleShot(0, lambda: watch(self))
desktop.app.Program.start = go
sys.exit(desktop.app.run(sys.argv[1]))
"""

USED = """
import io, pkgutil, importlib, sys
import desktop.app, db, desktop
from PySide6.QtWidgets import QApplication
from desktop.settings import settings_of_this_person
app = QApplication(["punos"])
program = desktop.app.Program(app, sys.argv[1])
program.start()
app.processEvents()
for package in (db, desktop):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not found.name.endswith(("__main__", "migrations.env")):
            importlib.import_module(found.name)
import reportlab.platypus, xlsxwriter, holidays, alembic
tell()
"""


def cases(offices: Offices) -> Iterator[Case | Row]:
    """On an office that is closed."""
    made = offices.of(1)
    path = str(made.path)
    seen = _run(SIGN_IN, path)
    note = f"{seen['modules']:.0f} modules, {seen['heavy']:.0f} of the heavy ones"
    yield Case(
        "first paint of the sign-in, warm",
        lambda: _run(BARE),
        lambda: _run(SIGN_IN, path),
        1.3,
        rounds=9,
        note=note,
        clock=of_children,
    )
    yield _memory("memory at first paint", SIGN_IN, made, 1.25)
    yield _memory("memory with everything imported and an office known", USED, made, 3.0)
    spent = [_run(UNLOCK, path, PASSWORD)["ms"] for _ in range(5)]
    yield Row("from the key to Today drawn", None, statistics.median(spent), 50)


def _memory(name: str, script: str, made: Made, goal: float) -> Row:
    bare = statistics.median(_run(BARE)["rss"] for _ in range(3))
    ours = statistics.median(_run(script, str(made.path))["rss"] for _ in range(3))
    return Row(name, bare, ours, goal, unit="MB")


def _run(script: str, *arguments: str) -> dict[str, float]:
    told = subprocess.run(
        [sys.executable, "-c", TOLD + script, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    pairs = (line.split() for line in told.stdout.splitlines())
    return {name: float(value) for name, value in pairs}
