// Written by scripts/sync-parameters from the program's own settings: section `stages`.
@export()
@description('What may be set; what is left out has the program\'s default. Numbers with a fraction and lengths of time are text.')
@sealed()
type stagesSettings = {
  @description('A stage that has not run for this long is a warning to the administrators. 1m to 1d; default 15m.')
  heartbeat: string?
}

@export()
var stagesDefaults = {
  heartbeat: '15m'
}
