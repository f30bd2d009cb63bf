using System.Reflection;
using Digest.Storage.Flow;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.Hosting;

/// <summary>Runs a function where the official worker does not: makes its class and hands it what its trigger and the names of its parameters ask for.</summary>
/// <param name="flow">Opened by the first function that needs it: wrong settings fail functions, with the reason, and not the process.</param>
public sealed class FunctionRunner(Lazy<DigestFlow> flow, ILoggerFactory logs)
{
    /// <param name="trigger">The message's text, the timer's information, the HTTP request; null for a blob, which functions read by name.</param>
    /// <param name="values">What the blob's path or the route names.</param>
    /// <returns>What an HTTP function answers; null from the others.</returns>
    public async Task<IResult?> RunAsync(FunctionDeclaration function, object? trigger, IReadOnlyDictionary<string, string?> values, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(function);
        var type = function.Method.DeclaringType!;
        var made = type.GetConstructors()[0].Invoke(BindingFlags.DoNotWrapExceptions, null, [.. type.GetConstructors()[0].GetParameters().Select(Service)], null);
        var arguments = function.Method.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(CancellationToken) ? cancel
            : parameter.Name == function.Trigger.Parameter ? trigger
            : values[parameter.Name!]);
        var running = (Task)function.Method.Invoke(made, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null)!;
        await running;
        return running is Task<IResult> answered ? await answered : null;
    }

    private object Service(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(DigestFlow) => flow.Value,
        var type when type == typeof(Lazy<DigestFlow>) => flow,
        var type when typeof(ILogger).IsAssignableFrom(type) => Activator.CreateInstance(typeof(Logger<>).MakeGenericType(type.GenericTypeArguments), logs)!,
        var type => throw new InvalidOperationException($"{parameter.Member.DeclaringType} asks for a {type}; functions can have the flow and a logger."),
    };
}
