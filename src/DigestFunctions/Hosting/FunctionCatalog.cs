using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions.Hosting;

/// <summary>What starts a function, as its attributes say.</summary>
/// <param name="Parameter">The name of the parameter that gets it; the binding's name too.</param>
public abstract record Trigger(string Parameter)
{
    /// <param name="Path">"articles/{name}".</param>
    public sealed record Blob(string Parameter, string Path, string Connection, BlobTriggerSource Source) : Trigger(Parameter)
    {
        public string Container => Path[..Path.IndexOf('/', StringComparison.Ordinal)];
    }

    public sealed record Queue(string Parameter, string Name, string Connection) : Trigger(Parameter);

    /// <param name="Schedule">Six fields, the first of them seconds.</param>
    public sealed record Timer(string Parameter, string Schedule) : Trigger(Parameter);

    /// <param name="Route">Without the host's prefix.</param>
    /// <param name="Methods">In lower case.</param>
    public sealed record Http(string Parameter, RouteTemplate Route, ImmutableArray<string> Methods, AuthorizationLevel AuthLevel) : Trigger(Parameter);
}

/// <summary>A function: its name, the method that it is, and what starts it.</summary>
public sealed record FunctionDeclaration(string Name, MethodInfo Method, Trigger Trigger);

/// <summary>The app's functions, read from their attributes: what every host of ours and the generated <c>function.json</c> files go by.</summary>
public static class FunctionCatalog
{
    /// <summary>In the order in which the Functions host has them, and tries their routes: by name, whatever the case.</summary>
    public static ImmutableArray<FunctionDeclaration> All { get; } =
    [
        .. from type in typeof(FunctionCatalog).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           orderby function.Name.ToUpperInvariant()
           select new FunctionDeclaration(function.Name, method, TriggerOf(method)),
    ];

    /// <summary>The HTTP function at a path, and the parts of it that the route names; the first that fits, as on the Functions host.</summary>
    /// <param name="path">Decoded, without the leading slash.</param>
    public static (FunctionDeclaration Function, IReadOnlyDictionary<string, string?> Values)? AtPath(string path, string method)
    {
        foreach (var function in All)
        {
            if (function.Trigger is Trigger.Http http && http.Methods.Contains(method, StringComparer.OrdinalIgnoreCase) && http.Route.Match(path) is { } values)
                return (function, values);
        }

        return null;
    }

    /// <summary>What can be done at a path: "GET, HEAD".</summary>
    public static IEnumerable<string> MethodsAt(string path) => All.Select(function => function.Trigger).OfType<Trigger.Http>()
        .Where(http => http.Route.Match(path) is not null).SelectMany(http => http.Methods).Select(method => method.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static Trigger TriggerOf(MethodInfo method)
    {
        foreach (var parameter in method.GetParameters())
        {
            foreach (var attribute in parameter.GetCustomAttributes())
            {
                if (Read(parameter.Name!, attribute) is { } trigger)
                    return trigger;
            }
        }

        throw new InvalidOperationException($"{method.DeclaringType}.{method.Name} is a function and no parameter of it has a trigger.");
    }

    private static Trigger? Read(string parameter, Attribute attribute) => attribute switch
    {
        BlobTriggerAttribute blob => new Trigger.Blob(parameter, blob.BlobPath, blob.Connection!, blob.Source),
        QueueTriggerAttribute queue => new Trigger.Queue(parameter, queue.QueueName, queue.Connection!),
        TimerTriggerAttribute timer => new Trigger.Timer(parameter, timer.Schedule),
        HttpTriggerAttribute http => new Trigger.Http(parameter, new(http.Route!), [.. http.Methods!], http.AuthLevel),
        _ => null,
    };
}
