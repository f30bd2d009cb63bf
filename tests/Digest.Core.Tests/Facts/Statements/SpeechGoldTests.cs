using System.Collections.Concurrent;
using Digest.Facts;
using Digest.Names;
using Digest.News;
using Digest.Tests.Measuring;
using Xunit.Abstractions;

namespace Digest.Tests.Facts;

/// <summary>Who says what in articles of our own, measured against what a person read in them. The floors hold what is reached; docs/accuracy.md has the figures of the first run.</summary>
public class SpeechGoldTests(ITestOutputHelper output)
{
    private static readonly ConcurrentDictionary<string, (SpeechGold Gold, ArticleFacts Facts)[]> Read = new(StringComparer.Ordinal);

    private static (SpeechGold Gold, ArticleFacts Facts)[] Articles(string file) =>
        Read.GetOrAdd(file, name => [.. SpeechGold.Read(name).Select(g => (g, FactExtractor.Extract(ArticleReader.FromText(g.Name, g.Text))))]);

    [Theory]
    [InlineData("speech-blind.txt", 0.93, 0.96)]
    [InlineData("speech-blind-2.txt", 0.95, 0.97)]
    [InlineData("speech-blind-3.txt", 0.97, 0.97)]
    [InlineData("speech-blind-4.txt", 0.97, 0.97)]
    [InlineData("speech-blind-5.txt", 0.97, 0.94)]
    public void StatementsAreFoundWithTheirSpeakers(string file, double least, double leastSpeaker)
    {
        var tally = new Tally();
        int speakers = 0, types = 0;
        foreach (var (gold, facts) in Articles(file))
        {
            var (pairs, missed, extra) = Pairing.Of(gold.Statements, facts.Statements, (g, s) => Words.F1(g.Content, s.Content) is >= 0.5 and var f ? f : null);
            tally.Add(pairs.Count, missed.Count, extra.Count);
            foreach (var (g, s) in pairs)
            {
                types += g.Type == s.Type ? 1 : 0;
                if (Same(g.Speaker, s.Attribution.Speaker))
                    speakers++;
                else
                    output.WriteLine($"SPEAKER {gold.Name}: {g.Speaker} | {s.Attribution.Speaker} | {s.Content}");
            }

            foreach (var m in missed)
                output.WriteLine($"MISSED {gold.Name}: {m.Type} {m.Speaker} | {m.Content}");
            foreach (var e in extra)
                output.WriteLine($"EXTRA {gold.Name}: {e.Type} {e.Attribution.Speaker} [{e.Attribution.Cue}] | {e.Content}");
        }

        output.WriteLine($"statements: {tally}, speaker {speakers}/{tally.Found}, type {types}/{tally.Found}");
        Assert.True(tally.F1 >= least && speakers >= leastSpeaker * tally.Found);
    }

    [Theory]
    [InlineData("speech-blind.txt", 0.97, 0.95)]
    [InlineData("speech-blind-2.txt", 0.95, 0.97)]
    [InlineData("speech-blind-3.txt", 0.98, 0.95)]
    [InlineData("speech-blind-4.txt", 0.98, 0.98)]
    [InlineData("speech-blind-5.txt", 0.98, 0.89)]
    public void QuotationsAreFoundWithTheirSpeakers(string file, double least, double leastSpeaker)
    {
        var tally = new Tally();
        var speakers = 0;
        foreach (var (gold, facts) in Articles(file))
        {
            var (pairs, missed, extra) = Pairing.Of(gold.Quotations, facts.Quotations, (g, s) => Words.F1(g.Words, s.Words) is >= 0.8 and var f ? f : null);
            tally.Add(pairs.Count, missed.Count, extra.Count);
            foreach (var (g, s) in pairs)
            {
                if (Same(g.Speaker, s.Attribution?.Speaker))
                    speakers++;
                else
                    output.WriteLine($"SPEAKER {gold.Name}: {g.Speaker} | {s.Attribution?.Speaker} | {s.Words}");
            }

            foreach (var m in missed)
                output.WriteLine($"MISSED {gold.Name}: {m.Speaker} | {m.Words}");
            foreach (var e in extra)
                output.WriteLine($"EXTRA {gold.Name}: {e.Attribution?.Speaker} | {e.Words}");
        }

        output.WriteLine($"quotations: {tally}, speaker {speakers}/{tally.Found}");
        Assert.True(tally.F1 >= least && speakers >= leastSpeaker * tally.Found);
    }

    [Theory]
    [InlineData("speech-blind.txt", 0.83, 0.90)]
    [InlineData("speech-blind-2.txt", 0.91, 0.95)]
    [InlineData("speech-blind-3.txt", 0.90, 0.94)]
    [InlineData("speech-blind-4.txt", 0.93, 0.95)]
    [InlineData("speech-blind-5.txt", 0.85, 0.90)]
    public void ReactionsAreFoundWithTheirStance(string file, double least, double leastStance)
    {
        var tally = new Tally();
        var stances = 0;
        foreach (var (gold, facts) in Articles(file))
        {
            var (pairs, missed, extra) = Pairing.Of(gold.Reactions, facts.Reactions, (g, r) => g.Evidence.Overlaps(r.Provenance.Span) && Same(g.Speaker, r.Attribution.Speaker) ? g.Stances.Contains(FactWords.Of(r.Stance)) ? 2 : 1 : null);
            tally.Add(pairs.Count, missed.Count, extra.Count);
            foreach (var (g, r) in pairs)
            {
                if (g.Stances.Contains(FactWords.Of(r.Stance)))
                    stances++;
                else
                    output.WriteLine($"STANCE {gold.Name}: {g.Speaker} | {string.Join('/', g.Stances)} | ours {r.Stance} [{r.StanceEvidence}] | {r.Provenance.Evidence}");
            }

            foreach (var m in missed)
                output.WriteLine($"MISSED {gold.Name}: {m.Speaker} | {string.Join('/', m.Stances)} | {m.Evidence.In(gold.Text)}");
            foreach (var e in extra)
                output.WriteLine($"EXTRA {gold.Name}: {e.Attribution.Speaker} | {e.Stance} [{e.StanceEvidence}] | {e.Provenance.Evidence}");
        }

        output.WriteLine($"reactions: {tally}, stance {stances}/{tally.Found}");
        Assert.True(tally.F1 >= least && stances >= leastStance * tally.Found);
    }

    private static bool Same(string gold, string? got) => got is not null && (Words.SameName(gold, got) || Entities.Same(gold, got));
}
