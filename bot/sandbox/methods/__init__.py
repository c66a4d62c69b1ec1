"""The Bot API's methods, a module for each concern; `table` lists them all."""
