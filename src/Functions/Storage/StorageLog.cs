using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(2001, LogLevel.Warning, "Stream {StreamId} was written but not projected; its mark stays for the worker.")]
    internal static partial void ProjectionFailed(ILogger logger, Exception failure, string streamId);

    [LoggerMessage(2002, LogLevel.Information, "Stream {StreamId} is projected to version {Version} after a request broke off.")]
    internal static partial void MadeUpProjection(ILogger logger, string streamId, int version);

    [LoggerMessage(2003, LogLevel.Warning, "The mark of stream {StreamId} could not be removed; the worker will.")]
    internal static partial void MarkNotRemoved(ILogger logger, Exception failure, string streamId);

    [LoggerMessage(2004, LogLevel.Information, "The append to stream {StreamId} had succeeded although its answer was lost.")]
    internal static partial void AnswerWasLost(ILogger logger, string streamId);

    [LoggerMessage(2005, LogLevel.Error, "The rebuild {RebuildId} could not project stream {StreamId}; its rows stay as they were.")]
    internal static partial void RebuildSkipped(ILogger logger, Exception failure, string rebuildId, string streamId);

    [LoggerMessage(2006, LogLevel.Information, "The rebuild {RebuildId} is done: {Streams} streams, {Swept} rows swept, {Failed} streams failed.")]
    internal static partial void RebuildDone(ILogger logger, string rebuildId, int streams, int swept, int failed);

    [LoggerMessage(2007, LogLevel.Information, "{Count} private texts were removed: the commands that they were written for never came.")]
    internal static partial void TextsSwept(ILogger logger, int count);
}
