// One page for the communications team's administrator: warnings, open cases, time to first statement, and how the
// product itself is doing.
param location string
param tags object

@description('Application Insights component the workbook belongs to and reads.')
param componentId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'crisisflow')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'CrisisFlow'
    category: 'workbook'
    sourceId: componentId
    version: '1.0'
    serializedData: loadTextContent('workbook.json')
  }
}
