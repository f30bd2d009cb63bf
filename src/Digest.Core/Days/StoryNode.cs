namespace Digest.Days;

/// <summary>A unit among the units of the day.</summary>
internal sealed class StoryNode(StoryUnit unit, HeldArticle held)
{
    public StoryUnit Unit { get; } = unit;

    public HeldArticle Held { get; } = held;

    /// <summary>Its place among the fold's units.</summary>
    public int Place { get; set; }

    /// <summary>Its number in the index of units.</summary>
    public int Number { get; set; }

    /// <summary>The unit's <see cref="StoryUnit.Stems"/> as <see cref="Terms"/>, in their order.</summary>
    public int[] Words { get; set; } = [];

    /// <summary>The unit's <see cref="StoryUnit.Names"/> as <see cref="Terms"/>, in their order.</summary>
    public int[] Names { get; set; } = [];

    public double Norm { get; set; }

    public double NameSum { get; set; }

    /// <summary>Its rarest words that other units have too, and <see cref="MainPlaces"/>.</summary>
    public int[] Telling { get; set; } = [];

    /// <summary>The places of its main event, by all they can be looked up by.</summary>
    public int[] MainPlaces { get; set; } = [];

    /// <summary>The units that tell its story by themselves.</summary>
    public Dictionary<StoryNode, StoryPair> Pairs { get; } = [];

    /// <summary>So many pairs are about to come.</summary>
    public int Coming { get; set; }

    /// <summary>The names of the places of its main event that tell where it was.</summary>
    public PlaceName[] Where { get; set; } = [];

    public StoryGroup? Group { get; set; }

    /// <summary>Its place among the units that hang together with it while they are grouped; <see cref="NoSlot"/> else.</summary>
    public int Slot { get; set; } = NoSlot;

    public const int NoSlot = -1;

    /// <summary>Its events told in passing.</summary>
    public PassingEvent[] Passing { get; set; } = [];
}
