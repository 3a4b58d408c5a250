"""What a browser would send, and what a page lists."""

from html.parser import HTMLParser

from django.http import HttpResponse

from reports.sheets import FindingLine


class _Fields(HTMLParser):
    """Collects the successful controls of the form with the id `form`."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self.form, self.inside, self.hidden = form, False, False
        self.values: dict[str, str] = {}
        self._area = self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "form":
            self.inside = given.get("id") == self.form
        elif tag == "template":
            self.hidden = True
        elif self.inside and not self.hidden:
            self._control(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "template":
            self.hidden = False
        elif tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.values[self._area] += data.removeprefix("\n")

    def _control(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "input" and (given.get("type") not in ("checkbox", "radio") or "checked" in given):
            self.values[name] = given.get("value", "on" if "checked" in given else "")
        elif tag == "textarea":
            self._area = name
            self.values[name] = ""
        elif tag == "select":
            self._select = name
            self.values[name] = ""
        elif tag == "option" and "selected" in given:
            self.values[self._select] = given.get("value", "")


def fields_of(response: HttpResponse, form: str = "section-form") -> dict[str, str]:
    """Names and values of the page's form, as they stand."""
    parser = _Fields(form)
    parser.feed(response.content.decode())
    return parser.values


def lines_of(response: HttpResponse, severity: str) -> list[FindingLine]:
    """The findings of one severity that the page shows."""
    groups = response.context["groups"]  # type: ignore[attr-defined]
    return [line for group in groups if group.severity == severity for line in group.lines]
