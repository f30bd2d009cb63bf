namespace Digest.Days;

/// <summary>What is asked of a unit at every comparison, by its number in one array: most pairs are done with by that, and the units themselves lie here and there in memory.</summary>
internal sealed class UnitFaces(Places places)
{
    // Its main event has no place that can be told.
    private const int Nowhere = 0;

    // Its main event has several places, or its article says of places what lies in what: only the units themselves tell.
    private const int NotAtAGlance = -1;

    private Face[] faces = new Face[64];

    public void Add(StoryNode node)
    {
        if (node.Number == faces.Length)
            Array.Resize(ref faces, 2 * faces.Length);
        faces[node.Number] = new() { Place = node.Place, Where = Where(node) };
    }

    /// <summary>A unit's place among the fold's units.</summary>
    public int Place(int number) => faces[number].Place;

    public void Move(StoryNode node) => faces[node.Number].Place = node.Place;

    /// <summary>Takes note that a unit is asked for on a walk.</summary>
    public void Ask(int number, int walk) => faces[number].Walk = walk;

    /// <summary>Whether it is another's turn to be compared with this one: it is asked for on the same walk, and stands later.</summary>
    public bool IsLater(int other, int number, int walk) => faces[other].Walk == walk && faces[other].Place > faces[number].Place;

    /// <summary>Whether it is known already that the main events of two units lie in places apart (<see cref="StoryRule.MainPlace"/>).</summary>
    public bool AreKnownApart(int number, int other) =>
        faces[number].Where is > Nowhere and var a && faces[other].Where is > Nowhere and var b && places.AreKnownApart(a, b);

    private static int Where(StoryNode node) => node switch
    {
        _ when node.Unit.Article.Words.Links.Length > 0 => NotAtAGlance,
        { Where: [] } => Nowhere,
        { Where: [var only] } => only.Number,
        _ => NotAtAGlance,
    };

    private struct Face
    {
        public int Place;
        public int Walk;

        // The number of the one place.
        public int Where;
    }
}
