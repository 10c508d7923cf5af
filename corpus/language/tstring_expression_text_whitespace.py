# harness:
#   description: the expression text kept by a t-string, with its whitespace, newlines and the = form
#   tags: [t-strings]

name, number = "World", 3


def show(label, template):
    print(f"{label:<18} {[i.expression for i in template.interpolations]!r} {template.strings!r}")


show("plain", t"{name}")
show("spaces around", t"{ name }")
show("trailing space", t"{name }")
show("leading space", t"{  name}")
show("inner spaces", t"{number  +  1}")
show("debug", t"{number=}")
show("debug spaces", t"{ number = }")
show("debug sum", t"{number + 1 = }")
show("conversion", t"{ name !r}")
show("spec", t"{ name :>5}")
show("lines", t'''{
    name
}''')
show("inner lines", t'''{number +
    1}''')
show("parentheses", t"{(name)} {( name )}")
show("quotes", t"{'a'  'b'}")
show("call", t"{max( 1,2 )}")
