using System.Collections.Frozen;

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

    public static Decision<DocumentEvent> Decide(DocumentState state, DocumentCommand command, CommandContext context) => (state, command) switch
    {
        (DocumentState.Absent, DocumentCommand.AddVersion add) => Begin(add, context.Actor.Role),
        (DocumentState.Absent, _) => new Refusal(DocumentRefusals.NotFound),
        (DocumentState.Kept kept, DocumentCommand.AddVersion add) => Add(kept, add, context.Actor.Role),
        (DocumentState.Kept kept, DocumentCommand.ChangeStatus change) => Move(kept, change.Status),
        (DocumentState.Kept kept, DocumentCommand.Register register) => Register(kept, register.Number.Trim()),
        (DocumentState.Kept kept, DocumentCommand.MarkConfidential mark) => Mark(kept, mark, context.Today),
        _ => throw new InvalidOperationException($"No rule for {command.GetType().Name}."),
    };

    public static DocumentState Evolve(DocumentState state, DocumentEvent happened) => (state, happened) switch
    {
        (DocumentState.Absent, DocumentEvent.Created e) =>
            new DocumentState.Kept(e.Board, e.Type, DocumentStatus.WorkingMaterial, null, null, []),
        (DocumentState.Kept kept, DocumentEvent.VersionAdded e) =>
            kept with { Versions = [.. kept.Versions, new DocumentVersion(e.Number, e.Title, e.Date, e.IsDraft, e.MadeBy, e.Files)] },
        (DocumentState.Kept kept, DocumentEvent.StatusChanged e) => kept with { Status = e.To },
        (DocumentState.Kept kept, DocumentEvent.Registered e) => kept with { RegistrationNumber = e.Number },
        (DocumentState.Kept kept, DocumentEvent.MarkedConfidential e) => kept with { Confidentiality = e.Mark },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    private static Decision<DocumentEvent> Begin(DocumentCommand.AddVersion add, Role role)
    {
        if (add.Files.Count == 0)
            return new Refusal(DocumentRefusals.FileMissing);
        List<DocumentEvent> events = [new DocumentEvent.Created(add.Board, add.Type), Version(1, add, role)];
        if (add.Status != DocumentStatus.WorkingMaterial)
            events.Add(new DocumentEvent.StatusChanged(DocumentStatus.WorkingMaterial, add.Status));
        return Decision.Accept(events);
    }

    private static Decision<DocumentEvent> Add(DocumentState.Kept kept, DocumentCommand.AddVersion add, Role role)
    {
        var moves = add.Status != kept.Status;
        List<Refusal> reasons = [];
        if (add.Files.Count == 0)
            reasons.Add(new Refusal(DocumentRefusals.FileMissing));
        if (add.Board != kept.Board || add.Type != kept.Type)
            reasons.Add(new Refusal(DocumentRefusals.OtherBoard));
        if (moves && !Onwards[kept.Status].Contains(add.Status))
            reasons.Add(NotAllowed(kept.Status, add.Status));
        if (SameFiles(kept.Latest.Files, add.Files) && !moves)
            return Decision.Unless(reasons, () => Decision.Accept<DocumentEvent>());
        if (Onwards[kept.Status].Length == 0)
            reasons.Add(new Refusal(DocumentRefusals.Closed));
        return Decision.Unless<DocumentEvent>(reasons, () =>
        {
            List<DocumentEvent> events = [Version(kept.Latest.Number + 1, add, role)];
            if (moves)
                events.Add(new DocumentEvent.StatusChanged(kept.Status, add.Status));
            return Decision.Accept(events);
        });
    }

    private static Decision<DocumentEvent> Move(DocumentState.Kept kept, DocumentStatus to)
    {
        if (to == kept.Status)
            return Decision.Accept<DocumentEvent>();
        if (!Onwards[kept.Status].Contains(to))
            return NotAllowed(kept.Status, to);
        return new DocumentEvent.StatusChanged(kept.Status, to);
    }

    private static Decision<DocumentEvent> Register(DocumentState.Kept kept, string number)
    {
        if (number.Length == 0)
            return new Refusal(DocumentRefusals.NumberMissing, "number");
        if (number.Length > LongestNumber)
            return new Refusal(DocumentRefusals.NumberTooLong, "number", $"{LongestNumber}");
        return number == kept.RegistrationNumber ? Decision.Accept<DocumentEvent>() : new DocumentEvent.Registered(number);
    }

    private static Decision<DocumentEvent> Mark(DocumentState.Kept kept, DocumentCommand.MarkConfidential mark, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(mark.Provision))
            return new Refusal(DocumentRefusals.ProvisionMissing, "provision");
        if (kept.Confidentiality is { } earlier && earlier.Provision == mark.Provision && earlier.Authority == mark.Authority)
            return Decision.Accept<DocumentEvent>();
        return new DocumentEvent.MarkedConfidential(new ConfidentialityMark(mark.Provision.Trim(), today, mark.Authority));
    }

    private static DocumentEvent.VersionAdded Version(int number, DocumentCommand.AddVersion add, Role role) =>
        new(number, add.Title, add.Date, add.IsDraft, role, add.Files);

    private static Refusal NotAllowed(DocumentStatus from, DocumentStatus to) =>
        new(DocumentRefusals.StatusNotAllowed, "status", $"{from}", $"{to}");

    private static bool SameFiles(IReadOnlyList<DocumentFile> first, IReadOnlyList<DocumentFile> second) =>
        first.Select(file => (file.Format, file.Sha256)).Order().SequenceEqual(second.Select(file => (file.Format, file.Sha256)).Order());
}
