// Written by scripts/sync-parameters from the program's own settings: section `retention`.
@export()
@description('What may be set; what is left out has the program\'s default. Numbers with a fraction and lengths of time are text.')
@sealed()
type retentionSettings = {
  @description('Mentions and minute buckets are deleted after this time. 2d to 730d; default 90d.')
  mentions: string?

  @description('Warnings are deleted after this time. 7d to 3650d; default 730d.')
  warnings: string?

  @description('Finished orchestration history is purged after this time. 1d to 365d; default 30d.')
  history: string?
}

@export()
var retentionDefaults = {
  mentions: '90d'
  warnings: '730d'
  history: '30d'
}
