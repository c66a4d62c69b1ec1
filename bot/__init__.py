"""Aram: a calm voice in the seller's ear.

The way of a message:

    Telegram (or the sandbox)
      -> handlers        who wrote, where, in which role
      -> bot.language    fold, tell the script, turn Finglish to Persian; hazm writes for people
      -> bot.detection   (Memory, Turn) -> (Memory, Assessment), pure and explained
      -> bot.core        pace: may we speak now?  ladder: which playbook, which step, which words
      -> bot.store       one transaction: turn, assessment, memory, and the letter to send
      -> handlers        the postman delivers the letter; the receipt is stored
"""

__version__ = "0.1.0"
