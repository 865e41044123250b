"""What can be wrong with the structure of a report: keys, types and forms of values."""

from __future__ import annotations

from reporttui.words import N_

PROBLEMS = {
    "unknown-key": (
        N_('unknown key "{key}"'),
        N_("expected one of {allowed}"),
        N_("delete it, or give it one of these names"),
    ),
    "unknown-key-nearest": (
        N_('unknown key "{key}"'),
        N_("expected one of {allowed}"),
        N_('did you mean "{nearest}"?'),
    ),
    "missing-key": (
        N_('{where} has no "{key}"'),
        N_('expected the key "{key}"'),
        N_('add a line that begins with "{key}: "'),
    ),
    "not-text": (
        N_('"{key}" holds {kind}'),
        N_("expected a single value"),
        N_('write the value after "{key}: ", or delete the key'),
    ),
    "not-text-says": (
        N_('"{key}" is {says} without quotes, which other programs take for {kind}'),
        N_("expected text"),
        N_("put it between quotes"),
    ),
    "not-list": (
        N_('"{key}" holds {kind}'),
        N_("expected a list"),
        N_('begin each item with "- " on a line of its own'),
    ),
    "not-mapping": (
        N_("{where} consists of {kind}"),
        N_("expected keys with values"),
        N_('write it as lines of the form "key: value"'),
    ),
    "empty-text": (
        N_('"{key}" is empty'),
        N_("expected some text"),
        N_("write the text, or delete the key"),
    ),
    "not-a-line": (
        N_('"{key}" holds more than one line'),
        N_("expected a single line"),
        N_("join the lines"),
    ),
    "not-integer": (
        N_('"{key}" is "{found}"'),
        N_("expected a whole number, such as 2024"),
        N_("write Arabic digits only, without a unit or leading zeros"),
    ),
    "not-decimal": (
        N_('"{key}" is "{found}"'),
        N_("expected a number, such as 504 or 95.20"),
        N_('write digits and a decimal point only, the unit belongs under "unit"'),
    ),
    "not-date": (
        N_('"{key}" is "{found}"'),
        N_("expected a day that exists, as YYYY-MM-DD"),
        N_("write it in the manner of 2025-01-21"),
    ),
    "not-datetime": (
        N_('"{key}" is "{found}"'),
        N_("expected a day that exists, as YYYY-MM-DD or YYYY-MM-DDTHH:MM"),
        N_("write it in the manner of 2025-02-17 or 2025-02-17T11:23"),
    ),
    "not-boolean": (
        N_('"{key}" is "{found}"'),
        N_("expected true or false"),
        N_("write one of these two words, in lower case"),
    ),
    "not-choice": (
        N_('"{key}" is "{found}"'),
        N_("expected one of {allowed}"),
        N_("choose one of these"),
    ),
    "not-choice-nearest": (
        N_('"{key}" is "{found}"'),
        N_("expected one of {allowed}"),
        N_('did you mean "{nearest}"?'),
    ),
    "wrong-format": (
        N_("the report has format {found}"),
        N_("expected format {supported}"),
        N_('write "format: {supported}", or read it with a reporttui that knows format {found}'),
    ),
    "bad-id": (
        N_('the id is "{found}"'),
        N_("expected lower-case letters and digits, in groups joined by hyphens"),
        N_("write it in the manner of licheng-2024"),
    ),
    "range-disorder": (
        N_('"low" is {low}, but "high" is {high}'),
        N_('expected "high" to be no less than "low"'),
        N_("exchange the two"),
    ),
    "value-and-range": (
        N_('the metric has "value" and a range as well'),
        N_('expected either "value", or "low" and "high"'),
        N_("delete the one or the other"),
    ),
    "no-value": (
        N_("the metric has no value"),
        N_('expected either "value", or "low" and "high"'),
        N_('add a line that begins with "value: "'),
    ),
}
