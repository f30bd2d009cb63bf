namespace Digest.Storage;

/// <summary>The rule for a queue's name, which is Azure Storage's.</summary>
public static class QueueNames
{
    /// <summary>Where messages go that could not be handled; the Functions host uses the same name.</summary>
    public static string PoisonOf(string queue) => $"{queue}-poison";

    /// <exception cref="ArgumentException">Not a name that Azure Storage accepts.</exception>
    public static string Checked(string queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        return queue.Length is >= 3 and <= 63 && queue[0] != '-' && queue[^1] != '-' && !queue.Contains("--", StringComparison.Ordinal)
            && queue.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            ? queue
            : throw new ArgumentException($"\"{queue}\" is no queue name; expected 3 to 63 lower-case letters, digits and single hyphens.", nameof(queue));
    }
}
