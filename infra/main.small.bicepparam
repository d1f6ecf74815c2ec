// One brand, one team: the cheapest that keeps every deadline. docs/cost.md says what it costs while nothing happens.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'crisisflow-small')
param location = 'westeurope'
param mailFrom = readEnvironmentVariable('CRISISFLOW_MAIL_FROM', '')
param alertEmails = readEnvironmentVariable('CRISISFLOW_ALERT_EMAILS', '')

param instanceMemoryMB = 512
param maximumInstanceCount = 40
param alwaysReadyDurable = 1
param partitionCount = 1

param logRetentionDays = 30
param logDailyQuotaGb = 1
