using Digest.Text;

namespace Digest.Tests.Text;

public class TokenizerTests
{
    [Theory]
    [InlineData("Iraq’s army", "Iraq|’s|army")]
    [InlineData("They didn't fire.", "They|did|n't|fire|.")]
    [InlineData("al-Sakhar, Ta'izz", "al-Sakhar|,|Ta'izz")]
    [InlineData("a 13-year-old boy", "a|13-year-old|boy")]
    [InlineData("1,412 dead, 71.20 dollars", "1,412|dead|,|71.20|dollars")]
    [InlineData("10-15 people", "10-15|people")]
    [InlineData("10–15 people", "10–15|people")]
    [InlineData("a 7.62mm rifle", "a|7.62mm|rifle")]
    [InlineData("at 12.15am on 11/22/2023", "at|12.15am|on|11/22/2023")]
    [InlineData("an AC-130 and F-16s", "an|AC-130|and|F-16s")]
    [InlineData("U.S. troops", "U.S.|troops")]
    [InlineData("Maj. Gen. Yahya", "Maj.|Gen.|Yahya")]
    [InlineData("Daesh/ISIS", "Daesh|/|ISIS")]
    [InlineData("the fighters’ families", "the|fighters|’|families")]
    [InlineData("$71.20", "$|71.20")]
    [InlineData("fire -- then", "fire|--|then")]
    [InlineData("wait... now", "wait|...|now")]
    [InlineData("Qur’an", "Qur’an")]
    public void TextIsCutIntoTokens(string text, string expected)
    {
        var tokens = Some.Document(text).Sentences.SelectMany(s => s.Tokens).Select(t => t.Text);

        Assert.Equal(expected, string.Join('|', tokens));
    }

    [Theory]
    [InlineData("He said \"we won\" today", "we won")]
    [InlineData("He said “we won” today", "we won")]
    [InlineData("He said ‘we won’ today", "we won")]
    [InlineData("He said 'we won' today", "we won")]
    [InlineData("(\"we won\")", "we won")]
    public void StraightAndCurlyQuotesOpenAndClose(string text, string inside)
    {
        var tokens = Some.Sentence(text).Tokens;
        var open = tokens.Single(t => t.Pos == PartOfSpeech.OpenQuote);
        var close = tokens.Single(t => t.Pos == PartOfSpeech.CloseQuote);

        Assert.Equal(inside, text[open.Span.End..close.Span.Start]);
    }

    [Fact]
    public void AnApostropheAfterAPluralDoesNotCloseAQuotation()
    {
        var tokens = Some.Sentence("‘The fighters’ bunker was hit,’ he said.").Tokens;

        Assert.Equal("he", tokens[tokens.ToList().FindIndex(t => t.Pos == PartOfSpeech.CloseQuote) + 1].Text);
    }

    [Fact]
    public void InvisibleCharactersBelongToNoToken()
    {
        var tokens = Some.Sentence("\u200Fthree\u00A0men\0 died\u200B.").Tokens;

        Assert.Equal(["three", "men", "died", "."], tokens.Select(t => t.Text));
    }

    [Fact]
    public void TokensAreFoundAgainAtTheirSpansWhateverTheText()
    {
        var random = new Random(7);
        const string Alphabet = "abc XYZ019.,'’\"“”‘-–—/:$%()[]\n\t\0\u200Fé漢\uD83D\uDE00U.S. ";
        for (var turn = 0; turn < 2_000; turn++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var end = 0;
            foreach (var token in Some.Document(text).Sentences.SelectMany(s => s.Tokens))
            {
                Assert.True(token.Span.Start >= end, $"tokens overlap in {text}");
                Assert.Equal(token.Text, token.Span.In(text));
                end = token.Span.End;
            }
        }
    }
}
