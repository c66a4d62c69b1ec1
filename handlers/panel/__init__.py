"""The managers' page: playbooks edited in a form, as a Telegram Mini App.

auth        who is looking: Telegram's init data, then a pass (Gate)
limits      how often one visitor may ask (Turnstile)
server      the web server, its headers and refusals (PanelServer)
api         the table of what can be asked (Api)
given       what a request holds, read strictly
bench       the form's data as a change of a file, and all there is to say of it
answers     what the page is told
refusals    why something is not done
places      where in the form a problem belongs
preview     the card as the seller would see it
words       the page's words in the reader's language
page/       the page itself
"""
