## Does the playbook work? What followed each step, and how sure that is.

button-efficacy = 📏 Which step works?
efficacy-title = 📏 <b>Which step works?</b>
    The last 90 days
efficacy-title-of = 📏 <b>{ $playbook }</b>
    Steps and drafts, the last 90 days
efficacy-step-of = <b>{ $step }</b> ({ $playbook })
efficacy-step = <b>{ $step }</b>
efficacy-draft = the draft “{ $words }”
efficacy-draft-gone = a draft that is gone
efficacy-row = • { $name }: sent { $sent } of { $shown } times, then { $calmed } calmed down; that is { $low } to { $high } of a hundred.
efficacy-few = • { $name }: sent { $sent } of { $shown } times, then { $calmed } calmed down; too few to say.
efficacy-unsent = • { $name }: shown { $shown ->
        [one] once
       *[other] { $shown } times
    }, not sent.
efficacy-helps = { " " } 🌟 more often than the other steps
efficacy-not = { " " } 🔧 less often than the other steps; its words may want changing
efficacy-remark = In nine cases of ten the true share lies between the two numbers. It says what followed a step, not that the step alone did it.
efficacy-none = No step has been shown yet.
efficacy-managers-only = This page is only for the shop's managers.
