// Locks on what cannot be made again: the store with the case journals, and the vault. A locked group cannot be taken
// away by `azd down`.
param storageName string
param keyVaultName string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: keyVaultName
}

resource accountLock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'keep-journals'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the journals of all cases.'
  }
}

resource vaultLock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: vault
  name: 'keep-keys'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the keys that sign links in mails.'
  }
}
