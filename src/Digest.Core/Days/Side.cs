namespace Digest.Days;

/// <summary>Says what of a fold is worth more than one thread. What is done side by side never depends on which part of it comes first.</summary>
internal static class Side
{
    /// <summary>From so many things on, another thread gains more than it costs.</summary>
    public const int Many = 64;

    private static readonly ParallelOptions One = new() { MaxDegreeOfParallelism = 1 };

    private static readonly ParallelOptions All = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>On how many threads to do something as often as this.</summary>
    public static ParallelOptions BySide(int count) => count < Many ? One : All;
}
