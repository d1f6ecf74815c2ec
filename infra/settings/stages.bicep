// Written by scripts/sync-parameters from the program's own settings: section `stages`.
@export()
@description('What may be set; what is left out has the program\'s default. Numbers with a fraction and lengths of time are text.')
@sealed()
type stagesSettings = {
  @description('Alert the administrators when a stage has not run for this long. 1m to 1d; default 15m.')
  heartbeat: string?
}

@export()
var stagesDefaults = {
  heartbeat: '15m'
}
