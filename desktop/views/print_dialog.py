# SPDX-License-Identifier: GPL-3.0-or-later
"""A page before it is printed: what it looks like, whose copy, which printer, or a PDF instead."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.errors import Refused
from db.rules.words import Copy
from desktop.desk import Desk
from desktop.printing import Printers
from desktop.sentences import sentence
from desktop.views.pdf_pane import PdfPane
from desktop.views.print_shop import PrintShop
from desktop.views.printables import Printable, name_warning, plan_pages, sign_in_pages
from desktop.widgets.buttons import Button, icon_button
from desktop.widgets.combo import Combo
from desktop.widgets.field import Field
from desktop.widgets.focus_ring import FocusRing
from desktop.widgets.label import text_label
from desktop.widgets.link import link
from desktop.widgets.segmented import Segmented

_PAGE_KEYS = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ZOOM_KEYS = {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0}
_SIDE, _WIDTH, _HEIGHT = 300, 980, 760


class PrintDialog(QDialog):
    """Enter prints on the chosen printer; without one it saves a PDF. Esc closes."""

    def __init__(
        self,
        desk: Desk,
        printable: Printable,
        parent: QWidget,
        printers: Printers | None = None,
        *,
        copy: Copy | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._printable = desk, printable
        self._answer: Any = None
        self._wanted: Callable[[], bool] | None = None
        self.shop = PrintShop(desk, parent, printers, over=self)
        self.finished.connect(self.shop.retire)
        self.setWindowTitle(printable.title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pane = PdfPane(desk)
        self.copies = self._copy_switch(copy)
        self.printer = self._printer_choice()
        self._holds_icon = QLabel()
        self._holds = text_label("", "small", "ink2", wrap=True)
        self._make_buttons()
        self._lay_out()
        self._show_what_it_holds()
        self._fit(parent)
        FocusRing(desk.theme, self)
        self._main().setDefault(True)
        self._main().setFocus()
        self.pane.view.show_loading()
        desk.worker.read(self, printable.ask, self._arrived, failed=self._refused)

    def copy(self) -> Copy:
        """Whose copy is on show."""
        if self.copies is None:
            return self._printable.copies[0]
        return Copy(self.copies.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages turn and zoom wherever the keyboard is."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _PAGE_KEYS or (control and event.key() in _ZOOM_KEYS):
            self.pane.view.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._desk.theme.color("app"))
            painter.fillRect(self._desk_area.geometry(), self._desk.theme.color("rail"))

    def _arrived(self, answer: Any) -> None:  # noqa: ANN401 - the answer of any question
        self._answer = answer
        self._show()
        if self._wanted is not None:
            self._do(self._wanted)

    def _show(self) -> None:
        self._show_what_it_holds()
        answer, copy, pages = self._answer, self.copy(), self._printable.pages
        if answer is not None:
            self.pane.show_pages(lambda: pages(answer, copy))

    def _refused(self, error: object) -> None:
        if isinstance(error, Refused):
            self.pane.view.show_error(sentence(self._desk.words, error))
        for button in (self.print_button, self.save_button, self.settings_button):
            button.setEnabled(False)
        self.close_button.setFocus()

    def _do(self, deed: Callable[[], bool]) -> None:
        """Do it and close, as soon as there is something to print: keys are faster than the office."""
        if self._answer is None:
            self._wanted = deed
        elif deed():
            self.accept()

    def _print(self) -> bool:
        printer = self.shop.printers.open(str(self.printer.currentData()))
        self.shop.print_on(printer, self._printable, self.copy(), self._suggested())
        return True

    def _print_asking(self) -> bool:
        name = str(self.printer.currentData())
        return self.shop.print_asking(self._printable, self.copy(), self._suggested(), name)

    def _save(self) -> bool:
        return self.shop.save(self._printable, self.copy(), self._suggested())

    def _suggested(self) -> str:
        return self._printable.file_name(self._answer, self.copy())

    def _main(self) -> Button:
        return self.print_button if self.printer.count() else self.save_button

    def _copy_switch(self, copy: Copy | None) -> Segmented | None:
        if len(self._printable.copies) < 2:
            return None
        codes = self._desk.codes
        choices = [(c.value, codes.name("copies", c.value)) for c in self._printable.copies]
        chosen = copy.value if copy is not None else None
        switch = Segmented(self._desk.theme, choices, codes.title("copies"), value=chosen)
        switch.changed.connect(lambda _copy: self._show())
        return switch

    def _printer_choice(self) -> Combo:
        known = self.shop.printers.names()
        combo = Combo(self._desk.theme, [(name, name) for name in known])
        if known:
            combo.set_value(self._desk.settings.printer)
        combo.setEnabled(bool(known))
        return combo

    def _make_buttons(self) -> None:
        theme, words = self._desk.theme, self._desk.words
        has_printer = bool(self.printer.count())
        kinds = ("primary", "secondary") if has_printer else ("secondary", "primary")
        self.print_button = Button(theme, words._("Print"), kinds[0], size="l", icon="printer")
        self.print_button.clicked.connect(lambda: self._do(self._print))
        self.save_button = Button(theme, words._("Save PDF"), kinds[1], icon="download")
        self.save_button.clicked.connect(lambda: self._do(self._save))
        self.settings_button = link(
            theme, words._("Printer settings…"), icon="sliders-horizontal", chevron=False
        )
        self.settings_button.clicked.connect(lambda: self._do(self._print_asking))
        self.close_button = Button(theme, words._("Close"), "quiet")
        self.close_button.clicked.connect(self.reject)
        for button in (self.print_button, self.settings_button):
            button.setVisible(has_printer)

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        self._desk_area = QWidget()
        left = QVBoxLayout(self._desk_area)
        left.setContentsMargins(px(8), px(8), px(8), px(6))
        left.setSpacing(px(4))
        left.addWidget(self.pane, 1)
        left.addLayout(self._under_page())
        side = QVBoxLayout()
        side.setContentsMargins(px(24), px(24), px(24), px(24))
        side.setSpacing(px(12))
        side.addWidget(text_label(self._printable.title, "title", wrap=True))
        if self.copies is not None:
            side.addWidget(self.copies)
        side.addLayout(self._noted(self._holds_icon, self._holds))
        side.addSpacing(px(8))
        side.addLayout(self._printer_field())
        side.addStretch(1)
        for button in (self.print_button, self.save_button, self.close_button):
            side.addWidget(button)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(px(_SIDE))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._desk_area, 1)
        row.addWidget(holder)

    def _under_page(self) -> QHBoxLayout:
        theme, words = self._desk.theme, self._desk.words
        row = QHBoxLayout()
        row.addStretch(1)
        smaller = icon_button(theme, "zoom-out", words._("Smaller"), "quiet", size="s")
        larger = icon_button(theme, "zoom-in", words._("Larger"), "quiet", size="s")
        smaller.clicked.connect(lambda: self.pane.view.zoom_by(-1))
        larger.clicked.connect(lambda: self.pane.view.zoom_by(1))
        for part in (self.pane.turner, smaller, larger):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _show_what_it_holds(self) -> None:
        """Whether the copy holds personal data, and what to do with it then."""
        words, theme, copy = self._desk.words, self._desk.theme, self.copy()
        told = {
            Copy.LEADER: words._("Holds names and goals of participants. Keep it locked away."),
            Copy.TABLE: words._("Holds first names and initials. Destroy it after use."),
            Copy.WALL: words._("Holds no names."),
        }
        icon, role = ("shield-check", "okF") if copy is Copy.WALL else ("lock", "warnF")
        names = self._printable.names(self._answer, copy) if self._answer is not None else ()
        if names:
            icon, role = "triangle-alert", "warnF"
        self._holds_icon.setPixmap(theme.pixmap(icon, 18, role))
        self._holds.setText(name_warning(words, names) if names else told[copy])

    def _noted(self, icon: QLabel, label: QLabel) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._desk.theme.px(8))
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return row

    def _printer_field(self) -> QVBoxLayout:
        words, theme = self._desk.words, self._desk.theme
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        if not self.printer.count():
            icon = QLabel()
            icon.setPixmap(theme.pixmap("info", 18, "infoF"))
            told = words._("This computer has no printer. A PDF can be printed elsewhere.")
            column.addLayout(self._noted(icon, text_label(told, "small", "ink2", wrap=True)))
            return column
        column.addWidget(Field(theme, words._("Printer"), self.printer))
        column.addWidget(self.settings_button)
        return column

    def _fit(self, parent: QWidget) -> None:
        px = self._desk.theme.px
        room = self.screen().availableGeometry().size()
        if parent.window().isVisible():
            room = parent.window().size() - QSize(48, 48)
        wanted = QSize(px(_WIDTH), px(_HEIGHT)).boundedTo(room)
        self.resize(wanted.expandedTo(self.minimumSizeHint()))


def open_plan(
    desk: Desk, session_id: int, over: QWidget, printers: Printers | None = None
) -> PrintDialog:
    """Show the plan of a session, ready to print, over the window that `over` is in."""
    return _opened(PrintDialog(desk, plan_pages(desk, session_id), over.window(), printers))


def open_sign_in(
    desk: Desk, session_id: int, over: QWidget, printers: Printers | None = None
) -> PrintDialog:
    """Show the sign-in sheet of a session, ready to print, over the window that `over` is in."""
    return _opened(PrintDialog(desk, sign_in_pages(desk, session_id), over.window(), printers))


def _opened(dialog: PrintDialog) -> PrintDialog:
    dialog.open()
    return dialog
