using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.Hosting;

/// <summary>The lines that one invocation logs: the host takes them with the reply and keeps them with the invocation.</summary>
internal sealed class InvocationLog : IDisposable
{
    private static readonly AsyncLocal<InvocationLog?> Current = new();

    private readonly ConcurrentQueue<string> lines = new();

    public IEnumerable<string> Lines => lines;

    public static InvocationLog Begin() => Current.Value = new();

    /// <returns>Whether an invocation takes it.</returns>
    public static bool Add(string line)
    {
        Current.Value?.lines.Enqueue(line);
        return Current.Value is not null;
    }

    public void Dispose() => Current.Value = null;
}

/// <summary>
/// Logs a line an entry. What belongs to an invocation goes with its reply; warnings and errors go to standard error too, which the host reads; the rest goes to standard output.
/// </summary>
/// <param name="isQuiet">Whether what is no warning is left out where no invocation takes it.</param>
public sealed class LineLogs(bool isQuiet = false) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName[(categoryName.LastIndexOf('.') + 1)..], isQuiet);

    public void Dispose()
    {
    }

    private sealed class LineLogger(string category, bool isQuiet) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var line = $"{category}: {formatter(state, exception)}{(exception is null ? "" : $" {exception}")}";
            var isTaken = InvocationLog.Add(line);
            if (logLevel >= LogLevel.Warning)
                Console.Error.WriteLine(line);
            else if (!isTaken && !isQuiet)
                Console.WriteLine(line);
        }
    }
}
