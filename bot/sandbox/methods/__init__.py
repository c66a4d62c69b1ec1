"""The Bot API's methods, one module for each of a bot's concerns; `table` is their list of
contents.
"""
