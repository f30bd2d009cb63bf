// What the function classes use of the official worker, declared with the worker's own names for builds that do not have its packages.
namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    public string Name => name;
}

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    public string BlobPath => blobPath;

    /// <summary>The setting, or beginning of settings, that says which account.</summary>
    public string? Connection { get; set; }

    public BlobTriggerSource Source { get; set; }
}

public enum BlobTriggerSource
{
    LogsAndContainerScan,
    EventGrid,
}

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    public string QueueName => queueName;

    public string? Connection { get; set; }
}

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>Six fields: second, minute, hour, day, month, day of the week.</summary>
    public string Schedule => schedule;
}

/// <summary>What a timer's function is told.</summary>
public class TimerInfo
{
    public bool IsPastDue { get; set; }
}

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    public AuthorizationLevel AuthLevel => authLevel;

    public string[]? Methods => methods;

    public string? Route { get; set; }
}

/// <summary>Whom the host lets through to an HTTP function.</summary>
public enum AuthorizationLevel
{
    Anonymous,
    User,

    /// <summary>Whoever has the function's key.</summary>
    Function,
    System,
    Admin,
}
