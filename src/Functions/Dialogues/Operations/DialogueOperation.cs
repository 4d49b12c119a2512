using System.Globalization;
using Oversight.Dialogues;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Dialogues.Operations;

/// <summary>What an operation on a series adds to every operation.</summary>
public abstract class DialogueOperation : Operation<OpenDialogue>
{
    public override Permission Permission => Permission.LeadDialogues;

    public override bool IsFor(OpenDialogue open) => open.IsLed;

    public override bool Fits(OpenDialogue open) => open.State.Status == DialogueStatus.Open;

    public virtual DialogueCommand Command(OpenDialogue open, FieldValues values, OperationTexts texts) =>
        throw new NotSupportedException($"{Name.Name} reads something before it is a command.");

    public virtual ValueTask<DialogueCommand> CommandAsync(
        OpenDialogue open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(Command(open, values, texts));
}

/// <summary>What an operation on a meeting adds to every operation.</summary>
public abstract class OccasionOperation : Operation<OpenOccasion>
{
    public override Permission Permission => Permission.LeadDialogues;

    public override bool IsFor(OpenOccasion open) => open.Of.IsLed;

    public override bool Fits(OpenOccasion open) => open.Of.State.Status == DialogueStatus.Open
        && open.Occasion.IsOpen && FitsMeeting(open, open.Occasion);

    /// <summary>Whether the state of the meeting allows it, which is open.</summary>
    protected abstract bool FitsMeeting(OpenOccasion open, DialogueOccasion occasion);

    /// <summary>The day of the meeting has come.</summary>
    protected static bool HasCome(OpenOccasion open) => open.Occasion.Time.On <= open.Of.Today;

    public virtual DialogueCommand Command(OpenOccasion open, FieldValues values, OperationTexts texts) =>
        throw new NotSupportedException($"{Name.Name} reads something before it is a command.");

    public virtual ValueTask<DialogueCommand> CommandAsync(
        OpenOccasion open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(Command(open, values, texts));
}

/// <summary>When and where a meeting is.</summary>
internal static class TimeFields
{
    public static DayField On { get; } = new("on", "Dag") { Required = true };

    public static LineField From { get; } = new("from", "Börjar klockan")
    {
        Required = true,
        Width = 6,
        Longest = 5,
        Hint = "Till exempel 9.00",
        Sample = "09:00",
    };

    public static LineField Until { get; } = new("until", "Slutar klockan")
    {
        Required = true,
        Width = 6,
        Longest = 5,
        Hint = "Till exempel 11.00",
        Sample = "11:00",
    };

    public static WordsField Place { get; } = new("place", "Var?", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
        Hint = "Lokal och adress, eller länken till videomötet.",
    };

    public static WantedTime Read(FieldValues values, OperationTexts texts) => new(
        values.Read(On), Hour(values, From), Hour(values, Until), texts.Add(values, Place));

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Present(OpenOccasion open) =>
        new Dictionary<string, IReadOnlyList<string>>
        {
            [On.Name] = [open.Occasion.Time.On.ToString("O", CultureInfo.InvariantCulture)],
            [From.Name] = [DialogueWords.Hour(open.Occasion.Time.From)],
            [Until.Name] = [DialogueWords.Hour(open.Occasion.Time.Until)],
            [Place.Name] = [open.Of.Texts.Find(open.Occasion.Time.Place) ?? ""],
        };

    private static TimeOnly? Hour(FieldValues values, LineField field)
    {
        var typed = TypedText.Code(values.Text(field)).Replace('.', ':');
        if (typed.Length == 0)
            return null;
        if (TimeOnly.TryParseExact(
            typed, ["H:mm", "HH:mm", "HH:mm:ss", "H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            return hour;
        values.Refuse(OperationRefusals.ValueUnreadable, field.Name);
        return null;
    }
}

internal static class DialogueChoices
{
    public static IReadOnlyList<Choice> Of(IEnumerable<DialogueParticipant> participants) =>
    [
        .. participants.OrderBy(one => one.Name, SwedishOrder.Comparer)
            .Select(one => new Choice(one.UnitId.Value, one.Name, one.ProviderName)),
    ];

    public static IReadOnlyList<Choice> Of(IEnumerable<DevelopmentArea> areas, OpenDialogue open) =>
    [
        .. areas.Where(area => area.Status == AreaStatus.Open).Select(area => new Choice(
            area.Number.ToString(CultureInfo.InvariantCulture), open.Texts.Show(area.What),
            $"Senast {SwedishDates.Text(area.Until)}")),
    ];
}
