namespace Digest.Cli;

/// <summary>What the program tells the shell; every command's help says the same.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Something of what was given could not be read, or there was nothing to publish; the rest was done.</summary>
    public const int Incomplete = 1;

    /// <summary>The command line itself is wrong; nothing was done.</summary>
    public const int Usage = 2;

    public const string Help = """
        Exit codes:
          0  everything was read and written
          1  some input could not be read or used, or there was nothing to publish; the rest was done
          2  the command line is wrong; nothing was done
        """;
}
