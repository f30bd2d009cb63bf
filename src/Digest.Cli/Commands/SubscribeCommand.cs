using System.CommandLine;
using Digest.Functions.Hosting;
using Digest.Storage.Flow;
using Digest.Storage.Subscriptions;

namespace Digest.Cli.Commands;

/// <summary>`digest subscribe`: puts somebody on the list of a publication.</summary>
internal static class SubscribeCommand
{
    private static readonly Argument<string[]> Addresses = new("ADDRESSES") { Description = "Mail addresses of people who asked for the digest.", Arity = ArgumentArity.OneOrMore };

    public static Command Create()
    {
        var command = new ExampledCommand("subscribe", "Puts addresses on the list: the next first edition is mailed to them. Each mail has a link to leave the list.", """
              digest subscribe reader@example.org                     in the store called digest-store here
              digest subscribe reader@example.org --folder news
              digest subscribe reader@example.org                     in a storage account: set DigestStorage and DigestSubscriberKey
            """)
        {
            Addresses, StoreOptions.Folder,
        };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(Addresses)!, parsed.GetValue(StoreOptions.Folder), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] addresses, DirectoryInfo? folder, CancellationToken cancel)
    {
        try
        {
            var flow = AppFlow.Open(StoreOptions.Of(folder, new(StringComparer.Ordinal), new(StringComparer.Ordinal)).Setting);
            var isComplete = true;
            foreach (var address in addresses)
                isComplete &= await TriedAsync(flow, address, cancel);
            return isComplete ? ExitCode.Fine : ExitCode.Incomplete;
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.Usage;
        }
    }

    private static async Task<bool> TriedAsync(DigestFlow flow, string address, CancellationToken cancel)
    {
        try
        {
            await Subscribers.SubscribeAsync(flow, address, cancel: cancel);
            Console.WriteLine($"{address} is on the list of {flow.Settings.Publication.Name}.");
            return true;
        }
        catch (ArgumentException error)
        {
            // The message alone: which parameter of ours it was for is nothing to a reader.
            await Console.Error.WriteLineAsync($"{address}: {error.Message.Replace($" (Parameter '{error.ParamName}')", "", StringComparison.Ordinal)}");
            return false;
        }
    }
}
