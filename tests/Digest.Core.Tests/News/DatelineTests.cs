using Digest.News;
using Digest.Text;

namespace Digest.Tests.News;

public class DatelineTests
{
    [Theory]
    [InlineData("ERBIL, Iraq, March 10, 2025 (Gulf Wire) - Two drones hit a base.", "ERBIL, Iraq", "Gulf Wire", true)]
    [InlineData("ERBIL, IRAQ - AT LEAST TWO TROOPS WOUNDED", "ERBIL, IRAQ", null, true)]
    [InlineData("DUBAI/ATHENS, March 12 (Gulf Wire) - Two missiles struck a ship.", "DUBAI/ATHENS", "Gulf Wire", true)]
    [InlineData("AL-BAB, Syria, March 11, 2025 (Gulf Wire) - A car bomb went off.", "AL-BAB, Syria", "Gulf Wire", true)]
    [InlineData("BAGHDAD — Iraq accused the United States.", "BAGHDAD", null, true)]
    [InlineData("BAGHDAD—Iraq accused the United States.", "BAGHDAD", null, true)]
    [InlineData("WASHINGTON ― The envoy left.", "WASHINGTON", null, true)]
    [InlineData("LNS - Beirut, 10 March 2025 - The ministry announced the toll.", "Beirut", "LNS", true)]
    [InlineData("MOSCOW, May 5. /Volga-Inform/. The forces struck a base.", "MOSCOW", "Volga-Inform", true)]
    [InlineData("Bogotá, 9 May 2025. Seven soldiers were killed.", "Bogotá", null, true)]
    [InlineData("Khartoum - 3 June 2025. Five people were killed.", "Khartoum", null, true)]
    [InlineData("Port Sudan – June 3, 2025 – Five people were killed.", "Port Sudan", null, true)]
    [InlineData("COTABATO CITY (May 9, 2025) – The Army agreed to pull back.", "COTABATO CITY", null, true)]
    [InlineData("YANGON, May 9 (Mekong News Service) -- The military denied it.", "YANGON", "Mekong News Service", true)]
    [InlineData("NABATIEH, Lebanon, Thursday, 3/13/2025 — Hundreds marched.", "NABATIEH, Lebanon", null, true)]
    [InlineData("Managua (Nicaragua), 11 Dec 89 (Radio Norte) -- [report] [A Name] [Text] The army said so.", "Managua (Nicaragua)", "Radio Norte", true)]
    [InlineData("HEMPSTEAD, N.Y., Sept. 26 (UPI) — The candidate was escorted out.", "HEMPSTEAD, N.Y.", "UPI", true)]
    [InlineData("RIO DE JANEIRO (AP) — Police raided the hill.", "RIO DE JANEIRO", "AP", true)]
    [InlineData("TANK: Four policemen were killed.", "TANK", null, false)]
    [InlineData("Peshawar: A bomber rammed a bus.", "Peshawar", null, false)]
    [InlineData("OUAGADOUGOU – The army lost nine men.", "OUAGADOUGOU", null, true)]
    public void ThePlaceLineIsReadAndLeftOutOfTheSentence(string paragraph, string place, string? agency, bool isCertain)
    {
        var dateline = Dateline.Read(paragraph, new(0, paragraph.Length));

        Assert.NotNull(dateline);
        Assert.Equal((place, agency, isCertain), (dateline.Place, dateline.Agency, dateline.IsCertain));
        Assert.True(char.IsUpper(paragraph[dateline.Span.End]));
    }

    [Theory]
    [InlineData("Hamas - which runs Gaza - said so.")]           // no sentence begins behind the dash
    [InlineData("LIVE – Bombing: toll rises")]
    [InlineData("UPDATE - The toll rises")]
    [InlineData("On March 2, 2013, seventeen men were ambushed.")]
    [InlineData("Statement: We condemn the attack.")]
    [InlineData("The army said: We were there.")]
    [InlineData("Al-Sudani said he would resign.")]
    [InlineData("Tuesday: Nobody was hurt.")]
    [InlineData("Oil. Gas. Water.")]
    [InlineData("Two dead - Police")]
    [InlineData("BAGHDAD")]
    [InlineData("BAGHDAD - ")]
    [InlineData("")]
    public void OtherOpeningsAreNoPlaceLine(string paragraph)
    {
        Assert.Null(Dateline.Read(paragraph, new TextSpan(0, paragraph.Length)));
    }
}
