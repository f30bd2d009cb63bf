using Digest.Days;
using Digest.Facts;
using Digest.News;

namespace Digest.Tests.Days;

/// <summary>The ladder, rule by rule: what makes it fire, with the passage it shows for it, and what looks like it and does not.</summary>
public class EscalationTests
{
    [Theory]
    [InlineData("threat", "“We will strike the port again,” said Kataib Hezbollah spokesman Ali Karim.", "We will strike the port again")]
    [InlineData("threat-to-widen", "Kataib Hezbollah threatened to attack a wider range of targets if the strikes go on.", "wider range of targets")]
    [InlineData("threat-to-widen", "“Every American soldier in the region is a target from today,” said Kataib Hezbollah spokesman Ali Karim.", "Every American soldier")]
    [InlineData("reprisal-announced", "Kataib Hezbollah threatened to avenge its dead with new attacks.", "avenge its dead")]
    [InlineData("reprisal-announced", "“This crime will not go unpunished and we will strike back,” said Kataib Hezbollah spokesman Ali Karim.", "unpunished")]
    [InlineData("first-strike", "US jets bombed a depot near Tikrit on Tuesday, the first strike on Iraqi territory by the coalition.", "the first strike on Iraqi territory")]
    [InlineData("first-strike", "The attack, carried out by Russian drones, was the first in seven weeks.", "the first in seven weeks")]
    [InlineData("first-strike", "Israeli jets struck the port of Hodeidah for the first time on Tuesday.", "for the first time")]
    [InlineData("first-strike", "It was the first attack on a merchant ship since December.", "first attack on a merchant ship")]
    [InlineData("new-weapon", "Rebels attacked the barracks in Gao on Tuesday, using explosive drones for the first time.", "explosive drones for the first time")]
    [InlineData("new-weapon", "It was the first use of guided bombs in the war, officials said.", "the first use of guided bombs")]
    [InlineData("new-weapon", "Russia fired a new type of missile at the city of Dnipro on Tuesday.", "a new type of missile")]
    [InlineData("state-forces-killed", "A roadside bomb killed four soldiers near Gao on Tuesday, the army said.", "four soldiers")]
    [InlineData("state-forces-killed", "Gunmen killed two policemen in Goma on Tuesday, officials said.", "two policemen")]
    [InlineData("retaliation", "US jets bombed a depot near Tikrit on Tuesday in response to a rocket attack.", "in response to a rocket attack")]
    [InlineData("retaliation", "The army shelled the village of Bara on Tuesday in retaliation for the ambush.", "in retaliation for the ambush")]
    [InlineData("retaliation-within-48-hours", "Rockets hit Ain al-Asad air base on Tuesday. A US gunship responded, killing three militants.", "A US gunship responded")]
    [InlineData("ceasefire-step", "Sudan's army and the Rapid Support Forces agreed on Tuesday to a ceasefire of seven days.", "agreed on Tuesday to a ceasefire")]
    [InlineData("ceasefire-step", "The truce took effect at dawn on Tuesday.", "The truce took effect")]
    [InlineData("ceasefire-step", "The two sides extended the humanitarian truce by two days.", "extended the humanitarian truce")]
    [InlineData("ceasefire-step", "The ceasefire collapsed on Tuesday, hours before it was to end.", "The ceasefire collapsed")]
    [InlineData("ceasefire-breach", "Each side accused the other of breaking the truce on Tuesday.", "breaking the truce")]
    [InlineData("ceasefire-breach", "Beirut called the raid “a flagrant breach of the ceasefire”.", "breach of the ceasefire")]
    public void ARuleFiresAndShowsThePassageThatMadeIt(string rule, string text, string evidence)
    {
        var signs = Signs(text);

        Assert.Contains(signs, s => s.Rule == rule && s.Citations.Any(c => c.Provenance.Evidence.Contains(evidence, StringComparison.Ordinal)) && s.Citations.All(c => c.Provenance.HoldsIn(Told(text))));
    }

    [Theory]
    [InlineData("threat", "“We strike every day,” said Kataib Hezbollah spokesman Ali Karim.")]                                             // how things are
    [InlineData("threat", "The minister warned that the strikes could lead to a wider war.")]                                                  // a warning of what others may do
    [InlineData("threat-to-widen", "“We will strike the port again,” said Kataib Hezbollah spokesman Ali Karim.")]                             // the same as so far
    [InlineData("reprisal-announced", "Kataib Hezbollah threatened to attack the base.")]
    [InlineData("first-strike", "The first bomb fell on a market in Bara on Tuesday and the second on a school.")]                           // the first of two
    [InlineData("first-strike", "Drones hit a ship in the Red Sea on Tuesday, making him the first sailor to be killed this year.")]         // the first of whom
    [InlineData("first-strike", "First responders reached the market in Bara an hour after the strike.")]
    [InlineData("first-strike", "He said for the first time that the army had been warned.")]
    [InlineData("first-strike", "In the first half of the year the army struck the town ten times.")]
    [InlineData("new-weapon", "The ministry used the word massacre for the first time.")]
    [InlineData("new-weapon", "Russia fired new missiles at the city of Dnipro on Tuesday.")]                                                 // more of them, not another kind
    [InlineData("new-weapon", "A new type of visa was announced in Dnipro on Tuesday.")]
    [InlineData("state-forces-killed", "A roadside bomb killed four traders near Gao on Tuesday, the army said.")]
    [InlineData("state-forces-killed", "A roadside bomb wounded four soldiers near Gao on Tuesday, the army said.")]
    [InlineData("state-forces-killed", "The army killed four militants near Gao on Tuesday, a spokesman said.")]
    [InlineData("retaliation", "US jets bombed a depot near Tikrit on Tuesday, the ministry said in response to a question.")]
    [InlineData("retaliation", "US jets bombed a depot near Tikrit on Tuesday.")]
    [InlineData("retaliation-within-48-hours", "Rockets hit Ain al-Asad air base on Saturday. US jets bombed a depot near Tikrit on Wednesday in response.")]   // four days
    [InlineData("retaliation-within-48-hours", "Rockets hit Ain al-Asad air base on Tuesday. A US gunship crashed near Tikrit.")]
    [InlineData("ceasefire-step", "The governor called for a humanitarian truce on Tuesday.")]                                                // asked for
    [InlineData("ceasefire-step", "The bloc urged all parties to respect a truce announced after the earthquake.")]
    [InlineData("ceasefire-step", "Israel has kept up its strikes since a ceasefire took effect in November last year.")]                     // another time
    [InlineData("ceasefire-step", "Talks on a ceasefire began in Doha on Tuesday.")]
    [InlineData("ceasefire-step", "The army would agree to a truce if the rebels left the town.")]
    [InlineData("ceasefire-step", "The rebels rejected a ceasefire on Tuesday.")]
    [InlineData("ceasefire-breach", "A storm broke over the town where the truce was signed in 2020.")]
    public void WhatOnlyLooksLikeItDoesNotFire(string rule, string text) => Assert.DoesNotContain(Signs(text), s => s.Rule == rule);

    [Fact]
    public void OneEventsDeadSoldiersAreOneSignWhoeverCountsThem()
    {
        var sign = Assert.Single(Signs("A roadside bomb killed four soldiers near Gao on Tuesday, the army said. A hospital doctor said five soldiers were killed."), s => s.Rule == "state-forces-killed");

        Assert.Contains("army said", sign.Text, StringComparison.Ordinal);
        Assert.Contains("doctor", sign.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SoldiersCountedByTheDozenAreDozensOfSoldiers() =>
        Assert.Contains("dozens of soldiers", Assert.Single(Signs("A roadside bomb killed dozens of soldiers near Gao on Tuesday, the army said."), s => s.Rule == "state-forces-killed").Text, StringComparison.Ordinal);

    [Fact]
    public void OneSentenceThatTwoOutletsCarryIsOneSignWithBoth()
    {
        const string Text = "The attack, carried out by Russian drones, was the first on the city of Sumy in seven weeks.";
        var day = DayMerger.Merge(new(2025, 3, 12), [Read("a.txt", Text), Read("b.txt", Text + " Mayor Olha Bilyk said the grid held.")]);

        Assert.Equal([1, 2], Assert.Single(day.Stories.SelectMany(s => s.Escalation), s => s.Rule == "first-strike").Citations.Select(c => c.SourceNumber));
    }

    [Fact]
    public void ADayOfWhichNothingStandsOutHasNoSigns() => Assert.Empty(Signs("A roadside bomb wounded four traders near Gao on Tuesday, a doctor said."));

    private static List<EscalationSign> Signs(string text) => [.. DayMerger.Merge(new(2025, 3, 12), [Read("a.txt", text)]).Stories.SelectMany(s => s.Escalation)];

    private static string Told(string text) => "NAIROBI, March 12, 2025 (Wire) - " + text;

    private static ArticleFacts Read(string name, string text) => FactExtractor.Extract(ArticleReader.FromText(name, Told(text)));
}
