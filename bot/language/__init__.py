"""Second on a message's way: what the customer typed, made comparable.

`Reader().read("سلاااام كتاب ها كو؟؟")` gives a `Reading`: the script it is written in, and one or
more `View`s, whose tokens are folded so that phrases match however they were typed, each with its
place in the customer's own words. `Reader().write` gives the text as a person would want it
displayed.
"""

from bot.core.reading import Marks, Reading, Script, View
from bot.language.reader import Reader

__all__ = ["Marks", "Reader", "Reading", "Script", "View"]
