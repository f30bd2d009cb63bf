using Digest.Text;

namespace Digest.Facts;

/// <summary>Whether a noun phrase names people who fight: gunmen, rebels, an army, a country's forces. Police are left out, since what they raid and whom they kill is as often crime as war.</summary>
internal static class Fighters
{
    internal static bool Are(Sentence sentence, int chunk) =>
        ActorReader.IsArmed(sentence, chunk) && sentence.Head(chunk).Lower is not ("police" or "policemen" or "officers" or "ministry" or "movement" or "command") && ActorReader.PersonOf(sentence.Head(chunk))?.Is("police") != true;
}
