// Alerts that somebody must act on. Each query counts what went wrong; docs/operations.md says for each what to do.
param location string
param tags object

@description('Name of the action group.')
param actionGroupName string

@description('Addresses that are mailed; empty for alerts that show in the portal only.')
param emails string[]

@description('Workspace that the queries read.')
param workspaceId string

@description('Application Insights component whose telemetry counts.')
param componentId string

@description('Namespace whose dead letters are counted.')
param serviceBusId string

@description('Function that runs every minute; its success is the heartbeat.')
param heartbeatFunctionName string

@description('Function that polls the sources.')
param pollFunctionName string

@description('Minutes without a heartbeat before it is an alert.')
@allowed([
  5
  10
  15
  30
])
param heartbeatMinutes int

var ofThisApp = '| where _ResourceId =~ "${componentId}"'

var heartbeatQuery = '''
AppRequests
{0}
| where Name == "{1}" and Success == true
'''

// Orchestrations are told of as requests by distributed tracing, and by the host's own log.
var failedOrchestrationsQuery = '''
union isfuzzy=true
  (AppRequests {0} | where Success == false and Name startswith "orchestration:"),
  (AppTraces {0} | where SeverityLevel >= 3 and tostring(Properties) has "DurableTask")
'''

// A mail that failed for good is an event of its case; one that fails for now is seen as a call that did not succeed.
var mailFailuresQuery = '''
union isfuzzy=true
  (AppTraces {0} | where Properties["EventName"] == "EventAnnounced" and Properties["Type"] == "mail-failed"),
  (AppDependencies {0} | where Success == false and Target has "sendgrid")
'''

// Polls that fail, and sources that failed so often or stayed so quiet that they are a warning themselves.
var pollFailuresQuery = '''
union isfuzzy=true
  (AppTraces {0} | where Properties["EventName"] == "SourceAlerted" and Properties["Kind"] != "Recovered"),
  (AppRequests {0} | where Success == false and Name == "{1}")
'''

var rules = [
  {
    name: 'no-heartbeat'
    displayName: 'CrisisFlow: no heartbeat'
    description: 'Warnings were not evaluated for ${heartbeatMinutes} minutes. Nobody would be warned now.'
    severity: 0
    query: format(heartbeatQuery, ofThisApp, heartbeatFunctionName)
    window: 'PT${heartbeatMinutes}M'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'failed-orchestrations'
    displayName: 'CrisisFlow: a case stopped running'
    description: 'An orchestration failed. Its case no longer reminds or escalates until the sweep wakes it.'
    severity: 1
    query: format(failedOrchestrationsQuery, ofThisApp)
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'mail-failures'
    displayName: 'CrisisFlow: mails are not delivered'
    description: 'The mail provider refused mails or could not be reached.'
    severity: 1
    query: format(mailFailuresQuery, ofThisApp)
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'poll-failures'
    displayName: 'CrisisFlow: sources are failing'
    description: 'Polling failed, or a source began to fail, went quiet or is gone.'
    severity: 2
    query: format(pollFailuresQuery, ofThisApp, pollFunctionName)
    window: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
]

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'CrisisFlow'
    emailReceivers: [
      for (email, index) in emails: {
        name: 'email-${index}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: 'crisisflow-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.displayName
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [
        workspaceId
      ]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      autoMitigate: true
      // The tables of a new workspace appear with the first telemetry, after this rule.
      skipQueryValidation: true
      actions: {
        actionGroups: [
          actionGroup.id
        ]
      }
    }
  }
]

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'crisisflow-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Messages lie in a dead-letter queue: mentions that could not be read or scored.'
    severity: 1
    enabled: true
    scopes: [
      serviceBusId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-letters'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
          dimensions: [
            {
              name: 'EntityName'
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
        }
      ]
    }
    autoMitigate: true
    actions: [
      {
        actionGroupId: actionGroup.id
      }
    ]
  }
}
