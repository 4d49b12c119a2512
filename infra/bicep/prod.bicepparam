// The environment that people work in. What differs between installations is read from the surroundings
// (azd env set NAME value; in the workflow: variables of the environment).
using 'main.bicep'

param municipality = readEnvironmentVariable('MUNICIPALITY', 'nacka')
param environment = 'prod'
param location = readEnvironmentVariable('AZURE_LOCATION', 'swedencentral')
param settingsFolder = readEnvironmentVariable('SETTINGS_FOLDER', 'settings/nacka')
param tableSet = readEnvironmentVariable('TABLE_SET', '')
param publicAddress = readEnvironmentVariable('PUBLIC_ADDRESS', '')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID')
param networkClosed = bool(readEnvironmentVariable('NETWORK_CLOSED', 'false'))
param fileLinksFrom = filter(split(readEnvironmentVariable('FILE_LINKS_FROM', ''), ','), range => !empty(range))
param durableEngine = readEnvironmentVariable('DURABLE_ENGINE', 'AzureStorage')
param alertMail = split(readEnvironmentVariable('ALERT_MAIL'), ',')
param mail = {
  host: readEnvironmentVariable('MAIL_HOST', '')
  port: int(readEnvironmentVariable('MAIL_PORT', '587'))
  from: readEnvironmentVariable('MAIL_FROM', '')
  user: readEnvironmentVariable('MAIL_USER', '')
  security: readEnvironmentVariable('MAIL_SECURITY', 'starttls')
}

param storageSku = 'Standard_GZRS'
param recoveryDays = 14
param warmInstances = 1
param logDays = 90
param monthlyBudget = 3000
param budgetStart = readEnvironmentVariable('BUDGET_START', '2027-01-01')
