// Optional virtual network: the app's outgoing traffic enters it, and storage, vault and namespace are reached by
// private endpoints. Telemetry keeps its public endpoint: a private one needs a monitor scope that a company shares
// between its products.
@description('Name of the virtual network.')
param name string

param location string
param tags object

@description('Prefix of private endpoint names.')
param privateEndpointPrefix string

@description('Addresses of the network.')
param addressPrefix string

@description('Addresses of the app\'s subnet, at least /27.')
param appSubnetPrefix string

@description('Addresses of the private endpoints\' subnet.')
param endpointSubnetPrefix string

@description('Name of the app\'s subnet.')
param appSubnetName string

param storageId string
param keyVaultId string

@description('Namespace to reach privately; empty for none (only Premium can be).')
param serviceBusId string

var endpointSubnetName = 'private-endpoints'

var storageSuffix = environment().suffixes.storage

// Unlike storage, the suffixes of vault and namespace for private links are not among the environment's.
var keyVaultZone = replace(
  'privatelink${environment().suffixes.keyvaultDns}',
  'privatelink.vault.',
  'privatelink.vaultcore.'
)
var serviceBusZone = 'privatelink.servicebus.${replace(storageSuffix, 'core.', '')}'

var storageEndpoints = [
  {
    name: 'blob'
    groupId: 'blob'
    zone: 'privatelink.blob.${storageSuffix}'
    resourceId: storageId
  }
  {
    name: 'queue'
    groupId: 'queue'
    zone: 'privatelink.queue.${storageSuffix}'
    resourceId: storageId
  }
  {
    name: 'table'
    groupId: 'table'
    zone: 'privatelink.table.${storageSuffix}'
    resourceId: storageId
  }
]

var keyVaultEndpoints = [
  {
    name: 'vault'
    groupId: 'vault'
    zone: keyVaultZone
    resourceId: keyVaultId
  }
]

var serviceBusEndpoints = empty(serviceBusId)
  ? []
  : [
      {
        name: 'servicebus'
        groupId: 'namespace'
        zone: serviceBusZone
        resourceId: serviceBusId
      }
    ]

var endpoints = concat(storageEndpoints, keyVaultEndpoints, serviceBusEndpoints)

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        addressPrefix
      ]
    }
    subnets: [
      {
        name: appSubnetName
        properties: {
          addressPrefix: appSubnetPrefix
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: endpointSubnetName
        properties: {
          addressPrefix: endpointSubnetPrefix
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2020-06-01' = [
  for endpoint in endpoints: {
    name: endpoint.zone
    location: 'global'
    tags: tags
  }
]

resource zoneLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [
  for (endpoint, index) in endpoints: {
    parent: zones[index]
    name: 'to-${name}'
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

// One after the other: a storage account that is being connected refuses the next connection until it is done.
@batchSize(1)
resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for endpoint in endpoints: {
    name: '${privateEndpointPrefix}${endpoint.name}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: '${network.id}/subnets/${endpointSubnetName}'
      }
      privateLinkServiceConnections: [
        {
          name: endpoint.name
          properties: {
            privateLinkServiceId: endpoint.resourceId
            groupIds: [
              endpoint.groupId
            ]
          }
        }
      ]
    }
  }
]

resource zoneGroups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (endpoint, index) in endpoints: {
    parent: privateEndpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: endpoint.name
          properties: {
            privateDnsZoneId: zones[index].id
          }
        }
      ]
    }
  }
]

output appSubnetId string = '${network.id}/subnets/${appSubnetName}'
