namespace Oversight.Documents;

/// <summary>Every "no" about documents.</summary>
public static class DocumentRefusals
{
    public const string NotFound = "document.not-found";
    public const string OtherBoard = "document.other-board";
    public const string FileMissing = "document.file-missing";

    /// <summary>
    /// A received document is somebody else's, a dispatched one has left: neither gets another version.
    /// </summary>
    public const string Closed = "document.closed";

    /// <summary>Arguments: from, to.</summary>
    public const string StatusNotAllowed = "document.status-not-allowed";
    public const string NumberMissing = "document.number-missing";

    /// <summary>Argument: an example of the right form.</summary>
    public const string NumberForm = "document.number-form";

    /// <summary>Argument: the longest length.</summary>
    public const string NumberTooLong = "document.number-too-long";

    /// <summary>Argument: the formats there are.</summary>
    public const string FormatUnknown = "document.format-unknown";
    public const string VersionUnknown = "document.version-unknown";
    public const string BoardUnknown = "document.board-unknown";

    /// <summary>Argument: the statuses there are.</summary>
    public const string StatusUnknown = "document.status-unknown";
    public const string PageUnknown = "document.page-unknown";
}
