# harness:
#   description: calendar - leap years, month ranges, iterators, text and HTML output, error classes
#   tags: [module:calendar, dates]
import calendar
from datetime import date

print("leap:", [year for year in (1600, 1700, 1900, 2000, 2023, 2024, 2100) if calendar.isleap(year)])
print("leapdays:", calendar.leapdays(2000, 2025), calendar.leapdays(1900, 1904),
      calendar.leapdays(2024, 2000))
print("monthrange:", calendar.monthrange(2024, 2), calendar.monthrange(2023, 2), calendar.monthrange(1, 1))
print("weekday:", calendar.weekday(1970, 1, 1), repr(calendar.weekday(2024, 2, 29)))
print("names:", list(calendar.day_name), list(calendar.month_abbr), calendar.month_name[-1],
      len(calendar.month_name))
print("constants:", calendar.MONDAY, repr(calendar.SUNDAY), repr(calendar.FEBRUARY), calendar.Month(12).name)
print("slice of names:", calendar.day_abbr[1:3])

monday, sunday = calendar.Calendar(), calendar.Calendar(calendar.SUNDAY)
print("iterweekdays:", list(monday.iterweekdays()), list(sunday.iterweekdays()))
print("days:", list(sunday.itermonthdays(2024, 2)))
print("days2:", list(monday.itermonthdays2(2023, 4))[:6])
print("days3:", list(monday.itermonthdays3(2024, 3))[:5])
print("days4:", list(sunday.itermonthdays4(2024, 3))[-7:])
print("weeks:", monday.monthdayscalendar(2021, 2), len(monday.monthdatescalendar(2024, 9)))
print("first date shown:", monday.monthdatescalendar(2024, 9)[0][0], list(monday.itermonthdates(2024, 9))[-1])
print("year rows:", [len(row) for row in monday.yeardayscalendar(2024, 5)])
print("edge:", list(monday.itermonthdays3(1, 1))[:3])

text = calendar.TextCalendar(firstweekday=6)
print(text.formatmonth(2024, 2))
print(calendar.TextCalendar().formatmonth(2024, 12, w=4, l=2))
print(text.formatweekheader(3) + "|", repr(text.formatday(0, 1, 2)),
      repr(text.formatmonthname(2024, 5, 20, False)))
print(calendar.calendar(2023, w=2, l=1, c=2, m=4)[:600])

html = calendar.HTMLCalendar(firstweekday=0)
print(html.formatmonth(2024, 2)[:420])
print(html.formatday(0, 3), html.formatday(29, 2), html.formatweekday(5))
print(len(html.formatyearpage(2024)), html.formatyearpage(2024, encoding="ascii")[:44])


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__, isinstance(error, (ValueError, IndexError)))


attempt("month 13", calendar.monthrange, 2024, 13)
attempt("month 0", calendar.monthrange, 2024, 0)
attempt("weekday 7", calendar.setfirstweekday, 7)
attempt("calendar 9", lambda: list(calendar.Calendar(9).iterweekdays()))
calendar.setfirstweekday(calendar.WEDNESDAY)
print("first weekday:", calendar.firstweekday(), calendar.weekheader(2))
calendar.setfirstweekday(0)
print("timegm:", calendar.timegm((1970, 1, 1, 0, 0, 0)), calendar.timegm((2024, 2, 29, 12, 30, 15, 0, 0, 0)),
      calendar.timegm((1969, 12, 31, 23, 59, 59)))
print("agrees with date:", all(calendar.weekday(2024, m, 1) == date(2024, m, 1).weekday()
                               for m in range(1, 13)))
