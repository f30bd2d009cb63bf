using Digest.Text;

namespace Digest.Facts;

/// <summary>Whom an attack harmed, as its target: those who fight, serve or lead are what it was aimed at, "people" are not.</summary>
internal static class HarmedTargets
{
    internal static bool AreTarget(Sentence sentence, int chunk)
    {
        var head = sentence.Head(chunk);
        if (head.Lower is "member" or "members" or "militants" or "militant" or "commander" or "commanders" or "leader" or "personnel" or "guards" or "fighter" or "fighters" or "troops")
            return true;
        return ActorReader.PersonOf(head) is { } person && (person.Is("combatant") || person.Is("police") || person.Is("state") || person.Is("group") || person.Is("leader"));
    }
}
