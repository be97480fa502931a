"""The menus of the desk: every act with its key, and when it can be done."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from kpu_desk.domain.allowed import CeremonyAct, is_allowed
from kpu_desk.domain.ceremony import Ceremony, CeremonyState
from kpu_desk.domain.documents import Agreement, DocumentKind
from kpu_desk.domain.identification import WAYS
from kpu_desk.domain.revising import revisable
from kpu_desk.gui.acts import make_act
from kpu_desk.gui.document_words import document_words
from kpu_desk.gui.language import LanguageMenu


class DeskActions(QObject):
    """All acts as QActions; the window connects them, this says their words, keys and when they are awake."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.new_ceremony = self._act("new_ceremony", self.tr("Upacara baru …"), "Ctrl+N", "add")
        self.from_pattern = self._act("from_pattern", self.tr("Upacara dari pola …"), "Ctrl+Shift+N", "add")
        self.edit_ceremony = self._act("edit_ceremony", self.tr("Ubah upacara …"), "", "edit")
        self.open_ceremony = self._act("open_ceremony", self.tr("Buka upacara"), "", "play")
        self.close_ceremony = self._act("close_ceremony", self.tr("Tutup upacara …"), "", "lock")
        self.ready = self._act("declare_ready", self.tr("Nyatakan siap"), "", "check")
        self.not_ready = self._act("take_back_ready", self.tr("Batalkan pernyataan siap"), "", "undo")
        self.pause = self._act("pause_ceremony", self.tr("Jeda upacara …"), "F8", "clock")
        self.resume = self._act("resume_ceremony", self.tr("Lanjutkan upacara"), "Shift+F8", "play")
        self.annul = self._act("annul_ceremony", self.tr("Batalkan upacara …"), "", "clear")
        self.closing_words = self._act("closing_words", self.tr("Kata penutup"), "", "")
        self.follow = self._act("follow", self.tr("Menyusul …"), "F5", "clock")
        self.view_sheets = self._act("view_sheets", self.tr("Lihat lembar …"), "Ctrl+L", "document")
        self.quit = self._act("quit", self.tr("Keluar"), "Ctrl+Q", "")
        self.import_roster = self._act("import_roster", self.tr("Impor daftar …"), "Ctrl+I", "import")
        self.save_roster = self._act("save_roster", self.tr("Simpan daftar …"), "", "save")
        self.add_official = self._act("add_official", self.tr("Tambah pejabat …"), "Ctrl+T", "add")
        self.edit_official = self._act("edit_official", self.tr("Ubah pejabat …"), "Ctrl+E", "edit")
        self.remove_official = self._act("remove_official", self.tr("Keluarkan dari daftar …"), "", "remove")
        self.choose_witness = self._act("choose_witness", self.tr("Saksi dan urutan …"), "Ctrl+J", "people")
        self.void_sheet = self._act("void_sheet", self.tr("Batalkan lembar …"), "", "clear")
        self.assist = self._act("assist", self.tr("Dibantu …"), "Ctrl+B", "people")
        self.declaration = self._act("declaration", self.tr("Deklarasi terpisah …"), "", "lock")
        self.check_in = self._act("check_in", self.tr("Catat hadir   Enter"), "", "person-present")
        # Under Shift+Enter: the Indonesian words go into the evidence, whatever the screen shows.
        self.check_in_by = {way: self._act(f"check_in_{n}", document_words(way), "", "") for n, way in enumerate(WAYS)}
        self.away = self._act("away", self.tr("Tidak hadir …"), "F4", "person-absent")
        self.undo_check_in = self._act("undo_check_in", self.tr("Batalkan kehadiran"), "Shift+F2", "undo")
        self.search = self._act("begin_search", self.tr("Cari"), "Ctrl+F", "search")
        self.call_next = self._act("call_next", self.tr("Panggil berikutnya"), "Ctrl+F9", "next")
        self.recall = self._act("recall_signer", self.tr("Tarik kembali"), "Ctrl+Backspace", "back")
        self.own_document = self._act("own_document", self.tr("Dokumen kantor (PDF) …"), "Ctrl+D", "import")
        self.own_folder = self._act("own_folder", self.tr("Folder dokumen, satu PDF tiap orang …"), "Ctrl+Shift+D", "")
        self.documents = QMenu(self.tr("Dokumen kantor yang ikut"), window)
        self.documents.setObjectName("documents")
        self.targets = self._act("targets", self.tr("Sasaran dan anggaran …"), "", "document")
        self.commission_targets = self._act(
            "commission_targets", self.tr("Sasaran dan anggaran PK komisi …"), "", "document"
        )
        self.revise = self._act("revise", self.tr("Perubahan sesudah disegel …"), "", "edit")
        self.seal = self._act("seal", self.tr("Segel rekaman"), "", "seal")
        self.records = self._act("records", self.tr("Buka rekaman …"), "Ctrl+R", "folder")
        self.verify_files = self._act("verify_files", self.tr("Periksa berkas …"), "", "verify")
        self.settings = self._act("settings", self.tr("Pengaturan kantor …"), "", "settings")
        self.check_clock = self._act("check_clock", self.tr("Jam diperiksa …"), "", "clock")
        self.form_texts = self._act("form_texts", self.tr("Naskah dan formulir …"), "", "document")
        self.keys = self._act("keys", self.tr("Tombol"), "F1", "help")
        self.languages = LanguageMenu(window)
        self._fill_menus()

    def person_menu(self) -> QMenu:
        """What can be done with the person under the pointer."""
        menu = QMenu(self._window)
        menu.addAction(self.check_in)
        menu.addMenu(self.identify_menu(menu))
        menu.addActions([self.away, self.undo_check_in, self.assist, self.view_sheets, self.void_sheet])
        menu.addSeparator()
        menu.addActions([self.edit_official, self.choose_witness, self.declaration, self.remove_official])
        return menu

    def identify_menu(self, parent: QWidget) -> QMenu:
        """The ways in which a person can be known, the usual one under the bar at once."""
        menu = QMenu(self.tr("Catat hadir, dikenali dengan   Shift+Enter"), parent)
        menu.setObjectName("identify")
        menu.addActions(list(self.check_in_by.values()))
        menu.setActiveAction(next(iter(self.check_in_by.values())))
        menu.setEnabled(self.check_in.isEnabled())
        return menu

    def wake(self, ceremony: Ceremony | None, official_id: str, *, calling: bool, busy: bool) -> None:
        """Switches each act on or off."""
        state = ceremony.state if ceremony is not None else None
        may = {act for act in CeremonyAct if state is not None and is_allowed(state, act)}
        draft = CeremonyAct.PREPARE in may
        person = bool(official_id)
        here = ceremony is not None and official_id in ceremony.present
        sample = ceremony is not None and ceremony.sample
        self.edit_ceremony.setEnabled(draft)
        self.open_ceremony.setEnabled(draft and not busy)
        self.own_document.setEnabled(draft and not busy)
        self.own_folder.setEnabled(draft and not busy)
        self.documents.clear()
        for document in ceremony.documents if ceremony is not None and draft else ():
            words = self.tr("Keluarkan “{name}”").format(name=document.pattern.name)
            self.documents.addAction(words).setData(document.id)
        self.documents.setEnabled(not self.documents.isEmpty())
        self.ready.setEnabled(CeremonyAct.DECLARE_READY in may and not sample and not busy)
        self.not_ready.setEnabled(CeremonyAct.TAKE_BACK_READY in may and not busy)
        session = ceremony.session_state if ceremony is not None else None
        self.pause.setEnabled(session is CeremonyState.OPEN and not sample)
        self.resume.setEnabled(session is CeremonyState.PAUSED and not sample)
        self.annul.setEnabled(CeremonyAct.ANNUL in may and not calling and not sample and not busy)
        self.close_ceremony.setEnabled(CeremonyAct.CLOSE in may and not calling and not sample and not busy)
        self.revise.setEnabled(CeremonyAct.REVISE in may and ceremony is not None and bool(revisable(ceremony)))
        self.follow.setEnabled(CeremonyAct.OPEN_LATE in may and not sample)
        self.closing_words.setEnabled(state in (CeremonyState.CLOSED, CeremonyState.SEALED))
        self.view_sheets.setEnabled(ceremony is not None and bool(ceremony.sheets))
        self.import_roster.setEnabled(draft and not busy)
        self.save_roster.setEnabled(ceremony is not None and bool(ceremony.officials))
        # Nothing is redrawn while somebody reads it.
        editable = draft or (CeremonyAct.CORRECT in may and not calling)
        self.add_official.setEnabled(editable)
        self.edit_official.setEnabled(editable and person)
        self.remove_official.setEnabled(editable and person)
        self.choose_witness.setEnabled(draft and bool(ceremony is not None and ceremony.officials))
        self._wake_door(ceremony, official_id, may)
        running = CeremonyAct.SIGN in may and session is not CeremonyState.PAUSED
        self.call_next.setEnabled(running and not calling and not sample)
        self.assist.setEnabled(running and here and not calling and not sample)
        self.recall.setEnabled(calling)
        self.void_sheet.setEnabled(CeremonyAct.VOID_SHEET in may and person and not calling and not sample)
        agreements = ceremony.agreements if ceremony is not None and DocumentKind.PK in ceremony.kinds else ()
        self.targets.setEnabled(editable and Agreement.SECRETARIAT in agreements)
        self.commission_targets.setEnabled(editable and Agreement.COMMISSION in agreements)
        self.commission_targets.setVisible(Agreement.COMMISSION in agreements)
        states = ceremony is not None and DocumentKind.PBBK in ceremony.kinds
        declarable = states and CeremonyAct.DECLARE_CONFLICT in may
        self.declaration.setEnabled(declarable and person and not calling and not sample)
        self.seal.setEnabled(CeremonyAct.SEAL in may and not busy)
        self.records.setEnabled(ceremony is not None)

    def _wake_door(self, ceremony: Ceremony | None, official_id: str, may: set[CeremonyAct]) -> None:
        """Coming, not coming, going and coming again of the person under the bar."""
        person = ceremony is not None and bool(official_id)
        here = ceremony is not None and official_id in ceremony.present
        came = ceremony is not None and official_id in ceremony.attended
        again = ceremony is not None and ceremony.came_again(official_id)
        for action in (self.check_in, *self.check_in_by.values()):
            action.setEnabled(CeremonyAct.CHECK_IN in may and person and not here)
        self.undo_check_in.setEnabled(CeremonyAct.CHECK_IN in may and person and here and not again)
        self.away.setText(self.tr("Meninggalkan acara …") if here else self.tr("Tidak hadir …"))
        noted = CeremonyAct.CHECK_IN if here else CeremonyAct.NOTE_ABSENCE
        self.away.setEnabled(noted in may and person and (here or not came))

    def _act(self, name: str, text: str, keys: str, icon_name: str) -> QAction:
        return make_act(self._window, name, text, keys, picture=icon_name)

    def _fill_menus(self) -> None:
        bar = self._window.menuBar()
        self.menus: list[QMenu] = []
        for title, actions in (
            (
                self.tr("&Upacara"),
                (
                    self.new_ceremony,
                    self.from_pattern,
                    self.edit_ceremony,
                    self.own_document,
                    self.own_folder,
                    self.documents,
                    None,
                    self.ready,
                    self.not_ready,
                    self.open_ceremony,
                    self.pause,
                    self.resume,
                    self.close_ceremony,
                    self.closing_words,
                    self.follow,
                    self.view_sheets,
                    None,
                    self.annul,
                    None,
                    self.quit,
                ),
            ),
            (
                self.tr("&Peserta"),
                (
                    self.import_roster,
                    self.save_roster,
                    None,
                    self.add_official,
                    self.edit_official,
                    self.remove_official,
                    self.choose_witness,
                    self.declaration,
                    None,
                    self.search,
                    self.check_in,
                    self.away,
                    self.undo_check_in,
                    None,
                    self.call_next,
                    self.assist,
                    self.recall,
                    self.void_sheet,
                ),
            ),
            (self.tr("Perjanjian &Kinerja"), (self.targets, self.commission_targets, None, self.revise)),
            (self.tr("&Rekaman"), (self.seal, self.records, None, self.verify_files)),
            (self.tr("K&antor"), (self.settings, self.form_texts, self.check_clock)),
            (self.tr("&Bantuan"), (self.keys,)),
        ):
            menu = bar.addMenu(title)
            self.menus.append(menu)
            for action in actions:
                if action is None:
                    menu.addSeparator()
                elif isinstance(action, QMenu):
                    menu.addMenu(action)
                else:
                    menu.addAction(action)
        bar.addMenu(self.languages)
