// The function app on Flex Consumption, with its settings. Diagnostic settings are missing here because the plan offers
// none: the app sends its telemetry to Application Insights itself.
@description('Name of the app.')
param name string

@description('Name of the plan; one app to a plan.')
param planName string

param location string
param tags object

@description('Service of azure.yaml that is deployed here.')
param serviceName string

@description('Resource id of the identity the app acts as.')
param identityId string

@description('Blob container that takes the deployment package, as a URL.')
param deploymentContainerUrl string

@description('Memory of one instance in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int

@description('Most instances at one time.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@description('Instances that always run for pages and links; 0 to start on demand.')
@minValue(0)
param alwaysReadyHttp int

@description('Instances that always run for cases. At least 1 where Azure Storage is the backend, so that deadlines are met on time.')
@minValue(0)
param alwaysReadyDurable int

@description('Subnet for outgoing traffic; empty for none.')
param subnetId string

@description('Address under which people reach the pages; empty for the app\'s own host name.')
param siteBaseUrl string

@description('App settings, but for Site__BaseUrl.')
param appSettings object

// A group of no instances is refused, so a group is named only where it has some.
var alwaysReadyGroups = concat(
  alwaysReadyHttp > 0
    ? [
        {
          name: 'http'
          instanceCount: alwaysReadyHttp
        }
      ]
    : [],
  alwaysReadyDurable > 0
    ? [
        {
          name: 'durable'
          instanceCount: alwaysReadyDurable
        }
      ]
    : []
)

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // azd finds the app to deploy to by this tag.
  tags: union(tags, { 'azd-service-name': serviceName })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        alwaysReady: alwaysReadyGroups
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(appSettings, {
    Site__BaseUrl: empty(siteBaseUrl) ? 'https://${app.properties.defaultHostName}' : siteBaseUrl
  })
}

// Publishing by user name and password stays shut: deployments come with an identity. One after the other, as a site
// takes one change at a time.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
  dependsOn: [
    settings
  ]
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
  dependsOn: [
    noFtpPassword
  ]
}

output name string = app.name
output id string = app.id
output defaultHostName string = app.properties.defaultHostName
