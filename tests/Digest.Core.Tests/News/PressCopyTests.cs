using System.Text;
using Digest.News;

namespace Digest.Tests.News;

/// <summary>
/// Articles of our own in the styles of the press. Every line names the kind it must get before its "|"; where one line holds two blocks, the kinds are joined by "+" and the
/// blocks by "¦". The first line says what the head must give.
/// </summary>
public class PressCopyTests
{
    private static readonly Dictionary<char, BlockKind> Kinds = new()
    {
        ['T'] = BlockKind.Title, ['F'] = BlockKind.Standfirst, ['P'] = BlockKind.Paragraph, ['S'] = BlockKind.Subhead, ['L'] = BlockKind.ListItem, ['Y'] = BlockKind.Byline,
        ['D'] = BlockKind.DateLine, ['C'] = BlockKind.Caption, ['R'] = BlockKind.Credit, ['N'] = BlockKind.CorrectionNotice, ['B'] = BlockKind.Boilerplate,
    };

    [Theory]
    [InlineData("""
        title=Roadside bomb kills four soldiers in Helmand; dateline=KABUL; date=2009-06-08; byline=HAMID RASA
        T|Roadside bomb kills four soldiers in Helmand
        Y|By HAMID RASA
        D|June 8, 2009

        D+P|KABUL (Gulf Wire) — ¦A roadside bomb killed four soldiers in the southern province of Helmand, the alliance said, in the worst day for it this year.

        P|The nationalities of the dead were not given until their families had been told.

        R|Gulf Wire writer Amir Zaland in Kandahar contributed to this report.
        """)]
    [InlineData("""
        title=Mortar fire hits Donetsk market, five dead; dateline=DONETSK, Ukraine; date=2015-02-04
        B+T|UPDATE 2-¦Mortar fire hits Donetsk market, five dead
        B|(Adds governor's comment, background)
        D+P|DONETSK, Ukraine, Feb 4, 2015 (Continental Wire) - ¦Mortar rounds fell on a market in Donetsk on Wednesday, killing five people and wounding eleven, the city council said.
        P|The governor called it a crime.
        R|(Reporting by Pavlo Hrim; editing by Ann Lee)
        """)]
    [InlineData("""
        title=Seven killed as boat carrying migrants is fired on off Zawiya; byline=Leila Mansour; date=2024-09-03; outlet=GULF HERALD
        B|Skip to main content
        B|GULF HERALD
        B|News | Opinion | Sport | Culture
        B|World › Africa › Libya
        T|Seven killed as boat carrying migrants is fired on off Zawiya
        F|Survivors say a patrol vessel opened fire without warning; coastguard denies it.
        C|The harbour at Zawiya, seen here in May 2019. Photograph: Jane Doe/AFP
        Y|Leila Mansour in Tunis
        D|Tue 3 Sep 2024 09.12 BST
        D|Last modified on Tue 3 Sep 2024 13.40 BST
        B|Share
        P|Seven people were killed when a boat carrying migrants came under fire off the Libyan port of Zawiya before dawn on Tuesday, survivors said.
        P|“They did not say a word, they just shot,” said one of them, a student from Darfur.
        B|Sign up to Morning Brief
        P|The coastguard denied that its vessels had been at sea, and said it had opened an inquiry into who had been.
        S|‘Nobody came’
        P|A rescue charity said it had called the coastguard eleven times that night and that nobody had picked up the telephone.
        B|Topics: Libya, migration
        """)]
    [InlineData("""
        title=Army says 12 militants killed in Sinai raids; dateline=Cairo; date=2018-03-04
        T|Army says 12 militants killed in Sinai raids
        D|Sunday 04/03/2018
        D+P|Cairo: ¦The army said on Sunday that twelve militants had been killed in raids in the north of Sinai over four days, and that two officers had died.
        P|A spokesman said in a televised statement that the campaign would go on “for as long as it takes”.
        B|Read also: Trial of lawyers adjourned to May
        """)]   // the weekday tells that the day comes first
    [InlineData("""
        title=Three hurt in Kashmir grenade attack; dateline=Srinagar; date=2016-08-17; byline=Staff Reporter
        T|Three hurt in Kashmir grenade attack
        Y|Staff Reporter
        D+P|Srinagar, Aug 17, 2016: ¦Three civilians were hurt on Wednesday when unidentified men threw a grenade at a police post in the old city of Srinagar, officials said.
        P|The injured were taken to hospital, where doctors said they were stable.
        R|(With inputs from agencies)
        """)]
    [InlineData("""
        title=Two medics dead in double strike on Idlib clinic, monitors say; date=2019-07-10
        T|Two medics dead in double strike on Idlib clinic, monitors say
        D|Published 10 July 2019
        B|5 min read
        C|Image source, Getty Images
        C|Image caption, The clinic had been hit twice before
        P|Two medics have been killed in an air strike on a clinic in the Syrian province of Idlib, monitors say, the third such attack in a week.
        P|Russia denied that its aircraft had been in the area.
        B|You may also be interested in:
        B|More on this story
        B|Ten killed in Idlib raid
        B|Syria war: What you need to know
        B|Related Topics
        B|Syria
        """)]
    [InlineData("""
        title=Statement by the Special Envoy on the shelling of Taiz; date=2020-04-06; outlet=OFFICE OF THE SPECIAL ENVOY
        B|OFFICE OF THE SPECIAL ENVOY
        T|Statement by the Special Envoy on the shelling of Taiz
        D|Amman, 6 April 2020

        P|The Special Envoy condemns the shelling of the women's prison in Taiz on Sunday, which killed at least five women and one child and injured many others.
        P|“Prisoners are under the protection of those who hold them,” he said.

        B|-ENDS-
        B|For further information, please contact the spokesperson's office.
        B|The Office has 250 staff in three countries.
        """)]
    [InlineData("""
        title=BLAST AT MOSQUE IN PESHAWAR, CASUALTIES FEARED; dateline=PESHAWAR, PAKISTAN; date=2023-01-30
        B+T|URGENT - ¦BLAST AT MOSQUE IN PESHAWAR, CASUALTIES FEARED
        D|30 JAN 2023 0912 GMT
        D+P|PESHAWAR, PAKISTAN - ¦EXPLOSION AT MOSQUE INSIDE POLICE COMPOUND DURING PRAYERS, RESCUE SERVICE SAYS
        P|AT LEAST 17 WOUNDED BROUGHT TO LADY READING HOSPITAL, SPOKESMAN SAYS
        P|ROOF OF THE BUILDING HAS COME DOWN, WITNESS TELLS GULF WIRE
        B|MORE TO FOLLOW
        """)]
    [InlineData("""
        title=Clashes in Kidal as it happened
        T|Clashes in Kidal as it happened
        D+S|18:05 ¦Summary
        L|- Army says it holds the airport
        L|- Rebels report three dead
        D+S|17.40pm ¦Governor speaks
        P|The governor has told local radio that six soldiers are missing since the morning and that he expects the worst for them.
        D+S|9:15am ¦What happened overnight?
        P|Residents heard gunfire from two in the morning until first light, and nobody has been able to leave the town since then.
        D+B|09:00 ¦Welcome to our live coverage
        P|Good morning from Bamako.
        """)]
    [InlineData("""
        title=Gunmen kill 30 in northeast Nigeria villages; dateline=MAIDUGURI, Nigeria; date=2014-06-24
        N+T|CORRECTED-¦Gunmen kill 30 in northeast Nigeria villages
        N|(Corrects death toll in first paragraph to 30 from 130)
        D+P|MAIDUGURI, Nigeria, June 24, 2014 (Gulf Wire) - ¦Gunmen killed 30 people in three villages in the northeast of Nigeria on Saturday, a local official said.
        """)]
    [InlineData("""
        title=Blast at Aden checkpoint kills two soldiers; dateline=ADEN; date=2021-03-02; outlet=Red Coast Today
        B|Red Coast Today
        D|2 March 2021 | Yemen
        T|Blast at Aden checkpoint kills two soldiers
        D+P|ADEN – ¦Two soldiers were killed on Tuesday when a bomb hidden in a parked car went off as their patrol passed a checkpoint north of Aden.
        B|Tags: Aden, Yemen
        B|0 comments
        """)]
    [InlineData("""
        date=2023-11-05
        D+P|date: 2023-11-05 ¦Shelling has killed a family of four near the crossing, the civil defence said in a message that it published late in the evening.
        P|Nobody else was hurt.
        """)]
    [InlineData("""
        date=2024-01-24; dateline=BAGHDAD
        D+C+D+P|date 2024-01-24 ¦Soldiers queue at an air base west of the capital, November 1, 2011 (AFP photo) ¦BAGHDAD — ¦Iraq accused the coalition of an escalation after air strikes on armed groups in the west of the country on Wednesday.
        P|The raid came before dawn.
        """)]
    [InlineData("""
        title=Fifteen dead in Sool clashes, elders say; byline=Our correspondent
        T|Fifteen dead in Sool clashes, elders say
        Y|Our correspondent

        P|Fifteen people were killed in fighting over a well in the Sool region at the weekend, according to elders who are trying to bring the two sides together.

        P|By Sunday night, an uneasy calm had settled over the villages and the wounded had been taken to Las Anod.
        """)]   // "By Sunday night" is no byline
    [InlineData("""
        title=What we know about the attack on the Kabul bus; date=2021-06-03
        T|What we know about the attack on the Kabul bus
        D|3 June 2021
        S|Where did it happen?
        P|Two bombs went off on minibuses in the west of the capital on Tuesday and Wednesday, and twelve people died in them.
        S|Who did it
        P|Nobody had said that they were behind the attacks by Thursday morning, and the police named no suspects either.
        """)]
    [InlineData("""
        title=Tunisian guards held after border shooting; dateline=TUNIS, Tunisia; date=2012-05-19
        T|Tunisian guards held after border shooting
        C|FILE PHOTO: Guards stand at a crossing in 2011
        D+P|TUNIS, Tunisia (AP) — ¦Two guards have been detained after a shooting at the Libyan border left a trader dead, the interior ministry said Saturday.
        P|The trader was carrying fuel.
        D|Published: May 19, 2012
        """)]   // the date stands at the page's foot
    [InlineData("""
        title=Drone hits bus in Kherson: two dead, nine injured; date=2024-10-21; byline=NADIIA KOVAL
        T|Drone hits bus in Kherson: two dead, nine injured
        Y|NADIIA KOVAL — MONDAY, 21 OCTOBER 2024, 09:14
        P|A drone has hit a city bus in Kherson, killing two passengers and injuring nine more, the head of the regional administration reports.
        P|Source: Regional administration on Telegram, where it said that a driver and a conductor had been among those hurt in the attack.
        B|Support us or become our patron!
        """)]
    [InlineData("""
        title=Rockets fired at Green Zone, no casualties; date=2020-09-15; outlet=Baghdad Courier
        T|Rockets fired at Green Zone, no casualties
        D|Baghdad Courier | September 15, 2020 at 11:05 pm
        P|Two rockets were fired at the Green Zone in Baghdad late on Tuesday and were shot down before they came near the embassy, the military said.
        B|© 2020 Baghdad Courier. All rights reserved.
        """)]
    [InlineData("""
        title=Ituri: 14 killed in attack on displaced people's camp; date=2022-02-03; dateline=Bunia
        T|Ituri: 14 killed in attack on displaced people's camp
        D|Bunia, 3 February 2022 (translated from the French)
        P|Fourteen people were killed with machetes in a camp for displaced people in the territory of Djugu, the head of the camp said on Thursday.
        P|The Congolese army, which has a post two kilometres away, arrived when the attackers had gone, residents complained.
        """)]
    [InlineData("""
        title=Somalia: Mortars kill six in Mogadishu; date=2011-05-12
        T|Somalia: Mortars kill six in Mogadishu
        D|12 May 2011
        B|Tweet Share Email
        P|At least six people have died after mortar shells hit the Bakara market in the Somali capital, medical sources in the city said on Thursday.
        L|• Four of the dead were traders
        L|• Thirty people were hurt
        B|Related Articles
        B|Who rules Mogadishu?
        B|Pirates free tanker after ransom
        """)]
    [InlineData("""
        title=Nine troops killed in Menaka ambush; dateline=BAMAKO; byline=Awa Keita; date=2022-03-24
        T|Nine troops killed in Menaka ambush
        Y|Awa Keita Published March 24, 2022 Updated March 25, 2022 10:15am
        D+P|BAMAKO: ¦Nine soldiers were killed in an ambush near the town of Menaka in the northeast of Mali, the army said on Thursday, and their vehicles burnt.
        P|Share prices of the mining companies in the region fell after the news.
        """)]   // a sentence that opens with "Share" is a sentence
    [InlineData("""
        title=Shelling in Nagorno-Karabakh: The night in Stepanakert; byline=Ani Petros and Levon Hale; date=2020-10-04; dateline=Stepanakert
        T|Shelling in Nagorno-Karabakh: The night in Stepanakert
        Y|By Ani Petros and Levon Hale, Stepanakert
        D|October 4, 2020
        P|The sirens began at half past nine, and by midnight the lower part of the town had neither light nor water, residents of Stepanakert said.
        P|“Read more: that was what my teacher wrote in my book,” said Aram, nine, whose school had burnt. “Now there is nothing to read.”
        """)]   // inside quotation marks nothing is furniture
    [InlineData("""
        title=Four killed in Jenin raid, Palestinians say; dateline=Ramallah; date=2022-06-17; byline=Agencies
        Y|Agencies — June 17, 2022
        T|Four killed in Jenin raid, Palestinians say
        D+P|Ramallah, 17 June 2022 (Gulf Wire) – ¦Four people were killed on Friday in a raid on the town of Jenin, the Palestinian health ministry said in Ramallah.
        B|Follow us on Telegram
        """)]
    [InlineData("""
        title=Mine kills two children near Hajjah; dateline=SANAA; date=2022-11-08
        B|Log in
        B|Latest news
        T|Mine kills two children near Hajjah
        D|Tuesday, 8 November 2022 14:20
        D+P|SANAA, Nov 8 /Red Coast News/ - ¦A mine killed two children who were herding goats near the town of Hajjah on Tuesday, their uncle told Red Coast News.
        P|It was the fifth accident of its kind this month.
        B|Most read
        B|1. Three killed in feud over a well
        B|2. Oil price falls
        """)]
    [InlineData("""
        title=Sudan conflict update, 14 March 2026; date=2026-03-14
        T|Sudan conflict update, 14 March 2026
        P|Shelling killed three people at the market of El Obeid on Saturday, the doctors' network said.
        P|The army said it had no report of it.
        """)]
    [InlineData("""
        title=Shelling kills three at El Obeid; date=2026-03-14
        D|Sudan conflict update, 14 March 2026
        T|Shelling kills three at El Obeid
        P|Shelling killed three people at the market of El Obeid on Saturday, the doctors' network said.
        """)]   // another line is the headline
    [InlineData("""
        date=2026-03-14; outlet=The Harbour Review
        D|The Harbour Review, 14 March 2026
        P|Shelling killed three people at the market of El Obeid on Saturday, the doctors' network said.
        """)]   // a medium tells of nothing
    public void EveryLineOfAnArticleGetsItsKind(string annotated)
    {
        var (head, text, expected) = Parse(annotated);
        var article = ArticleReader.FromText("upload", text);

        Assert.Equal(expected, article.Blocks.Select(block => (block.Kind, block.Span.In(text))));
        foreach (var (key, value) in head)
            Assert.Equal((key, value), (key, Of(article, key)));
    }

    private static string? Of(Article article, string key) => key switch
    {
        "title" => article.Title,
        "byline" => article.Byline,
        "dateline" => article.Dateline,
        "outlet" => article.Outlet,
        _ => article.Date?.ToString("yyyy-MM-dd", null),
    };

    private static (List<(string Key, string Value)> Head, string Text, List<(BlockKind Kind, string Words)> Expected) Parse(string annotated)
    {
        var lines = annotated.ReplaceLineEndings("\n").Split('\n');
        var head = lines[0].Split("; ").Select(pair => (Key: pair.Split('=')[0], Value: pair.Split('=')[1])).ToList();
        var text = new StringBuilder();
        var expected = new List<(BlockKind, string)>();
        foreach (var line in lines.Skip(1))
        {
            if (line.Length > 0)
            {
                var bar = line.IndexOf('|', StringComparison.Ordinal);
                var parts = line[(bar + 1)..].Split('¦');
                expected.AddRange(line[..bar].Split('+').Zip(parts, (kind, words) => (Kinds[kind[0]], words.Trim())));
                text.AppendJoin("", parts);
            }

            text.Append('\n');
        }

        return (head, text.ToString(), expected);
    }
}
