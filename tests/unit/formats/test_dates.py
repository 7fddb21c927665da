import pytest

from reader.formats.dates import find, is_alone


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2018-09-22 12:26:42", "2018-09-22"),
        ("Date:November 5, 2012 | Category:Sights", "2012-11-05"),
        ("DateMonday, July 30, 2012 at 04:30PM", "2012-07-30"),
        ("by A. Smith on July 17, 2012", "2012-07-17"),
        ("Posted on Jul. 3rd, 2019 at 9:12 pm", "2019-07-03"),
        ("22. September, 2018", "2018-09-22"),
        ("3 de marzo de 2021", "2021-03-03"),
        ("1er mars 2020", "2020-03-01"),
        ("5 октября 2015", "2015-10-05"),
        ("2021年3月31日", "2021-03-31"),
        ("19.03.13", "2013-03-19"),
        ("05.10.97, 18:05 Uhr", "1997-10-05"),
        ("3 травня 2021", "2021-05-03"),
        ("3 Μαΐου 2021", "2021-05-03"),
        ("3 مايو 2021", "2021-05-03"),
        ("2021년 3월 31일", "2021-03-31"),
        ("11/12/2012 15:23 PST", "2012-11-12"),
        ("13.05.2020", "2020-05-13"),
        ("05/13/2020", "2020-05-13"),
        ("March 2021", "2021-03"),
        ("2021-03", "2021-03"),
        ("2012", "2012"),
    ],
)
def test_dates_of_many_forms_become_iso(text, iso):
    assert find(text) == iso


def test_a_date_whose_day_and_month_cannot_be_told_apart_gives_its_year():
    assert find("11/12/2012") == "2012"


@pytest.mark.parametrize(
    "text",
    [
        "in 2012",
        "May we?",
        "chapter 3, verse 2",
        "45/13/2012",
        "2012-99-99",
        "room 2012b",
        "version 10.04.12",
        "10.4.12",
    ],
)
def test_what_is_no_date_gives_none(text):
    assert find(text) is None


@pytest.mark.parametrize(
    "line", ["20 July 2012", "(Friday, May 22, 1992)", "Updated: 3 March 2021 at 10:05 GMT", "2021"]
)
def test_a_line_may_be_a_date_and_nothing_else(line):
    assert is_alone(line)


@pytest.mark.parametrize(
    "line", ["May 21, 2013 Meeting Notes", "By A. Smith on 3 March 2021", "On 3 March 2021 it rained."]
)
def test_a_line_that_says_more_is_not_a_date_alone(line):
    assert not is_alone(line)
