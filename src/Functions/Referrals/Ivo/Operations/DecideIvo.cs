using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Referrals;
using Oversight.Settings;

namespace Oversight.Functions.Referrals.Operations;

/// <summary>Decides by delegation whether IVO is told.</summary>
internal sealed class DecideIvo : IvoOperation
{
    private static readonly YesNoField Report =
        new("report", "Ska IVO få en anmälan?", "Ja, anmäl", "Nej, anmäl inte") { Required = true };

    private static readonly OwnChoiceField Ground = new("ground", "Grund") { Required = true };

    private static readonly TickField Reassessed = new("reassessed", "Grunden är omprövad och håller inte")
    {
        Hint = "Krävs för ett nej när skyldigheten att anmäla gäller. Skriv varför i skälen.",
        OptionalInCalls = true,
    };

    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 5,
        Hint = "Skriv inga uppgifter om kunder. Skälen står i utkastet till anmälan.",
    };

    public override OperationName Name { get; } = new("decide", "besluta");

    public override string Title => "Ta ställning till en anmälan till IVO";

    public override string Button => "Fatta beslutet";

    public override string Summary => "Beslutar om IVO ska få en anmälan, på vilken grund och varför.";

    public override string Done => "Beslutet är fattat. Ska IVO få en anmälan finns ett utkast bland dokumenten.";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Fields { get; } = [Report, Ground, Reassessed, Reason];

    public override string Lead(OpenIvo open) => IvoWords.Duty(open.Position);

    public override bool Fits(OpenIvo open) => open.State.Status == IvoStatus.Open && open.MayDecide;

    /// <summary>The grounds of the day on which it was raised: earlier days follow the earlier law.</summary>
    public override IReadOnlyList<Choice>? ChoicesOf(OpenIvo open, Field field) => field == Ground
        ?
        [
            .. open.InForce.Settings.Codes(CodeLists.IvoGrounds).On(open.Position.RaisedOn)
                .Select(code => new Choice(code.Id.Value, code.Text, code.Help)),
        ]
        : null;

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenIvo open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>> { [Ground.Name] = [open.Position.Ground.Value] });

    public override IvoCommand Command(OpenIvo open, FieldValues values, OperationTexts texts) =>
        new IvoCommand.DecidePosition
        {
            Report = values.Read(Report),
            Ground = TypedText.Code(values.Text(Ground)) is { Length: > 0 } code ? new CodeId(code) : null,
            Reassessed = values.Read(Reassessed),
            Reason = texts.Add(values, Reason),
            Name = texts.Add("deciderName", open.User.Name),
            Grounds = open.InForce.Settings.Codes(CodeLists.IvoGrounds),
            Rules = open.InForce.Settings.IvoRulesOn(open.Today),
            Longest = open.InForce.Settings.Limits.Reason,
        };
}
