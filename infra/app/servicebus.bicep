// Hand-over between polling and scoring (queue with sessions, session = topic), and the topic on which warnings and
// case events go out.
@description('Name of the namespace.')
param name string

param location string
param tags object

@description('Standard is enough for one company. Premium is needed for private endpoints.')
@allowed([
  'Standard'
  'Premium'
])
param skuName string

@description('Messaging units, used with Premium only.')
@allowed([
  1
  2
  4
  8
  16
])
param premiumCapacity int

@description('Name of the queue that carries mentions to scoring.')
param mentionsQueueName string

@description('Name of the topic that carries warnings and case events.')
param eventsTopicName string

@description('Subscriptions of the topic, each for one reader outside the product.')
param eventSubscriptionNames string[]

@description('Deliveries of one message before it is dead-lettered.')
@minValue(1)
@maxValue(2000)
param maxDeliveryCount int

@description('Time during which one receiver has a message for itself (ISO 8601, at most PT5M).')
param lockDuration string

@description('Time after which a message nobody took is dropped or dead-lettered (ISO 8601).')
param timeToLive string

@description('True where the namespace is reached through private endpoints alone; only Premium can do so.')
param privateOnly bool

@description('Workspace that takes the diagnostic logs.')
param workspaceId string

var isPremium = skuName == 'Premium'

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: skuName
    tier: skuName
    capacity: isPremium ? premiumCapacity : null
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: privateOnly && isPremium ? 'Disabled' : 'Enabled'
  }
}

resource mentions 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = {
  parent: namespace
  name: mentionsQueueName
  properties: {
    requiresSession: true
    // The message id is derived from the mentions in it, so a poll that is repeated within the window is sent once.
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'PT1H'
    lockDuration: lockDuration
    maxDeliveryCount: maxDeliveryCount
    defaultMessageTimeToLive: timeToLive
    deadLetteringOnMessageExpiration: true
  }
}

resource events 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' = {
  parent: namespace
  name: eventsTopicName
  properties: {
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'PT1H'
    supportOrdering: true
    defaultMessageTimeToLive: timeToLive
  }
}

// A subscription without a reader fills up. Its messages expire and are dropped, so that the alert on dead letters
// speaks of real failures alone.
resource subscriptions 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = [
  for subscriptionName in eventSubscriptionNames: {
    parent: events
    name: subscriptionName
    properties: {
      lockDuration: lockDuration
      maxDeliveryCount: maxDeliveryCount
      defaultMessageTimeToLive: timeToLive
      deadLetteringOnMessageExpiration: false
      deadLetteringOnFilterEvaluationExceptions: true
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: namespace
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'OperationalLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output name string = namespace.name
output id string = namespace.id
output fullyQualifiedNamespace string = replace(
  replace(namespace.properties.serviceBusEndpoint, 'https://', ''),
  ':443/',
  ''
)
