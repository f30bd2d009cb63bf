// What somebody is woken for, and what docs/storage.md ("At night") says to do about it.
param token string
param location string
param tags object
param alertEmail string
param workspaceId string
param topicId string
param contentAccountName string

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'digest'
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: alertEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

var searches = [
  {
    name: 'poison'
    severity: 1
    summary: 'A message was given up: a day that cannot be folded, an article or a mail that failed five times. It waits in a queue whose name ends in -poison.'
    query: 'StorageQueueLogs | where AccountName == "${contentAccountName}" and OperationName == "PutMessage" and StatusText == "Success" and Uri has "-poison/messages"'
    window: 'PT15M'
    range: 'PT15M'
    every: 'PT5M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    // An edition a day: later than this, none went out at its hour, or no articles came.
    name: 'no-edition'
    severity: 1
    summary: 'No edition was published in a day and three quarters of an hour.'
    query: 'StorageBlobLogs | where TimeGenerated > ago(1d + 45m) and AccountName == "${contentAccountName}" and OperationName == "PutBlob" and StatusText == "Success" and ObjectKey has "/editions/" and ObjectKey endswith "/edition.json"'
    window: 'PT1H'
    range: 'P2D'
    every: 'PT15M'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'failures'
    severity: 2
    summary: 'Functions fail: invocations are tried again, and end as poison if that goes on.'
    query: 'AppRequests | where Success == false and OperationName in ("IngestArticle", "ReadArticle", "UpdateDay", "PublishDue", "SendEmail", "Reconcile")'
    window: 'PT15M'
    range: 'PT15M'
    every: 'PT5M'
    operator: 'GreaterThan'
    threshold: 5
  }
  {
    name: 'quarantine'
    severity: 3
    summary: 'Uploads could not be read; the records in quarantine say why.'
    query: 'StorageBlobLogs | where AccountName == "${contentAccountName}" and OperationName == "PutBlob" and StatusText == "Success" and ObjectKey has "/quarantine/"'
    window: 'PT1H'
    range: 'PT1H'
    every: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'names-away'
    severity: 3
    summary: 'The text-analytics service is away: digests go out and list the names that our rules find.'
    query: 'AppTraces | where Message has "text-analytics service is away"'
    window: 'PT1H'
    range: 'PT1H'
    every: 'PT15M'
    operator: 'GreaterThan'
    threshold: 3
  }
]

resource search 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [for each in searches: {
  name: 'digest-${each.name}-${token}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'Digest: ${each.name}'
    description: each.summary
    severity: each.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: each.every
    windowSize: each.window
    overrideQueryTimeRange: each.range
    // The tables come into being with their first line.
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: each.query
          timeAggregation: 'Count'
          operator: each.operator
          threshold: each.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [operators.id]
    }
  }
}]

var deliveries = [
  {
    name: 'dead-letters'
    metric: 'DeadLetteredCount'
    severity: 1
    threshold: 0
  }
  {
    name: 'delivery-failures'
    metric: 'DeliveryAttemptFailCount'
    severity: 2
    threshold: 20
  }
]

resource delivery 'Microsoft.Insights/metricAlerts@2018-03-01' = [for each in deliveries: {
  name: 'digest-${each.name}-${token}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Uploads are not told to the app (${each.metric}); Reconcile finds them within a quarter of an hour. See event-dead-letters, and whether the blobs_extension key was changed.'
    severity: each.severity
    enabled: true
    scopes: [topicId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: each.metric
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: each.metric
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: each.threshold
        }
      ]
    }
    actions: [
      {
        actionGroupId: operators.id
      }
    ]
  }
}]
