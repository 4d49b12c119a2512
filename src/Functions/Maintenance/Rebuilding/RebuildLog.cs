using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Maintenance.Rebuilding;

internal static partial class RebuildLog
{
    [LoggerMessage(2005, LogLevel.Error,
        "The rebuild {RebuildId} could not project stream {StreamId}; its rows stay as they were.")]
    internal static partial void RebuildSkipped(ILogger logger, Exception failure, string rebuildId, string streamId);

    [LoggerMessage(2006, LogLevel.Information,
        "The rebuild {RebuildId} is done: {Streams} streams, {Swept} rows swept, {Failed} streams failed.")]
    internal static partial void RebuildDone(ILogger logger, string rebuildId, int streams, int swept, int failed);

    [LoggerMessage(2013, LogLevel.Warning,
        "The rebuild {RebuildId} was started: the lists of {Kinds} were written by other code.")]
    internal static partial void RebuildNeeded(ILogger logger, string rebuildId, string kinds);
}
