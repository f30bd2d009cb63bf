using System.Globalization;

namespace Digest.Facts;

/// <summary>
/// A number of people as reported: exact ("12": 12 to 12), open above ("at least 12": 12 and null), open below ("up to ten": null and 10)
/// or bounded ("10 to 15"). The default value says nothing: no lower and no upper bound.
/// </summary>
public readonly record struct CountRange
{
    private CountRange(int? min, int? max) => (Min, Max) = (min, max);

    /// <summary>The fewest there are said to be; null where the report sets no lower bound. Never negative.</summary>
    public int? Min { get; }

    /// <summary>The most there are said to be; null where the report sets no upper bound. Never below <see cref="Min"/>.</summary>
    public int? Max { get; }

    public bool IsExact => Min is not null && Min == Max;

    /// <summary>Whether the report gives any number at all.</summary>
    public bool IsNumbered => Min is not null || Max is not null;

    public static CountRange Exactly(int count) => Between(count, count);

    public static CountRange AtLeast(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(count, null);
    }

    public static CountRange UpTo(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(null, count);
    }

    public static CountRange Between(int min, int max)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(min);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        return new(min, max);
    }

    /// <summary>The narrowest range that holds both. Order and repetition do not matter; an open end stays open.</summary>
    public CountRange Hull(CountRange other) => new(
        Min is { } a && other.Min is { } b ? Math.Min(a, b) : null,
        Max is { } c && other.Max is { } d ? Math.Max(c, d) : null);

    /// <summary>"12", "at least 12", "up to 10", "10 to 15", or "" where nothing is said.</summary>
    public override string ToString() => (Min, Max) switch
    {
        ({ } min, { } max) when min == max => min.ToString(CultureInfo.InvariantCulture),
        ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"),
        ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"at least {min}"),
        (null, { } max) => string.Create(CultureInfo.InvariantCulture, $"up to {max}"),
        _ => "",
    };
}
