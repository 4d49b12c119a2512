using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Oversight.Documents;

/// <summary>The rules of a kept document: versions are only added, the status only moves forward, a number may be corrected.</summary>
public static class DocumentDecider
{
    public const int LongestNumber = 60;

    /// <summary>Arbetsmaterial becomes upprättad and then expedierad; what is sent away is upprättad by that (TF 2 kap. 10 §).</summary>
    private static readonly FrozenDictionary<DocumentStatus, DocumentStatus[]> Onwards =
        new Dictionary<DocumentStatus, DocumentStatus[]>
        {
            [DocumentStatus.WorkingMaterial] = [DocumentStatus.Established, DocumentStatus.Dispatched],
            [DocumentStatus.Established] = [DocumentStatus.Dispatched],
            [DocumentStatus.Received] = [],
            [DocumentStatus.Dispatched] = [],
        }.ToFrozenDictionary();

    public static DocumentState Initial { get; } = new DocumentState.Absent();

    /// <summary>A received document is somebody else's and a dispatched one has left: neither is ever another version.</summary>
    public static bool TakesVersions(DocumentStatus status) => Onwards[status].Length > 0;

    /// <summary>Whether a version made from <paramref name="madeFrom"/> comes too late: one made from something newer stands.</summary>
    public static bool IsOvertaken(DocumentState.Kept kept, int? madeFrom) => madeFrom < kept.Latest.MadeFrom;

    public static bool IsNewer(int? madeFrom, DocumentState.Kept kept) => madeFrom is { } from && !(from <= kept.Latest.MadeFrom);

    public static Decision<DocumentEvent> Decide(DocumentState state, DocumentCommand command, CommandContext context) => (state, command) switch
    {
        (DocumentState.Absent, DocumentCommand.AddVersion add) => Begin(add, context.Actor.Role),
        (DocumentState.Absent, _) => new Refusal(DocumentRefusals.NotFound),
        (DocumentState.Kept kept, DocumentCommand.AddVersion add) => Add(kept, add, context.Actor.Role),
        (DocumentState.Kept kept, DocumentCommand.Register register) =>
            Register(kept, register with { Number = TypedText.Code(register.Number) }, context.Actor.Role),
        _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
    };

    public static DocumentState Evolve(DocumentState state, DocumentEvent happened) => (state, happened) switch
    {
        (DocumentState.Absent, DocumentEvent.Created e) =>
            new DocumentState.Kept(e.Board, e.Type, e.TypeText, DocumentStatus.WorkingMaterial, null, null, []),
        (DocumentState.Kept kept, DocumentEvent.VersionAdded e) =>
            kept with
            {
                Versions =
                [
                    .. kept.Versions,
                    new DocumentVersion(
                        e.Number, e.Title, e.Date, e.IsDraft, e.MadeBy, e.Files,
                        e.Content ?? DocumentContents.Before(kept.Type, e.IsDraft), e.MadeFrom),
                ],
            },
        (DocumentState.Kept kept, DocumentEvent.ContentChanged e) => kept with
        {
            Versions = [.. kept.Versions.Select(version => version.Number == e.Number ? version with { Content = e.Content } : version)],
        },
        (DocumentState.Kept kept, DocumentEvent.Confirmed e) =>
            kept with { Versions = [.. kept.Versions.SkipLast(1), kept.Latest with { MadeFrom = e.MadeFrom }] },
        (DocumentState.Kept kept, DocumentEvent.StatusChanged e) => kept with { Status = e.To },
        (DocumentState.Kept kept, DocumentEvent.Registered e) => kept with { RegistrationNumber = e.Number },
        (DocumentState.Kept kept, DocumentEvent.MarkedConfidential e) => kept with { Confidentiality = e.Mark },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    private static Decision<DocumentEvent> Begin(DocumentCommand.AddVersion add, Role role) => add.Files.Count == 0
        ? new Refusal(DocumentRefusals.FileMissing)
        : Decision.Accept<DocumentEvent>(
        [
            new DocumentEvent.Created(add.Board, add.Type, add.TypeText),
            .. Version(1, add, DocumentStatus.WorkingMaterial, null, role),
        ]);

    private static Decision<DocumentEvent> Add(DocumentState.Kept kept, DocumentCommand.AddVersion add, Role role)
    {
        if (add.Board != kept.Board || add.Type != kept.Type)
            return new Refusal(DocumentRefusals.OtherBoard);
        if (add.Files.Count == 0)
            return new Refusal(DocumentRefusals.FileMissing);
        if (IsOvertaken(kept, add.MadeFrom))
            return Decision.Accept<DocumentEvent>();
        if (add.Status == kept.Status && SameFiles(kept.Latest.Files, add.Files))
            return Decision.Accept(Same(kept, add));
        if (!TakesVersions(kept.Status))
            return new Refusal(DocumentRefusals.Closed);
        if (add.Status != kept.Status && !Onwards[kept.Status].Contains(add.Status))
            return new Refusal(DocumentRefusals.StatusNotAllowed, "status", $"{kept.Status}", $"{add.Status}");
        return Decision.Accept(Version(kept.Latest.Number + 1, add, kept.Status, kept.Confidentiality, role));
    }

    /// <summary>The same files again: what may be new is who reads them, and what they tell of.</summary>
    private static List<DocumentEvent> Same(DocumentState.Kept kept, DocumentCommand.AddVersion add)
    {
        List<DocumentEvent> events = [];
        if (add.Content != kept.Latest.Content)
            events.Add(new DocumentEvent.ContentChanged(kept.Latest.Number, add.Content));
        if (IsNewer(add.MadeFrom, kept))
            events.Add(new DocumentEvent.Confirmed(add.MadeFrom!.Value));
        return events;
    }

    private static List<DocumentEvent> Version(
        int number, DocumentCommand.AddVersion add, DocumentStatus status, ConfidentialityMark? mark, Role role)
    {
        List<DocumentEvent> events =
            [new DocumentEvent.VersionAdded(number, add.Title, add.Date, add.IsDraft, role, add.Files, add.MadeFrom, add.Content)];
        if (add.Status != status)
            events.Add(new DocumentEvent.StatusChanged(status, add.Status));
        if (add.Confidentiality is { } made && made != mark)
            events.Add(new DocumentEvent.MarkedConfidential(made));
        return events;
    }

    private static Decision<DocumentEvent> Register(DocumentState.Kept kept, DocumentCommand.Register command, Role role)
    {
        var number = command.Number;
        if (number.Length == 0)
            return new Refusal(DocumentRefusals.NumberMissing, "number");
        if (number.Length > LongestNumber)
            return new Refusal(DocumentRefusals.NumberTooLong, "number", $"{LongestNumber}");
        if (!Regex.IsMatch(number, command.Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))
            return new Refusal(DocumentRefusals.NumberForm, "number", command.Example);
        if (number == kept.RegistrationNumber)
            return Decision.Accept<DocumentEvent>();
        var registered = new DocumentEvent.Registered(number);
        if (!TakesVersions(kept.Status) || command.Files.Count == 0)
            return registered;
        var latest = kept.Latest;
        return Decision.Accept<DocumentEvent>(
            registered,
            new DocumentEvent.VersionAdded(
                latest.Number + 1, latest.Title, latest.Date, latest.IsDraft, role, command.Files, latest.MadeFrom, latest.Content));
    }

    private static bool SameFiles(IReadOnlyList<DocumentFile> first, IReadOnlyList<DocumentFile> second) =>
        first.Select(file => (file.Format, file.Sha256)).Order().SequenceEqual(second.Select(file => (file.Format, file.Sha256)).Order());
}
