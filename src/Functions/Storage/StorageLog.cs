using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Storage;

internal static partial class StorageLog
{
    [LoggerMessage(2001, LogLevel.Warning,
        "Stream {StreamId} was written but not projected; its mark stays for the worker.")]
    internal static partial void ProjectionFailed(ILogger logger, Exception failure, string streamId);

    [LoggerMessage(2002, LogLevel.Information,
        "Stream {StreamId} is projected to version {Version} after a request broke off.")]
    internal static partial void MadeUpProjection(ILogger logger, string streamId, int version);

    [LoggerMessage(2003, LogLevel.Warning, "The mark of stream {StreamId} could not be removed; the worker will.")]
    internal static partial void MarkNotRemoved(ILogger logger, Exception failure, string streamId);

    [LoggerMessage(2004, LogLevel.Information,
        "The append to stream {StreamId} had succeeded although its answer was lost.")]
    internal static partial void AnswerWasLost(ILogger logger, string streamId);

    [LoggerMessage(2007, LogLevel.Information,
        "{Count} private texts were removed: the commands that they were written for never came.")]
    internal static partial void TextsSwept(ILogger logger, int count);

    [LoggerMessage(2012, LogLevel.Information,
        "{Count} files of {StreamId} were removed: the commands that they were written for never came.")]
    internal static partial void FilesSwept(ILogger logger, int count, string streamId);

    [LoggerMessage(2008, LogLevel.Warning, "The effect {Effect} of {StreamId} waits for a dependency.")]
    internal static partial void EffectWaits(ILogger logger, Exception failure, string effect, string streamId);

    [LoggerMessage(2009, LogLevel.Warning,
        "The effect {Effect} of {StreamId} did not reach version {Version} (failure {Failures} in a row).")]
    internal static partial void EffectFailed(
        ILogger logger, Exception failure, string effect, string streamId, int version, int failures);

    [LoggerMessage(2010, LogLevel.Error,
        "The effect {Effect} of {StreamId} was put aside before version {Version}: it failed too often.")]
    internal static partial void EffectPutAside(ILogger logger, string effect, string streamId, int version);

    [LoggerMessage(2011, LogLevel.Warning,
        "The effects of {StreamId} did not all come to an end; its mark stays for the worker.")]
    internal static partial void EffectsNotRun(ILogger logger, Exception failure, string streamId);
}
