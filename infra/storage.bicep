// Two accounts. The host's holds what the Functions host needs and the app's package; the content account holds articles, facts, editions and subscribers, and nothing of the host's:
// what may be read with the roles on one says nothing of the other. No account has a key that works.
param token string
param location string
param tags object
param principalId string
param workspaceId string

@description('Days after which a blob that was deleted or overwritten by mistake can no longer be brought back.')
param deletedForDays int = 14

// StorePaths.Containers, but articles: that is what newsrooms write and the app reads.
var ownContainers = ['claims', 'drafts', 'editions', 'enrichments', 'facts', 'folds', 'quarantine', 'subscribers']

// StorePaths.Queues, each with the queue that the Functions host puts a message into that failed too often, and the host's own for uploads.
var queues = ['day-changed', 'day-changed-poison', 'read-article', 'read-article-poison', 'send-email', 'send-email-poison', 'webjobs-blobtrigger-poison']

var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

// What the Functions host needs on its own account.
var hostRoles = [storageBlobDataOwner, storageQueueDataContributor, storageTableDataContributor]

resource host 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'sthost${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource hostBlobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: host
  name: 'default'
}

resource package 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: hostBlobs
  name: 'app-package'
}

// Events that Event Grid could not deliver. Not in the content account: a dead letter must raise no event.
resource deadLetters 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: hostBlobs
  name: 'event-dead-letters'
}

resource hostRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in hostRoles: {
  name: guid(host.id, principalId, role)
  scope: host
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

resource content 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stdigest${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource contentBlobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: content
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: deletedForDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: deletedForDays
    }
  }
}

resource articles 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: contentBlobs
  name: 'articles'
}

resource ownContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [for name in ownContainers: {
  parent: contentBlobs
  name: name
}]

resource contentQueues 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: content
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [for name in queues: {
  parent: contentQueues
  name: name
}]

// The app's own code only reads articles. The documentation of the blob trigger asks for Owner on what it watches; it is given on this container alone.
resource articlesRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(articles.id, principalId, storageBlobDataOwner)
  scope: articles
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataOwner)
  }
}

resource ownContainerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, i) in ownContainers: {
  name: guid(ownContainer[i].id, principalId, storageBlobDataContributor)
  scope: ownContainer[i]
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
  }
}]

resource queueRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, i) in queues: {
  name: guid(queue[i].id, principalId, storageQueueDataContributor)
  scope: queue[i]
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataContributor)
  }
}]

// What is written and deleted, for the alerts; not what is read. Logs hold names of blobs, never what is in them.
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: contentBlobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

resource queueLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: contentQueues
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
    ]
  }
}

// What happens to blobs of the content account, for events.bicep to subscribe to.
resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' = {
  name: 'evgt-${token}'
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: content.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource deadLettersRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(deadLetters.id, topic.id, storageBlobDataContributor)
  scope: deadLetters
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
  }
}

resource topicLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: topic
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'DeliveryFailures'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output hostAccountName string = host.name
output hostBlobUri string = host.properties.primaryEndpoints.blob
output hostQueueUri string = host.properties.primaryEndpoints.queue
output hostTableUri string = host.properties.primaryEndpoints.table
output packageContainerUri string = '${host.properties.primaryEndpoints.blob}${package.name}'
output contentAccountName string = content.name
output contentBlobUri string = content.properties.primaryEndpoints.blob
output contentQueueUri string = content.properties.primaryEndpoints.queue
output topicId string = topic.id
output topicName string = topic.name
