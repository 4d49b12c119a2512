// The function app: .NET 10, isolated worker, Flex Consumption. Its settings are all that it knows of its surroundings.
param name string
param location string
param tags object
param identityId string
param identityClientId string
param hostStorageName string
param packageContainer string
param recordTableEndpoint string
param recordBlobEndpoint string
param messagesAddress string
param vaultUri string
param monitoringConnection string
param isScheduled bool
param schedulerEndpoint string
param taskHub string
param subnetId string
param settingsFolder string
param tableSet string
param publicAddress string
param mail object
param warmInstances int
param maximumInstances int
param entraClientId string
param entraTenantId string

var address = 'https://${name}.azurewebsites.net'
var mailSettings = empty(mail.host)
  ? {}
  : union(
      {
        Oversight__Mail__Host: mail.host
        Oversight__Mail__Port: string(mail.port)
        Oversight__Mail__From: mail.from
        Oversight__Mail__Security: mail.security
      },
      empty(mail.user)
        ? {}
        : {
            Oversight__Mail__User: mail.user
            Oversight__Mail__Password: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/mail-password)'
          }
    )
var schedulerSettings = !isScheduled
  ? {}
  : {
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
      AzureFunctionsJobHost__extensions__durableTask__hubName: taskHub
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
    }
// After a restore: loops of the old hub know of things that are not there.
var restoredSettings = empty(tableSet) || isScheduled
  ? {}
  : {
      AzureFunctionsJobHost__extensions__durableTask__hubName: 'oversight${tableSet}'
    }

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // azure.yaml: services.functions
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: 2048
        maximumInstanceCount: maximumInstances
        alwaysReady: warmInstances == 0
          ? []
          : [
              {
                name: 'http'
                instanceCount: warmInstances
              }
            ]
      }
    }
  }

  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource noDeployPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(
      {
        // The host's own storage, with the durable hub.
        AzureWebJobsStorage__accountName: hostStorageName
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identityClientId
        // The queues, for the triggers; the application's own client takes the first of them.
        ServiceBus__fullyQualifiedNamespace: messagesAddress
        ServiceBus__credential: 'managedidentity'
        ServiceBus__clientId: identityClientId
        // Which identity DefaultAzureCredential is.
        AZURE_CLIENT_ID: identityClientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: monitoringConnection
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
        // Sign-in proves itself by the identity in place of a secret.
        OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
        WEBSITE_AUTH_AAD_ALLOWED_TENANTS: entraTenantId
        Oversight__Storage__TableEndpoint: recordTableEndpoint
        Oversight__Storage__BlobEndpoint: recordBlobEndpoint
        Oversight__Storage__TableSet: tableSet
        Oversight__Settings: settingsFolder
        Oversight__PublicAddress: empty(publicAddress) ? address : publicAddress
      },
      mailSettings,
      schedulerSettings,
      restoredSettings
    )
  }

  // Staff sign in with Entra. Requests without a sign-in are let through: providers answer by svarslänk, and the
  // application's own gate sends staff to the sign-in.
  resource authentication 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: {
        enabled: true
        runtimeVersion: '~1'
      }
      globalValidation: {
        requireAuthentication: false
        unauthenticatedClientAction: 'AllowAnonymous'
      }
      httpSettings: {
        requireHttps: true
        routes: {
          apiPrefix: '/.auth'
        }
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            clientId: entraClientId
            clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
            openIdIssuer: '${environment().authentication.loginEndpoint}${entraTenantId}/v2.0'
          }
          validation: {
            allowedAudiences: [
              entraClientId
              'api://${entraClientId}'
            ]
          }
        }
      }
      login: {
        // No tokens are kept: the application reads the principal's claims and nothing else.
        tokenStore: {
          enabled: false
        }
        cookieExpiration: {
          convention: 'FixedTime'
          timeToExpiration: '10:00:00'
        }
        nonce: {
          validateNonce: true
        }
      }
    }
    dependsOn: [
      settings
    ]
  }
}

output name string = app.name
output address string = address
