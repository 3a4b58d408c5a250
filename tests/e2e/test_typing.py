"""What is typed isn't lost, and what is shown stands under each other."""

from playwright.sync_api import expect

from tests.e2e.conftest import Site, report_of
from tests.e2e.test_main_job import SignIn, click

# Where the whole numbers of a table's figures end, column by column.
POINTS = """table => [...table.querySelectorAll('td.num')].filter(cell => /\\d/.test(cell.textContent)).map(cell => {
  const text = [...cell.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const range = document.createRange();
  const start = text.data.search(/\\S/);
  range.setStart(text, start);
  range.setEnd(text, start + text.data.trim().split('.')[0].length);
  return [cell.cellIndex, Math.round(range.getBoundingClientRect().right)];
})"""


def test_what_was_typed_outlives_the_session(site: Site, sign_in: SignIn) -> None:
    page = sign_in("filer-c")
    address = f"{report_of(page, site, '民政医疗救助')}sections/goals/"
    page.goto(address)
    field = page.locator("#section-form textarea").first
    field.fill("会话过期之前写的\n第二行")

    page.context.clear_cookies(name="sessionid")
    click(page, "保存")
    expect(page.get_by_role("heading", name="登录已过期")).to_be_visible()
    page.fill("[name=username]", "filer-c")
    page.fill("[name=password]", site.password)
    click(page, "登录")
    click(page, "继续提交")

    expect(page.locator(".messages .success")).to_be_visible()
    page.goto(address)
    expect(field).to_have_value("会话过期之前写的\n第二行")


def test_decimal_points_of_a_column_stand_in_one_line(site: Site, sign_in: SignIn) -> None:
    page = sign_in("filer-d")
    page.goto(f"{report_of(page, site, '部门决算情况说明')}sections/overall/")
    table = page.locator(".chart table").first
    texts = table.locator("td.num").all_inner_texts()

    ends: dict[int, set[int]] = {}
    for column, right in table.evaluate(POINTS):
        ends.setdefault(column, set()).add(right)

    assert len({len(text.partition(".")[2]) for text in texts}) > 1
    assert [column for column, rights in ends.items() if len(rights) > 1] == []


def test_a_long_name_is_shown_whole(site: Site, sign_in: SignIn) -> None:
    page = sign_in("filer-d")
    page.goto(
        f"{report_of(page, site, '建档立卡贫困人员参加2019年城乡居民医保个人缴费代缴资金')}sections/basics/"
    )
    page.set_viewport_size({"width": 390, "height": 844})
    field = page.locator("[name='f:project.name']")

    height, shown = field.evaluate("field => [field.scrollHeight, field.clientHeight]")

    assert height <= shown
    assert shown > 40
