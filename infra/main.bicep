// CrisisFlow in one subscription: a resource group and everything in it. `azd up` deploys this file; infra/app holds
// one concern a file.
targetScope = 'subscription'

import { asAppSettings } from 'settings/app-settings.bicep'
import { linksSettings, linksDefaults } from 'settings/links.bicep'
import { retentionSettings, retentionDefaults } from 'settings/retention.bicep'
import { stagesSettings, stagesDefaults } from 'settings/stages.bicep'
import { warningsSettings, warningsDefaults } from 'settings/warnings.bicep'

// ---- Where and who ----

@minLength(1)
@maxLength(64)
@description('Name of the environment; names of resources are made from it.')
param environmentName string

@description('Region of all resources: one that offers Flex Consumption.')
@allowed([
  'australiaeast'
  'australiasoutheast'
  'brazilsouth'
  'canadacentral'
  'centralindia'
  'centralus'
  'eastasia'
  'eastus'
  'eastus2'
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'japaneast'
  'koreacentral'
  'northcentralus'
  'northeurope'
  'norwayeast'
  'southafricanorth'
  'southcentralus'
  'southeastasia'
  'southindia'
  'spaincentral'
  'swedencentral'
  'uaenorth'
  'uksouth'
  'ukwest'
  'westcentralus'
  'westeurope'
  'westus'
  'westus2'
  'westus3'
])
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@description('Principal that deploys: may write secrets and back up tables. Empty for nobody.')
param principalId string = deployer().objectId

@description('Kind of that principal; a pipeline is a ServicePrincipal.')
@allowed([
  'User'
  'Group'
  'ServicePrincipal'
])
param principalType string = 'User'

@description('Name of the resource group; empty for one made from the environment\'s name.')
param resourceGroupName string = ''

@description('Further tags for every resource.')
param extraTags object = {}

// ---- The site and its mails ----

@description('Address under which people reach the pages, without a slash at the end; empty for the app\'s own host name.')
param siteBaseUrl string = ''

@description('Sender of all mails: an address whose domain is authenticated at the mail provider.')
param mailFrom string = ''

@description('True has the mail provider check mails and deliver none.')
param mailSandboxMode bool = false

@description('Id of the key that signs new links; its value is the vault\'s entry links-key-ID.')
param linksCurrentKeyId string = 'k1'

@description('Id of the key before it, whose links are still honoured; empty for none.')
param linksPreviousKeyId string = ''

@description('Further app settings, as the program reads them: CrisisFlow__Topics__0__Id and so on. No secrets: those belong in the vault.')
param additionalSettings object = {}

// ---- Size ----

@description('Redundancy of the storage account.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param storageSku string = 'Standard_LRS'

@description('Memory of one instance in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('Most instances at one time.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances that always run for pages and links; 0 starts one on demand, which can take seconds.')
@minValue(0)
param alwaysReadyHttp int = 0

@description('Instances that always run for cases. At least 1 where Azure Storage is the backend.')
@minValue(0)
param alwaysReadyDurable int = 1

@description('Kind of Service Bus namespace. Premium is needed for private endpoints.')
@allowed([
  'Standard'
  'Premium'
])
param serviceBusSku string = 'Standard'

@description('Messaging units, used with Premium only.')
@allowed([
  1
  2
  4
  8
  16
])
param serviceBusCapacity int = 1

@description('Subscriptions of the topic of warnings and case events, each for one reader outside the product.')
param eventSubscriptionNames string[] = [
  'integration'
]

@description('Deliveries of one message before it is dead-lettered.')
@minValue(1)
@maxValue(2000)
param maxDeliveryCount int = 5

@description('Time during which one receiver has a message for itself.')
param messageLockDuration string = 'PT2M'

@description('Time after which a message nobody took expires.')
param messageTimeToLive string = 'P7D'

// ---- Orchestration ----

@description('Name of the task hub: letters and digits. Under a new name running cases are taken up again by the sweep.')
@minLength(3)
@maxLength(45)
param taskHubName string = 'CrisisFlow'

@description('Longest pause between two looks at the orchestration queues (hh:mm:ss).')
param maxQueuePollingInterval string = '00:00:10'

@description('Number of control queues; 1 is cheapest when idle, 4 is for many cases at once. Fixed for a task hub.')
@minValue(1)
@maxValue(16)
param partitionCount int = 1

// ---- Safety ----

@description('True puts storage and vault (and a Premium namespace) behind private endpoints in a virtual network.')
param vnetEnabled bool = false

@description('Addresses of the virtual network.')
param vnetAddressPrefix string = '10.60.0.0/16'

@description('Addresses of the app\'s subnet.')
param appSubnetPrefix string = '10.60.1.0/24'

@description('Addresses of the private endpoints\' subnet.')
param endpointSubnetPrefix string = '10.60.2.0/24'

@description('True keeps storage and vault from being deleted, by anybody.')
param lockResources bool = false

@description('True brings back the deleted vault of this environment in place of making one.')
param keyVaultRecover bool = false

@description('Days during which a deleted blob can be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int = 14

@description('Days after which a backup is deleted.')
@minValue(1)
param backupRetentionDays int = 90

@description('Application (client) id of the Entra registration that signs people in to the pages; empty leaves pages without a signed link to function keys.')
param signInClientId string = ''

// ---- Watching the watcher ----

@description('Addresses that alerts and the budget write to, separated by commas.')
param alertEmails string = ''

@description('Minutes without a heartbeat before it is an alert.')
@allowed([
  5
  10
  15
  30
])
param heartbeatMinutes int = 15

@description('Days during which logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Upper limit of log volume a day in GB; -1 for none.')
@minValue(-1)
param logDailyQuotaGb int = 1

@description('Monthly amount at which the budget mails, in the billing account\'s currency; 0 for no budget.')
@minValue(0)
param budgetAmount int = 0

@description('First day of the month in which the budget was made (yyyy-MM-01), which Azure does not let change; empty for this month. The scripts keep it.')
param budgetStartDate string = ''

@description('This month. Not to be given.')
param thisMonth string = utcNow('yyyy-MM-01')

// ---- Schedules (NCRONTAB with seconds, UTC) ----

@description('When sources are polled.')
param pollSchedule string = '0 */5 * * * *'

@description('When warnings are evaluated.')
param evaluateSchedule string = '0 * * * * *'

@description('When signals that were never taken are raised again.')
param sweepSchedule string = '30 */2 * * * *'

@description('When old rows are deleted.')
param retentionSchedule string = '0 15 3 * * *'

@description('When the history of finished orchestrations is purged.')
param purgeSchedule string = '0 45 3 * * *'

// ---- Thresholds and deadlines of the product: what is left out has the program's own default ----

@description('Thresholds, weights, windows and quiet hours of warnings; infra/settings/warnings.bicep has each with its range and default.')
param warnings warningsSettings = {}

@description('Links in mails; infra/settings/links.bicep.')
param links linksSettings = {}

@description('When rows are deleted; infra/settings/retention.bicep.')
param retention retentionSettings = {}

@description('Stages of the program; infra/settings/stages.bicep.')
param stages stagesSettings = {}

// ---- Names ----

var abbreviations = loadJsonContent('./abbreviations.json')
var resourceToken = toLower(uniqueString(subscription().id, environmentName, location))
var tags = union(extraTags, { 'azd-env-name': environmentName })
// Names are made here and not taken from outputs, so that a preview of a deployment (what-if) knows them.
var functionAppName = '${abbreviations.webSitesFunctions}crisisflow-${resourceToken}'
var storageName = '${abbreviations.storageStorageAccounts}${resourceToken}'
var serviceBusName = '${abbreviations.serviceBusNamespaces}crisisflow-${resourceToken}'
var keyVaultName = '${abbreviations.keyVaultVaults}${resourceToken}'
var componentName = '${abbreviations.insightsComponents}crisisflow-${resourceToken}'
var deploymentContainerName = 'app-package-${take(functionAppName, 32)}-${take(toLower(uniqueString(functionAppName, resourceToken)), 7)}'
var backupContainerName = 'backups'
var mentionsQueueName = 'mentions'
var eventsTopicName = 'events'
var appSubnetName = 'app'
var serviceName = 'api'
var heartbeatStage = 'evaluate'
var pollFunctionName = 'Poll'
var alertAddresses = empty(alertEmails) ? [] : split(replace(alertEmails, ' ', ''), ',')
var privateServiceBus = vnetEnabled && serviceBusSku == 'Premium'

// The product's tables, as the program names them; a test compares.
var tableNames = [
  'announced'
  'caselist'
  'cases'
  'hours'
  'mentions'
  'notices'
  'opencases'
  'receipts'
  'riskindex'
  'seen'
  'sources'
  'stages'
  'statements'
  'warnings'
]

// A budget without anybody to write to is refused by Azure.
var hasBudget = budgetAmount > 0 && !empty(alertEmails)
var budgetStart = empty(budgetStartDate) ? (hasBudget ? thisMonth : '') : budgetStartDate

// ---- Resources ----

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: empty(resourceGroupName) ? '${abbreviations.resourcesResourceGroups}${environmentName}' : resourceGroupName
  location: location
  // What a later deployment has to know of this one, from whichever machine it comes: scripts/deploy reads it.
  tags: union(tags, {
    crisisflowLinksKey: linksCurrentKeyId
    crisisflowLinksKeyBefore: linksPreviousKeyId
    crisisflowBudgetStart: budgetStart
  })
}

module identity 'app/identity.bicep' = {
  scope: group
  name: 'identity'
  params: {
    name: '${abbreviations.managedIdentityUserAssignedIdentities}crisisflow-${resourceToken}'
    location: location
    tags: tags
  }
}

module monitoring 'app/monitoring.bicep' = {
  scope: group
  name: 'monitoring'
  params: {
    workspaceName: '${abbreviations.operationalInsightsWorkspaces}crisisflow-${resourceToken}'
    componentName: componentName
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
  }
}

module storage 'app/storage.bicep' = {
  scope: group
  name: 'storage'
  params: {
    name: storageName
    location: location
    tags: tags
    skuName: storageSku
    deploymentContainerName: deploymentContainerName
    backupContainerName: backupContainerName
    tableNames: tableNames
    softDeleteDays: softDeleteDays
    backupRetentionDays: backupRetentionDays
    privateOnly: vnetEnabled
    workspaceId: monitoring.outputs.workspaceId
  }
}

module serviceBus 'app/servicebus.bicep' = {
  scope: group
  name: 'servicebus'
  params: {
    name: serviceBusName
    location: location
    tags: tags
    skuName: serviceBusSku
    premiumCapacity: serviceBusCapacity
    mentionsQueueName: mentionsQueueName
    eventsTopicName: eventsTopicName
    eventSubscriptionNames: eventSubscriptionNames
    maxDeliveryCount: maxDeliveryCount
    lockDuration: messageLockDuration
    timeToLive: messageTimeToLive
    privateOnly: privateServiceBus
    workspaceId: monitoring.outputs.workspaceId
  }
}

module keyVault 'app/keyvault.bicep' = {
  scope: group
  name: 'keyvault'
  params: {
    name: keyVaultName
    location: location
    tags: tags
    recover: keyVaultRecover
    privateOnly: vnetEnabled
    workspaceId: monitoring.outputs.workspaceId
  }
}

module roles 'app/roles.bicep' = {
  scope: group
  name: 'roles'
  params: {
    storageName: storageName
    serviceBusName: serviceBusName
    mentionsQueueName: mentionsQueueName
    eventsTopicName: eventsTopicName
    keyVaultName: keyVaultName
    applicationInsightsName: componentName
    appPrincipalId: identity.outputs.principalId
    deployerPrincipalId: principalId
    deployerPrincipalType: principalType
  }
  dependsOn: [
    storage
    serviceBus
    keyVault
    monitoring
  ]
}

module network 'app/network.bicep' = if (vnetEnabled) {
  scope: group
  name: 'network'
  params: {
    name: '${abbreviations.networkVirtualNetworks}crisisflow-${resourceToken}'
    location: location
    tags: tags
    privateEndpointPrefix: '${abbreviations.networkPrivateEndpoints}${resourceToken}-'
    addressPrefix: vnetAddressPrefix
    appSubnetPrefix: appSubnetPrefix
    endpointSubnetPrefix: endpointSubnetPrefix
    appSubnetName: appSubnetName
    storageId: storage.outputs.id
    keyVaultId: keyVault.outputs.id
    serviceBusId: privateServiceBus ? serviceBus.outputs.id : ''
  }
}

// ---- What the app reads ----

var vaultReference = '@Microsoft.KeyVault(VaultName=${keyVault.outputs.name};SecretName={0})'

var connectionSettings = {
  // The root is a page of the product's own.
  AzureWebJobsDisableHomepage: 'true'
  AZURE_CLIENT_ID: identity.outputs.clientId
  AzureWebJobsStorage__blobServiceUri: storage.outputs.blobUri
  AzureWebJobsStorage__queueServiceUri: storage.outputs.queueUri
  AzureWebJobsStorage__tableServiceUri: storage.outputs.tableUri
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.outputs.clientId
  Tables__serviceUri: storage.outputs.tableUri
  ServiceBus__fullyQualifiedNamespace: serviceBus.outputs.fullyQualifiedNamespace
  ServiceBus__credential: 'managedidentity'
  ServiceBus__clientId: identity.outputs.clientId
  // Under the usual name the Functions host would read it too and send addresses with link tokens.
  AzureMonitor__ConnectionString: monitoring.outputs.connectionString
}

var siteSettings = {
  // Without a sender nothing is delivered: the provider would refuse it, so mails are only checked until one is named.
  Mail__From: empty(mailFrom) ? 'crisisflow@example.invalid' : mailFrom
  Mail__SandboxMode: toLower(string(mailSandboxMode || empty(mailFrom)))
  SendGrid__ApiKey: format(vaultReference, 'sendgrid-api-key')
  ApiKeys__Mentions: format(vaultReference, 'mentions-api-key')
  ApiKeys__Pages: format(vaultReference, 'pages-api-key')
  Links__CurrentKey: format(vaultReference, 'links-key-${linksCurrentKeyId}')
}

// Left out without a previous key: a reference to a missing entry would be shown as broken.
var previousKeySettings = empty(linksPreviousKeyId)
  ? {}
  : {
      Links__PreviousKey: format(vaultReference, 'links-key-${linksPreviousKeyId}')
    }

var scheduleSettings = {
  PollSchedule: pollSchedule
  EvaluateSchedule: evaluateSchedule
  SweepSchedule: sweepSchedule
  RetentionSchedule: retentionSchedule
  PurgeSchedule: purgeSchedule
}

var orchestrationSettings = {
  TASKHUB_NAME: taskHubName
  AzureFunctionsJobHost__extensions__durableTask__hubName: taskHubName
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval: maxQueuePollingInterval
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__partitionCount: string(partitionCount)
}

var productSettings = union(
  asAppSettings('Warnings', warningsDefaults, warnings),
  asAppSettings('Links', linksDefaults, links),
  asAppSettings('Retention', retentionDefaults, retention),
  asAppSettings('Stages', stagesDefaults, stages)
)

module functionApp 'app/functionapp.bicep' = {
  scope: group
  name: 'functionapp'
  params: {
    name: functionAppName
    planName: '${abbreviations.webServerFarms}crisisflow-${resourceToken}'
    location: location
    tags: tags
    serviceName: serviceName
    identityId: identity.outputs.id
    deploymentContainerUrl: '${storage.outputs.blobUri}${deploymentContainerName}'
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyHttp: alwaysReadyHttp
    alwaysReadyDurable: alwaysReadyDurable
    subnetId: vnetEnabled ? network!.outputs.appSubnetId : ''
    siteBaseUrl: siteBaseUrl
    appSettings: union(
      connectionSettings,
      siteSettings,
      previousKeySettings,
      scheduleSettings,
      orchestrationSettings,
      productSettings,
      additionalSettings
    )
  }
  // The app starts as soon as it exists, and its first act needs the roles.
  dependsOn: [
    roles
  ]
}

module signIn 'app/sign-in.bicep' = if (!empty(signInClientId)) {
  scope: group
  name: 'sign-in'
  params: {
    functionAppName: functionAppName
    clientId: signInClientId
  }
  dependsOn: [
    functionApp
  ]
}

module alerts 'app/alerts.bicep' = {
  scope: group
  name: 'alerts'
  params: {
    location: location
    tags: tags
    actionGroupName: '${abbreviations.insightsActionGroups}crisisflow-${resourceToken}'
    emails: alertAddresses
    workspaceId: monitoring.outputs.workspaceId
    componentId: monitoring.outputs.componentId
    serviceBusId: serviceBus.outputs.id
    heartbeatStage: heartbeatStage
    pollFunctionName: pollFunctionName
    heartbeatMinutes: heartbeatMinutes
  }
}

module workbook 'app/workbook.bicep' = {
  scope: group
  name: 'workbook'
  params: {
    location: location
    tags: tags
    componentId: monitoring.outputs.componentId
  }
}

module locks 'app/locks.bicep' = if (lockResources) {
  scope: group
  name: 'locks'
  params: {
    storageName: storageName
    keyVaultName: keyVaultName
  }
  dependsOn: [
    storage
    keyVault
  ]
}

module budget 'app/budget.bicep' = if (hasBudget) {
  scope: group
  name: 'budget'
  params: {
    amount: max(budgetAmount, 1)
    startDate: empty(budgetStart) ? thisMonth : budgetStart
    contactEmails: alertAddresses
  }
}

// ---- What the scripts use ----

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output SERVICE_API_NAME string = functionApp.outputs.name
output AZURE_FUNCTION_NAME string = functionApp.outputs.name
output AZURE_KEY_VAULT_NAME string = keyVault.outputs.name
output AZURE_STORAGE_ACCOUNT_NAME string = storage.outputs.name
output AZURE_BACKUP_CONTAINER_NAME string = backupContainerName
output CRISISFLOW_URL string = empty(siteBaseUrl) ? 'https://${functionApp.outputs.defaultHostName}' : siteBaseUrl
output CRISISFLOW_LINKS_CURRENT_KEY_ID string = linksCurrentKeyId
output CRISISFLOW_LINKS_PREVIOUS_KEY_ID string = linksPreviousKeyId
output CRISISFLOW_BUDGET_START string = budgetStart
