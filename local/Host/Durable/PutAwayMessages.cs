using System.Collections.Concurrent;

namespace Oversight.Local.Host.Durable;

/// <summary>
/// What the engine itself has put away for a while, as its log tells. A start whose client was killed between the queue
/// and the table of instances is such a message: it is looked at ten times, each time after twice as long (17 minutes
/// in all), and thrown away. Nobody waits for it, since the sweep of the marks has started its loop anew long before.
/// </summary>
internal sealed class PutAwayMessages(TimeProvider clock)
{
    /// <summary>What is put away for less is work that failed once or twice, for which a move of the clock does wait.
    /// </summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (long Since, TimeSpan For)> _away = new();

    /// <summary>How many are out of sight now.</summary>
    public int Count
    {
        get
        {
            foreach (var (id, (since, length)) in _away)
            {
                if (clock.GetElapsedTime(since) >= length)
                    _away.TryRemove(id, out _);
            }

            return _away.Count;
        }
    }

    /// <summary>The engine's log, read on its way.</summary>
    public ILoggerFactory Reading(ILoggerFactory logs) => new Factory(logs, this);

    private void Read(EventId what, object? state)
    {
        if (what.Name == "AbandoningMessage"
            && state is IReadOnlyDictionary<string, object> told
            && told.TryGetValue("MessageId", out var id) && id is string message
            && told.TryGetValue("VisibilityTimeoutSeconds", out var seconds) && seconds is int length
            && length >= Least.TotalSeconds)
            _away[message] = (clock.GetTimestamp(), TimeSpan.FromSeconds(length));
    }

    private sealed class Factory(ILoggerFactory inner, PutAwayMessages messages) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) =>
            categoryName.StartsWith("DurableTask", StringComparison.Ordinal)
                ? new Logger(inner.CreateLogger(categoryName), messages)
                : inner.CreateLogger(categoryName);

        public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

        // The log is the host's, which goes on when the engine has stopped.
        public void Dispose()
        {
        }
    }

    private sealed class Logger(ILogger inner, PutAwayMessages messages) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning || inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            messages.Read(eventId, state);
            if (inner.IsEnabled(logLevel))
                inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
