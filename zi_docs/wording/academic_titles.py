"""The name of a person without academic titles, as decrees and their signatures bear it.

Rule: NASKAH section 10, after Law 12/2011. What is no academic title belongs to the name: `H.` and
`Hj.`, `Raden`, initials. Letters, minutes and lists bear names as they stand in the workbook.
"""

import re

# Titles before a name, perhaps without a space after them; the commonest also without a stop.
_FRONT = re.compile(
    r"(?:(?:prof|drs|dra|drg|drh|dr|ir|apt|ns|bdn)\.(?:-\s?ing\.?)?|(?:prof|drs|dra|dr)(?=\s))"
    r"(?:\s*\((?:c|cand)\.?\))?\s*",
    re.I,
)
_HONORIFIC = re.compile(r"(?:k\.?\s?h|hj|h)\.\s*", re.I)
# Titles behind a name follow a comma. Where it was left out, these are known by their form.
_KINDS = (
    "Ag|AP|A\\.P|Ak|B\\.A|Ds|E|Ec|Eng|Farm|Gz|H|Hum|Hut|IP|I\\.P|Ked|Kep|Kes|KM|K\\.M|Kom|I\\.Kom|Li|M|"
    "P|Pd|Phil|Psi|Pt|S|Sc|Si|Sn|Sos|ST|Stat|Sy|T|T\\.I|Th|Tr"
)
_BEHIND = re.compile(
    rf"(?:[SM]\.\s?(?:{_KINDS})(?:\.[A-Z][A-Za-z]*)*\.?|A\.Md(?:\.[A-Z][A-Za-z]*)*\.?|Ph\.?\s?D\.?|LL\.M\.?"
    r"|Lc\.?|SH|SE|ST|SIP|SAP|SKom|SPd|SPdI|SAg|SSos|SKM|SSi|MH|MM|MT|MSi|MPd|MAP|MKom|MHum)",
    re.I,
)


def name_without_titles(name: str) -> str:
    """A name without academic titles, wherever they stand; a name of titles alone stays."""
    honorific, rest = "", name.partition(",")[0].strip()
    while True:
        front, title = _HONORIFIC.match(rest), _FRONT.match(rest)
        if title and rest[title.end() :]:
            rest = rest[title.end() :]
        elif front and _FRONT.match(rest[front.end() :]):
            honorific += f"{front[0].strip()} "
            rest = rest[front.end() :]
        else:
            break
    words = rest.split()
    while len(words) > 1 and _BEHIND.fullmatch(words[-1]):
        words.pop()
    bare = honorific + " ".join(words)
    front = _HONORIFIC.match(bare)
    return f"{front[0].strip()} {bare[front.end() :]}" if front else bare
