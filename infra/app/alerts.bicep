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

@description('Stage that runs every minute; its success is the heartbeat.')
param heartbeatStage string

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

// All of it is what the program itself says. The Functions host's own telemetry holds addresses with link tokens and is
// sent nowhere.
var heartbeatQuery = '''
AppTraces
{0}
| where Properties["EventName"] == "StageRan" and Properties["Stage"] == "{1}"
'''

// Whoever starts a run anew that had failed says so, and so does whoever cannot reach a case's run.
var failedOrchestrationsQuery = '''
AppTraces
{0}
| where tostring(Properties["EventName"]) in ("CaseRestarted", "CaseNotWoken")
'''

// A mail that failed for good is an event of its case too; the line is there for every kind of mail and every try.
var mailFailuresQuery = '''
AppTraces
{0}
| where Properties["EventName"] == "MailNotDelivered"
'''

// Polls that fail, and sources that failed so often or stayed so quiet that they are a warning themselves.
var pollFailuresQuery = '''
AppTraces
{0}
| where (Properties["EventName"] == "SourceAlerted" and Properties["Kind"] != "Recovered")
  or (Properties["EventName"] == "FunctionFailed" and Properties["Function"] == "{1}")
'''

var startFailuresQuery = '''
AppTraces
{0}
| where Properties["EventName"] == "CannotStart"
'''

var rules = [
  {
    name: 'no-heartbeat'
    displayName: 'CrisisFlow: no heartbeat'
    description: 'Warnings were not evaluated for ${heartbeatMinutes} minutes. Nobody would be warned now.'
    severity: 0
    query: format(heartbeatQuery, ofThisApp, heartbeatStage)
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
  {
    name: 'cannot-start'
    displayName: 'CrisisFlow: the app cannot start'
    description: 'A setting is missing or wrong. The log line CannotStart names every one of them.'
    severity: 0
    query: format(startFailuresQuery, ofThisApp)
    window: 'PT15M'
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
