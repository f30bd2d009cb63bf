// The second stage, after the code is there: without it the app's webhook does not answer, and the subscription is refused. To be run again when the app's blobs_extension key is changed:
// Event Grid does not try again where a webhook says 401, and the events in between are found by Reconcile alone.
param functionAppName string
param systemTopicName string
param hostAccountName string

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' existing = {
  name: systemTopicName
}

resource host 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: hostAccountName
}

var webhookKey = listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension

resource uploads 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = {
  parent: topic
  name: 'uploads'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.IngestArticle&code=${webhookKey}'
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      // With the slash at the end: without it, articles-old would raise events too.
      subjectBeginsWith: '/blobServices/default/containers/articles/'
      isSubjectCaseSensitive: true
      advancedFilters: [
        {
          // Once for an upload, when it is whole.
          operatorType: 'StringIn'
          key: 'data.api'
          values: ['CopyBlob', 'FlushWithClose', 'PutBlob', 'PutBlockList']
        }
      ]
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: host.id
          blobContainerName: 'event-dead-letters'
        }
      }
    }
  }
}
