## aram status: how things stand, in a terminal.

status-database = Database
status-disk = Disk
status-letters = Letters that are due
status-planned = Letters for later
status-given-up = Letters given up
status-inbox = Updates in the inbox
status-aside = Updates set aside
status-update = Last update
status-cards = Open cards
status-model = Model
status-none = none
status-count = { $count }
status-at-revision = { $kind }, up to date ({ $revision })
status-at-other-revision = { $kind }, at another version ({ $revision }): aram migrate
status-letters-due = { $count }, the oldest { $minutes ->
        [0] for less than a minute
       *[other] for { $minutes } min
    }
status-aside-some = { $count }: aram dead list
status-never = none yet
status-ago = { $minutes ->
        [0] less than a minute ago
       *[other] { $minutes } min ago
    }
status-free = { $megabytes } MB free
status-model-whole = with its encoder
status-model-cheap = without its encoder: aram doctor
