using System.Globalization;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Planning;

namespace Oversight.Functions.Planning.Operations;

internal sealed class Adopt(Plans plans, StockholmTime time) : PlanOperation
{
    /// <summary>The version of the plan that the process owner has read.</summary>
    private static readonly NumberField Version = new("version", "Planens version")
    { Required = true, IsHidden = true };

    private static readonly DayField On = new("adoptedOn", "Fastställd den") { Required = true, NotAfterToday = true };

    private static readonly NameField<BoardOutcome> Outcome = new("outcome", "Nämndens beslut",
    [
        new Choice("established", "Nämnden har fastställt planen"),
        new Choice("noted", "Nämnden har noterat planen"),
    ])
    { Hint = "Lämna tomt om planen fastställs utan nämnden." };

    private static readonly LineField Paragraph = new("paragraph", "Paragraf i protokollet")
    { Longest = 20, Width = 10, Hint = "Till exempel § 12." };

    private static readonly WordsField Reason = new("reason", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Skriv inga personuppgifter.",
    };

    public override OperationName Name { get; } = new("adopt", "faststall");

    public override string Title => "Fastställ årsplanen";

    public override string Summary => "Processägaren fastställer den senaste versionen.";

    public override string Done => "Årsplanen är fastställd. Den ändras bara om den öppnas för revidering.";

    public override IReadOnlyList<Field> Fields { get; } = [Version, On, Outcome, Paragraph, Reason];

    public override bool Fits(OpenPlan open) => open.State is PlanState.Draft;

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenPlan open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>>
            {
                [Version.Name] = [open.Plan.Latest.Number.ToString(CultureInfo.InvariantCulture)],
                [On.Name] = [time.Today().ToString("O", CultureInfo.InvariantCulture)],
            });

    public override async Task<Outcome<PlanState>?> RunAsync(
        OpenPlan open, FieldValues values, Envelope envelope, CancellationToken cancellation)
    {
        var (version, outcome) = (values.Read(Version) ?? 0, values.Read(Outcome));
        var paragraph = values.Text(Paragraph) is { Length: > 0 } written ? written : null;
        if (values.Read(On) is { } on && values.Faults.Count == 0)
            return await plans.AdoptAsync(
                open, version, on, outcome, paragraph, values.Text(Reason), envelope, cancellation);
        if (values.Faults.Count == 0)
            values.Refuse(PlanFormRefusals.DayMissing, On.Name);
        return null;
    }
}
