using System.Globalization;
using Oversight.Documents;
using Oversight.Functions.Search;
using Oversight.Functions.Storage;

namespace Oversight.Functions.Documents;

public static class DocumentStream
{
    public const string IndexPartition = "document-index";

    public static StreamKind<DocumentState, DocumentCommand, DocumentEvent> Kind { get; } = new()
    {
        Name = "document",
        Initial = DocumentDecider.Initial,
        Decide = DocumentDecider.Decide,
        Evolve = DocumentDecider.Evolve,
        Events = new EventTypes<DocumentEvent>()
            .Add<DocumentEvent.Created>("document.created.v1")
            .Add<DocumentEvent.VersionAdded>("document.version-added.v3")
            .Add<DocumentEvent.Confirmed>("document.confirmed.v1")
            .Add<DocumentEvent.StatusChanged>("document.status-changed.v1")
            .Add<DocumentEvent.Registered>("document.registered.v1")
            .Add<DocumentEvent.MarkedConfidential>("document.marked-confidential.v1")
            .Add<DocumentEvent.ContentChanged>("document.content-changed.v1")
            // v2 says what it was made from, v3 which reviews and concerns it tells of.
            .Upcast("document.version-added.v1", StoredJson.Read<DocumentEvent.VersionAdded>)
            .Upcast("document.version-added.v2", StoredJson.Read<DocumentEvent.VersionAdded>),
        ProjectionVersion = 6,
        Rows = [typeof(DocumentRow), typeof(DocumentIndexRow), typeof(FoundRow)],
        Project = Project,
        Containers = [DocumentFiles.Container],
    };

    public static string Partition(BoardId board) => $"documents|{board}";

    /// <summary>Those that are allmänna handlingar and have no diarienummer yet.</summary>
    public static string ToRegisterPartition(BoardId board) => $"documents-to-register|{board}";

    private static IEnumerable<ViewRow> Project(StreamHead head, DocumentState state)
    {
        if (state is not DocumentState.Kept { Versions.Count: > 0 } kept)
            yield break;
        var latest = kept.Latest;
        var created = head.CreatedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff'Z'", CultureInfo.InvariantCulture);
        var row = new DocumentRow
        {
            Id = head.Id,
            Reference = head.Id.Reference('D'),
            Board = kept.Board,
            Type = kept.Type,
            TypeText = kept.TypeText,
            Title = latest.Title,
            Date = latest.Date,
            Status = kept.Status,
            IsDraft = latest.IsDraft,
            RegistrationNumber = kept.RegistrationNumber,
            Confidentiality = kept.Confidentiality,
            Version = latest.Number,
            CreatedAt = head.CreatedAt,
            ChangedAt = head.ChangedAt,
            Content = latest.Content,
            Earlier = Earlier(kept),
            About = kept.About,
        };
        yield return new ViewRow(Partition(kept.Board), $"{created}-{head.Id}", row);
        if (kept.Status != DocumentStatus.WorkingMaterial && kept.RegistrationNumber is null)
            yield return new ViewRow(ToRegisterPartition(kept.Board), head.Id.Value, row);
        yield return new ViewRow(IndexPartition, head.Id.Value, new DocumentIndexRow(
            head.Id, kept.Board, kept.Type,
            [.. kept.Versions.Select(version =>
                new IndexedVersion(version.Number, version.Date, version.IsDraft, version.Files, version.Content))],
            kept.About));
        foreach (var found in DocumentSearch.RowsOf(head, kept))
            yield return found;
    }

    /// <summary>The latest version of every other class: the one for those who do not read the latest of all.</summary>
    private static List<EarlierVersion> Earlier(DocumentState.Kept kept) =>
    [
        .. kept.Versions.Reverse().DistinctBy(version => version.Content).Where(
            version => version.Content != kept.Latest.Content)
            .Select(version => new EarlierVersion(
                version.Content, version.Number, version.Title, version.Date, version.IsDraft)),
    ];
}
