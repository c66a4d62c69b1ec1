"""Every shipped example leads where its playbook says."""

from bot.app import SHIPPED
from bot.content.files import read_folder
from bot.content.load import load
from bot.content.problems import sentence
from bot.content.rules.hearing import LoudLookAlike, SilentExample
from bot.detection.models import FOLDER
from bot.locale import Locales
from bot.publishing.listening import hearing_of_examples
from bot.settings import ROOT


def test_aram_hears_the_shipped_examples_as_they_are_meant() -> None:
    texts = read_folder(SHIPPED)
    repertoire, hearing = load(texts).checked.repertoire, hearing_of_examples(texts, FOLDER)
    found = [
        each
        for rule in (SilentExample(), LoudLookAlike())
        for each in rule.find(repertoire, hearing)
    ]
    say = Locales.load(ROOT / "locales").get("en").plain.say
    assert [sentence(problem, say) for problem in found] == []
