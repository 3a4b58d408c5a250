"""Uploaded texts, plain or Word, as one text with a line for each paragraph and table row."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

MAX_BYTES: Final = 10_000_000
MAX_CHARACTERS: Final = 500_000
# What a Word file may unpack to; more of it in less is a bomb.
_MAX_UNPACKED, _MAX_PARTS = 60_000_000, 2_000
_PACKED, _OLD_WORD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCODINGS = ("utf-8-sig", "gb18030")


class TextRefusedError(Exception):
    """The file holds no text that can be read; the message says why."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def read_text(raw: bytes) -> str:
    """The text of a file, whatever its name: txt in UTF-8, UTF-16 or GB 18030, or docx. Raises TextRefusedError."""
    if len(raw) > MAX_BYTES:
        raise TextRefusedError(_("文件超过 %(size)d MB。") % {"size": MAX_BYTES // 1_000_000})
    if raw.startswith(_OLD_WORD):
        raise TextRefusedError(_("这是旧版 Word（.doc）或加了密码的文件，请另存为不加密的 docx 后上传。"))
    text = _from_word(raw) if raw.startswith(_PACKED) else _decoded(raw)
    if not text.strip():
        raise TextRefusedError(_("文件里没有文字。"))
    return shortened(text)


def shortened(text: str) -> str:
    """The text itself; raises TextRefusedError where it is too long."""
    if len(text) > MAX_CHARACTERS:
        words = _("文字超过 %(count)d 万字，请分成几段核对。") % {"count": MAX_CHARACTERS // 10_000}
        raise TextRefusedError(words)
    return text


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n")
    raise TextRefusedError(_("文件不是文本文件，也不是 docx，请上传 txt 或 docx。"))


def _from_word(raw: bytes) -> str:
    # Loading the library takes a tenth of a second, which only those pay who upload a Word file.
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = packed.infolist()
        if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
            raise TextRefusedError(_("文件展开后过大，请把文字粘贴到上面的框里。"))
        document = Document(io.BytesIO(raw))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError, OSError) as error:
        raise TextRefusedError(_("文件不是能读取的 docx，可能已损坏。")) from error
    return "\n".join(_lines(document))


def _lines(document: "WordDocument") -> Iterator[str]:
    """Paragraphs as they are, table rows with tabs between their cells; merged cells once."""
    from docx.table import Table

    for block in document.iter_inner_content():
        if not isinstance(block, Table):
            yield block.text
            continue
        for row in block.rows:
            cells = {id(cell._tc): cell.text.replace("\n", " ").strip() for cell in row.cells}
            yield "\t".join(cells.values())
