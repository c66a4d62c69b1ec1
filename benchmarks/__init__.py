"""Benchmarks, `make bench`: what Aram costs beside what everybody knows, as ratios of one run.

    one_message   a message read and assessed, beside hazm's own normaliser
    throughput    the whole bot over HTTP, beside bare echo bots on aiogram and python-telegram-bot
    start_up      the time to the first getUpdates, and that of the commands without Telegram

Contestants take turns in rounds, so that whatever else the machine does meets them all alike; a
figure is the median of the rounds, a ratio the median of the ratios within each round.

    conversations → cast → server        the load, who writes it, the sandbox in its own process
    stand → contestants                  starts, feeds and measures processes
    figures                              medians, aims, the table
"""
