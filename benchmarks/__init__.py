"""Benchmarks, `make bench`: what Aram costs beside what everybody knows, as ratios of one run.

    one_message   a message read and assessed, beside hazm's own normaliser
    encoder       the same beside a BERT-base pass; memory; the event loop's stalls
    throughput    the whole bot over HTTP, beside bare echo bots on aiogram and python-telegram-bot
    start_up      the time to the first getUpdates, and that of the commands without Telegram

Contestants take turns in rounds, so that whatever else the machine does meets them all alike; a
figure is the median of the rounds, a ratio the median of the ratios within each round.

    conversations → cast → server        the load, who writes it, the sandbox in its own process
    talks → judging → alone → passes     the encoder's load, judged in processes of their own
    shape → bert                         BERT-base, built anew each time
    watched_aram → stalls                the whole bot, its event loop watched
    stand → contestants                  starts, feeds and measures processes
    figures                              medians, aims, the table
"""
