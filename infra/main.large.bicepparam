// Many topics and a busy team, inside a private network: redundant storage, pages without a cold start.
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'crisisflow-large')
param location = 'westeurope'
param mailFrom = readEnvironmentVariable('CRISISFLOW_MAIL_FROM', '')
param alertEmails = readEnvironmentVariable('CRISISFLOW_ALERT_EMAILS', '')
param extraTags = {
  'cost-center': 'communications'
}

param storageSku = 'Standard_GZRS'
param instanceMemoryMB = 4096
param maximumInstanceCount = 200
param alwaysReadyHttp = 1
param alwaysReadyDurable = 1

param serviceBusSku = 'Premium'
param serviceBusCapacity = 1

param vnetEnabled = true
param lockResources = true
param logRetentionDays = 180
param logDailyQuotaGb = 10
