// How a section of the product's settings reaches the app: CrisisFlow__SECTION__NAME, as .NET reads it from the
// environment.

@export()
@description('App settings of one section: what is given, and the default of what is not.')
func asAppSettings(section string, defaults object, given object) object =>
  toObject(
    items(union(defaults, toObject(filter(items(given), one => one.value != null), one => one.key, one => one.value))),
    one => 'CrisisFlow__${section}__${toUpper(take(one.key, 1))}${skip(one.key, 1)}',
    one => string(one.value)
  )
