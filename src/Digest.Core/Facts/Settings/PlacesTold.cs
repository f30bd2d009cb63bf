using System.Collections.Immutable;
using Digest.Names;
using Digest.Text;

namespace Digest.Facts;

/// <summary>
/// What "in the country" and "in the town" mean: the last country or town that the article named before. A country whose own forces the clause tells of is not the one
/// ("Iraq accused Washington after American aircraft struck in the country"). Where none was named the words stay as they are.
/// </summary>
internal sealed class PlacesTold(Document document)
{
    private readonly ImmutableArray<PlaceMention>?[] mentions = new ImmutableArray<PlaceMention>?[document.Sentences.Length];

    /// <param name="words">The place as the sentence says it.</param>
    /// <param name="actor">The noun phrase of the clause's subject, whose country is not meant.</param>
    internal string? Named(string words, Sentence sentence, int before, Chunk? actor)
    {
        if (KindsOf(words) is not { } kinds)
            return null;
        var side = actor is { } chunk ? SideOf(sentence, chunk) : null;
        for (var s = sentence.Index; s >= 0; s--)
        {
            foreach (var mention in MentionsOf(s).Reverse())
            {
                if (mention.Span.End <= before && kinds.Contains(mention.Place.Kind) && (mention.Place.Kind != PlaceKind.Country || mention.Place.Country != side) && !IsGovernment(mention))
                    return mention.Span.In(document.Text);
            }
        }

        return null;
    }

    // "Moscow accused …": a capital without a preposition before it is as often the government in it.
    private bool IsGovernment(PlaceMention mention)
    {
        if (mention.Place.Country is not { } code || mention.Place.Kind == PlaceKind.Country || Countries.ByCode(code)?.Seats.Contains(mention.Place.Name) != true)
            return false;
        var before = document.Text.AsSpan(0, mention.Span.Start).TrimEnd();
        var word = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        return word is not ("in" or "at" or "near" or "from" or "to" or "of" or "outside" or "around" or "on" or "In" or "At" or "Near" or "across" or "city" or "capital");
    }

    private ImmutableArray<PlaceMention> MentionsOf(int sentence) =>
        mentions[sentence] ??= document.Sentences[sentence].Block is { IsStory: true } ? Gazetteer.Mentions(document.Text, document.Sentences[sentence].Span) : [];

    private static PlaceKind[]? KindsOf(string words) => words switch
    {
        "the country" or "this country" or "that country" => [PlaceKind.Country],
        "the province" or "this province" or "the governorate" or "the state" or "the oblast" or "the department" => [PlaceKind.Province],
        "the city" or "this city" or "that city" or "the same city" => [PlaceKind.Town],
        "the town" or "this town" or "that town" or "the same town" => [PlaceKind.Town, PlaceKind.Village],
        "the village" or "this village" or "that village" or "the same village" => [PlaceKind.Village, PlaceKind.Town],
        "the district" or "this district" or "the same district" => [PlaceKind.District],
        "the island" or "the enclave" or "the strip" => [PlaceKind.Region],
        _ => null,
    };

    private static string? SideOf(Sentence sentence, Chunk actor)
    {
        for (var i = actor.First; i < actor.End; i++)
        {
            if ((Countries.ByAdjective(sentence.Tokens[i].Text) ?? Countries.ByName(sentence.Tokens[i].Text)) is { } country)
                return country.Code;
        }

        return null;
    }
}
