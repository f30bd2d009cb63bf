using System.Text;

namespace Digest.Storage.Tests;

internal static class Some
{
    /// <summary>An article of one strike, with the figure given.</summary>
    public static byte[] Article(string killed, string date = "November 22, 2023", string weekday = "Wednesday", string town = "Kherson") => Encoding.UTF8.GetBytes($"""
        Shelling of {town} kills people

        {town.ToUpperInvariant()}, {date} — Russian shelling killed {killed} people and wounded five in {town} on {weekday}, the regional governor, Oleksandr Prokudin, said.

        "The shells hit a bus stop near the bridge in the morning," Prokudin said.
        """);

    /// <summary>The same strike as another outlet tells it, without a date.</summary>
    public static byte[] UndatedArticle(string killed = "four", string weekday = "Wednesday", string town = "Kherson") => Encoding.UTF8.GetBytes($"""
        Shells hit bus stop in {town}

        Russian shelling killed {killed} people in {town} on {weekday}, a hospital official said. The regional governor, Oleksandr Prokudin, put the number of dead at three.

        "The shells hit a bus stop near the bridge in the morning," Prokudin said.
        """);
}
