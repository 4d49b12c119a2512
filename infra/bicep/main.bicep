// A skeleton: it names what the system needs in Azure and how the parts reach each other, with identities instead of keys.
// It has not been deployed. The function app itself, networking, Entra registration and alerts come with the deployment issue.
targetScope = 'resourceGroup'

@description('Short name of the municipality, in lower case: part of every resource name.')
@minLength(2)
@maxLength(12)
param municipality string

@description('Region of all resources.')
param location string = resourceGroup().location

var suffix = uniqueString(resourceGroup().id, municipality)
var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var serviceBusDataOwner = '090c5cfd-751d-490a-894a-3ce6f1109419'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-oversight-${municipality}'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stoversight${take(suffix, 12)}'
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource bus 'Microsoft.ServiceBus/namespaces@2022-10-01-preview' = {
  name: 'sb-oversight-${municipality}-${take(suffix, 6)}'
  location: location
  sku: {
    name: 'Standard'
  }
  properties: {
    disableLocalAuth: true
  }
}

resource queues 'Microsoft.ServiceBus/namespaces/queues@2022-10-01-preview' = [for queue in [
  'concerns-inbound'
  'notifications'
  'jobs'
  'wakes'
]: {
  parent: bus
  name: queue
  properties: {
    deadLetteringOnMessageExpiration: true
    lockDuration: 'PT5M'
    maxDeliveryCount: 10
  }
}]

resource storageAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [
  storageBlobDataOwner
  storageTableDataContributor
  // The queues of the durable hub.
  storageQueueDataContributor
]: {
  name: guid(storage.id, identity.id, role)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

resource busAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(bus.id, identity.id, serviceBusDataOwner)
  scope: bus
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', serviceBusDataOwner)
  }
}

output identityClientId string = identity.properties.clientId
output tableEndpoint string = storage.properties.primaryEndpoints.table
output blobEndpoint string = storage.properties.primaryEndpoints.blob
output serviceBusNamespace string = '${bus.name}.servicebus.windows.net'
