"""A text to be checked: pasted, or a file whose text takes its place."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from reports.texts import TextRefusedError, read_text, shortened


class CheckTextForm(forms.Form):
    """`cleaned_data["text"]` is what to check, of the file where one is given."""

    text = forms.CharField(
        label=_("文字"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "prose"}),
    )
    file = forms.FileField(
        label=_("或上传文件"),
        required=False,
        help_text=_("txt 或 docx，不超过 10 MB。选了文件，就核对文件里的文字。"),
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.docx"}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "file" not in self.errors and "text" not in self.errors:
            data["text"] = self._text(data)
        return data

    def _text(self, data: dict[str, Any]) -> str:
        try:
            text: str = (
                read_text(data["file"].read()) if data.get("file") else shortened(data.get("text") or "")
            )
        except TextRefusedError as error:
            raise ValidationError(error.message, code="text") from error
        if not text.strip():
            raise ValidationError(_("请粘贴文字，或选择一个文件。"), code="empty")
        return text.replace("\r\n", "\n")
