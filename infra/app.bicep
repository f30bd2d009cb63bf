// The function app on Flex Consumption, and its settings. Every setting is one that the code or the Functions host reads; a test holds the two lists against each other.
param name string
param location string
param tags object
param runtimeName string
param identityId string
param identityClientId string
param applicationInsightsConnectionString string
param hostBlobUri string
param hostQueueUri string
param hostTableUri string
param packageContainerUri string
param contentBlobUri string
param contentQueueUri string
param vaultUri string
param languageEndpoint string
param publicationId string
param publicationName string
param baseUrl string
param domain string
param fromAddress string
param contactAddress string
param postalNote string
param publishHour int
param timeZone string
param smtpHost string
param smtpPort int
param smtpSecurity string
param smtpUser string

@description('Instances at most. The queue work of a day is one fold at a time, so more are of use for uploads and readers only.')
@minValue(40)
@maxValue(1000)
param mostInstances int = 40

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Days older than this are drafted and not published; all for no limit.')
param publishDaysBack string = '7'

@description('How long a change waits for others before its day is folded.')
param debounceSeconds int = 3

@description('How far apart articles without a date and their story\'s articles may come in.')
param placementDays int = 14

// The worker's own version where it is used; a custom handler has none, and 1.0 stands for that.
var runtimeVersion = runtimeName == 'custom' ? '1.0' : '10.0'

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // azd finds by it where to put the code.
  tags: union(tags, { 'azd-service-name': 'app' })
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
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: mostInstances
        instanceMemoryMB: instanceMemoryMB
      }
      runtime: {
        name: runtimeName
        version: runtimeVersion
      }
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    AzureWebJobsStorage__blobServiceUri: hostBlobUri
    AzureWebJobsStorage__queueServiceUri: hostQueueUri
    AzureWebJobsStorage__tableServiceUri: hostTableUri
    // The address "/" is the digests', not the host's.
    AzureWebJobsDisableHomepage: 'true'
    APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    DigestStorage__credential: 'managedidentity'
    DigestStorage__clientId: identityClientId
    DigestStorage__blobServiceUri: contentBlobUri
    DigestStorage__queueServiceUri: contentQueueUri
    DigestPublicationId: publicationId
    DigestPublicationName: publicationName
    DigestBaseUrl: baseUrl
    DigestDomain: domain
    DigestFromAddress: fromAddress
    DigestContactAddress: contactAddress
    DigestPostalNote: postalNote
    DigestPublishHour: string(publishHour)
    DigestTimeZone: timeZone
    DigestPublishDaysBack: publishDaysBack
    DigestDebounceSeconds: string(debounceSeconds)
    DigestPlacementDays: string(placementDays)
    DigestSmtpHost: smtpHost
    DigestSmtpPort: string(smtpPort)
    DigestSmtpSecurity: smtpSecurity
    DigestSmtpUser: smtpUser
    DigestSmtpPassword: empty(smtpUser) ? '' : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/smtp-password/)'
    DigestSubscriberKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/subscriber-key/)'
    DigestLanguageEndpoint: languageEndpoint
  }
}

// Code comes in by the package container alone.
resource ftp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

output name string = app.name
