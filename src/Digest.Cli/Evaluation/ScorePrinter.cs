using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Digest.Cli.Evaluation;

/// <summary>Scores as tables: for a terminal, or as Markdown for a document.</summary>
internal static class ScorePrinter
{
    public static void Print(IAnsiConsole console, Score score)
    {
        foreach (var rows in Tables(score))
        {
            var table = new Table().Border(TableBorder.Rounded);
            foreach (var (index, cell) in rows[0].Index())
                table.AddColumn(new TableColumn(Markup.Escape(cell)) { Alignment = index == 0 || rows[0].Length == 2 ? Justify.Left : Justify.Right });
            foreach (var row in rows.Skip(1))
                table.AddRow([.. row.Select(Markup.Escape)]);
            console.Write(table);
        }
    }

    public static string Markdown(Score score)
    {
        var text = new StringBuilder();
        foreach (var rows in Tables(score))
        {
            AppendRow(rows[0]);
            AppendRow(["---", .. Enumerable.Repeat(rows[0].Length == 2 ? "---" : "---:", rows[0].Length - 1)]);
            rows.Skip(1).ToList().ForEach(AppendRow);
            text.Append('\n');
        }

        return text.ToString();

        void AppendRow(string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    /// <summary>The rows that have the first row's figures in one table, a column for each; the others, which differ, in one of two columns.</summary>
    private static IEnumerable<List<string[]>> Tables(Score score)
    {
        var names = Names(score.Rows[0]);
        var alike = score.Rows.Where(row => Names(row).SequenceEqual(names, StringComparer.Ordinal));
        var others = score.Rows.Where(row => !Names(row).SequenceEqual(names, StringComparer.Ordinal) && !row.Figures.IsEmpty).ToList();
        yield return [[score.Set, .. names], .. alike.Select(row => (string[])[row.Name, .. row.Figures.Select(figure => Shown(figure.Value))])];
        if (others.Count > 0)
            yield return [["of what was found", "share that is right"], .. others.Select(row => (string[])[row.Name, string.Join("  ", row.Figures.Select(Named))])];

        static string[] Names(ScoreRow row) => [.. row.Figures.Select(figure => figure.Name)];

        static string Named(Figure figure) => figure.Name.Length == 0 ? Shown(figure.Value) : $"{figure.Name} {Shown(figure.Value)}";
    }

    private static string Shown(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "–";
}
