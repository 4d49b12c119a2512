// One private endpoint for each service that the app reaches, and the zones in which their names are looked up.
param name string
param location string
param tags object
param networkId string
param subnetId string
param recordId string
param hostId string
param messagesId string
param vaultId string

var zones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  namespace: 'privatelink.servicebus.windows.net'
  vault: 'privatelink.vaultcore.azure.net'
}
var doors = [
  { name: 'record-blob', target: recordId, part: 'blob' }
  { name: 'record-table', target: recordId, part: 'table' }
  { name: 'host-blob', target: hostId, part: 'blob' }
  { name: 'host-queue', target: hostId, part: 'queue' }
  { name: 'host-table', target: hostId, part: 'table' }
  { name: 'messages', target: messagesId, part: 'namespace' }
  { name: 'vault', target: vaultId, part: 'vault' }
]

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for one in items(zones): {
    name: one.value
    location: 'global'
    tags: tags
  }
]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (one, i) in items(zones): {
    parent: zone[i]
    name: 'vnet'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
]

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for door in doors: {
    name: 'pe-${name}-${door.name}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: subnetId
      }
      privateLinkServiceConnections: [
        {
          name: door.name
          properties: {
            privateLinkServiceId: door.target
            groupIds: [
              door.part
            ]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (door, i) in doors: {
    parent: endpoint[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: door.part
          properties: {
            privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', zones[door.part])
          }
        }
      ]
    }
    dependsOn: [
      zone
    ]
  }
]
