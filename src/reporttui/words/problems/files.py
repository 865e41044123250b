"""What can be wrong with a file before it is read as a report: bytes, characters and YAML."""

from __future__ import annotations

from reporttui.words import N_

PROBLEMS = {
    "file-missing": (
        N_("there is no such file"),
        N_("expected the path of a report"),
        N_("check the spelling of the path"),
    ),
    "file-missing-nearest": (
        N_("there is no such file"),
        N_("expected the path of a report"),
        N_('did you mean "{nearest}"?'),
    ),
    "file-is-folder": (
        N_("this is a folder"),
        N_("expected a file"),
        N_("name one of the files in it"),
    ),
    "file-special": (
        N_("this is no ordinary file"),
        N_("expected a file, or - for standard input"),
        N_("pipe its content in, and name it -"),
    ),
    "file-unreadable": (
        N_("the file cannot be read: {reason}"),
        N_("expected a file that you may read"),
        N_("check its permissions"),
    ),
    "file-too-large": (
        N_("the file has {size} MB"),
        N_("expected at most {limit} MB"),
        N_("split it into one file for each report"),
    ),
    "file-empty": (
        N_("the file is empty"),
        N_("expected a report in YAML"),
        N_('begin with the line "format: 1"'),
    ),
    "wrong-encoding": (
        N_("byte {byte} is no part of a UTF-8 character"),
        N_("expected text in UTF-8"),
        N_("save the file as UTF-8"),
    ),
    "wrong-encoding-guess": (
        N_("the text is not in UTF-8 but looks like {guess}"),
        N_("expected text in UTF-8"),
        N_("convert it: iconv -f {guess} -t UTF-8 OLD > NEW"),
    ),
    "control-character": (
        N_("control character {codepoint}"),
        N_("expected text without raw control characters"),
        N_("delete it, or write it as an escape between double quotes"),
    ),
    "yaml-syntax": (
        N_("this is not YAML: {problem}"),
        N_("expected YAML in block style"),
        N_('check the indentation, and put text that holds ": " or " #" between quotes'),
    ),
    "yaml-tag": (
        N_('tag "{tag}"'),
        N_("expected a value without a tag"),
        N_("delete the tag"),
    ),
    "yaml-alias": (
        N_('alias "*{name}"'),
        N_("expected the value itself"),
        N_("write the value out in place of the alias"),
    ),
    "yaml-anchor": (
        N_('anchor "&{name}"'),
        N_("expected a value without an anchor"),
        N_("delete the anchor"),
    ),
    "yaml-too-deep": (
        N_("nested more than {limit} levels deep"),
        N_("expected at most {limit} levels of lists and mappings"),
        N_("move the inner sections up"),
    ),
    "yaml-too-many": (
        N_("the file has more than {limit} values"),
        N_("expected a report, which has far fewer"),
        N_("split it into one file for each report"),
    ),
    "yaml-many-documents": (
        N_("a second document begins here"),
        N_("expected one report in a file"),
        N_('delete the line "---", or move what follows to a file of its own'),
    ),
    "yaml-duplicate-key": (
        N_('the key "{key}" stands here again'),
        N_("expected each key once"),
        N_("keep one of them"),
    ),
    "yaml-key-not-text": (
        N_("this key is a list or a mapping"),
        N_("expected a word as the key"),
        N_('write the key as a word, followed by ": "'),
    ),
}
