using System.Diagnostics;
using System.Globalization;
using System.Text;
using Digest.Facts;
using Digest.News;
using Digest.Text;

namespace Digest.Benchmarks;

/// <summary>Prints how the time to read an article grows with its length, stage by stage, for copy of hostile shapes; what more than doubles with the length is marked.</summary>
internal static class ReadingGrowth
{
    private static readonly string[] Stages = ["read", "document", "statements", "events", "casualties", "quotations", "reactions"];

    /// <param name="length">The shorter length, in characters; each shape is read at it and at twice as much.</param>
    /// <param name="only">Part of the name of the shapes wanted; empty for all.</param>
    public static void Print(int length, string only)
    {
        Measure(HostileCopy.Of(HostileCopy.Shapes[0].Piece, 20_000));
        Console.WriteLine($"| shape | {length:N0} | {2 * length:N0} | grows | most in |");
        Console.WriteLine("| --- | ---: | ---: | ---: | --- |");
        foreach (var (name, piece) in HostileCopy.Shapes)
        {
            if (!name.Contains(only, StringComparison.OrdinalIgnoreCase))
                continue;
            var (small, large) = (Measure(HostileCopy.Of(piece, length)), Measure(HostileCopy.Of(piece, 2 * length)));
            var worst = Enumerable.Range(0, Stages.Length).MaxBy(i => large[i]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {small.Sum():N0} ms | {large.Sum():N0} ms | {large.Sum() / Math.Max(1, small.Sum()):N1} | {Stages[worst]} {large[worst]:N0} ms ({large[worst] / Math.Max(1, small[worst]):N1}) |"));
        }
    }

    private static double[] Measure(string text)
    {
        // Time of the processor, not of the clock: others may be using the machine.
        using var process = Process.GetCurrentProcess();
        var times = new List<double>();
        var since = process.TotalProcessorTime;
        void Lap()
        {
            process.Refresh();
            var now = process.TotalProcessorTime;
            times.Add((now - since).TotalMilliseconds);
            since = now;
        }

        var article = ArticleReader.Read(new UploadedFile("hostile.txt", Encoding.UTF8.GetBytes(text))).Article ?? ArticleReader.FromText("hostile.txt", text);
        Lap();
        var document = Document.Of(article);
        Lap();
        var speech = StatementExtractor.Read(document);
        var statements = speech.Statements;
        Lap();
        var events = EventExtractor.Extract(document, statements);
        Lap();
        _ = CasualtyExtractor.Extract(document, statements, events);
        Lap();
        _ = QuotationExtractor.Extract(document, statements);
        Lap();
        _ = ReactionExtractor.Extract(document, speech);
        Lap();
        return [.. times];
    }
}
