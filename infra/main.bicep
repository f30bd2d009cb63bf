// Everything the digest needs on Azure, but for the subscription that tells the app of uploads: that needs the app's code to be there, and is events.bicep.
// README.md beside this file has the commands and says what each parameter is for.
targetScope = 'subscription'

@description('Names the deployment and, shortened to a hash, its resources.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('The Azure region; one that offers Flex Consumption.')
param location string

@description('custom: the app answers the Functions host itself (the build that needs no worker packages). dotnet-isolated: the official worker.')
@allowed(['custom', 'dotnet-isolated'])
param runtimeName string = 'custom'

@description('Whether a Language resource completes the lists of names. No figure comes from it.')
param languageEnabled bool = false

@description('Who is woken: an address for alerts.')
param alertEmail string

@description('Names the publication in paths; lower-case letters, digits and hyphens. Never changed once editions are out.')
param publicationId string = 'daily'

@description('The publication\'s name as readers see it.')
param publicationName string

@description('Where readers find the digests: an https address without a slash at the end.')
param baseUrl string

@description('The domain of message ids and feed ids. Never changed once editions are out.')
param domain string

@description('The sender of digests.')
param fromAddress string

@description('Whom readers write to.')
param contactAddress string

@description('The postal note at the foot of each mail.')
param postalNote string

@description('The local hour at which a day\'s first edition is due.')
@minValue(0)
@maxValue(23)
param publishHour int = 18

@description('The newsroom\'s zone, an IANA name.')
param timeZone string = 'UTC'

@description('The server that mail is submitted to.')
param smtpHost string

@description('587 with StartTls, 465 with Tls. Port 25 is closed on Azure.')
param smtpPort int = 587

@allowed(['StartTls', 'Tls'])
param smtpSecurity string = 'StartTls'

@description('Empty where the server asks for no password. With it, the vault holds the password as smtp-password.')
param smtpUser string = ''

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-digest-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module storage 'storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module language 'language.bicep' = if (languageEnabled) {
  name: 'language'
  scope: group
  params: {
    name: 'lang-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module app 'app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: 'func-${token}'
    location: location
    tags: tags
    runtimeName: runtimeName
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    hostBlobUri: storage.outputs.hostBlobUri
    hostQueueUri: storage.outputs.hostQueueUri
    hostTableUri: storage.outputs.hostTableUri
    packageContainerUri: storage.outputs.packageContainerUri
    contentBlobUri: storage.outputs.contentBlobUri
    contentQueueUri: storage.outputs.contentQueueUri
    vaultUri: vault.outputs.uri
    languageEndpoint: languageEnabled ? language!.outputs.endpoint : ''
    publicationId: publicationId
    publicationName: publicationName
    baseUrl: baseUrl
    domain: domain
    fromAddress: fromAddress
    contactAddress: contactAddress
    postalNote: postalNote
    publishHour: publishHour
    timeZone: timeZone
    smtpHost: smtpHost
    smtpPort: smtpPort
    smtpSecurity: smtpSecurity
    smtpUser: smtpUser
  }
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    alertEmail: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    topicId: storage.outputs.topicId
    contentAccountName: storage.outputs.contentAccountName
  }
}

output AZURE_LOCATION string = location
output RESOURCE_GROUP string = group.name
output FUNCTION_APP string = app.outputs.name
output CONTENT_ACCOUNT string = storage.outputs.contentAccountName
output HOST_ACCOUNT string = storage.outputs.hostAccountName
output SYSTEM_TOPIC string = storage.outputs.topicName
output KEY_VAULT string = vault.outputs.name
