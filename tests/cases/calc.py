"""LibreOffice Calc as its user would work in it: a workbook opened, changed by steps, saved.

By a Basic module in a profile of its own, which needs no package beside Calc itself.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES
from zi_docs.pdf.office_places import find_office
from zi_docs.pdf.office_program import OfficeProgram

_TIMEOUT_SECONDS = 120
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = "http://openoffice.org/2000/library"
# An office that starts for the first time would write its own library over this one.
_SETTINGS = f"""{_HEAD}<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office">
<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>
"""
_LIBRARIES = f"""{_HEAD}<library:libraries xmlns:library="{_LIBRARY}"
 xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard"
 xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>
"""
_MODULES = f"""{_HEAD}<library:library xmlns:library="{_LIBRARY}" library:name="Standard">
<library:element library:name="Steps"/></library:library>
"""
_BASIC = """Sub Main(source As String, target As String)
Dim quiet(0) As New com.sun.star.beans.PropertyValue
quiet(0).Name = "Hidden" : quiet(0).Value = True
Dim filter(0) As New com.sun.star.beans.PropertyValue
filter(0).Name = "FilterName" : filter(0).Value = "Calc MS Excel 2007 XML"
book = StarDesktop.loadComponentFromURL(source, "_blank", 0, quiet())
{steps}
book.storeToURL(target, filter())
book.close(True)
End Sub
"""
_MODULE = f"""{_HEAD}<script:module xmlns:script="http://openoffice.org/2000/script"
 script:name="Steps" script:language="StarBasic">{{}}</script:module>
"""
_QUIET = ("--headless", "--norestore", "--nologo")


def worked_on(source: Path, target: Path, steps: Sequence[str]) -> Path:
    """Save `source`, changed by lines of Basic that know it as `book`, as the XLSX `target`."""
    place = target.parent / "calc"
    library = place / "profile" / "user" / "basic" / "Standard"
    library.mkdir(parents=True)
    (place / "home").mkdir()
    basic = escape(_BASIC.replace("{steps}", "\n".join(steps)))
    (library / "Steps.xba").write_text(_MODULE.format(basic), encoding="utf-8")
    (library / "script.xlb").write_text(_MODULES, encoding="utf-8")
    (library.parent / "script.xlc").write_text(_LIBRARIES, encoding="utf-8")
    settings = library.parents[1] / "registrymodifications.xcu"
    settings.write_text(_SETTINGS, encoding="utf-8")
    program = OfficeProgram(find_office(), DEFAULT_SUBSTITUTES.write_config(place))
    call = f'macro:///Standard.Steps.Main("{source.as_uri()}","{target.as_uri()}")'
    subprocess.run(
        [str(program.path), f"-env:UserInstallation={program.profile(place)}", *_QUIET, call],
        env=program.environment(place),
        capture_output=True,
        timeout=_TIMEOUT_SECONDS,
        check=False,
    )
    return target
