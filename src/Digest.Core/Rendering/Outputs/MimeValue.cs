using System.Globalization;

namespace Digest.Rendering.Outputs;

/// <summary>A header's value, ready to be written: checked, encoded where it is not ASCII (RFC 2047), and foldable at its spaces.</summary>
internal readonly record struct MimeValue
{
    // 45 bytes are 60 characters of base64; with "=?utf-8?B?" and "?=" that stays below the 75 of RFC 2047.
    private const int BytesInWord = 45;

    private MimeValue(string encoded) => Encoded = encoded;

    public string Encoded { get; }

    /// <summary>A value that is ASCII by its syntax.</summary>
    public static MimeValue Token(string value)
    {
        Require(value);
        return value.All(char.IsAscii) ? new(value) : throw new ArgumentException($"The header value “{value}” must be ASCII.", nameof(value));
    }

    /// <summary>Free text.</summary>
    public static MimeValue Text(string value)
    {
        Require(value);
        return new(NeedsEncoding(value) ? EncodedWords(value) : value);
    }

    /// <summary><c>Name &lt;address&gt;</c>, or the address alone.</summary>
    public static MimeValue Mailbox(string? name, string address)
    {
        Require(address);
        // Not the address itself: errors end in logs.
        if (!MailAddresses.IsOne(address))
            throw new ArgumentException($"A text of {address.Length} characters is not a mail address of the form name@domain in ASCII.", nameof(address));
        return new(name is null ? address : $"{Phrase(name)} <{address}>");
    }

    /// <summary><c>Name &lt;list.domain&gt;</c> (RFC 2919).</summary>
    public static MimeValue List(string name, string id) => new($"{Phrase(name)} <{Token(id).Encoded}>");

    private static string Phrase(string name)
    {
        Require(name);
        return NeedsEncoding(name) ? EncodedWords(name)
            : name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-') ? name
            : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    // A line end in a value would begin a header of its own.
    private static void Require(string value)
    {
        var bad = value.AsSpan().IndexOfAnyInRange('\0', '\u001F');
        if (bad >= 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A mail header cannot hold the character U+{(int)value[bad]:X4} (at {bad})."), nameof(value));
    }

    private static bool NeedsEncoding(string value) =>
        value.Any(c => c is < ' ' or > '~') || value.Contains("=?", StringComparison.Ordinal)
        || value.StartsWith(' ') || value.EndsWith(' ') || value.Contains("  ", StringComparison.Ordinal) || value.Split(' ').Any(word => word.Length > 60);

    private static string EncodedWords(string value)
    {
        var words = new List<string>();
        var chunk = new List<byte>();
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            if (chunk.Count + length > BytesInWord)
            {
                words.Add(Convert.ToBase64String([.. chunk]));
                chunk.Clear();
            }
            chunk.AddRange(utf8[..length]);
        }
        words.Add(Convert.ToBase64String([.. chunk]));
        return string.Join(' ', words.Select(word => $"=?utf-8?B?{word}?="));
    }
}
