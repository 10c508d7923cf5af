# harness:
#   description: locale - the C locale - numbers, currency errors, collation, normalisation of names
#   tags: [module:locale, formatting]
#   env: {LC_ALL: "C", LANG: "C"}
import locale


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("set:", locale.setlocale(locale.LC_ALL, "C"), locale.setlocale(locale.LC_NUMERIC), locale.getlocale(),
      locale.getlocale(locale.LC_NUMERIC))
attempt("unknown locale", locale.setlocale, locale.LC_ALL, "xx_NOWHERE")
attempt("bad category", locale.setlocale, 9999, "C")
attempt("category type", locale.setlocale, "LC_ALL", "C")
attempt("tuple", locale.setlocale, locale.LC_NUMERIC, ("C", None))
conventions = locale.localeconv()
for key in ("decimal_point", "thousands_sep", "grouping", "int_curr_symbol", "currency_symbol",
            "mon_decimal_point", "negative_sign", "frac_digits", "p_cs_precedes", "n_sign_posn"):
    print("localeconv", key, repr(conventions[key]))
print("keys:", len(conventions), locale.CHAR_MAX)

for spec, value in (("%d", 1234567), ("%.2f", 1234567.891), ("%s", "text"), ("%5d|", 42), ("%-8.1f|", 2.25),
                    ("%e", 12345.678), ("%+g", 0.0001), ("%x", 255), ("%%", ()), ("%d %s", (1, "b"))):
    attempt(f"format {spec}", locale.format_string, spec, value)
    attempt(f"grouped {spec}", locale.format_string, spec, value, grouping=True)
attempt("mapping", locale.format_string, "%(n)05d %(s)r %%", {"n": 7, "s": "x"})
attempt("star", locale.format_string, "%*d|%-*.*f|", (6, 42, 8, 2, 3.14159))
attempt("too few", locale.format_string, "%d %d", (1,))
attempt("wrong type", locale.format_string, "%d", "x")
attempt("currency", locale.currency, 12.5)
print("atof and atoi:", locale.atof("1234.5"), locale.atoi("-42"), locale.delocalize("1,234.5"),
      locale.localize("1234.5"), locale.str(1.0), locale.str(0.1), locale.str(1e20))
attempt("atof bad", locale.atof, "1,234.5")
attempt("atof function", locale.atof, "12", func=lambda text: f"<{text}>")
attempt("atoi bad", locale.atoi, "1.5")
attempt("localize grouped", locale.localize, "1234567", grouping=True)

print("collation:", locale.strcoll("a", "b") < 0, locale.strcoll("b", "a") > 0,
      locale.strcoll("same", "same"), locale.strcoll("", "x") < 0, locale.strcoll("Z", "a") < 0)
words = ["banana", "Apple", "cherry", "apple", "Banana", "_x", "10", "9"]
print("sorted:", sorted(words, key=locale.strxfrm), sorted(words, key=locale.strxfrm) == sorted(words))
attempt("strcoll type", locale.strcoll, "a", 5)
attempt("embedded null", locale.strxfrm, "a\0b")

NAMES = ["en_US", "EN_us.utf8", "de_DE@euro", "german", "C", "POSIX", "fr", "ja_JP.eucJP", "pt_BR.ISO8859-1",
         "xx_YY", "zh_CN.gb2312", "sr_RS@latin", "en", "", "no_NO", "utf8", "english.windows", "C.UTF-8",
         "tr_TR.iso88599"]
for name in NAMES:
    print("normalize", repr(name), locale.normalize(name))
print("aliases:", len(locale.locale_alias) > 300, locale.locale_alias["german"],
      locale.windows_locale[0x0407])
print("error:", issubclass(locale.Error, Exception), locale.LC_ALL == locale.LC_CTYPE)
locale.setlocale(locale.LC_ALL, "C")
print("float() is not affected:", float("1.5"), f"{1234567.5:n}", f"{1234567:n}", "%.1f" % 1.5)
