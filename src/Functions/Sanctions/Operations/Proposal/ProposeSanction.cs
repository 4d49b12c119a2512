using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Operations;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;
using Oversight.Sanctions;
using Oversight.Settings;

namespace Oversight.Functions.Sanctions.Operations.Proposal;

/// <summary>Proposes a sanction because of what a review has found.</summary>
internal sealed class ProposeSanction(SanctionGrounds grounds, SanctionDesk desk)
    : ReviewOperation<ReviewCommand.ProposeSanction>
{
    private static readonly OwnChoiceField Step = new("step", "Vilket steg?")
    {
        Required = true,
        Hint = "Stegen är de som avtalsformen och avtalet tillåter, det lindrigaste först.",
    };

    private static readonly SeveralField Services = new("services", "Vilka insatser gäller det?", null)
    {
        Required = true,
    };

    private static readonly SeveralField Findings = new("findings", "Vilka brister är grunden?", null)
    {
        Required = true,
    };

    private static readonly WordsField Reason = Why(
        "Grunder", "Varför räcker inte något lindrigare? Skriv inga uppgifter om kunder.");

    public override OperationName Name { get; } = new("propose-sanction", "foresla-sanktion");

    public override string Title => "Föreslå sanktion eller åtgärdskrav";

    public override string Button => "Spara förslaget";

    public override string Summary =>
        "Föreslår en sanktion, eller ett åtgärdskrav på egen produktion, med de steg som avtalet tillåter. Förslaget "
            + "kommuniceras och beslutas för sig.";

    public override string Done =>
        "Förslaget är sparat. Nästa steg är att skriva tjänsteskrivelsen: den nås från avsnittet Sanktioner.";

    public override int Rank => 170;

    protected override bool ReachesProvider => true;

    public override IReadOnlyList<Field> Fields { get; } = [Step, Services, Findings, Reason];

    public override string Lead(OpenReview open) =>
        "Systemet föreslår ett steg utifrån bristerna och tidigare beslut. Du väljer, och nämnden eller delegaten "
            + "beslutar.";

    public override bool Fits(OpenReview open) => base.Fits(open) && open.Review.Findings.Count > 0;

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenReview open, Field field, CancellationToken cancellation)
    {
        if (field == Findings)
            return ReviewWords.Findings([.. open.Review.ByGravity]);
        if (await grounds.ChoiceAsync(open, cancellation) is not { } choice)
            return [];
        if (field == Services)
            return [.. choice.Services.Select(
                service => new Choice(service.Value, open.InForce.Settings.Codes(CodeLists.Services).Text(service)))];
        return field == Step
            ? [.. choice.Ladder.Steps.Select(step => new Choice(step.Id.Value, step.Text, Help(step, open)))]
            : null;
    }

    /// <summary>The step that the system proposes, every service and every finding that is open.</summary>
    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenReview open, CancellationToken cancellation)
    {
        if (await grounds.ChoiceAsync(open, cancellation) is not { } choice)
            return new Dictionary<string, IReadOnlyList<string>>();
        var earlier = await desk.OfProviderAsync(open.Board, open.Review.Unit.ProviderId, cancellation);
        var gravest = open.Review.Findings.Select(finding => finding.Severity).DefaultIfEmpty(0).Max();
        var suggested = choice.Ladder.Suggest(
            gravest,
            [.. earlier.Where(row => row.Unit.UnitId == open.Review.Unit.UnitId && row.EndedOn is null)
                .Select(row => row.Step)]);
        return new Dictionary<string, IReadOnlyList<string>>
        {
            [Step.Name] = [suggested?.Id.Value ?? ""],
            [Services.Name] = [.. choice.Services.Select(service => service.Value)],
            [Findings.Name] =
            [
                .. open.Review.Findings.Where(finding => finding.IsOpen)
                    .Select(finding => ReviewWords.Digits(finding.Number)),
            ],
        };
    }

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(MakeAsync(open, values, texts, cancellation));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.SanctionProposed proposed
            ? new Told(
                $"{proposed.Terms.Text} föreslagen",
                [("Brister", string.Join(", ", proposed.Findings.Select(ReviewWords.Count)))], proposed.Grounds)
            : null;

    private async Task<ReviewCommand> MakeAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation)
    {
        var choice = await grounds.ChoiceOrNoneAsync(open, cancellation);
        return new ReviewCommand.ProposeSanction(
            SanctionIds.Next(open),
            Code(values, Step), [.. values.All(Services).Select(code => new CodeId(code))],
            [.. values.All(Findings).Select(Number)], texts.Add(values, Reason), choice, open.Setup);
    }

    /// <summary>0 is the number of no finding, and refused at the field.</summary>
    private static int Number(string typed) =>
        int.TryParse(typed, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Help(SanctionStep step, OpenReview open)
    {
        var words = new ReviewWords(open.InForce.Settings, open.Setup.Rules);
        string?[] parts =
        [
            step.DecidedBy is { } role
                ? $"Beslutas av {Identity.RoleNames.Title(role).ToLowerInvariant()} på delegation, "
                    + $"punkt {step.DelegationPoint}."
                : $"Beslutas av {words.Board(open.Board)}.",
            step.SeverityFrom > 1 ? $"Kräver en brist av grad {step.SeverityFrom} eller högre." : null,
            step.ClaimDays is { } days ? $"Ska begäras inom {days} dagar från rapporten." : null,
            step.Consult ? "En kommunjurist hörs först." : null,
            step.Condition,
        ];
        return string.Join(' ', parts.OfType<string>());
    }
}
