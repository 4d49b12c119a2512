// Where logs are kept.
param name string
param location string
param tags object
param retentionDays int

@description('Rules that everything goes through before it is kept.')
param rulesId string = ''

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    // A loop of errors costs at most this much a day.
    workspaceCapping: {
      dailyQuotaGb: 2
    }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
    defaultDataCollectionRuleResourceId: empty(rulesId) ? null : rulesId
  }
}

output id string = workspace.id
