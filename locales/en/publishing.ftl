## What managers are told when playbooks change on disk.

publishing-broken = ⚠️ <b>A change of the playbooks on disk was not taken</b>
    These have errors and are not used until they are mended; where there is an earlier good version, it stays in force:

    { $problems }
publishing-conflict = ⚠️ <b>Two changes at once</b>
    The file { $file } was changed on disk, but from an older version: someone else had changed it before ({ $who }). Their version is in force, and your file is untouched.

    What to do: run aram playbook pull in a terminal; it keeps what you wrote beside the file, with the ending .mine. Then make your change again.
publishing-unbuilt = ⚠️ <b>The newest version of the playbooks cannot be used</b>
    The last good version stays in force. Mend these, or roll back with /playbooks:

    { $problems }
publishing-more = … and { $count ->
        [one] { $count } more error
       *[other] { $count } more errors
    }; aram playbook check shows them all.

publishing-way-folder = from the folder
publishing-way-chat = from the chat
publishing-way-page = from the managers' page
publishing-way-terminal = from the terminal

## What the terminal says of versions.

publishing-pulled = { $file }: version { $number } is written.
publishing-kept-mine = { $file }: what you had written is kept in { $mine }.
publishing-taken-away = { $file }: taken away, as it is no longer in force.
publishing-pull-summary = { $count ->
        [0] { $folder } already held what is in force.
        [one] { $count } file in { $folder } was brought up to date.
       *[other] { $count } files in { $folder } were brought up to date.
    }
publishing-published = { $file }: version { $number } is in force.
publishing-removed = { $file }: no longer in force (version { $number }).
publishing-passed-by = { $file }: not published, as version { $number } was published before it ({ $who }). Run aram playbook pull first and make your change again; or write over it with --over.
publishing-passed-by-old = { $file }: not published, as its text was in force before version { $number } ({ $who }) and may be nothing but an old copy. If you want it, bring it back with --gone; else run aram playbook pull.
publishing-publish-summary = { $count ->
        [0] There was nothing to publish.
        [one] { $count } file was published.
       *[other] { $count } files were published.
    }
publishing-not-published = Because of these errors nothing of these files was published.
publishing-no-versions = Nothing has been published yet; the first aram run makes the folder's files the first versions.
error-playbook-unwritable = The file { $file } cannot be written ({ $reason }). See that its folder may be written to and has space left; then run the command again.
publishing-history-line = { $number } · { $when } · { $file } · { $deed } ({ $who })

publishing-deed-edit = edit
publishing-deed-add = add
publishing-deed-remove = remove
publishing-deed-turn-on = on
publishing-deed-turn-off = off
publishing-deed-roll-back = roll back
