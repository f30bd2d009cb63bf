namespace Digest.Tests.News;

/// <summary>Things that tests of reading need and do not care about.</summary>
internal static class Some
{
    private static readonly string[] Sentences =
    [
        "Residents of the old quarter said the windows of the school had been broken by the blast, which was heard across the river.",
        "The governor promised that the road to the hospital would be open again by the evening and asked drivers for patience until then.",
        "Rescue workers were still looking for a baker whose shop stood next to the station, his brother told reporters at the scene.",
    ];

    /// <summary>A sentence of a story, long enough to be a paragraph.</summary>
    public static string Sentence(int number) => Sentences[number - 1];
}
