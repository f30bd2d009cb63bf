using System.Collections.Immutable;
using System.Text;
using Digest.Days;
using Digest.Editions;
using Digest.Facts;
using Digest.News;
using Digest.Rendering;

namespace Digest.Tests.Rendering;

/// <summary>The model day, 22 November 2023, put together by hand from three of the seeds: what a right digest of it shows.</summary>
internal static class ModelDay
{
    public static string Root { get; } = FindRoot();

    private static readonly string[] Names = ["000_76e1fea944d9e358.txt", "001_0de35cad8aa68667.txt", "002_f34d48e11230b6b0.txt"];

    public static ImmutableSortedDictionary<string, string> Texts { get; } = Names.ToImmutableSortedDictionary(
        Id, name => File.ReadAllText(Path.Combine(Root, "seeds", name), Encoding.UTF8), StringComparer.Ordinal);

    public static TemplateSet Templates { get; } = new(TemplateSources());

    public static Day Day { get; } = new(new(2023, 11, 22), Sources(), [Story()]);

    public static Edition Edition { get; } = new(Publication.Default, Day, 2, new(2023, 11, 22, 18, 0, 0, TimeSpan.Zero))
    {
        Kind = EditionKind.Update,
        Changes = EditionComparer.Compare(Without(3), Day),
        Earlier = [new(1, new(2023, 11, 22, 12, 0, 0, TimeSpan.Zero), EditionKind.First, "")],
    };

    public static RenderedEdition Rendered { get; } = EditionRenderer.Render(Edition, Texts, Templates);

    public static IEnumerable<KeyValuePair<string, string>> TemplateSources()
    {
        var folder = Path.Combine(Root, "templates");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(path => path.EndsWith(".html", StringComparison.Ordinal) || path.EndsWith(".txt", StringComparison.Ordinal))
            .Select(path => new KeyValuePair<string, string>(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path).ReplaceLineEndings("\n")));
    }

    /// <summary>A passage of an article, found by its words.</summary>
    public static Citation Cite(int source, string evidence)
    {
        var id = Id(Names[source - 1]);
        var start = Texts[id].IndexOf(evidence, StringComparison.Ordinal);
        Assert.True(start >= 0, $"Article {source} does not hold “{evidence}”.");
        return new(source, new(id, new(start, start + evidence.Length), evidence));
    }

    /// <summary>The day as it stood before an article arrived: nothing that only it says.</summary>
    public static Day Without(int source)
    {
        bool Kept(ImmutableArray<Citation> citations) => citations.Any(citation => citation.SourceNumber != source);
        var story = Day.Stories[0];
        return Day with
        {
            Sources = Day.Sources.RemoveAll(s => s.Number == source),
            Stories = [story with { Events = [.. story.Events.Select(e => e with { Claims = e.Claims.RemoveAll(c => !Kept(c.Citations)) })] }],
        };
    }

    private static string Id(string name) => name[4..^4];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DigestFunctions.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run below the folder of DigestFunctions.sln.");
    }

    private static ImmutableArray<Source> Sources() =>
    [
        new(1, Id(Names[0]), Names[0], 1) { Date = new(2023, 11, 22), DateBasis = DateBasis.Stated, Agencies = ["Reuters"] },
        new(2, Id(Names[1]), Names[1], 1) { Title = "Iraq Condemns US Airstrikes That Killed Iran-Linked Militants", Date = new(2023, 11, 22), DateBasis = DateBasis.Stated },
        new(3, Id(Names[2]), Names[2], 1)
        {
            Title = "Fresh US air strikes kill five pro-Iran militants in Iraq", Byline = "Rabiul Islam", Date = new(2023, 11, 22), DateBasis = DateBasis.Stated,
        },
    ];

    private static Claim Claim(string id, HarmEffect effect, CountRange count, string? victims, string? claimant, ClaimantRelation relation, params Citation[] citations) =>
        new(id, effect, count, null, victims, claimant, [.. citations]) { Relation = relation };

    private static Story Story() => new("us-strikes-iraq", "US strikes in Iraq", [1, 2, 3])
    {
        Events =
        [
            new("jurf", EventType.AirStrike, "US strikes on Jurf al-Sakhar, south of Baghdad, overnight 21–22 November",
                [Cite(1, "US air strikes south of Baghdad that killed eight members"), Cite(2, "overnight US airstrikes south of Baghdad"), Cite(3, "The strike by fighter aircraft targeted and destroyed")])
            {
                Actor = "US", Target = "Kataib Hezbollah", Place = "Jurf al-Sakhar", Date = new(2023, 11, 22), DatePrecision = DatePrecision.Night, ReportedBy = ["US defence official"],
                Claims =
                [
                    Claim("k8", HarmEffect.Killed, CountRange.Exactly(8), "members of Kataib Hezbollah", "Kataib Hezbollah", ClaimantRelation.Party,
                        Cite(1, "According to Kataib Hezbollah, eight of its members were killed"), Cite(2, "confirmed the death of eight of its members")),
                    Claim("k5", HarmEffect.Killed, CountRange.Exactly(5), "members of Kataib Hezbollah", "Kataib Hezbollah", ClaimantRelation.Party,
                        Cite(3, "said five of its members were killed in its stronghold of Jurf al Sakhar")),
                    Claim("o3", HarmEffect.Killed, CountRange.AtLeast(3), "members of Kataib Hezbollah", "Iraqi military official", ClaimantRelation.StateOfficial,
                        Cite(3, "at least three members of Kataib Hezbollah had been killed")),
                    Claim("o7", HarmEffect.Wounded, CountRange.Exactly(7), null, "Iraqi military official", ClaimantRelation.StateOfficial,
                        Cite(3, "and seven wounded in the overnight US strikes")),
                ],
                Tallies =
                [
                    new(HarmEffect.Killed, CountRange.Between(3, 8), EvidenceStatus.SourcesConflict) { Text = "at least 3 to 8" },
                    new(HarmEffect.Wounded, CountRange.Exactly(7), EvidenceStatus.SingleSource),
                ],
                Notes = ["Two different figures are attributed to the same group. The articles do not show which is later."],
            },
            new("ac130", EventType.AirStrike, "US AC-130 strike after the Ain al-Asad attack, about 21 November",
                [Cite(1, "A US military AC-130 aircraft responded in self-defence")])
            {
                Actor = "US", Place = "Ain al-Asad", Date = new(2023, 11, 21), DatePrecision = DatePrecision.Around, ReportedBy = ["US officials"],
                Claims =
                [
                    Claim("k1", HarmEffect.Killed, CountRange.Exactly(1), "members of Kataib Hezbollah", "Kataib Hezbollah", ClaimantRelation.Party, Cite(1, "one their members was killed in that strike")),
                    Claim("un", HarmEffect.Killed, default, "Iranian-backed militants", "US officials", ClaimantRelation.Party, Cite(1, "killing Iranian-backed militants")),
                ],
                Tallies = [new(HarmEffect.Killed, CountRange.Exactly(1), EvidenceStatus.PartyClaim | EvidenceStatus.SingleSource)],
            },
            new("asad", EventType.MissileAttack, "Missile attack on Ain al-Asad air base, west of Baghdad, about 21 November",
                [Cite(1, "attacked by close-range ballistic missiles at Ain Al-Asad Air Base")])
            {
                Target = "US forces", Place = "Ain al-Asad", Date = new(2023, 11, 21), DatePrecision = DatePrecision.Around, ReportedBy = ["US officials"],
                Claims = [Claim("i8", HarmEffect.Wounded, CountRange.Exactly(8), null, "US officials", ClaimantRelation.Party, Cite(1, "resulting in eight injuries and minor infrastructure damage"))],
                Tallies = [new(HarmEffect.Wounded, CountRange.Exactly(8), EvidenceStatus.PartyClaim | EvidenceStatus.SingleSource)],
            },
        ],
        Reactions =
        [
            new("r1", "Iraqi government", null, SpeakerKind.Government, Stance.Condemn,
            [
                new("a clear violation of sovereignty and an attempt to disrupt the stable internal security situation", WordingForm.Quotation,
                [
                    Cite(1, "a clear violation of sovereignty and an attempt to disrupt the stable internal security situation"),
                    Cite(2, "a clear violation of sovereignty and an attempt to disrupt the stable internal security situation"),
                ]),
            ]),
            new("r2", "Iraqi government", null, SpeakerKind.Government, Stance.Condemn,
                [new("dangerous escalation", WordingForm.Quotation, [Cite(1, "dangerous escalation"), Cite(2, "dangerous escalation")])]),
            new("r3", "Iraqi government", null, SpeakerKind.Government, Stance.Comment,
                [new("attacks by armed groups went against Iraq’s national interest", WordingForm.Content, [Cite(1, "attacks by armed groups went against Iraq’s national interest")])]),
            new("r4", "United States", null, SpeakerKind.Government, Stance.Defend,
                [new("US strikes that Washington said were in response to attacks by Iran-aligned militias against its forces in the region", WordingForm.Sentence, [Cite(3, "US strikes that Washington said were in response to attacks by Iran-aligned militias against its forces in the region")])]),
            new("r5", "Kataib Hezbollah", null, SpeakerKind.ArmedGroup, Stance.Threaten,
                [new("threatened to attack a wider array of targets if US strikes continue", WordingForm.Predicate, [Cite(1, "threatened to attack a wider array of targets if US strikes continue"), Cite(2, "warning of more attacks on a broader range of targets if US strikes persist")])]),
        ],
        Escalation =
        [
            new("threat", "Kataib Hezbollah said it would attack a wider array of targets if US strikes continue.",
                [Cite(1, "threatened to attack a wider array of targets if US strikes continue"), Cite(2, "warning of more attacks on a broader range of targets if US strikes persist")]),
            new("first-strike", "The articles report the first publicly reported US responses on Iraqi territory to the recent attacks.", [Cite(3, "its first publicly reported responses on Iraqi territory to dozens of recent attacks")]),
        ],
        Background =
        [
            new("Attacks by Iran-aligned militias since 17 October: more than 60.", [Cite(1, "more than 60 attacks by Iran-aligned militias"), Cite(2, "more than 60 attacks by Iran-linked militias")]),
            new("900 US troops in Syria and 2,500 in Iraq.", [Cite(1, "900 troops in Syria and 2,500 in Iraq")]),
        ],
        NotKnown =
        [
            "How many were killed at Jurf al-Sakhar: eight, five, or at least three.",
            "Whether Kataib Hezbollah’s one death in the AC-130 strike is part of its figure for Jurf al-Sakhar.",
            "Who was injured at Ain al-Asad, and how seriously.",
        ],
    };
}
