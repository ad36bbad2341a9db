"""scripts/gallery.py: a gallery of real games, looked at in headless Chromium."""

import functools
import html
import re
import shutil

import pytest
from selenium import webdriver
from selenium.webdriver.support.wait import WebDriverWait
from small_corpus import ROOT

from catalogue import read_catalogue
from gallery import as_diff, in_steps, write_gallery
from playable_data import read_script

DATA = ROOT / "data"
GAMES = ["snake/snake.py", "snake/snake_moving_food.py", "snake/snake_1.py", "stacker/stacker.py"]
WIDTHS = [400, 1400]


@functools.cache
def broken(game):
    """Return the broken scripts of a game (list[catalogue.Game])."""
    return read_catalogue(DATA)[game].broken


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A gallery of four games (Path)."""
    folder = tmp_path_factory.mktemp("gallery")
    paths = [f"players/{family}.py" for family in ("snake", "stacker")]
    names = ("README.md", "proofs.json", "bugs.json")
    paths += [f"data/{family}/{name}" for family in ("snake", "stacker") for name in names]
    paths += [f"data/{game}" for game in GAMES]
    paths += [f"data/{bug.script.path}" for game in GAMES for bug in broken(game)]
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, folder / path)
    write_gallery(folder / "data", folder / "gallery")
    return folder / "gallery"


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    """A headless Chromium that keeps nothing (selenium's WebDriver)."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (program and driver):
        pytest.skip("chromium and chromedriver are not installed (Debian: chromium, chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    profile = tmp_path_factory.mktemp("profile")
    for option in ("headless", "no-sandbox", "disable-gpu", "disable-background-networking", "no-first-run",
                   f"user-data-dir={profile}"):  # fmt: skip
        options.add_argument(f"--{option}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options, webdriver.ChromeService(driver))
    yield browser
    browser.quit()


def find(browser, selector):
    return browser.find_elements("css selector", selector)


def shown(browser):
    """Return the titles of the cards that can be seen, in their order (list[str])."""
    return [card.text for card in find(browser, ".card h2") if card.is_displayed()]


def fill(browser, name, text):
    field = find(browser, f"[name={name}]")[0]
    if field.tag_name == "select":
        browser.execute_script("arguments[0].value = arguments[1]", field, text)
        browser.execute_script("arguments[0].dispatchEvent(new Event('input', {bubbles: true}))", field)
    else:
        field.clear()
        field.send_keys(text)


def assert_quiet(browser):
    """See that the console has no errors."""
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def test_filters_and_search(site, chromium):
    chromium.get((site / "index.html").as_uri())
    everything = ["Snake", "Snake: moving food", "Snake 1", "Stacker"]
    assert shown(chromium) == everything
    fill(chromium, "genre", "maze")
    assert shown(chromium) == everything[:3] and chromium.current_url.endswith("#genre=maze")
    fill(chromium, "kind", "remix")
    assert shown(chromium) == ["Snake: moving food"]
    assert find(chromium, "#count")[0].text == "1 of 4 games"
    find(chromium, "button[type=reset]")[0].click()
    assert shown(chromium) == everything
    fill(chromium, "q", "run away")
    assert shown(chromium) == ["Snake: moving food"]
    fill(chromium, "q", "no such game")
    assert shown(chromium) == [] and find(chromium, "#nothing")[0].is_displayed()
    find(chromium, ".clear")[0].click()
    assert shown(chromium) == everything
    assert_quiet(chromium)


def test_sorting(site, chromium):
    chromium.get((site / "index.html").as_uri())
    for key in ("lines", "tokens", "difficulty"):
        for sign in ("", "-"):
            fill(chromium, "sort", sign + key)
            values = [int(card.get_attribute(f"data-{key}")) for card in find(chromium, ".card")]
            assert values == sorted(values, reverse=bool(sign)) and len(set(values)) > 1


def test_address_keeps_the_filters_and_slash_goes_to_the_words(site, chromium):
    chromium.get((site / "index.html").as_uri() + "#genre=maze&q=moving")
    chromium.refresh()
    assert shown(chromium) == ["Snake: moving food"]
    chromium.get((site / "index.html").as_uri() + "#numbers")
    chromium.refresh()
    assert len(shown(chromium)) == 4
    find(chromium, "body")[0].send_keys("/")
    assert chromium.switch_to.active_element.get_attribute("name") == "q"


def test_list_of_broken_scripts(site, chromium):
    chromium.get((site / "index.html").as_uri())
    find(chromium, "a[href='broken.html']")[0].click()
    everything = [bug for game in GAMES for bug in broken(game)]
    assert shown(chromium) == [bug.title for bug in everything]
    silent = [bug.title for bug in everything if bug.kind == "silent"]
    fill(chromium, "kind", "silent")
    assert shown(chromium) == silent and find(chromium, "#count")[0].text.startswith(f"{len(silent)} of ")
    find(chromium, "button[type=reset]")[0].click()
    bug = next(bug for bug in everything if bug.made)
    fill(chromium, "q", f"{bug.made['operator']} {bug.made['region']}")
    assert bug.title in shown(chromium) and len(shown(chromium)) < len(everything)
    next(link for link in find(chromium, ".card a") if bug.title in link.text).click()
    assert f"operator {bug.made['operator']}, in {bug.made['region']}" in find(chromium, "main")[0].text
    assert_quiet(chromium)


def test_page_of_a_remix(site, chromium):
    chromium.get((site / "snake" / "snake_moving_food.html").as_uri())
    script = read_script(DATA, "snake/snake_moving_food.py")
    text = find(chromium, "main")[0].text
    for key in ("CREATE", "REMIX"):
        assert all(prompt in text for prompt in script.values(key))
    assert any("FEAR_DISTANCE" in line.text for line in find(chromium, "#diff .gi"))
    code = find(chromium, "#code pre")[0]
    assert code.get_property("textContent").rstrip("\n") == script.code
    image = find(chromium, ".preview img")[0]
    assert chromium.execute_script("return arguments[0].complete && arguments[0].naturalWidth", image) > 100
    bug = find(chromium, "#bugs details")[0]
    bug.find_element("css selector", "summary").click()
    assert bug.find_element("css selector", ".error").text.endswith(broken("snake/snake_moving_food.py")[0].prompt)
    assert bug.find_elements("css selector", ".gi, .gd")
    button = find(chromium, ".copy")[0]
    button.click()
    WebDriverWait(chromium, 20).until(lambda _: button.text == "Copied")
    chromium.get((site / "index.html").as_uri())
    find(chromium, "[name=q]")[0].send_keys("\ue009v")  # Control and V
    assert "import pygame" in find(chromium, "[name=q]")[0].get_property("value")
    assert_quiet(chromium)


def test_address_opens_a_bug_and_arrows_turn_pages(site, chromium):
    bug = broken("snake/snake.py")[0]
    chromium.get((site / "snake" / "snake.html").as_uri() + f"#{bug.script.stem}")
    chromium.refresh()
    assert bug.prompt in find(chromium, f"#{bug.script.stem} .error")[0].text
    find(chromium, "body")[0].send_keys("\ue014")  # right
    assert chromium.current_url.endswith("snake_moving_food.html")
    find(chromium, "body")[0].send_keys("\ue012")  # left
    assert chromium.current_url.endswith("/snake.html")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("page", ["index.html", "broken.html", "snake/snake_moving_food.html", "snake/snake.html"])
def test_nothing_is_wider_than_the_window(site, chromium, page, width):
    chromium.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    )
    chromium.get((site / page).as_uri())
    for details in find(chromium, "details"):
        chromium.execute_script("arguments[0].open = true", details)
    root = chromium.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
    assert root[0] <= root[1] == width
    clipped = chromium.execute_script(
        "return [...document.querySelectorAll('h1, h2, p, a, span, td, th, li, label, select, button')]"
        ".filter((e) => !e.closest('.scroll, .highlight, .skip'))"
        ".filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML)"
    )
    assert clipped == []
    assert_quiet(chromium)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", ["broken.html", "snake/snake_moving_food.html"])
def test_light_and_dark_can_be_read(site, chromium, page, scheme):
    feature = {"name": "prefers-color-scheme", "value": scheme}
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    chromium.get((site / page).as_uri())
    contrasts = chromium.execute_script(
        """
        const light = (color) => color.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
            .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
        const back = (e) => { const c = getComputedStyle(e).backgroundColor;
            return c === "rgba(0, 0, 0, 0)" && e.parentElement ? back(e.parentElement) : c; };
        return [...document.querySelectorAll("h1, h2, p, li, a, .kind, .highlight span, .error, td, th")].map((e) => {
            const [a, b] = [light(getComputedStyle(e).color), light(back(e))];
            const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            return [contrast, e.className + " " + e.textContent.slice(0, 30)]; });
        """
    )
    assert min(contrasts)[0] >= 4.5, min(contrasts)  # WCAG 2.2, 1.4.3


def test_without_javascript_everything_but_the_filters_is_there(site, chromium):
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chromium.get((site / "index.html").as_uri())
        assert len(shown(chromium)) == 4 and not find(chromium, "#filters")[0].is_displayed()
        assert len(find(chromium, "#numbers svg")) == 4
        chromium.get((site / "snake" / "snake.html").as_uri())
        assert "class Snake" in find(chromium, "#code")[0].text
    finally:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


# --- without a browser ---


def test_pages_ask_for_nothing_outside_and_their_links_lead_somewhere(site):
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for address in re.findall(r'(?:href|src|srcset)="([^"]*)"', text):
            address, _, part = html.unescape(address).partition("#")
            assert not address.startswith(("http", "//")), address
            if address and not address.startswith("data:"):
                assert (page.parent / address).is_file(), f"{page}: {address}"
            if part and "=" not in part:
                assert f'id="{part}"' in (page.parent / (address or page.name)).read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|fetch\(", (site / "style.css").read_text() + (site / "gallery.js").read_text())


def test_gallery_that_cannot_be_made_leaves_the_old_one(site, tmp_path):
    shutil.copytree(site.parent / "data", tmp_path / "data")
    (tmp_path / "gallery").mkdir()
    (tmp_path / "gallery" / "index.html").write_text("old")
    (tmp_path / "data" / "snake" / "README.md").write_text("no front matter")
    with pytest.raises(ValueError, match="no front matter"):
        write_gallery(tmp_path / "data", tmp_path / "gallery")
    assert (tmp_path / "gallery" / "index.html").read_text() == "old"


def test_diff_escapes_code():
    assert "&lt;b&gt;" in as_diff("a", "<b>", ("one", "two")) and "<b>" not in as_diff("a", "<b>", ("one", "two"))


def test_values_are_counted_in_steps_without_a_gap():
    assert in_steps([510, 520, 1_700], 500) == {"500": 2, "1,000": 0, "1,500": 1}
