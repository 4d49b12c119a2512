using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Oversight.Testkit;

/// <summary>What the application logged: for clear failures, and for tests of what must not be there.</summary>
public sealed class AppLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public IEnumerable<string> Lines => _lines.Select(line => line.Text);

    public string Problems =>
        string.Join(Environment.NewLine,
            _lines.Where(line => line.Level >= LogLevel.Warning).TakeLast(10).Select(line => line.Text));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(AppLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log._lines.Enqueue(
                    (logLevel, $"{logLevel} {category}: {formatter(state, exception)} {exception}".TrimEnd()));
        }
    }
}
