namespace Digest.Rendering.Outputs;

/// <summary>
/// The mail addresses that can be written to: <c>name@domain</c> in ASCII, at most 254 characters. Whoever takes an address in asks here, so that none is taken that a mail cannot be made for.
/// (A domain beyond ASCII has a form in ASCII, "xn--…", which will do; a name beyond it needs mail servers all the way that few readers have.)
/// </summary>
public static class MailAddresses
{
    private const int Longest = 254;

    public static bool IsOne(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < address.Length - 1 && address.LastIndexOf('@') == at && address.Length <= Longest
            && address.All(c => char.IsAsciiLetterOrDigit(c) || ".@_-+!#$%&'*/=?^`{|}~".Contains(c, StringComparison.Ordinal));
    }
}
