using System.Collections.Immutable;
using Digest.Facts;

namespace Digest.Days;

/// <summary>A person, organisation or place that articles of the day name.</summary>
/// <param name="Name">Of our tables where they know it, else the fullest form that an article has.</param>
/// <param name="ByRules">Our own rules name it in a fact.</param>
/// <param name="ByService">A text-analytics service found it.</param>
/// <param name="SourceNumbers">The articles that name it, ascending.</param>
public sealed record NameEntry(NameKind Kind, string Name, bool ByRules, bool ByService, ImmutableArray<int> SourceNumbers);

/// <summary>
/// Whom and what a day's articles name, for those who file and search digests. People are listed who speak or act in the day's facts, and no others: that a victim's or a neighbour's name
/// stands in an article is no reason to put it into an index.
/// </summary>
/// <param name="Articles">How many of the day's articles a service was asked about.</param>
/// <param name="Partial">Those of them of which it looked at a part.</param>
/// <param name="Away">Those of them that it was away for.</param>
/// <param name="Entries">By kind, then by name.</param>
public sealed record NameIndex(int Articles, int Partial, int Away, ImmutableArray<NameEntry> Entries);
