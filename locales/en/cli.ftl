## The terminal and the sandbox's "why" panel.

check-summary = { $playbooks ->
        [one] { $playbooks } playbook
       *[other] { $playbooks } playbooks
    }, { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $issues ->
        [one] { $issues } issue
       *[other] { $issues } issues
    }.
demo-open = The sandbox is open: { $url }
    Open it in a browser; Ctrl-C ends it.

decision-anew = Aram spoke: it sent a new card.
decision-update = Aram brought the card up to date.
decision-close = The customer calmed down and the card was closed.
decision-note = Aram showed a card without a sound: a complaint that everybody reads.
decision-calm = Aram stayed silent: nothing called for a word.
decision-muted = Aram stayed silent: the seller has muted this chat.
decision-dismissed = Aram stayed silent: the seller had said it is not a problem.
decision-no-playbook = Aram stayed silent: no playbook is written for this.

explain-reading = Read as: { $text }
explain-tension = Tension: { $tension }, { $risk }% likely that help is wanted
explain-situations = Situations: { $situations }
explain-signal = signal
explain-weight = weight
explain-words = words
explain-step = Step { $number } of { $of }: { $kind }

doctor-no-owner = The shop has no owner yet. aram run shows a one-time link for the owner when it starts; or write the owner's number into OWNER_ID.
doctor-team = The owner is known, and { $sellers ->
        [one] { $sellers } seller is named
       *[other] { $sellers } sellers are named
    }.
doctor-database = The database ({ $kind }) opens, can be written, and is up to date.
doctor-database-behind = The database opens but is not up to date yet; the next start brings it up, or now: aram migrate
doctor-playbooks = { $count ->
        [one] { $count } playbook was
       *[other] { $count } playbooks were
    } read without an error.
doctor-encoder = The model that hears tone loads.
doctor-encoder-missing = The model that hears tone does not load (look at onnxruntime and its files; make demo installs them anew). Aram goes on without it, but weaker: of 100 moments to speak it sees { $found_without }, not { $found }; and its score for situations is { $right_without }, not { $right }.
doctor-token = The token is right: @{ $username }
doctor-business = Business mode is on.
doctor-business-off = Business mode is off. In BotFather: /mybots, your bot, Bot Settings, Business Mode: turn it on.
doctor-privacy = The bot sees every message of its groups.
doctor-privacy-on = Privacy mode is on, so the bot does not see groups. If you have a group: in BotFather /setprivacy, Disable; then remove the bot from the group and add it again.
doctor-webhook-set = A webhook is set for this token, though WEBHOOK_URL is empty. If another program uses this token, stop it; the webhook itself is removed when aram run starts.
doctor-webhook = Telegram brings updates to WEBHOOK_URL.
doctor-webhook-elsewhere = Telegram does not bring updates to WEBHOOK_URL yet; aram run mends that when it starts. If Aram runs already, another program has this token, too: stop it.
