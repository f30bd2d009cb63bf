using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Digest.Text;

/// <summary>
/// Remembers what a function of names and short texts gave: a day asks the same of the same few thousand names many times over. For functions only whose result never changes and is never
/// changed; then a full store can be left as it is, for nothing in it grows old.
/// </summary>
internal sealed class Recall<TKey, TValue>(Func<TKey, TValue> function, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    // Of what stands in news, a few thousand a day; the bound is for texts made to be many.
    private const int Most = 20_000;

    // As long as a name or a description is; what is longer is worked out each time, so that texts made to be long fill no memory.
    private const int Longest = 400;

    private readonly ConcurrentDictionary<TKey, TValue> known = new(comparer);

    // Counting a shared dictionary stops all who use it.
    private int count;

    public TValue Of(TKey key)
    {
        if (known.TryGetValue(key, out var value))
            return value;
        value = function(key);
        if (count < Most && IsShort(key) && known.TryAdd(key, value))
            Interlocked.Increment(ref count);
        return value;
    }

    private static bool IsShort(TKey key) => key switch
    {
        string text => text.Length <= Longest,
        ITuple parts => Enumerable.Range(0, parts.Length).Sum(i => (parts[i] as string)?.Length ?? 0) <= Longest,
        _ => true,
    };
}
