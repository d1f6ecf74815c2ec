// Written by scripts/sync-parameters from the program's own settings: section `links`.
@export()
@description('What may be set; what is left out has the program\'s default. Numbers with a fraction and lengths of time are text.')
@sealed()
type linksSettings = {
  @description('How long a link in a mail stays valid. 10m to 30d; default 3d.')
  lifetime: string?
}

@export()
var linksDefaults = {
  lifetime: '3d'
}
