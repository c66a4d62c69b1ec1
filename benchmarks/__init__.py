"""Benchmarks, `make bench`: what Aram costs beside what everybody knows, as ratios of one run.

    one_message   a message read and assessed, beside hazm's own normaliser
    encoder       the same beside a BERT-base pass; memory; the event loop's stalls
    throughput    the whole bot over HTTP, beside bare echo bots on aiogram and python-telegram-bot
    start_up      the time to the first getUpdates, and that of the commands without Telegram
    playbooks     200 of them loaded, beside yaml; messages while they are reloaded
    stats_speed   /stats on a year of up to a million messages, beside a bare count of them

Contestants take turns in rounds, so that whatever else the machine does meets them all alike; a
figure is the median of the rounds, a ratio the median of the ratios within each round.

    conversations → cast → server        the load, who writes it, the sandbox in its own process
    talks → judging → alone → passes     the encoder's load, judged in processes of their own
    shape → bert                         BERT-base, built anew each time
    watched_aram → stalls                the whole bot, its event loop watched
    stand → contestants                  starts, feeds and measures processes
    month_words → month_visits → month   a made-up month of a shop, by days, from a seed
    month_tables → month_rows            the same straight into the tables; databases: which ones
    month_played → month_show            the same, small, through the real listener and desk; /stats
    fleet → flood, replicas, migrating   several real bots on one database; they run alone
    forgetting, moving                   words sealed and purged; a year moved; they run alone
    figures                              medians, aims, the table
"""
