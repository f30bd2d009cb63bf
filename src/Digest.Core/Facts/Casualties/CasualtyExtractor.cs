using System.Collections.Immutable;
using Digest.Text;

namespace Digest.Facts;

/// <summary>Reads the casualty reports of an article: every clause that says people were killed, wounded, captured or are missing.</summary>
public static class CasualtyExtractor
{
    /// <summary>How many sentences on "the figure" still means the harm told of.</summary>
    private const int Remembered = 2;

    public static ImmutableArray<CasualtyReport> Extract(Document document, ImmutableArray<Statement> statements, ImmutableArray<EventReport> events)
    {
        var settings = Settings.Of(document);
        var attributions = Attributions.Of(document, statements);
        var reports = ImmutableArray.CreateBuilder<CasualtyReport>();
        (HarmEffect Effect, int Sentence)? last = null;
        var opening = -1;
        foreach (var sentence in document.Sentences)
        {
            if (!MayTell(sentence))
                continue;
            foreach (var mention in HarmReader.Read(sentence, last is { } told && sentence.Index - told.Sentence <= Remembered ? told.Effect : null))
            {
                if (opening < 0 && !sentence.IsHeadline)
                    opening = sentence.Index;
                // What an article opens with is its news, however old.
                var report = ReportOf(document, mention, attributions, settings);
                reports.Add(sentence.Index == opening ? report with { IsBackground = false } : report);
                last = (mention.Effect, sentence.Index);
            }
        }

        return FigureStandings.Settle(document, attributions, FigureOwners.Settle(document, attributions, FigureParts.Settle(document, reports.ToImmutable())));
    }

    // Most sentences tell of no harm; those are not parsed.
    private static bool MayTell(Sentence sentence)
    {
        // "Initial reports had said nine."
        const int Short = 12;
        if (sentence.Tokens.Length <= Short && sentence.Tokens.Any(t => t.Lemma == "say") && sentence.Tokens.Any(t => t.Pos == PartOfSpeech.Number))
            return true;
        // "The mayor gave 21, citing a pastor."
        for (var i = 0; i + 1 < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Lemma == "give" && sentence.Tokens[i + 1].Pos == PartOfSpeech.Number)
                return true;
        }

        foreach (var token in sentence.Tokens)
        {
            if (HarmLexicon.Verb(token.Lemma) is not null || HarmLexicon.Noun(token) is not null || HarmLexicon.State(token) is not null || HarmLexicon.IsCue(token))
                return true;
        }

        return false;
    }

    private static CasualtyReport ReportOf(Document document, HarmMention mention, Attributions attributions, Settings settings)
    {
        var span = mention.Span;
        var count = mention.Count;
        var figure = mention.Sentence.SpanOf(count.First, Math.Max(mention.Sentence.Chunks[mention.Chunk].End, count.First + 1));
        var claim = Claims.Of(attributions, mention, figure);
        var setting = SettingOf(mention, settings);
        var running = RunningToll.Of(mention.Sentence, mention);
        return new CasualtyReport(new Provenance(document.Article.Id, span, span.In(document.Text)), mention.Effect, count.Count)
        {
            Vague = count.Vague,
            Victims = Victims.Of(document, mention, claim.Claimant?.Speaker),
            Place = setting.Place,
            Date = running ? null : setting.Date,
            LastDate = running ? null : setting.LastDate,
            DatePrecision = running ? DatePrecision.None : setting.DatePrecision,
            IsDateInferred = !running && (setting.IsDateInferred || setting.IsDateCarried),
            Claimant = claim.Claimant,
            Status = mention.Status != FigureStatus.Current ? mention.Status : FigureHistory.IsRecalled(mention.Sentence, mention) ? FigureStatus.Superseded : claim.Status,
            DeniedBy = claim.DeniedBy,
            IsCumulative = running,
            IsBackground = !running && setting.IsBackground,
            IsPartial = mention.IsPartial,
            IsHeadline = mention.Sentence.IsHeadline,
        };
    }

    private static bool IsOneOfSeveral(Phrase? phrase, int chunk) => phrase is { Conjuncts.Length: > 1 } && phrase.Conjuncts.Contains(chunk);

    // "…, causing four injuries", "…, resulting in four injuries" happened where and when its clause says.
    private static Setting SettingOf(HarmMention mention, Settings settings)
    {
        if (mention.Clause is { } clause)
        {
            var told = settings.Of(mention.Sentence, clause);
            // "We buried 32 this morning": when they were buried is not when they died.
            if (clause.Lemma == "bury")
                told = told with { IsDateInferred = true };
            // "killed four people in Tebnine and one in Jwaya": each count has a place of its own.
            return IsOneOfSeveral(clause.Object, mention.Chunk) || IsOneOfSeveral(clause.Subject, mention.Chunk) ? settings.OfNoun(mention.Sentence, mention.Chunk, clause) is { Place: not null } own ? told with { Place = own.Place } : told : told;
        }

        // "The bodies of 14 farmers were found on Tuesday in fields near Kiwanja"
        if (settings.OfNoun(mention.Sentence, mention.Chunk) is { Place: null } && mention.Sentence.Clauses.FirstOrDefault(c => c is { IsPassive: true, Lemma: "find" or "recover" or "discover" or "retrieve", Subject: { } s } && s.First <= mention.Chunk && mention.Chunk < c.VerbChunk) is { } finding)
            return settings.Of(mention.Sentence, finding);
        return mention.Sentence.Clauses.LastOrDefault(c => !c.IsSpeech() && (c.Object?.Conjuncts.Contains(mention.Chunk) == true || c.Modifiers.Any(m => m.Preposition == "in" && m.Object.Conjuncts.Contains(mention.Chunk)))) is { } causing
            ? settings.OfNoun(mention.Sentence, mention.Chunk, causing)
            : settings.OfNoun(mention.Sentence, mention.Chunk);
    }
}
