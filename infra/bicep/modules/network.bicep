// The closed network: one subnet that the app goes out through, one for the private endpoints.
param name string
param location string
param tags object

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.40.0.0/22'
      ]
    }
  }

  resource app 'subnets' = {
    // Flex Consumption allows no underscore in this name.
    name: 'app'
    properties: {
      addressPrefix: '10.40.0.0/24'
      delegations: [
        {
          name: 'flex-consumption'
          properties: {
            serviceName: 'Microsoft.App/environments'
          }
        }
      ]
    }
  }

  resource endpoints 'subnets' = {
    name: 'endpoints'
    properties: {
      addressPrefix: '10.40.1.0/24'
      privateEndpointNetworkPolicies: 'Disabled'
    }
    dependsOn: [
      app
    ]
  }
}

output networkId string = network.id
output appSubnetId string = network::app.id
output endpointSubnetId string = network::endpoints.id
