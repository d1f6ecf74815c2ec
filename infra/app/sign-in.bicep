// Signs people in with Entra ID before they see pages that carry no signed link. Links in mails, the health probe and
// calls with a key pass by: they prove themselves.
param functionAppName string

@description('Application (client) id of the registration; its redirect address is https://HOST/.auth/login/aad/callback, with id tokens on.')
param clientId string

@description('Paths that need no sign-in.')
param openPaths string[] = [
  '/health'
  '/l/*'
  '/mentions'
  '/robots.txt'
  '/statements'
  '/statements/*'
  '/style.css'
]

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource signIn 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
    }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'RedirectToLoginPage'
      redirectToProvider: 'azureactivedirectory'
      excludedPaths: openPaths
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: clientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
      }
    }
    httpSettings: {
      requireHttps: true
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
  }
}
