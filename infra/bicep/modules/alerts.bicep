// What tells somebody. Each alert rests on something that is emitted today: what /api/health says, the measurements of
// Service Bus, the requests that the Functions host records, and what the application measures (Measures.cs).
// docs/operations.md says what each means.
param name string
param location string
param tags object
param receivers string[]
param site string
param insightsId string
param workspaceId string
param messagesId string

// Names of parts in the answer of /api/health, with what is wrong when one of them is not good.
var parts = [
  {
    name: 'oldMarks'
    about: 'Changes that should have shown in the lists long ago: their marks are still there.'
  }
  {
    name: 'waiting'
    about: 'Orchestrations that have failed for good, cannot be worked out, or have not looked for long.'
  }
  {
    name: 'effectsPutAside'
    about: 'What follows a change has failed ten times and was put aside.'
  }
  {
    name: 'lists'
    about: 'Lists wait for a rebuild, or the latest one left streams out.'
  }
  {
    name: 'exports'
    about: 'The latest whole export, by which the record can be restored, is more than two days old.'
  }
]
// What the application measures, by the names in Measures.cs.
var measured = [
  {
    name: 'oldest-mark'
    about: 'A change has waited for more than a quarter of an hour to show in the lists.'
    severity: 2
    query: 'AppMetrics | where Name == "oversight.marks.oldest" | summarize Found = max(Max)'
    above: 900
  }
  {
    name: 'steps-overdue'
    about: 'Steps that were due before today had not been done when the day began.'
    severity: 2
    query: 'AppMetrics | where Name == "oversight.steps.overdue" | summarize Found = max(Max)'
    above: 0
  }
  {
    name: 'effects-failing'
    about: 'What follows changes fails again and again; it has not been put aside yet.'
    severity: 3
    query: 'AppMetrics | where Name == "oversight.effects.failed" | summarize Found = sum(Sum)'
    above: 20
  }
  {
    name: 'slow-requests'
    about: 'Pages and calls take more than three seconds on an average.'
    severity: 3
    query: 'AppMetrics | where Name == "oversight.request.duration" and toint(Properties["http.response.status_code"]) < 500 | summarize Found = sum(Sum) / sum(ItemCount)'
    above: 3
  }
]
var westEurope = 'emea-nl-ams-azr'
var northEurope = 'emea-gb-db3-azr'

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'oversight'
    emailReceivers: [
      for (address, i) in receivers: {
        name: 'receiver-${i}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource isUp 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'health-${name}'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'health-${name}'
    Name: 'health'
    Description: 'The health page answers 200: tables, containers and messages answer.'
    Kind: 'standard'
    Enabled: true
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [
      { Id: westEurope }
      { Id: northEurope }
    ]
    Request: {
      RequestUrl: '${site}/api/health'
      HttpVerb: 'GET'
      ParseDependentRequests: false
      FollowRedirects: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource isDown 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'down-${name}'
  location: 'global'
  tags: tags
  properties: {
    description: 'The system does not answer, or says that tables, containers or messages do not.'
    severity: 0
    enabled: true
    scopes: [
      isUp.id
      insightsId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: isUp.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      { actionGroupId: people.id }
    ]
  }
}

// One look at each part, so that the alert says which it is.
resource partIsGood 'Microsoft.Insights/webtests@2022-06-15' = [
  for part in parts: {
    name: 'health-${part.name}-${name}'
    location: location
    tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
    kind: 'standard'
    properties: {
      SyntheticMonitorId: 'health-${part.name}-${name}'
      Name: 'health ${part.name}'
      Description: part.about
      Kind: 'standard'
      Enabled: true
      Frequency: 900
      Timeout: 30
      RetryEnabled: true
      Locations: [
        { Id: westEurope }
      ]
      Request: {
        RequestUrl: '${site}/api/health'
        HttpVerb: 'GET'
        ParseDependentRequests: false
        FollowRedirects: false
      }
      ValidationRules: {
        ExpectedHttpStatusCode: 0
        ContentValidation: {
          ContentMatch: '"${part.name}":{"state":"good"'
          IgnoreCase: false
          PassIfTextFound: true
        }
      }
    }
  }
]

resource partNeedsAttention 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for (part, i) in parts: {
    name: '${part.name}-${name}'
    location: 'global'
    tags: tags
    properties: {
      description: part.about
      severity: 2
      enabled: true
      scopes: [
        partIsGood[i].id
        insightsId
      ]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT30M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
        webTestId: partIsGood[i].id
        componentId: insightsId
        failedLocationCount: 1
      }
      actions: [
        { actionGroupId: people.id }
      ]
    }
  }
]

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'dead-letters-${name}'
  location: 'global'
  tags: tags
  properties: {
    description: 'A message was put aside and waits for somebody to look at it (Drift, Meddelanden).'
    severity: 2
    enabled: true
    scopes: [
      messagesId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead letters'
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
    actions: [
      { actionGroupId: people.id }
    ]
  }
}

resource serverErrors 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'server-errors-${name}'
  location: location
  tags: tags
  properties: {
    description: 'Requests were answered with 500 or more, other than 503 (what is away has its own alert).'
    severity: 1
    enabled: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'AppRequests | where toint(ResultCode) >= 500 and toint(ResultCode) != 503 | summarize Failed = count() by Name'
          timeAggregation: 'Total'
          metricMeasureColumn: 'Failed'
          dimensions: [
            {
              name: 'Name'
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
          operator: 'GreaterThan'
          threshold: 2
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        people.id
      ]
    }
  }
}

resource found 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for one in measured: {
    name: '${one.name}-${name}'
    location: location
    tags: tags
    properties: {
      description: one.about
      severity: one.severity
      enabled: true
      scopes: [
        workspaceId
      ]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT30M'
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: one.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: 'Found'
            operator: 'GreaterThan'
            threshold: one.above
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          people.id
        ]
      }
    }
  }
]
