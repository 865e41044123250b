import pytest

from reporttui.settings.locale import charset, language


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "en"),
        ({"LANG": ""}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.Big5"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "zh_CN", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "zh_CN"}, "zh"),
        ({"LANG": "en_US", "LC_MESSAGES": "en_US", "LC_ALL": "zh_CN"}, "zh"),
        ({"LANG": "zh_CN", "LC_ALL": "C"}, "en"),
        ({"LANG": "zh_CN", "LC_ALL": "", "LC_MESSAGES": ""}, "zh"),
        ({"LANG": "en_US", "LC_CTYPE": "zh_CN.UTF-8"}, "en"),
    ],
)
def test_the_first_locale_variable_that_says_something_decides(environ, expected):
    assert language(None, None, environ) == expected


def test_the_option_comes_before_the_configuration_before_the_locale():
    environ = {"LANG": "zh_CN.UTF-8"}
    assert language("zh", "en", {}) == "zh"
    assert language("en", "zh", environ) == "en"
    assert language(None, "en", environ) == "en"
    assert language(None, "zh", {}) == "zh"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ""),
        ({"LANG": "C"}, "ascii"),
        ({"LANG": "zh_CN"}, "ascii"),
        ({"LANG": "zh_CN.GB18030"}, "gb18030"),
        ({"LANG": "zh_CN.UTF-8"}, "utf8"),
        ({"LANG": "zh_CN.utf8"}, "utf8"),
        ({"LANG": "de_DE.UTF-8@euro"}, "utf8"),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf8"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "ascii"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "C"}, "utf8"),
    ],
)
def test_the_character_set_of_the_locale_is_known(environ, expected):
    assert charset(environ) == expected
