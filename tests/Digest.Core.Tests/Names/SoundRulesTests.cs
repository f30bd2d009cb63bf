using Digest.Names;

namespace Digest.Tests.Names;

public sealed class SoundRulesTests
{
    public static TheoryData<string, string, string> Rules()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var rule in SoundRules.Consonants.Concat(SoundRules.Vowels).Concat(SoundRules.Slavic))
            data.Add($"{rule.From} to {rule.To}: {rule.Reason}", rule.Example.One, rule.Example.Other);
        return data;
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void EachRuleJoinsItsExample(string rule, string one, string other)
    {
        Assert.True(NameKey.Of(one) == NameKey.Of(other), $"{rule}: {one} is {NameKey.Of(one)}, {other} is {NameKey.Of(other)}");
        Assert.NotEqual(one, other);
    }
}
