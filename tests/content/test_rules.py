"""Every rule finds its mistake in its broken file, below each `# ✗`, and none in its clean one."""

import json
from collections.abc import Container, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.content.check import Checked, check
from bot.content.files import read_folder
from bot.content.problems import Severity, sentence
from bot.content.rules import RULES, Rule
from bot.locale import Locales
from tests.content.messages import LANGUAGES, LOCALES, variables

FILES = Path(__file__).parent / "files"
BY_NAME = [pytest.param(rule, id=type(rule).__name__) for rule in RULES]
COMES_WITH = {
    "rule-duplicate-id": {"rule-id-differs-from-file-name"},
    "rule-own-outside-situations": {"rule-unknown-key", "rule-unknown-moment"},
    "rule-step-too-long-for-card": {"rule-advice-too-long"},
}
ISSUES = {
    "rule-arabic-letters",
    "rule-idle-brackets",
    "rule-placeholder-outside-draft",
    "rule-same-draft-twice",
    "rule-same-phrase-twice",
    "rule-missing-translation",
    "rule-missing-original",
    "rule-different-steps",
    "rule-never-heard",
    "rule-step-never-reached",
    "rule-phrase-of-two",
    "rule-missing-friendly-drafts",
    "rule-title-too-long",
    "rule-advice-too-long",
    "rule-common-phrase",
    "rule-silent-example",
    "rule-loud-look-alike",
}


@dataclass(frozen=True)
class WrittenHearing:
    """Hears what `hearing.json` says; of a thousand calm messages."""

    calm: dict[str, int]
    leads: dict[str, str]
    examples_of: Container[str]
    calm_total: int = 1000

    def calm_turns(self, phrases: Sequence[str]) -> list[int]:
        return [self.calm.get(phrase, 0) for phrase in phrases]

    def leads_to(self, text: str) -> str | None:
        return self.leads.get(text)

    def belongs_to(self, text: str) -> frozenset[str]:
        return frozenset(filter(None, [self.leads_to(text)]))


def check_folder(folder: Path) -> Checked:
    """As a manager has it checked; with a hearing where the folder brings one."""
    texts, path = read_folder(folder), folder / "hearing.json"
    if not path.exists():
        return check(texts)
    heard = json.loads(path.read_text(encoding="utf-8"))
    return check(texts, hearing=WrittenHearing(**heard, examples_of=texts))


def folder_of(rule: Rule) -> Path:
    return FILES / rule.message_id.removeprefix("rule-")


def marked(folder: Path) -> set[tuple[str, int]]:
    return {
        (path.relative_to(folder).as_posix(), number + 1)
        for path in folder.rglob("*.yaml")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if line.strip() == "# ✗"
    }


@pytest.mark.parametrize("rule", BY_NAME)
def test_clean_files_have_no_problem(rule: Rule) -> None:
    checked = check_folder(folder_of(rule) / "clean")
    assert checked.usable()
    assert checked.problems == ()


@pytest.mark.parametrize("rule", BY_NAME)
def test_broken_files_show_the_mistake_at_its_line(rule: Rule) -> None:
    folder = folder_of(rule) / "broken"
    problems = check_folder(folder).problems
    mine = {(each.file, each.line) for each in problems if each.message_id == rule.message_id}
    assert marked(folder), "the broken file marks no line"
    assert mine == marked(folder)
    others = {each.message_id for each in problems} - {rule.message_id}
    assert others == COMES_WITH.get(rule.message_id, set())


@pytest.mark.parametrize("rule", BY_NAME)
def test_sentences_exist_in_every_language_and_take_what_is_passed(rule: Rule) -> None:
    problems = check_folder(folder_of(rule) / "broken").problems
    passed = {frozenset(each.args) for each in problems if each.message_id == rule.message_id}
    assert passed == {rule.args}
    for language in LANGUAGES:
        assert variables(language)[rule.message_id] == rule.args


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_without_a_rule(language: str) -> None:
    said = {name for name in variables(language) if name.startswith("rule-")}
    assert said == {rule.message_id for rule in RULES}


def test_every_folder_of_files_belongs_to_a_rule() -> None:
    assert {each.name for each in FILES.iterdir()} == {folder_of(rule).name for rule in RULES}


def test_issues_are_those_that_do_not_keep_a_playbook_from_use() -> None:
    assert {rule.message_id for rule in RULES if rule.severity is Severity.ISSUE} == ISSUES


def test_a_manager_reads_file_line_and_remedy() -> None:
    locales = Locales.load(LOCALES)
    problem = check_folder(FILES / "unknown-key" / "broken").problems[-1]
    assert sentence(problem, locales.get("en").plain.say) == (
        'fa/sample.yaml, line 13, error: The key "priorty" is not known here. Did you mean '
        '"priority"? The keys that are: id, title, when, priority, signals, steps, avoid, '
        "follow_up, examples."
    )
    assert sentence(problem, locales.get("fa").plain.say).startswith(
        "fa/sample.yaml، خط ۱۳، خطا: کلید «priorty» اینجا شناخته نیست. "
        "شاید منظورتان «priority» بوده؟"
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("complant", "complaint"),  # a slip
        ("Refund-Demand", "refund_demand"),  # other case, hyphen
        ("شکایت", "none"),  # nothing is near
        ("x" * 10_000, "none"),  # long nonsense costs nothing
    ],
)
def test_did_you_mean(written: str, meant: str, tmp_path: Path) -> None:
    (tmp_path / "fa").mkdir()
    text = (FILES / "unknown-situation/clean/fa/sample.yaml").read_text(encoding="utf-8")
    text = text.replace("[complaint, leaving]", f"[{written}]")
    (tmp_path / "fa/sample.yaml").write_text(text, encoding="utf-8")
    (problem,) = check_folder(tmp_path).problems
    assert problem.args["near"] == meant
