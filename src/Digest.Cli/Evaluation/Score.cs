using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Digest.Cli.Evaluation;

/// <summary>One measured figure; null where there was nothing to measure.</summary>
internal readonly record struct Figure(string Name, decimal? Value);

/// <summary>A row of a score: what was measured, and its figures. A row of one figure without a name is that figure alone.</summary>
internal sealed record ScoreRow(string Name, ImmutableArray<Figure> Figures)
{
    public decimal? this[string figure] => Figures.FirstOrDefault(each => string.Equals(each.Name, figure, StringComparison.Ordinal)).Value;
}

/// <summary>The score of one set, its rows in the order of score.py, and what was missed or found too much, worded for a person.</summary>
internal sealed record Score(string Set, ImmutableArray<ScoreRow> Rows, ImmutableArray<string> Misses)
{
    /// <summary>What `score.py score … --json` prints: an object of objects.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var row in Rows)
                WriteRow(json, row);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Precision, recall and their harmonic mean, with the counts behind them.</summary>
    public static ImmutableArray<Figure> PrecisionRecall(int truePositives, int falsePositives, int falseNegatives)
    {
        var precision = truePositives + falsePositives > 0 ? (double)truePositives / (truePositives + falsePositives) : 0;
        var recall = truePositives + falseNegatives > 0 ? (double)truePositives / (truePositives + falseNegatives) : 0;
        var f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
        return
        [
            new("P", Rounded(precision)), new("R", Rounded(recall)), new("F1", Rounded(f1)),
            new("tp", truePositives), new("fp", falsePositives), new("fn", falseNegatives),
        ];
    }

    /// <summary>A share to three decimals; null of nothing.</summary>
    public static decimal? Ratio(int part, int whole) => whole == 0 ? null : Rounded((double)part / whole);

    /// <summary>To three decimals as Python rounds: by the number's exact value, a tie to the even digit. At least one decimal stays.</summary>
    public static decimal Rounded(double value)
    {
        // Between 0 and 1 only odd sixteenths lie exactly between two thousandths; "F3" rounds every other number by its exact value.
        var sixteenths = value * 16;
        var isTie = sixteenths == Math.Floor(sixteenths) && sixteenths % 2 != 0;
        var rounded = isTie
            ? Math.Round((decimal)value, 3, MidpointRounding.ToEven)
            : decimal.Parse(value.ToString("F3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return decimal.Parse(rounded.ToString("0.0##", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static void WriteRow(Utf8JsonWriter json, ScoreRow row)
    {
        if (row.Figures is [{ Name: "" } only])
        {
            WriteFigure(json, row.Name, only.Value);
            return;
        }

        json.WriteStartObject(row.Name);
        foreach (var figure in row.Figures)
            WriteFigure(json, figure.Name, figure.Value);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
