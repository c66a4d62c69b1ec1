"""A mail's own words: earlier mails quoted in it and the signature below it are cut off."""

import re

_QUOTATION = re.compile(r"^\s{0,8}>")
_WROTE = re.compile(
    r"^(?:On\b.{0,300}\bwrote ?:|(?:در|On)\b.{0,300}(?:نوشت|نوشته است|نوشته‌است|نوشتید) ?:)\s*$",
    re.IGNORECASE,
)
_WROTE_BEGINS = re.compile(r"^(?:On|در تاریخ|در)\b.{0,200}$", re.IGNORECASE)
_WROTE_ENDS = re.compile(r"^.{0,200}(?:wrote|نوشت|نوشته است|نوشته‌است|نوشتید) ?:\s*$", re.IGNORECASE)
_DIVIDER = re.compile(
    r"^\s*-{2,}\s*(?:Original Message|Forwarded message|پیام اصلی|پیام ارجاع شده)\s*-{2,}\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^\s*\*?(?:From|از)\*?\s*:\*?\s*\S", re.IGNORECASE)
_BESIDE_FROM = re.compile(
    r"^\s*\*?(?:Sent|To|Date|Subject|تاریخ|به|موضوع|ارسال|فرستاده)\b.{0,40}?:", re.IGNORECASE
)
_SIGNATURE = re.compile(
    r"^(?:-- ?|—|Sent from (?:my|Mail|Yahoo|Outlook)\b.{0,80}|Get Outlook for\b.{0,80}"
    r"|(?:ارسال|فرستاده) ?(?:شده)? از\b.{0,80})$",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """The text without quotations, earlier mails and signature; all of it where nothing is left."""
    lines = text.split("\n")
    kept: list[str] = []
    for number, line in enumerate(lines):
        if _ends_here(line, lines[number + 1 : number + 4]):
            break
        if not _QUOTATION.match(line):
            kept.append(line)
    return "\n".join(kept).strip() or "\n".join(line.lstrip("> \t") for line in lines).strip()


def _ends_here(line: str, after: list[str]) -> bool:
    """Whether everything from this line on is somebody else's, or the signature."""
    bare = line.strip()
    if _SIGNATURE.match(bare) or _DIVIDER.match(bare) or _WROTE.match(bare):
        return True
    if _WROTE_BEGINS.match(bare) and after and _WROTE_ENDS.match(after[0].strip()):
        return True
    return bool(_FROM.match(bare)) and sum(bool(_BESIDE_FROM.match(each)) for each in after) > 1
