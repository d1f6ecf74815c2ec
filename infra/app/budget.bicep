// Mails when the cost of this resource group nears or is forecast to pass a monthly amount.
@description('Amount a month in the currency of the billing account.')
@minValue(1)
param amount int

@description('First day of the month in which the budget was created (yyyy-MM-01). Azure does not let it be changed later.')
param startDate string

@description('Addresses to write to.')
param contactEmails string[]

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'crisisflow-monthly'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: startDate
    }
    notifications: {
      actualOver80Percent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: contactEmails
      }
      forecastOver100Percent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: contactEmails
      }
    }
  }
}
