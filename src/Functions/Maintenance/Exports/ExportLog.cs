using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Maintenance.Exports;

internal static partial class ExportLog
{
    [LoggerMessage(2014, LogLevel.Information, "The export {ExportId} is whole: {Rows} rows in {Parts} parts.")]
    internal static partial void Whole(ILogger logger, string exportId, int rows, int parts);

    [LoggerMessage(2015, LogLevel.Information,
        "The export {ExportId} goes on where it was: {Parts} parts are written.")]
    internal static partial void GoesOn(ILogger logger, string exportId, int parts);

    [LoggerMessage(2016, LogLevel.Information, "The export {ExportId} was deleted: it was too old, or never whole.")]
    internal static partial void Deleted(ILogger logger, string exportId);
}
