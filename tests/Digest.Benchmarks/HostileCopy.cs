using System.Text;

namespace Digest.Benchmarks;

/// <summary>Copy that nobody would file: one thing repeated until the article is as long as asked. What it holds is ours; what it does to a reader is the point.</summary>
internal static class HostileCopy
{
    private const string Report = "Shelling in Karvik on Monday killed at least four people and wounded nine, the mayor said. “We will rebuild,” he told reporters. The army denied the figure. ";

    /// <summary>Each shape with the piece it repeats; the first is ordinary copy for comparison.</summary>
    public static IReadOnlyList<(string Name, string Piece)> Shapes { get; } =
    [
        ("ordinary paragraphs", Report + Report + "\n\n"),
        ("ordinary, one paragraph", Report),
        ("datelines", "KARVIK, June 3 — "),
        ("dateline lines", "KARVIK, June 3 (Reporter) - Four people were killed.\n\n"),
        ("short paragraphs", "Four killed.\n\n"),
        ("one sentence", "a shell killed four people and "),
        ("commas", ", "),
        ("words and commas", "four, five, "),
        ("opening quotes", "“"),
        ("quoted words", "“We will answer” "),
        ("straight quotes", "\"four dead\" "),
        ("single quotes", "'four dead "),
        ("unclosed quotes, lines", "“Four were killed and more\n\n"),
        ("long quotation", "“We lost four men. Nine were hurt. "),
        ("numbers", "17 "),
        ("number words", "four hundred and "),
        ("one long number", "9"),
        ("digits and stops", "1,234.5-"),
        ("opening brackets", "("),
        ("brackets", "(four dead) "),
        ("square brackets", "[four] dead "),
        ("capitals", "KILLED FOUR WOUNDED NINE "),
        ("one long capital word", "A"),
        ("one long word", "killed"),
        ("hyphens", "four-"),
        ("apostrophes", "o'"),
        ("said said said", "said "),
        ("said that", "he said that "),
        ("said, short sentences", "He said. "),
        ("speakers", "Mayor Ana Silva said. "),
        ("possessors", "Its ministry said. "),
        ("possessors of possessors", "Its spokesman’s ministry said its army said. "),
        ("woven quotations", "He said it was “a lie” and “a crime” and "),
        ("quotation without an end", "“They came at night. It was a crime. "),
        ("pronoun quotations", "“We lost four,” he said. "),
        ("people", "General Karim Haddad of the Northern Front, "),
        ("new names", "{0}vik Minister {0}ra Saleh said {0} was hit. "),
        ("killed killed", "killed "),
        ("were killed by", "four were killed by "),
        ("of of of", "members of the army of "),
        ("who who", "who killed "),
        ("including", "including three children "),
        ("people told together", "a driver, his son and "),
        ("lists of parts", "nine people, two guards, seven of them boys, "),
        ("the other two", "nine died; the other two were "),
        ("whose", "whose two sons were killed "),
        ("tolls", "the death toll rose to "),
        ("tolls replaced", "The ministry said the death toll rose to 14. "),
        ("figures denied", "Police said four died. The army denied the figure. "),
        ("attacks", "An air strike hit Karvik. "),
        ("one attack sentence", "an air strike on Karvik and "),
        ("Mondays", "on Monday "),
        ("dates", "on 3 June 2025 "),
        ("places", "in Karvik, in Melton, "),
        ("full stops", ". "),
        ("initials", "A. B. "),
        ("abbreviations", "Gen. Col. "),
        ("question marks", "?! "),
        ("colons", "Mayor: four killed: "),
        ("dashes", "— four — "),
        ("semicolons", "four killed; "),
        ("line breaks", "\n"),
        ("blank lines with blanks", " \n\n"),
        ("blanks", " "),
        ("right-to-left marks", "\u200F\u202E"),
        ("nulls", "\0"),
        ("lone surrogates", "\uD800 "),
        ("combining marks", "e\u0301\u0301\u0301"),
        ("bullets", "- four killed\n"),
        ("times", "10:05 p.m. "),
        ("live entries", "10:05 Four killed in Karvik\n\nPolice said four were killed.\n\n"),
        ("captions", "(Photo: A. Silva/Agency) Four killed.\n\n"),
        ("bylines", "By Ana Silva\n\n"),
        ("headlines", "Four Killed In Karvik\n\n"),
        ("tags", "<p>four killed"),
        ("open tags", "<div>"),
        ("entities", "&amp;"),
        ("Markdown", "# four killed\n\n> **said**\n\n"),
    ];

    public static string Of(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        for (var n = 0; text.Length < length; n++)
            text.Append(piece.Contains("{0}", StringComparison.Ordinal) ? piece.Replace("{0}", Name(n), StringComparison.Ordinal) : piece);
        return text.ToString(0, length);
    }

    // A name of its own for every number: "Kab", "Kac", … "Kabb".
    private static string Name(int number)
    {
        var name = new StringBuilder("K");
        for (; number > 0; number /= 16)
            name.Append("aeioubdfgklmnrst"[number % 16]);
        return name.ToString();
    }
}
