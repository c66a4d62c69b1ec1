"""What `aram playbook check` listens with: calm talk always, every example where it is asked to."""

from pathlib import Path

from bot.content.files import Texts
from bot.content.load import load
from bot.detection.hearing import TrialHearing
from bot.detection.models import Models
from bot.language.reader import Reader
from bot.publishing.forge import coach_of


def hearing_of_calm_talk() -> TrialHearing:
    """Knows how common phrases are; quick, for it hears no example."""
    return TrialHearing(Reader().read)


def hearing_of_examples(texts: Texts, model: Path) -> TrialHearing:
    """Hears the examples of all these files, too, as their own playbooks would have Aram do.

    `model` is the folder of the model to hear with.
    """
    read = Reader().read
    return TrialHearing(read, coach_of(load(texts), Models.load(model), read), texts)
