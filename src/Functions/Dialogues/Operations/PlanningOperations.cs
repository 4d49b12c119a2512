using Oversight.Dialogues;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;

namespace Oversight.Functions.Dialogues.Operations;

/// <summary>Moves a meeting; those who are invited get a new letter.</summary>
internal sealed class MoveOccasion : OccasionOperation
{
    private static readonly WordsField Reason = new("reason", "Varför flyttas det?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
        Hint = "Skälet står i historiken och går inte ut till deltagarna.",
    };

    public override OperationName Name { get; } = new("move", "flytta");

    public override string Title => "Flytta mötet";

    public override string Summary => "Ger mötet en annan tid eller plats. De som är kallade får ett nytt brev.";

    public override string Done => "Mötet är flyttat. De som är kallade får ett nytt brev.";

    public override int Rank => 60;

    public override IReadOnlyList<Field> Fields { get; } =
        [TimeFields.On, TimeFields.From, TimeFields.Until, TimeFields.Place, Reason];

    protected override bool FitsMeeting(OpenOccasion open, DialogueOccasion occasion) =>
        occasion.Status == OccasionStatus.Planned && !occasion.HasBegun(open.Series);

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenOccasion open, CancellationToken cancellation) => Task.FromResult(TimeFields.Present(open));

    public override DialogueCommand Command(OpenOccasion open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.MoveOccasion
        {
            Occasion = open.Number,
            Time = TimeFields.Read(values, texts),
            Reason = texts.Add(values, Reason),
            Limits = open.Of.Limits,
        };
}

internal sealed class CancelOccasion : OccasionOperation
{
    private static readonly WordsField Reason = new("reason", "Varför ställs det in?", limits => limits.Reason)
    {
        Required = true,
        Rows = 3,
        Hint = "Skälet står i historiken och går inte ut till deltagarna.",
    };

    public override OperationName Name { get; } = new("cancel", "stall-in");

    public override string Title => "Ställ in mötet";

    public override string Summary => "Ställer in mötet. De som är kallade får veta det.";

    public override string Done => "Mötet är inställt. De som är kallade får veta det.";

    public override int Rank => 70;

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    protected override bool FitsMeeting(OpenOccasion open, DialogueOccasion occasion) =>
        occasion.Status == OccasionStatus.Planned && !occasion.HasBegun(open.Series);

    public override DialogueCommand Command(OpenOccasion open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.CancelOccasion
        {
            Occasion = open.Number,
            Reason = texts.Add(values, Reason),
            Limits = open.Of.Limits,
        };
}

/// <summary>Sends an invitation, with the agenda and the meeting for a calendar, to those who have none.</summary>
internal sealed class Invite : OccasionOperation
{
    public override OperationName Name { get; } = new("invite", "kalla");

    public override string Title => "Kalla deltagarna";

    public override string Button => "Skicka kallelsen";

    public override string Summary => "Skickar kallelse med dagordning till dem som inte har fått någon.";

    public override string Done => "Kallelserna skickas. Se Utskick om något brev inte kommer fram.";

    public override int Rank => 10;

    protected override bool FitsMeeting(OpenOccasion open, DialogueOccasion occasion) =>
        occasion.Status == OccasionStatus.Planned && occasion.Time.On >= open.Of.Today
        && open.Series.NotInvited(occasion).Count > 0;

    public override string Lead(OpenOccasion open) =>
        $"Kallelsen går till: {string.Join(", ", open.Series.NotInvited(open.Occasion).Select(one => one.Name))}. "
            + "I den står tid, plats och dagordning.";

    public override DialogueCommand Command(OpenOccasion open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.Invite { Occasion = open.Number };
}

internal sealed class AddPoint : OccasionOperation
{
    private static readonly WordsField What = new("what", "Vad ska ni tala om?", limits => limits.ShortText)
    {
        Required = true,
        IsLine = true,
        Hint = "Punkten står i kallelsen och i minnesanteckningarna. Skriv inget om kunder eller om en enskild "
            + "synpunkt.",
    };

    public override OperationName Name { get; } = new("add-point", "punkt");

    public override string Title => "Lägg till en punkt på dagordningen";

    public override string Link => "Lägg till en punkt";

    public override string Button => "Lägg till";

    public override string Summary => "Lägger till en egen punkt på mötets dagordning.";

    public override string Done => "Punkten står på dagordningen.";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Fields { get; } = [What];

    protected override bool FitsMeeting(OpenOccasion open, DialogueOccasion occasion) => true;

    public override DialogueCommand Command(OpenOccasion open, FieldValues values, OperationTexts texts) =>
        new DialogueCommand.AddPoint
        {
            Occasion = open.Number,
            What = texts.Add(values, What),
            Limits = open.Of.Limits,
        };
}
