"""The settings of an office's own, empty profile: what it may not do, and which fonts it replaces.

Documents are checked before they are converted (`guard`); this holds what a document does that
passed all the same. What a version of LibreOffice does not know it passes over.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_COMMON = "/org.openoffice.Office.Common"
_SCRIPTING = f"{_COMMON}/Security/Scripting"
_PROXY = "/org.openoffice.Inet/Settings"
_UPDATES = (
    "/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments"
)
_SUBSTITUTION = f"{_COMMON}/Font/Substitution"
# Nobody answers on the port "discard" of one's own computer.
_NOBODY = ("127.0.0.1", "9")

# Names and meanings: officecfg/registry/schema of LibreOffice, as listed in main.xcd of 7.4;
# the last three of the first group came with 24.2 and 24.8.
_CONFINEMENT = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "DisablePythonRuntime", "true"),
    (_SCRIPTING, "DisableOLEAutomation", "true"),
    # Links of texts and tables: never brought up to date.
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    # Whatever is fetched all the same is asked of a proxy that is not there.
    (_PROXY, "ooInetProxyType", "2"),
    (_PROXY, "ooInetHTTPProxyName", _NOBODY[0]),
    (_PROXY, "ooInetHTTPProxyPort", _NOBODY[1]),
    (_PROXY, "ooInetHTTPSProxyName", _NOBODY[0]),
    (_PROXY, "ooInetHTTPSProxyPort", _NOBODY[1]),
    (_PROXY, "ooInetFTPProxyName", _NOBODY[0]),
    (_PROXY, "ooInetFTPProxyPort", _NOBODY[1]),
    (_UPDATES, "AutoCheckEnabled", "false"),
)


def profile_settings(replacements: Iterable[tuple[str, str]]) -> str:
    """What LibreOffice reads from `registrymodifications.xcu` of its profile.

    `replacements` are families of fonts and what it takes for each (Tools, Options, Fonts).
    """
    items = [_item(path, _property(name, value)) for path, name, value in _CONFINEMENT]
    pairs = [_pair(*pair, number) for number, pair in enumerate(replacements)]
    if pairs:
        items += [_item(_SUBSTITUTION, _property("Replacement", "true")), *pairs]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{''.join(items)}</oor:items>\n"
    )


def _pair(family: str, substitute: str, number: int) -> str:
    properties = (
        _property("ReplaceFont", family)
        + _property("SubstituteFont", substitute)
        + _property("Always", "true")
        + _property("OnScreenOnly", "false")
    )
    node = f'<node oor:name="_{number}" oor:op="replace">{properties}</node>'
    return _item(f"{_SUBSTITUTION}/FontPairs", node)


def _item(path: str, content: str) -> str:
    return f'<item oor:path="{path}">{content}</item>'


def _property(name: str, value: str) -> str:
    return f'<prop oor:name="{name}" oor:op="fuse"><value>{escape(value)}</value></prop>'
