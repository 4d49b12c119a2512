// Where logs, requests and measurements go, and what must not come there.
param name string
param location string
param tags object
param retentionDays int
param principalId string

var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
// The address of a svarslänk holds its token (EntryPages.In).
var secretAddress = '/svar/in/'

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${name}'
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
    defaultDataCollectionRuleResourceId: resourceId('Microsoft.Insights/dataCollectionRules', 'dcr-${name}')
  }
}

// The Functions host tells the whole address of each request. What opens an answer is taken out before it is kept.
resource withoutTokens 'Microsoft.Insights/dataCollectionRules@2023-03-11' = {
  name: 'dcr-${name}'
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    destinations: {
      logAnalytics: [
        {
          name: 'workspace'
          workspaceResourceId: resourceId('Microsoft.OperationalInsights/workspaces', 'log-${name}')
        }
      ]
    }
    dataFlows: [
      {
        streams: [
          'Microsoft-Table-AppRequests'
        ]
        destinations: [
          'workspace'
        ]
        transformKql: 'source | extend Url = iff(Url contains "${secretAddress}", "${secretAddress}-", Url), Properties = iff(tostring(Properties) contains "${secretAddress}", parse_json("{}"), Properties)'
      }
      {
        streams: [
          'Microsoft-Table-AppTraces'
        ]
        destinations: [
          'workspace'
        ]
        transformKql: 'source | where not(Message contains "${secretAddress}") and not(tostring(Properties) contains "${secretAddress}")'
      }
    ]
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // Nothing is written with a key; addresses of people are masked.
    DisableLocalAuth: true
    DisableIpMasking: false
  }
  dependsOn: [
    withoutTokens
  ]
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, metricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

output workspaceId string = workspace.id
output insightsId string = insights.id
output connection string = insights.properties.ConnectionString
