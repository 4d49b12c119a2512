// The environment where a release is tried first. What differs between installations is read from the surroundings
// (azd env set NAME value; in the workflow: variables of the environment).
using 'main.bicep'

param municipality = readEnvironmentVariable('MUNICIPALITY', 'nacka')
param environment = 'test'
param location = readEnvironmentVariable('AZURE_LOCATION', 'swedencentral')
param settingsFolder = readEnvironmentVariable('SETTINGS_FOLDER', 'settings/nacka')
param tableSet = readEnvironmentVariable('TABLE_SET', '')
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID')
param alertMail = split(readEnvironmentVariable('ALERT_MAIL'), ',')

param storageSku = 'Standard_LRS'
param recoveryDays = 7
param logDays = 30
param monthlyBudget = 500
param budgetStart = readEnvironmentVariable('BUDGET_START', '2027-01-01')
