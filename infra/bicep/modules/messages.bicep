// The four queues. Their names are contracts with the code and with other systems.
param name string
param location string
param tags object
param isClosed bool
param principalId string

var queueNames = [
  'concerns-inbound'
  'notifications'
  'jobs'
  'wakes'
]
// The application sends and receives, and manages nothing.
var roles = {
  AzureServiceBusDataSender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  AzureServiceBusDataReceiver: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
}

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  // Private endpoints come with Premium alone.
  sku: isClosed
    ? {
        name: 'Premium'
        tier: 'Premium'
        capacity: 1
      }
    : {
        name: 'Standard'
        tier: 'Standard'
      }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: isClosed ? 'Disabled' : 'Enabled'
  }
}

resource queues 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [
  for queue in queueNames: {
    parent: bus
    name: queue
    properties: {
      // A dependency that is away does not count: its messages are scheduled anew. Ten failures are a fault of ours.
      maxDeliveryCount: 10
      lockDuration: 'PT5M'
      // A message that waits is sent again under the same MessageId, and would be thrown away.
      requiresDuplicateDetection: false
      deadLetteringOnMessageExpiration: true
    }
  }
]

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(bus.id, principalId, role.value)
    scope: bus
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

output id string = bus.id
output address string = '${bus.name}.servicebus.windows.net'
