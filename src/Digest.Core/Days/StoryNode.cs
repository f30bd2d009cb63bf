namespace Digest.Days;

/// <summary>A word, a name or a place, and the units of the day that have it.</summary>
internal sealed class Term(int number)
{
    public List<StoryNode> Units { get; } = [];

    /// <summary>Those that it tells from others (<see cref="StoryNode.Telling"/>), in the fold's order.</summary>
    public List<StoryNode> Tellers { get; } = [];

    /// <summary>What it counts for where two units have it.</summary>
    public double Weight { get; set; }

    public int Number { get; } = number;

    /// <summary>How many units that have it are being put in.</summary>
    public int Coming { get; set; }

    /// <summary>The last walk over units that counted it anew.</summary>
    public int Walk { get; set; }
}

/// <summary>A unit among the units of the day.</summary>
internal sealed class StoryNode(StoryUnit unit, HeldArticle held)
{
    public StoryUnit Unit { get; } = unit;

    public HeldArticle Held { get; } = held;

    /// <summary>Its place among the fold's units.</summary>
    public int Place { get; set; }

    /// <summary>The unit's <see cref="StoryUnit.Stems"/>, in their order.</summary>
    public Term[] Words { get; set; } = [];

    /// <summary>The unit's <see cref="StoryUnit.Names"/>, in their order.</summary>
    public Term[] Names { get; set; } = [];

    /// <summary>The numbers of <see cref="Words"/> and <see cref="Names"/>, for quick comparing.</summary>
    public (int[] Words, int[] Names) Numbers { get; set; } = ([], []);

    public double Norm { get; set; }

    public double NameSum { get; set; }

    /// <summary>Its rarest words that other units have too, and <see cref="MainPlaces"/>.</summary>
    public Term[] Telling { get; set; } = [];

    /// <summary>The places of its main event, by all they can be looked up by.</summary>
    public Term[] MainPlaces { get; set; } = [];

    /// <summary>The units that tell its story by themselves.</summary>
    public Dictionary<StoryNode, StoryPair> Pairs { get; } = [];

    /// <summary>The names of the places of its main event that tell where it was.</summary>
    public PlaceName[] Where { get; set; } = [];

    public StoryGroup? Group { get; set; }

    /// <summary>Its events told in passing.</summary>
    public PassingEvent[] Passing { get; set; } = [];

    /// <summary>The last walk over units that it was asked for on.</summary>
    public int Walk { get; set; }
}
