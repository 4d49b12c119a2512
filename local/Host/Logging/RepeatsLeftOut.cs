namespace Oversight.Local.Host.Logging;

/// <summary>
/// Passes a log on, but of warnings and worse that repeat themselves (storage away, every second) only some a minute,
/// and after them how many there were.
/// </summary>
internal sealed class RepeatsLeftOut(ILoggerProvider inner, LogLevel least, TimeProvider clock) : ILoggerProvider
{
    private readonly RepeatCount _repeats = new(clock);

    public ILogger CreateLogger(string categoryName) =>
        new Logger(inner.CreateLogger(categoryName), categoryName, least, _repeats);

    public void Dispose()
    {
        if (_repeats.Untold() is > 0 and var untold)
            inner.CreateLogger(typeof(RepeatsLeftOut).FullName!).LeftOut(untold);
        inner.Dispose();
    }

    private sealed class Logger(ILogger inner, string category, LogLevel least, RepeatCount repeats) : ILogger
    {
        private const string Template = "{OriginalFormat}";
        private const int TellingLength = 60;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            if (logLevel >= LogLevel.Warning)
            {
                var (pass, leftOut) = repeats.Next(
                    $"{category} {eventId.Id} {exception?.GetType()} {Kind(state, exception, formatter)}");
                if (leftOut > 0)
                    inner.LeftOut(leftOut);
                if (!pass)
                    return;
            }

            inner.Log(logLevel, eventId, state, exception, formatter);
        }

        /// <summary>
        /// What a line has in common with its like: the text without what is filled in, numbers and times above all.
        /// </summary>
        private static string Kind<TState>(
            TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var template = (state as IEnumerable<KeyValuePair<string, object?>>)?.FirstOrDefault(
                pair => pair.Key == Template).Value as string;
            var text = template ?? formatter(state, exception);
            return text.Length > TellingLength ? text[..TellingLength] : text;
        }
    }
}

internal static partial class RepeatLog
{
    [LoggerMessage(9321, LogLevel.Warning, "Samma fel upprepades: {Count} likadana rader är utelämnade.")]
    public static partial void LeftOut(this ILogger log, int count);
}
