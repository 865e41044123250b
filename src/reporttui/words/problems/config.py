"""What can be wrong with the configuration, `config.toml`."""

from __future__ import annotations

from reporttui.words import N_

PROBLEMS = {
    "config-syntax": (
        N_("this is not TOML: {problem}"),
        N_('expected lines of the form: key = "value"'),
        N_("mend the line, or delete it"),
    ),
    "config-unknown-key": (
        N_('unknown setting "{key}"'),
        N_("expected one of {allowed}"),
        N_("delete the line"),
    ),
    "config-unknown-key-nearest": (
        N_('unknown setting "{key}"'),
        N_("expected one of {allowed}"),
        N_('did you mean "{nearest}"?'),
    ),
    "config-not-text": (
        N_('the setting "{key}" is {kind}'),
        N_("expected text between quotes"),
        N_('write it in the manner of {key} = "value"'),
    ),
    "config-not-integer": (
        N_('the setting "{key}" is {kind}'),
        N_("expected a whole number without quotes"),
        N_("write it in the manner of {key} = 1"),
    ),
    "config-not-boolean": (
        N_('the setting "{key}" is {kind}'),
        N_("expected true or false without quotes"),
        N_("write it in the manner of {key} = true"),
    ),
    "config-not-table": (
        N_('the setting "{key}" is {kind}'),
        N_("expected a table"),
        N_("write its settings below a line [{key}]"),
    ),
    "config-not-choice": (
        N_('the setting "{key}" is "{found}"'),
        N_("expected one of {allowed}"),
        N_("choose one of these"),
    ),
    "config-not-choice-nearest": (
        N_('the setting "{key}" is "{found}"'),
        N_("expected one of {allowed}"),
        N_('did you mean "{nearest}"?'),
    ),
    "config-not-keys": (
        N_('"{key}" is not the name of a key or a list of such names'),
        N_('expected "x" or ["x", "ctrl+x"]'),
        N_("write the names of the keys between quotes"),
    ),
}
