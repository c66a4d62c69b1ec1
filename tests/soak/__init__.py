"""The soak: conversations played to a bot that is killed over and over, in any weather.

    plan      who says what, and when, from a seed
    stage     the sandbox's world in which it is said; what the bot asked for, looked at as it comes
    nest      a process that has imported everything, and forks bots (`python -m tests.soak.nest`)
    keeper    starts a bot whenever there is none, and kills it at random moments
    places    databases on small disks of their own, which fill, freeze, lock and vanish
    weather   what goes wrong, from a seed
    record    what a database holds at the end, in comparable form
    verdict   what was lost, doubled, out of order or seen by a customer
    run       one run, and the calm run that it is held against
    table     what is printed

`python -m tests.soak --seconds 600 --seed 7`; see docs/soak.md.
"""
