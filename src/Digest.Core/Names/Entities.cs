using Digest.Facts;

namespace Digest.Names;

/// <summary>
/// Whether two names or descriptions mean the same person or body, judged from the words alone. What only a text can tell (who "the
/// regional governor" is) is <see cref="EntityGroups"/>' business.
/// </summary>
public static class Entities
{
    /// <summary>
    /// Whether the two mean one entity: equal keys, or one is the other's short form ("Austin", "Lloyd Austin"; "SDF" and the body with those initials).
    /// Equal keys are an equivalence; short forms are not ("Austin" is short for every Austin), so group many names with <see cref="EntityGroups"/>.
    /// </summary>
    public static bool Same(string a, string b)
    {
        var (one, other) = (EntityName.Read(a), EntityName.Read(b));
        return one.Key.Length > 0 && (one.Key == other.Key || ShortForms.Joins(one, other, a, b) || ArePlaces(one, other, a, b));
    }

    /// <summary>The same of two names that many others are compared with.</summary>
    internal static bool Same(ReadName a, ReadName b)
    {
        var (one, other) = (a.Entity, b.Entity);
        return one.Key.Length > 0 && (one.Key == other.Key || ShortForms.Joins(one, other, a.Text, b.Text) || (a.IsProper && b.IsProper && a.Place is { } first && b.Place is { } second && first.Id == second.Id));
    }

    // Two spellings of a town ("Zaporizhzhia", "Zaporozhye"); a country or its capital as an actor has been decided by its key.
    private static bool ArePlaces(EntityName one, EntityName other, string a, string b) =>
        IsProper(one) && IsProper(other) && Gazetteer.Same(a, b);

    internal static bool IsProper(EntityName name) => name.Form is EntityForm.Person or EntityForm.Name or EntityForm.Body && name.Titles.IsEmpty;

    /// <summary>
    /// A stable key: equal keys always mean the same entity, and the relation is transitive. "US", "Washington" and "American" have one,
    /// "Lloyd Austin" and "Austin" have two. It never depends on culture, time or other names. Empty for an empty name.
    /// </summary>
    public static string Key(string name) => EntityName.Read(name).Key;

    /// <summary>The name to print: of the tables where they know it ("PMF" is "Popular Mobilisation Forces"), else as written without title and determiner.</summary>
    public static string DisplayName(string name)
    {
        var read = EntityName.Read(name);
        return read.Form is EntityForm.Description or EntityForm.Office or EntityForm.Body || read.Shown.Length == 0 ? name.Trim() : read.Shown;
    }

    /// <summary>The side an entity is on: ISO code of its country; null where the words do not tell. "Pentagon" and "US" are two entities on one side.</summary>
    public static string? SideOf(string name) => EntityName.Read(name).Side is { } side && Countries.ByCode(side) is not null ? side : null;

    /// <summary>The kind of body somebody speaks for, from the name and the role beside it ("Pentagon chief", "the group's spokesman").</summary>
    public static SpeakerKind KindOf(string name, string? role) => SpeakerKinds.Of(name, role);
}

/// <summary>A name with what the tables say of it, looked up once.</summary>
internal sealed class ReadName(string text)
{
    public string Text { get; } = text;

    public EntityName Entity { get; } = EntityName.Read(text);

    public bool IsProper { get; } = Entities.IsProper(EntityName.Read(text));

    /// <summary>The place it means by itself; null where it means none.</summary>
    public Place? Place { get; } = Gazetteer.Meant(text);
}
