// One municipality in one resource group: what runs, what is kept, who may reach it, and what tells of trouble.
// Identities instead of keys, everywhere. `docs/operations.md` says how it is deployed and what has not been tried.
targetScope = 'subscription'

@description('Short name of the municipality, in lower case: part of every name.')
@minLength(2)
@maxLength(12)
param municipality string

@description('Which environment this is. Part of every name.')
@minLength(2)
@maxLength(8)
param environment string

@description('Region of all resources; one that has Flex Consumption and zones.')
param location string = 'swedencentral'

@description('Folder of the municipality\'s settings in the package.')
param settingsFolder string = 'settings/${municipality}'

@description('Where providers find the site, with https and without a slash at the end; empty: the app\'s own name.')
param publicAddress string = ''

@description('The app registration that staff sign in with (infra/entra/register.sh makes it).')
@minLength(36)
@maxLength(36)
param entraClientId string

@description('Tenant that staff sign in to.')
param entraTenantId string = tenant().tenantId

@description('Closed: storage, messages and vault are reached over private endpoints alone. Messages are then Premium.')
param networkClosed bool = false

@description('Addresses outside the closed network from which links to files work; empty: from inside alone.')
param fileLinksFrom string[] = []

@description('The set of tables that a restore has loaded (docs/operations.md); empty: those from the start.')
@maxLength(10)
param tableSet string = ''

@description('What keeps the orchestrations; docs/decisions/0020.')
@allowed([
  'AzureStorage'
  'DurableTaskScheduler'
])
param durableEngine string = 'AzureStorage'

@description('Redundancy of both storage accounts.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GZRS'
])
param storageSku string = 'Standard_ZRS'

@description('Days that what was deleted in a container can be brought back. Gallring is through after twice that.')
@minValue(7)
@maxValue(90)
param recoveryDays int = 14

@description('Instances that are always warm for requests; 0: the first request after a pause waits for a start.')
@minValue(0)
@maxValue(5)
param warmInstances int = 0

@description('Most instances at once.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Mail server; without a host letters wait on Utskick. The password is the secret mail-password.')
param mail {
  host: string
  port: int
  from: string
  user: string
  security: 'starttls' | 'tls' | 'none'
} = {
  host: ''
  port: 587
  from: ''
  user: ''
  security: 'starttls'
}

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Who is told when something is wrong.')
@minLength(1)
param alertMail string[]

@description('What a month may cost before somebody is told, in the currency of the subscription.')
param monthlyBudget int

@description('First day of the month that the budget begins, yyyy-MM-01. It cannot be changed afterwards.')
param budgetStart string

var name = 'oversight-${municipality}-${environment}'
var tags = {
  system: 'oversight-functions'
  municipality: municipality
  environment: environment
  // The Azure Developer CLI finds its resources by this.
  'azd-env-name': environment
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${name}'
  location: location
  tags: tags
}

var token = take(uniqueString(group.id, name), 8)
var appName = 'func-${name}-${token}'

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: 'id-${name}'
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = if (networkClosed) {
  scope: group
  params: {
    name: 'vnet-${name}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    retentionDays: logDays
    principalId: identity.outputs.principalId
  }
}

module record 'modules/record-storage.bicep' = {
  scope: group
  params: {
    name: 'stosrec${token}'
    location: location
    tags: tags
    sku: storageSku
    recoveryDays: recoveryDays
    isClosed: networkClosed
    fileLinksFrom: fileLinksFrom
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module host 'modules/host-storage.bicep' = {
  scope: group
  params: {
    name: 'stoshost${token}'
    location: location
    tags: tags
    sku: storageSku
    isClosed: networkClosed
    principalId: identity.outputs.principalId
  }
}

module messages 'modules/messages.bicep' = {
  scope: group
  params: {
    name: 'sb-${name}-${token}'
    location: location
    tags: tags
    isClosed: networkClosed
    principalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-os-${take(environment, 4)}-${token}'
    location: location
    tags: tags
    isClosed: networkClosed
    principalId: identity.outputs.principalId
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableEngine == 'DurableTaskScheduler') {
  scope: group
  params: {
    name: 'dts-${name}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module doors 'modules/private-endpoints.bicep' = if (networkClosed) {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    networkId: network!.outputs.networkId
    subnetId: network!.outputs.endpointSubnetId
    recordId: record.outputs.id
    hostId: host.outputs.id
    messagesId: messages.outputs.id
    vaultId: vault.outputs.id
  }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: appName
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostStorageName: host.outputs.name
    packageContainer: host.outputs.packageContainer
    recordTableEndpoint: record.outputs.tableEndpoint
    recordBlobEndpoint: record.outputs.blobEndpoint
    messagesAddress: messages.outputs.address
    vaultUri: vault.outputs.uri
    monitoringConnection: monitoring.outputs.connection
    isScheduled: durableEngine == 'DurableTaskScheduler'
    schedulerEndpoint: durableEngine == 'DurableTaskScheduler' ? scheduler!.outputs.endpoint : ''
    taskHub: durableEngine == 'DurableTaskScheduler' ? scheduler!.outputs.taskHub : ''
    subnetId: networkClosed ? network!.outputs.appSubnetId : ''
    settingsFolder: settingsFolder
    tableSet: tableSet
    publicAddress: publicAddress
    mail: mail
    warmInstances: warmInstances
    maximumInstances: maximumInstances
    entraClientId: entraClientId
    entraTenantId: entraTenantId
  }
  dependsOn: [
    doors
  ]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    receivers: alertMail
    site: app.outputs.address
    insightsId: monitoring.outputs.insightsId
    workspaceId: monitoring.outputs.workspaceId
    messagesId: messages.outputs.id
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: {
    name: 'budget-${name}'
    amount: monthlyBudget
    start: budgetStart
    receivers: alertMail
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output APP_NAME string = app.outputs.name
output APP_ADDRESS string = app.outputs.address
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
output VAULT_NAME string = vault.outputs.name
