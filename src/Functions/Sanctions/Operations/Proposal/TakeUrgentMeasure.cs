using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Operations;
using Oversight.Functions.Texts;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions.Operations.Proposal;

/// <summary>Decides on an omedelbar åtgärd at once, before the review has come to findings.</summary>
internal sealed class TakeUrgentMeasure(SanctionGrounds grounds) : ReviewOperation<ReviewCommand.TakeUrgentMeasure>
{
    private static readonly WordsField Measure = UrgentFields.Measure();

    private static readonly WordsField Reason = Why("Varför kan den inte vänta?", "Skriv inga uppgifter om kunder.");

    private static readonly DayField Until = UrgentFields.Until();

    private static readonly SeveralField Services = new("services", "Vilka insatser gäller det?", null)
    {
        Required = true,
    };

    public override OperationName Name { get; } = new("take-urgent-measure", "omedelbar-atgard");

    public override string Title => "Besluta om omedelbar åtgärd";

    public override string Button => "Fatta beslutet";

    public override string Summary =>
        "Beslutar på delegation om en omedelbar åtgärd innan granskningen har kommit fram till brister. Den gäller "
            + "till en viss dag.";

    public override string Done =>
        "Beslutet är fattat och anmäls vid nämndens nästa sammanträde. Underrätta verksamheten: det görs från "
            + "avsnittet Sanktioner.";

    public override int Rank => 171;

    public override Permission Permission => Permission.DecideSanctions;

    protected override bool ReachesProvider => true;

    public override IReadOnlyList<Field> Fields { get; } = [Measure, Reason, Until, Services];

    public override string Lead(OpenReview open) =>
        "Bara när kundernas säkerhet kräver det. Enheten får inga nya kunder så länge åtgärden gäller. När dagen har "
            + "passerat ska den hävas eller förlängas.";

    public override bool IsFor(OpenReview open) => IsForBoard(open)
        && open.InForce.Settings.SanctionRulesOn(open.Today).Ladders.SelectMany(ladder => ladder.Steps).Any(
            step => step.AtOnce && step.DecidedBy == Access.ActingRole(open.User, Permission, open.Board));

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenReview open, Field field, CancellationToken cancellation) =>
        field != Services ? null
        : await grounds.ChoiceAsync(open, cancellation) is { } choice
            ? [.. choice.Services.Select(service => new Choice(
                service.Value, open.InForce.Settings.Codes(CodeLists.Services).Text(service)))]
            : [];

    /// <summary>Every service of the unit.</summary>
    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenReview open, CancellationToken cancellation) =>
        await grounds.ChoiceAsync(open, cancellation) is { } choice
            ? new Dictionary<string, IReadOnlyList<string>>
            {
                [Services.Name] = [.. choice.Services.Select(service => service.Value)],
            }
            : new Dictionary<string, IReadOnlyList<string>>();

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(MakeAsync(open, values, texts, cancellation));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.UrgentMeasureTaken { Measure: var taken }
            ? new Told(
                $"{taken.Terms.Text} beslutad", [("Gäller till och med", Day(taken.Until))], taken.Measure,
                taken.Reason)
            : null;

    private async Task<ReviewCommand> MakeAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new ReviewCommand.TakeUrgentMeasure(
            SanctionIds.Next(open), [.. values.All(Services).Select(code => new CodeId(code))],
            texts.Add(values, Measure), texts.Add(values, Reason), values.Read(Until),
            await grounds.ChoiceOrNoneAsync(open, cancellation), open.Setup);
}
