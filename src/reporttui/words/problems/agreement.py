"""Where a metric does not agree with its quote, or with the metric that it is a part of."""

from __future__ import annotations

from reporttui.words import N_

PROBLEMS = {
    "quote-missing": (
        N_('the quote "{quote}" does not stand in the section'),
        N_("expected words of the section's title or text, character for character"),
        N_("copy the quote from there"),
    ),
    "quote-ambiguous": (
        N_('the quote "{quote}" stands in the section {times} times'),
        N_('expected a quote that stands there once, or "at" to say which is meant'),
        N_('lengthen the quote, or add "at: " with a number from 1 to {times}'),
    ),
    "at-beyond": (
        N_("the section holds no occurrence {at} of the quote"),
        N_('expected "at" to be from 1 to {times}'),
        N_('count them in title and text, or delete "at"'),
    ),
    "quote-no-value": (
        N_('the quote "{quote}" does not say {value}'),
        N_("expected a quote that says the value"),
        N_("lengthen the quote, or correct the value"),
    ),
    "quote-no-value-says": (
        N_('the value is {value}, but the quote "{quote}" says {says}'),
        N_("expected the value that the quote says"),
        N_("correct the value or the quote"),
    ),
    "quote-other-unit": (
        N_('the quote "{quote}" does not say the unit "{unit}"'),
        N_("expected the unit that the quote says"),
        N_("correct the unit or the quote"),
    ),
    "quote-other-unit-says": (
        N_('the unit is "{unit}", but the quote "{quote}" says "{says}"'),
        N_("expected the unit that the quote says"),
        N_("correct the unit or the quote"),
    ),
    "quote-other-bound": (
        N_('the quote "{quote}" does not say the bound "{bound}"'),
        N_("expected the bound that the quote says"),
        N_("correct the bound or the quote"),
    ),
    "quote-other-bound-says": (
        N_('the bound is "{bound}", but the quote "{quote}" says "{says}"'),
        N_("expected the bound that the quote says"),
        N_("correct the bound or the quote"),
    ),
    "part-of-unknown": (
        N_('no metric has the name "{name}"'),
        N_("expected the name of a metric of this report"),
        N_('check the spelling, or delete "part_of"'),
    ),
    "part-of-unknown-nearest": (
        N_('no metric has the name "{name}"'),
        N_("expected the name of a metric of this report"),
        N_('did you mean "{nearest}"?'),
    ),
    "part-of-itself": (
        N_('"{name}" is said to be a part of itself'),
        N_("expected the name of another metric"),
        N_('name the whole, or delete "part_of"'),
    ),
    "part-of-circle": (
        N_('"{name}" is a part of its own parts'),
        N_("expected a whole that is no part of this metric"),
        N_('delete one "part_of" of the circle'),
    ),
    "part-of-ambiguous": (
        N_('{times} metrics have the name "{name}"'),
        N_("expected a name that only one metric has"),
        N_("give the whole a name of its own"),
    ),
    "part-of-other-unit": (
        N_('the unit is "{unit}", but that of the whole "{name}" is "{whole_unit}"'),
        N_("expected a part to have the unit of its whole"),
        N_('correct one of the units, or delete "part_of"'),
    ),
}
