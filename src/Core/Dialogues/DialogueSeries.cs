namespace Oversight.Dialogues;

/// <summary>What has become of a series of kvalitetsdialoger.</summary>
public enum DialogueStatus
{
    [StoredName("notOpened")]
    NotOpened,

    [StoredName("open")]
    Open,

    /// <summary>avslutad</summary>
    [StoredName("ended")]
    Ended,
}

/// <summary>
/// dialogserie: the regular meetings with those who have agreements in one area (R43), and what they have agreed to
/// develop (R44).
/// </summary>
public sealed record DialogueSeries
{
    public required BoardId Board { get; init; }

    /// <summary>avtalsområde: a code of <see cref="Settings.CodeLists.AgreementAreas"/>.</summary>
    public required CodeId Area { get; init; }

    /// <summary>A title, as a unit has a name; nobody is named in it.</summary>
    public required string Name { get; init; }

    public required DialogueLead Lead { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public IReadOnlyList<DialogueParticipant> Participants { get; init; } = [];

    public IReadOnlyList<DialogueOccasion> Occasions { get; init; } = [];

    public IReadOnlyList<DevelopmentArea> Areas { get; init; } = [];
}

/// <summary>samordnare: who leads the series.</summary>
/// <param name="UserId">Entra object id.</param>
/// <param name="Name">Where the name is kept.</param>
public sealed record DialogueLead(string UserId, TextReference Name);

/// <summary>A unit that takes part, as the register had it when it was chosen.</summary>
public sealed record DialogueParticipant(Id UnitId, string Name, Id ProviderId, string ProviderName);

/// <param name="Series">Null only before it is opened.</param>
public sealed record DialogueState(DialogueStatus Status, DialogueSeries? Series)
{
    public static DialogueState Initial { get; } = new(DialogueStatus.NotOpened, null);
}

/// <summary>The longest that is taken, in characters, by the settings of the day.</summary>
/// <param name="Line">Of a line.</param>
/// <param name="Text">Of a longer text.</param>
public sealed record DialogueLimits(int Line, int Text);

/// <summary>Not members of the stored types, so that nothing derived is ever stored.</summary>
public static class DialogueConclusions
{
    extension(DialogueSeries series)
    {
        public DialogueOccasion? OccasionOf(int? number) =>
            series.Occasions.FirstOrDefault(occasion => occasion.Number == number);

        public DevelopmentArea? AreaOf(int? number) => series.Areas.FirstOrDefault(area => area.Number == number);

        /// <summary>Those whom an occasion is for: all, or the one whose own meeting it is.</summary>
        public IReadOnlyList<DialogueParticipant> For(DialogueOccasion occasion) =>
            occasion.With is { } one ? [one] : series.Participants;

        /// <summary>Those whom an occasion is for and who have not been invited to it.</summary>
        public IReadOnlyList<DialogueParticipant> NotInvited(DialogueOccasion occasion) =>
            [.. series.For(occasion).Where(one => occasion.Invited.All(known => known.UnitId != one.UnitId))];

        /// <summary>
        /// The development areas that an occasion may speak of. What one participant has agreed to in a meeting of its
        /// own is nobody else's: it stands only where that participant sits alone.
        /// </summary>
        public IReadOnlyList<DevelopmentArea> AreasOf(DialogueOccasion occasion) =>
        [
            .. series.Areas.Where(area =>
                area.With is null ? occasion.With is null : area.With.UnitId == occasion.With?.UnitId),
        ];

        internal DialogueSeries With(DialogueOccasion changed) => series with
        {
            Occasions = [.. series.Occasions.Select(known => known.Number == changed.Number ? changed : known)],
        };

        internal DialogueSeries With(DevelopmentArea changed) => series with
        {
            Areas = [.. series.Areas.Select(known => known.Number == changed.Number ? changed : known)],
        };
    }
}

/// <summary>What follows from an occasion; not stored.</summary>
public static class OccasionConclusions
{
    extension(DialogueOccasion occasion)
    {
        /// <summary>It is planned or was held, and its minutes are not established.</summary>
        public bool IsOpen => occasion.Status != OccasionStatus.Cancelled && occasion.MinutesOn is null;

        /// <summary>Something that was said is written down, or what was agreed.</summary>
        public bool HasBegun(DialogueSeries series) => occasion.Notes.Count > 0
            || series.Areas.Any(area => area.Steps.Any(step => step.Occasion == occasion.Number));
    }
}
