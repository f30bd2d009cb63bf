using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions.Hosting;

/// <summary>
/// The files by which the Functions host knows an app that has no official worker: a <c>function.json</c> for each function, made of its attributes, and <c>host.json</c>
/// completed with how the handler is started and where the host's own triggers come from. The build writes them.
/// </summary>
public static class FunctionFiles
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="host">The text of the repository's host.json.</param>
    /// <param name="program">The handler's program within the folder; a "….dll" is started by <c>dotnet</c>.</param>
    public static void Write(string folder, string host, string program)
    {
        foreach (var function in FunctionCatalog.All)
            WriteFile(Path.Combine(folder, function.Name, "function.json"), FunctionJson(function));
        WriteFile(Path.Combine(folder, "host.json"), HostJson(host, program));
    }

    public static JsonObject FunctionJson(FunctionDeclaration function)
    {
        ArgumentNullException.ThrowIfNull(function);
        JsonArray bindings = [Binding(function.Trigger)];
        if (function.Trigger is Trigger.Http)
            bindings.Add(new JsonObject { ["type"] = "http", ["direction"] = "out", ["name"] = "$return" });
        return new() { ["bindings"] = bindings };
    }

    /// <param name="host">With comments, as the host takes them.</param>
    public static JsonObject HostJson(string host, string program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var isManaged = program.EndsWith(".dll", StringComparison.Ordinal);
        var complete = JsonNode.Parse(host, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!.AsObject();
        complete["extensionBundle"] = new JsonObject { ["id"] = "Microsoft.Azure.Functions.ExtensionBundle", ["version"] = "[4.*, 5.0.0)" };
        complete["customHandler"] = new JsonObject
        {
            ["description"] = new JsonObject { ["defaultExecutablePath"] = isManaged ? "dotnet" : program, ["arguments"] = isManaged ? new JsonArray(program) : [] },
            ["enableForwardingHttpRequest"] = true,
        };
        return complete;
    }

    private static JsonObject Binding(Trigger trigger) => trigger switch
    {
        Trigger.Blob blob => new()
        {
            ["type"] = "blobTrigger", ["direction"] = "in", ["name"] = blob.Parameter, ["path"] = blob.Path, ["connection"] = blob.Connection,
            ["source"] = blob.Source == BlobTriggerSource.EventGrid ? "EventGrid" : "LogsAndContainerScan",
        },
        Trigger.Queue queue => new() { ["type"] = "queueTrigger", ["direction"] = "in", ["name"] = queue.Parameter, ["queueName"] = queue.Name, ["connection"] = queue.Connection },
        Trigger.Timer timer => new() { ["type"] = "timerTrigger", ["direction"] = "in", ["name"] = timer.Parameter, ["schedule"] = timer.Schedule },
        Trigger.Http http => new()
        {
            ["type"] = "httpTrigger", ["direction"] = "in", ["name"] = http.Parameter, ["authLevel"] = http.AuthLevel.ToString().ToLowerInvariant(), ["route"] = http.Route.Text,
            ["methods"] = new JsonArray([.. http.Methods.Select(method => JsonValue.Create(method))]),
        },
        _ => throw new InvalidOperationException($"No binding is known for {trigger}."),
    };

    private static void WriteFile(string path, JsonObject content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content.ToJsonString(Indented) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
