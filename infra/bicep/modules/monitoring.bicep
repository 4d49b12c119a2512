// Where logs, requests and measurements go, and what must not come there.
param name string
param location string
param tags object
param retentionDays int
param principalId string

var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
// The address of a svarslänk holds its token (EntryPages.In).
var secretAddress = '/svar/in/'

module workspace 'workspace.bicep' = {
  params: {
    name: 'log-${name}'
    location: location
    tags: tags
    retentionDays: retentionDays
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
          workspaceResourceId: workspace.outputs.id
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

// The rules need the workspace, and the workspace names the rules: it is written once more.
module workspaceWithRules 'workspace.bicep' = {
  params: {
    name: 'log-${name}'
    location: location
    tags: tags
    retentionDays: retentionDays
    rulesId: withoutTokens.id
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${name}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspaceWithRules.outputs.id
    // Nothing is written with a key; addresses of people are masked.
    DisableLocalAuth: true
    DisableIpMasking: false
  }
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

output workspaceId string = workspaceWithRules.outputs.id
output insightsId string = insights.id
output connection string = insights.properties.ConnectionString
