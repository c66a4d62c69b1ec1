"""Every finding detection can report, by name; each is a message id of `locales/*/signals.ftl`."""

from enum import StrEnum


class Finding(StrEnum):
    """The names of all signals, in one place so that locales can be tested for completeness."""

    # Phrases of the playbooks; the signal's `situation` says whose.
    PHRASE = "phrase"
    OWN_PHRASE = "own_phrase"
    HINT = "hint"
    TAKEN_BACK = "taken_back"

    # Words of feeling and of trade.
    ANGER = "anger"
    DISPLEASURE = "displeasure"
    DISAPPOINTMENT = "disappointment"
    SARCASM = "sarcasm"
    ULTIMATUM = "ultimatum"
    URGENCY = "urgency"
    CONDITION = "condition"
    BLAME = "blame"
    POINTING = "pointing"
    TO_YOUR_FACE = "to_your_face"
    RHETORICAL = "rhetorical"
    CONTRADICTION = "contradiction"
    BROKEN_WORD = "broken_word"
    WAITING = "waiting"
    FAULT = "fault"
    HARM = "harm"
    DISTRESS = "distress"
    MONEY_PAID = "money_paid"
    CLAIM = "claim"
    REQUEST_MORE = "request_more"
    REQUEST_CHANGE = "request_change"
    SMALLNESS = "smallness"
    AUTHORITY = "authority"
    PUBLICITY = "publicity"
    GUARANTEE = "guarantee"
    WHAT_IF = "what_if"
    NO_PLAN_TO_BUY = "no_plan_to_buy"
    HEARSAY = "hearsay"
    RIVAL = "rival"
    GUILT = "guilt"
    MENACE = "menace"
    DEMEANING = "demeaning"
    CALLS_A_CHEAT = "calls_a_cheat"
    CALLS_NAMES = "calls_names"
    DENIED = "denied"
    COLD_FORMAL = "cold_formal"
    REPETITION_WORDS = "repetition_words"
    GRATITUDE = "gratitude"
    RELIEF = "relief"
    AFFECTION = "affection"
    LAUGHTER = "laughter"
    PRAISE = "praise"
    HARSH_PRAISE = "harsh_praise"
    SOMEBODY_ELSE = "somebody_else"
    APOLOGY = "apology"
    POLITENESS = "politeness"
    GREETING = "greeting"
    BLESSING = "blessing"
    TELLING = "telling"
    ARGUING = "arguing"
    SPEAKING_OF_SELF = "speaking_of_self"
    ORDERING = "ordering"
    GOODS = "goods"
    AGREEMENT = "agreement"

    # What the trained models make of it.
    WORDING = "wording"
    COURSE = "course"

    # What the shop taught.
    TAUGHT_CALM = "taught_calm"
    TAUGHT_ALARM = "taught_alarm"

    # A situation that the shop's managers described.
    OWN_SITUATION = "own_situation"

    # How the message is written.
    MANY_QUESTIONS = "many_questions"
    QUESTION_MARKS_ONLY = "question_marks_only"
    EXCLAMATIONS = "exclamations"
    STRETCHED = "stretched"
    SCARE_QUOTES = "scare_quotes"
    RETORT = "retort"
    ECHO = "echo"
    TAKES_UP_A_WORD = "takes_up_a_word"
    FEW_WORDS = "few_words"
    OPENS_WITH_NO = "opens_with_no"
    DODGED_SPELLING = "dodged_spelling"
    LONG_MESSAGE = "long_message"

    # What the conversation has come to.
    FIRST_WORDS = "first_words"
    EARLY_WORDS = "early_words"
    LONG_EXCHANGE = "long_exchange"
    UNEASY_BEFORE = "uneasy_before"
    HEATED_BEFORE = "heated_before"
    ALARMED_BEFORE = "alarmed_before"
    RISING = "rising"
    STILL_TROUBLED = "still_troubled"
    AGAIN = "again"
    REPEATED_COMPLAINT = "repeated_complaint"
    BURST = "burst"
    UNANSWERED = "unanswered"
    LONG_UNANSWERED = "long_unanswered"
    BROKEN_PROMISE = "broken_promise"
    CALMING_WORDS = "calming_words"
    OUT_OF_THE_BLUE = "out_of_the_blue"
    IN_FUN = "in_fun"
    ABOUT_OTHERS = "about_others"
    PRESSES_ON = "presses_on"
    HAGGLING = "haggling"
    CALM_SO_FAR = "calm_so_far"
    THANKS_WITH_A_STING = "thanks_with_a_sting"
    SELLER_REFUSED = "seller_refused"
    SELLER_APOLOGISED = "seller_apologised"
    SELLER_MENDED = "seller_mended"
    SELLER_ASKED_FOR_PATIENCE = "seller_asked_for_patience"
    SELLER_WARNED = "seller_warned"
    SELLER_WAS_WARM = "seller_was_warm"
    SELLER_LAUGHED = "seller_laughed"
    SELLER_GREETED = "seller_greeted"
    SELLER_EXPLAINED_AWAY = "seller_explained_away"
    PUBLIC_PLACE = "public_place"
    BY_LETTER = "by_letter"


MANNERS = frozenset(
    {
        Finding.ARGUING,
        Finding.COURSE,
        Finding.EARLY_WORDS,
        Finding.FEW_WORDS,
        Finding.FIRST_WORDS,
        Finding.GOODS,
        Finding.LONG_EXCHANGE,
        Finding.LONG_MESSAGE,
        Finding.OPENS_WITH_NO,
        Finding.POINTING,
        Finding.SPEAKING_OF_SELF,
        Finding.TAKES_UP_A_WORD,
        Finding.TELLING,
    }
)
"""Manners of speaking: they weigh, but nobody would give them as a reason."""
