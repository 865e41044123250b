"""What can be wrong with an argument that names a report."""

from __future__ import annotations

from reporttui.words import N_

PROBLEMS = {
    "unknown-report": (
        N_('there is no bundled report "{name}"'),
        N_("expected {allowed}, or the path of a file"),
        N_("write the path of a file with a slash or an extension: ./{name}"),
    ),
    "unknown-report-nearest": (
        N_('there is no bundled report "{name}"'),
        N_("expected {allowed}, or the path of a file"),
        N_('did you mean "{nearest}"?'),
    ),
    "not-yaml": (
        N_('only YAML can be checked, not "{extension}"'),
        N_("expected a file that ends in .yaml, .yml or .json"),
        N_("make YAML of it with reporttui import"),
    ),
}
