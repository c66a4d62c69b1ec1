## How well Aram hears: the table in the terminal, and the page.

evaluate-title = How well does Aram hear?
evaluate-counts = { $conversations ->
        [one] { $conversations } conversation
       *[other] { $conversations } conversations
    }, { $turns ->
        [one] { $turns } customer message
       *[other] { $turns } customer messages
    }
evaluate-written = The page is written: { $file }

## At a glance.

evaluate-recall-sentence = Of every 100 messages that called for a whisper, Aram heard { $share }.
evaluate-precision-sentence = Of every 100 whispers it gave, { $share } were called for.
evaluate-outcome-tp = whisper, called for ({ $count })
evaluate-outcome-fn = not heard ({ $count })
evaluate-outcome-fp = false alarm ({ $count })
evaluate-outcome-tn = silence, rightly ({ $count })
evaluate-outcome-either = either is fine ({ $count })
evaluate-glance-about = A column is a conversation, from its first message below to its last on top; a dot is a customer’s message.
evaluate-glance-stormy = Conversations that called for a whisper ({ $count })
evaluate-glance-calm = Conversations without trouble ({ $count })

## Headline figures.

evaluate-aim-at-least = aim: at least { $aim }
evaluate-aim-at-most = aim: at most { $aim }
evaluate-met = reached
evaluate-unmet = not yet
evaluate-headline-f1 = F1 of whispers
evaluate-headline-precision = Precision
evaluate-headline-recall = Recall
evaluate-headline-average-precision = Average precision
evaluate-headline-false-alarms = False alarms
evaluate-headline-left-alone = Left in peace
evaluate-headline-caught = Trouble caught
evaluate-headline-on-time = Caught on time
evaluate-headline-early = Heard early
evaluate-headline-situations = F1 of situations
evaluate-headline-situations-macro = F1, situations alike
evaluate-headline-tension = Tension error
evaluate-meaning-f1 = precision and recall in one figure
evaluate-meaning-precision = of the whispers, how many were called for
evaluate-meaning-recall = of the messages that called for one, how many got it
evaluate-meaning-average-precision = over every threshold, not only the chosen one
evaluate-meaning-false-alarms = in 1,000 messages without trouble
evaluate-meaning-left-alone = conversations without trouble and without a whisper
evaluate-meaning-caught = conversations with trouble that got a whisper
evaluate-meaning-on-time = the same, no later than the first message that called for it
evaluate-meaning-early = customers who grew heated, heard at least one message before
evaluate-meaning-situations = all situations of all messages together
evaluate-meaning-situations-macro = the mean over situations, rare ones as heavy as common ones
evaluate-meaning-tension = levels off on average; the scale has four

## The trade-off.

evaluate-precision = precision
evaluate-recall = recall
evaluate-f1 = F1
evaluate-false-alarms = false alarms in 1,000 calm messages
evaluate-curve-title = What more hearing costs
evaluate-curve-about = From left to right the threshold falls: Aram hears more and is wrong more often. The large dot is where it stands. Along each dotted line F1 is the number above it.
evaluate-curve-says = Precision against recall; average precision { $ap }. Aram stands at precision { $precision } and recall { $recall }, with a threshold of { $risk }.
evaluate-curve-chosen = risk ≥ { $risk }
evaluate-false-alarms-says = False alarms against recall; { $count } in 1,000 calm messages where Aram stands.
evaluate-calibration-title = Can the risk be believed?
evaluate-calibration-about = Where Aram says 70%, a whisper should be called for in 70 of 100 messages: on the dotted line. A dot stands for a tenth of the scale; the larger, the more messages.
evaluate-calibration-says = Said risk against the share of messages that called for a whisper; on average { $error } apart.
evaluate-calibration-error = { $error } apart on average
evaluate-risk-said = risk, as Aram says it
evaluate-share-of-yes = a whisper was called for

## Escalation.

evaluate-lead-title = How early is it heard?
evaluate-lead-about = { $count ->
        [one] One customer grew heated.
       *[other] { $count } customers grew heated.
    } When did the first whisper come, by their first heated message?
evaluate-timing-early = before
evaluate-timing-at-turn = at that message
evaluate-timing-late = after
evaluate-timing-missed = never
evaluate-lead-axis = customer’s messages from the first heated one
evaluate-lead-early = earlier
evaluate-lead-at-turn = same
evaluate-lead-late = later
evaluate-lead-missed = never
evaluate-median-turns = The middle lead of those heard: { $turns } messages.
evaluate-median-seconds = The middle lead of those heard before: { $span }.
evaluate-forewarned = { $count } of { $of } said something before they grew heated; no more can be heard early.
evaluate-lucky = Early only by a false alarm: { $count }.
evaluate-recovery = Calm again after trouble: { $seen } of { $of } seen; { $rash } times said too soon.
evaluate-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
evaluate-hours = { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
evaluate-minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
evaluate-seconds = { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
evaluate-price-title = What would earlier cost?
evaluate-price-about = A lower threshold hears more customers at least one message before they grow heated, and disturbs the seller more often. The number at each dot is its threshold; the large dot is where Aram stands.
evaluate-price-says = Heard early against false alarms, by threshold; { $early } early where Aram stands.
evaluate-forewarned-line = no more can be early

## Conversations.

evaluate-talks-title = Conversations, as they went
evaluate-talks-about = Chosen by the machine, the liveliest of each kind. Point at a column, or tap it, to read the message.
evaluate-key-gold = tension, by the careful reader
evaluate-key-heard = tension, by Aram
evaluate-key-risk = risk
evaluate-key-threshold = threshold
evaluate-key-whisper = whisper
evaluate-key-needless = false alarm
evaluate-key-unheard = not heard
evaluate-kind-early = heard early
evaluate-kind-at-turn = heard at that message
evaluate-kind-late = heard late
evaluate-kind-missed = never heard
evaluate-kind-false-alarm = false alarm
evaluate-kind-calm = rightly silent
evaluate-turn-says = Reader: { $right } · Aram: { $heard } · risk { $risk }
evaluate-register-colloquial = colloquial
evaluate-register-formal = formal
evaluate-register-finglish = Finglish
evaluate-register-mixed = mixed
evaluate-register-english = English
evaluate-channel-chat = private chat
evaluate-channel-group = group
evaluate-channel-comment = comments
evaluate-channel-email = e-mail

## Situations and tension.

evaluate-no-situation = nothing
evaluate-confusion-title = What is taken for what
evaluate-confusion-about = Down: what the message was. Across: what Aram heard in it, as a share of those messages. Green is right, orange is wrong; a message can have several situations.
evaluate-confusion-cell = { $right } → { $heard }: { $share }
evaluate-bars-title = Situations, the best heard first
evaluate-bars-about = The small number says how often it occurs.
evaluate-registers-title = By manner of writing
evaluate-registers-about = F1 of whispers; the small number says how many messages called for one.
evaluate-bar-says = precision { $precision }, recall { $recall }, { $count } in the file
evaluate-tension-title = Tension
evaluate-tension-about = Down: as it was. Across: as Aram heard it.
evaluate-mistakes = Mistakes made most often
evaluate-mistake = { $right } → { $heard }

## Notes, and the columns of the table.

evaluate-note-either = Messages where two good managers could differ are left out of the figures for whispers.
evaluate-note-aims = The aims are written in bot/evaluation/headline.py.
evaluate-note-playbook = Where Aram stands is counted by what it truly whispered; an alarm for which there is no playbook stays silent.
evaluate-note-talks = In groups and comments each customer is followed apart, as Aram does it.
evaluate-column-figure = figure
evaluate-column-value = value
evaluate-column-aim = aim
evaluate-column-f1 = F1
evaluate-column-precision = precision
evaluate-column-recall = recall
evaluate-column-false-alarms = false alarms
evaluate-column-share = share
evaluate-column-name = name
evaluate-column-count = in the file
evaluate-column-threshold = threshold
evaluate-column-early = early
evaluate-column-risk = risk said
evaluate-column-turns = messages
evaluate-column-yes = called for
evaluate-column-times = times
evaluate-column-right = as it was
