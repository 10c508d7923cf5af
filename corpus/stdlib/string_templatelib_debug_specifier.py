# harness:
#   description: the = of a template field becomes text and repr, and white space around it is kept
#   tags: [module:string.templatelib]
value, width = 5, 8
for template in (t"{value=}", t"{value = }", t"{ value=}", t"{value  =  }", t"{value=!s}", t"{value=:>4}",
                 t"{value = :>{width}}", t"{value + 1 = !r:x}", t"{value }", t"{ value }", t"{ value !r}"):
    print(template.strings, [(i.expression, i.conversion, i.format_spec, i.value)
                             for i in template.interpolations])
