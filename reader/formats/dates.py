"""Dates as people write them, in the languages that articles come in, as ISO 8601.

A date is as exact as the text: `2021`, `2021-03` or `2021-03-31`. Where day and month can't be told apart
(`11/12/2012`), only the year is given: never a guess.
"""

import re
from functools import lru_cache
from typing import Final

from reader.formats.expression import Expression

_NAMES: Final = """
    january janvier januar januari enero gennaio janeiro styczeń stycznia январь января leden ledna tammikuu ocak
        gener ianuarie január jan ιανουαρίου січня يناير בינואר
    february février fevrier februar februari febrero febbraio fevereiro luty lutego февраль февраля únor února
        helmikuu şubat feb févr februarie február φεβρουαρίου лютого فبراير בפברואר
    march mars märz maerz maart marzo março marco marzec marca март марта březen března maaliskuu mart marts mar mär
        martie március μαρτίου березня مارس במרץ
    april avril abril aprile kwiecień kwietnia апрель апреля duben dubna huhtikuu nisan apr avr abr aprilie április
        απριλίου квітня أبريل באפריל
    may mai mei mayo maggio maio maj maja май мая květen května toukokuu mayıs május μαΐου травня مايو במאי
    june juin juni junio giugno junho czerwiec czerwca июнь июня červen června kesäkuu haziran jun iunie június
        ιουνίου червня يونيو ביוני
    july juillet juli julio luglio julho lipiec lipca июль июля červenec července heinäkuu temmuz jul juil iulie
        július ιουλίου липня يوليو ביולי
    august août aout agosto augusto augustus augusti sierpień sierpnia август августа srpen srpna elokuu ağustos aug
        ago augusztus αυγούστου серпня أغسطس באוגוסט
    september septembre septiembre settembre setembro wrzesień września сентябрь сентября září syyskuu eylül sep
        sept setiembre septembrie szeptember σεπτεμβρίου вересня سبتمبر בספטמבר
    october octobre oktober octubre ottobre outubro październik października октябрь октября říjen října lokakuu
        ekim oct okt octombrie október οκτωβρίου жовтня أكتوبر באוקטובר
    november novembre noviembre novembro listopad listopada ноябрь ноября listopadu marraskuu kasım nov noiembrie
        νοεμβρίου листопада نوفمبر בנובמבר
    december décembre decembre dezember diciembre dicembre dezembro grudzień grudnia декабрь декабря prosinec
        prosince joulukuu aralık dec dez déc dic decembrie δεκεμβρίου грудня ديسمبر desember בדצמבר
"""
"""One month a line; a line that is indented further goes on with the one above."""
MONTHS: Final = {
    name.casefold(): number
    for number, names in enumerate(re.split(r"\n {4}(?! )", _NAMES)[1:], start=1)
    for name in names.split()
}
"""The number of a month, by its name or short name in lower case."""

_MONTH: Final = r"(?P<month>[^\W\d_]{3,12})\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.|:e)?"
_YEAR: Final = r"(?P<year>(?:1[5-9]|20)\d\d)"
_FORMS: Final = tuple(
    Expression(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}[-/.](?P<month_number>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})\s?年\s?(?P<month_number>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?日)?",
        r"(?<!\d)(?P<year>\d{4})년\s?(?P<month_number>\d{1,2})월(?:\s?(?P<day>\d{1,2})일)?",
        rf"(?<![\w]){_DAY}\s(?:de\s|of\s)?{_MONTH},?\s(?:de\s|del\s)?{_YEAR}(?!\d)",
        rf"(?<!\w){_MONTH}\s{_DAY},?\s{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})[-/]{_MONTH}[-/]{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<first>\d{{1,2}})[/.-](?P<second>\d{{1,2}})[/.-]{_YEAR}(?!\d)",
        rf"(?<!\w){_MONTH},?\s(?:de\s)?{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}-(?P<month_number>\d{{2}})(?![\d-])",
    )
)
_ANY: Final = re.compile(r"(?:1[5-9]|20)\d\d|\d{4}\s?[年년]")
_YEAR_ALONE: Final = re.compile(rf"{_YEAR}$")
_SHORT: Final = re.compile(r"(\d\d)\.(\d\d)\.(\d\d)(?:,?\s\d{1,2}[.:]\d\d(?:\sUhr)?)?\s*$")
_LONGEST_SHORT: Final = 20
_CENTURY: Final = 70
"""From here on two digits of a year are those of the last century."""
_AMERICAN: Final = re.compile(r"\b(?:[PMCE][SD]T)\b")
_BESIDE: Final = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag
    dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi
    dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì
    sabato domenica segunda-feira terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag woensdag
    donderdag vrijdag zaterdag zondag posted published updated modified on at date datum fecha data am pm a.m.
    p.m. utc gmt pst pdt est edt cst cdt bst cet cest uhr h last first created le el del il vom den the of by ·
    | - – — •
"""
"""What may stand beside a date on its own line."""
_BESIDE_WORDS: Final = frozenset(_BESIDE.split())

_TIME: Final = re.compile(r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[ap]m|z)?|[+-]\d{2}:?\d{2}|\d{1,2}[ap]m", re.IGNORECASE)


def _may_hold_year(text: str) -> bool:
    return ("1" in text or "2" in text or not text.isascii()) and _ANY.search(text) is not None


def find(text: str) -> str | None:
    """The first date that the text gives, in ISO 8601."""
    found = _first(text) if _may_hold_year(text) else None
    if found:
        return found[0]
    return _short(text) if text[:1].isdecimal() else None


def leads(line: str) -> bool:
    """Whether a line begins with a date."""
    found = _first(line) if _may_hold_year(line) else None
    return found is not None and found[1] == 0


def is_alone(line: str) -> bool:
    """Whether a line says when, and nothing else."""
    if len(line) > 80 or not _may_hold_year(line) or not (found := _first(line)):
        return line[:1].isdecimal() and _short(line) is not None
    rest = f"{line[: found[1]]} {line[found[2] :]}".casefold()
    rest = _TIME.sub(" ", rest)
    return all(word.strip(",.;:()[]") in _BESIDE_WORDS or not word.strip(",.;:()[]") for word in rest.split())


def _short(line: str) -> str | None:
    """The date of a line that gives nothing but it, the year in two digits."""
    if len(line) > _LONGEST_SHORT or not (found := _SHORT.match(line)):
        return None
    day, month, year = map(int, found.groups())
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"{1900 + year if year >= _CENTURY else 2000 + year}-{month:02}-{day:02}"


@lru_cache(maxsize=256)
def _first(text: str) -> tuple[str, int, int] | None:
    """The first date with where it stands; of forms that begin at one place, the most exact."""
    best: tuple[str, int, int] | None = None
    for form in _FORMS:
        for match in form.compiled.finditer(text):
            iso = _iso(match, text)
            if iso is not None:
                if best is None or match.start() < best[1]:
                    best = (iso, match.start(), match.end())
                break
    if best is None and (year := _YEAR_ALONE.match(text.strip())):
        return year["year"], text.index(year["year"]), len(text)
    return best


def _iso(match: re.Match[str], text: str) -> str | None:
    parts = match.groupdict()
    year = parts["year"]
    if (first := parts.get("first")) and (second := parts.get("second")):
        return _numeric(year, int(first), int(second), is_american=bool(_AMERICAN.search(text)))
    if name := parts.get("month"):
        month = MONTHS.get(name.casefold())
        if month is None:
            return None
    else:
        month = int(parts["month_number"])
    day = parts.get("day")
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{int(day):02}" if 1 <= int(day) <= 31 else None


def _numeric(year: str, first: int, second: int, *, is_american: bool) -> str | None:
    """Two numbers and a year; which of them is the month must follow from their size or the time zone."""
    if first == second and 1 <= first <= 12:
        return f"{year}-{first:02}-{first:02}"
    if 12 < first <= 31 and 1 <= second <= 12:
        return f"{year}-{second:02}-{first:02}"
    if (12 < second <= 31 and 1 <= first <= 12) or (is_american and 1 <= first <= 12):
        return f"{year}-{first:02}-{second:02}"
    return year if 1 <= first <= 12 and 1 <= second <= 12 else None
