namespace Digest.Names;

/// <summary>How English tells a place by another: before it ("south of", "northern", "near the border with") or after it ("…, south of Baghdad").</summary>
internal static class PlaceRelations
{
    private static readonly string[] Sides =
        ["northern", "southern", "eastern", "western", "central", "north-eastern", "northeastern", "north-western", "northwestern", "south-eastern", "southeastern", "south-western", "southwestern",
         "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "upper", "lower", "coastal", "rural", "greater", "downtown", "far north", "occupied", "mainland", "neighbouring", "neighboring", "central and western", "northern and eastern"];

    private static readonly string[] Leads =
        ["south of ", "north of ", "east of ", "west of ", "southwest of ", "southeast of ", "northwest of ", "northeast of ", "south-west of ", "south-east of ", "north-west of ", "north-east of ",
         "outskirts of ", "on the outskirts of ", "edge of ", "near the border with ", "border with ", "near ", "outside ", "off the coast of ", "off ", "coast of ", "around ", "close to ", "hills near ", "hills around ", "countryside of ",
         "south ", "suburbs of ", "southern suburbs of ", "northern suburbs of ", "centre of ", "center of ", "vicinity of ", "waters off ", "airspace of ", "inside ", "in ", "at ", "area around ", "parts of ", "village near ", "a village near ", "a town near ",
         "north ", "east ", "west ", "heart of ", "part of ", "road to ", "border between ", "axis ", "southern part of ", "northern part of ", "western part of ", "eastern part of "];

    /// <summary>Whether a word only says which side of a place is meant: "northern".</summary>
    public static bool IsSide(string form) => Sides.Contains(form, StringComparer.Ordinal);

    /// <summary>The ways to take a phrase apart, the likeliest first: what the relation is, and the words that should name the place.</summary>
    public static IEnumerable<(string Relation, string Base)> Of(string form)
    {
        foreach (var lead in Leads)
        {
            if (form.StartsWith(lead, StringComparison.Ordinal))
                yield return (lead is "in " or "at " or "inside " ? "" : lead.TrimEnd(), form[lead.Length..]);
        }

        foreach (var side in Sides)
        {
            if (form.Length > side.Length + 1 && form.StartsWith(side, StringComparison.Ordinal) && form[side.Length] == ' ')
                yield return (side, form[(side.Length + 1)..]);
        }

        // "Jurf al-Sakhar, south of Baghdad": what stands first is the place.
        var comma = form.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0)
        {
            yield return ("", form[..comma]);
            yield return ("", form[(comma + 1)..].Trim());
        }

        // "Iraq's Anbar province", "Iraq's border with Syria": what is owned is the place, else the owner's edge.
        var owner = form.IndexOf("'s ", StringComparison.Ordinal);
        if (owner > 0)
        {
            yield return ("", form[(owner + 3)..]);
            yield return (form[(owner + 3)..], form[..owner]);
        }

        foreach (var link in (string[])[" near ", " in ", " outside ", " south of ", " north of ", " east of ", " west of ", " of ", " and ", " close to ", " on the border with "])
        {
            var at = form.IndexOf(link, StringComparison.Ordinal);
            if (at <= 0)
                continue;
            if (link is not " of ")
                yield return ("", form[..at]);
            if (link is not " and ")
                yield return (link.Trim(), form[(at + link.Length)..]);
        }

        var words = form.Split(' ');
        if (words.Length == 2 && Countries.ByAdjective(words[0]) is { } country)
            yield return (words[1], country.Name);
    }
}
