# The ways in which updates come to Aram.

error-webhook-refused = Telegram did not accept the address { $host } for bringing updates ({ $reason }). See that it opens from the internet, that its certificate is right, and that WEBHOOK_URL in .env is written correctly; or leave it empty, and Aram asks Telegram for updates itself.
note-update-set-aside = A message from Telegram could not be dealt with, however often I tried. It is set aside, whole; everything else goes on. Whoever looks after Aram sees it with <code>aram dead list</code>, and lets me try it again with <code>aram dead retry</code>. If there are more, I shall not ring for each.
error-update-unknown = No update with the number { NUMBER($number, useGrouping: 0) } has been set aside. aram dead list shows them all.
dead-none = Nothing has been set aside.
dead-listed = { NUMBER($number, useGrouping: 0) }: set aside { $when }, tried { $attempts ->
        [one] once
       *[other] { $attempts } times
    }, the last time { $trouble }
dead-retried = { $count ->
        [0] Nothing has been set aside.
        [one] One update is tried again; an Aram that runs begins within seconds.
       *[other] { $count } updates are tried again; an Aram that runs begins within seconds.
    }
