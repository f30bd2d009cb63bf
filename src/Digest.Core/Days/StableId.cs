using System.Globalization;

namespace Digest.Days;

/// <summary>Ids made of what a thing says, so that the same thing has the same id in every edition and on every machine.</summary>
internal static class StableId
{
    /// <summary>A letter and ten hexadecimal digits, a hash of the parts in order; a null part differs from an empty one.</summary>
    public static string Of(string kind, params ReadOnlySpan<string?> parts)
    {
        var hash = 0UL;
        foreach (var part in parts)
            hash = (hash * 0x9E3779B97F4A7C15UL) ^ (part is null ? 1 : Words.Hash(part));
        hash ^= hash >> 31;
        return kind + (hash & 0xFF_FFFF_FFFF).ToString("x10", CultureInfo.InvariantCulture);
    }
}
