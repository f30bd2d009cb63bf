using System.Globalization;

namespace Digest.Storage.Analytics;

/// <summary>
/// Keeps requests from a service that is away. Some failures in a row open it; while it is open nothing is asked; after a pause one request is let through to see, and the pause doubles each time
/// that one fails.
/// </summary>
/// <param name="say">Is told when it opens and closes; for a log.</param>
internal sealed class Circuit(TimeProvider clock, Action<string>? say = null)
{
    /// <summary>So many failed requests in a row open it.</summary>
    public const int Threshold = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private int failures;
    private TimeSpan pause = FirstPause;
    private DateTimeOffset? openUntil;
    private bool isTrial;

    /// <summary>Whether a request would be let through now.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate)
                return openUntil > clock.GetUtcNow();
        }
    }

    /// <summary>Asks to send a request; when it ends, <see cref="Succeeded"/> or <see cref="Failed"/> is to be called.</summary>
    public bool Enter()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (openUntil > now)
                return false;
            if (openUntil is not null)
                // This request is the one to see; others wait until it is back.
                (isTrial, openUntil) = (true, now + pause);
            return true;
        }
    }

    public void Succeeded()
    {
        lock (gate)
        {
            if (openUntil is not null)
                say?.Invoke("The text-analytics service is back.");
            (failures, pause, openUntil, isTrial) = (0, FirstPause, null, false);
        }
    }

    /// <param name="reason">For a log.</param>
    /// <param name="isFinal">Whether it need not be tried more than once.</param>
    /// <param name="atLeast">How long the service asks to be left alone.</param>
    public void Failed(string reason, bool isFinal = false, TimeSpan? atLeast = null)
    {
        lock (gate)
        {
            failures++;
            // One that was under way when it opened says nothing new.
            if (openUntil is null ? failures < Threshold && !isFinal : !isTrial)
                return;
            if (isTrial)
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            isTrial = false;
            openUntil = clock.GetUtcNow() + (atLeast > pause ? atLeast.Value : pause);
            say?.Invoke(string.Create(CultureInfo.InvariantCulture, $"The text-analytics service is away: {reason}. Articles are read without it until {openUntil:yyyy-MM-dd HH:mm:ss}Z."));
        }
    }
}
