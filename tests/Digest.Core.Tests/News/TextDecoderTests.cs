using System.Text;
using Digest.News;

namespace Digest.Tests.News;

public class TextDecoderTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("utf-8", null, "utf-8")]
    [InlineData("windows-1252", null, "windows-1252")]              // not UTF-8, nothing declared
    [InlineData("windows-1252", "iso-8859-1", "windows-1252")]      // the web's reading of that label
    [InlineData("iso-8859-2", "iso-8859-2", "iso-8859-2")]
    [InlineData("utf-8", "iso-8859-1", "utf-8")]                    // a wrong label
    [InlineData("windows-1252", "no-such-charset", "windows-1252")]
    public void BytesAreReadByMarkThenLabelThenWhatTheyAre(string written, string? declared, string expected)
    {
        var text = written == "iso-8859-2" ? "Łódź: two dead" : "Café “blast” – two dead";
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written)).GetBytes(text);
        var decoded = TextDecoder.Decode(bytes, declared);

        Assert.Equal((text, expected, false), (decoded.Text, decoded.Encoding, decoded.IsRepaired));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void AByteOrderMarkDecidesAndIsDropped(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("Saná: “one”")];

        Assert.Equal("Saná: “one”", TextDecoder.Decode(bytes, "windows-1252").Text);
    }

    [Theory]
    [InlineData("“We will rebuild,” she said – in Saná’s café…")]
    [InlineData("Bogotá, Popayán, Niñas")]
    [InlineData("€5 ™ ”")]   // the closing quotation mark ends in byte 9D, which windows-1252 leaves undefined
    public void Utf8ReadAsWindows1252IsPutRight(string text)
    {
        var mangled = Windows1252.GetString(Encoding.UTF8.GetBytes(text));

        Assert.NotEqual(text, mangled);
        Assert.Equal(text, TextDecoder.RepairMojibake(mangled));
        Assert.True(TextDecoder.Decode(Encoding.UTF8.GetBytes(mangled), null).IsRepaired);
    }

    [Theory]
    [InlineData("château Ã la carte")]
    [InlineData("Ângela and “Âme”")]
    [InlineData("â")]
    [InlineData("plain")]
    [InlineData("مقتل Ã©")]   // holds what windows-1252 cannot write
    public void WhatOnlyLooksLikeItStays(string text)
    {
        Assert.Equal(text, TextDecoder.RepairMojibake(text));
    }

    [Fact]
    public void WhatCannotBePutRightIsPointedOut()
    {
        var reading = ArticleReader.Read(new("a.txt", Encoding.UTF8.GetBytes("Two dead\n\nâ€\u0153We “are” here,â€ she said of the long night that had passed over the town.")));

        Assert.NotNull(reading.Article);
        Assert.StartsWith("a.txt(3,1): holds characters of a wrong decoding", Assert.Single(reading.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain; charset=windows-1256", "windows-1256")]
    [InlineData("text/html;charset=\"UTF-8\"; x=y", "UTF-8")]
    [InlineData("text/plain", null)]
    [InlineData(null, null)]
    public void TheCharsetOfAMediaTypeIsItsParameter(string? contentType, string? charset)
    {
        Assert.Equal(charset, TextDecoder.CharsetOf(contentType));
    }
}
