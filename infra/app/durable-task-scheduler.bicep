// Orchestration backend to be had in place of Azure Storage: no polling of queues, a dashboard of its own, priced by action.
@description('Name of the scheduler.')
param name string

@description('Name of the task hub, the same as under Azure Storage.')
param taskHubName string

param location string
param tags object

@description('Consumption is billed by action; Dedicated by capacity unit.')
@allowed([
  'Consumption'
  'Dedicated'
])
param skuName string

@description('Capacity units, used with Dedicated only. Three give high availability.')
@minValue(1)
@maxValue(3)
param dedicatedCapacity int

@description('Addresses that may reach the scheduler. An empty list denies everybody; access is by identity alone in any case.')
param ipAllowlist string[]

@description('Principal of the app.')
param appPrincipalId string

@description('Principal of the person or pipeline that deploys; empty for nobody. Gets the dashboard.')
param deployerPrincipalId string

@description('Kind of the deploying principal.')
@allowed([
  'User'
  'Group'
  'ServicePrincipal'
])
param deployerPrincipalType string

var dataContributorRoleId = '0ad04412-c4d5-4796-b79c-f76d14c8d402' // Durable Task Data Contributor

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    ipAllowlist: ipAllowlist
    sku: skuName == 'Dedicated'
      ? {
          name: skuName
          capacity: dedicatedCapacity
        }
      : {
          name: skuName
        }
  }
}

resource taskHub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: taskHubName
  properties: {}
}

resource appRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: taskHub
  name: guid(taskHub.id, appPrincipalId, dataContributorRoleId)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', dataContributorRoleId)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource deployerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  scope: taskHub
  name: guid(taskHub.id, deployerPrincipalId, dataContributorRoleId)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', dataContributorRoleId)
    principalId: deployerPrincipalId
    principalType: deployerPrincipalType
  }
}

output endpoint string = scheduler.properties.endpoint
