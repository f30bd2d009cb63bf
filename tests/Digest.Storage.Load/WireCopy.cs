using System.Text;

namespace Digest.Storage.Load;

/// <summary>Articles that no two of are alike, about two days.</summary>
internal static class WireCopy
{
    private static readonly string[] Towns = ["Kherson", "Nikopol", "Odesa", "Kharkiv", "Sumy", "Zaporizhzhia", "Mykolaiv", "Kramatorsk", "Pokrovsk", "Izium", "Lyman", "Orikhiv", "Huliaipole", "Chernihiv", "Poltava", "Dnipro"];
    private static readonly string[] Targets = ["a market", "a school", "a power station", "a bus depot", "a grain store", "an apartment block", "a clinic", "a bridge"];
    private static readonly string[] Claimants = ["the regional governor", "the mayor", "the health ministry", "a hospital official", "the emergency service", "police"];
    private static readonly string[] Weekdays = ["Wednesday", "Thursday"];

    public static byte[] Write(int number)
    {
        var random = new Random(number);
        string Of(string[] from) => from[random.Next(from.Length)];
        var (town, day) = (Of(Towns), number % 2);
        return Encoding.UTF8.GetBytes($"""
            Shelling hits {Of(Targets)} in {town}, report {number}

            {town.ToUpperInvariant()}, November {22 + day}, 2023 — Russian shelling hit {Of(Targets)} in {town} on {Weekdays[day]}, killing {random.Next(2, 12)} people and wounding {random.Next(3, 40)}, {Of(Claimants)} said.

            "Crew {number} worked through the night to reach those under the rubble of building {random.Next(10_000)}," said the head of the town's rescuers.

            Residents of street {random.Next(10_000)} said they had heard {random.Next(3, 30)} explosions. The head of the region, who visited the place at {random.Next(6, 20)}:{random.Next(10, 59)}, condemned the attack.
            """);
    }
}
