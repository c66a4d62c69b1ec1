"""How well Aram hears: labelled conversations through the real coach, as figures and as a page.

gold (what a careful reader said) → judged (what Aram made of it) → scores, confusion, curve,
course, recovery → figures (all of them together) → report (tables), JSON, page (a picture).
"""

from bot.evaluation.run import evaluate

__all__ = ["evaluate"]
