using System.Globalization;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Planning;

namespace Oversight.Functions.Planning.Operations;

internal sealed class Finish(Plans plans) : PlanOperation
{
    /// <summary>The version of the plan that the process owner has read.</summary>
    private static readonly NumberField Version = new("version", "Planens version")
    { Required = true, IsHidden = true };

    private static readonly NameField<BoardOutcome> Proposal = new("proposal", "Vad föreslås nämnden göra?",
        [new Choice("established", "Fastställa planen"), new Choice("noted", "Notera planen")])
    { Required = true };

    public override OperationName Name { get; } = new("finish", "fardigstall");

    public override string Title => "Färdigställ för nämnden";

    public override string Summary =>
        "Processägaren färdigställer den senaste versionen. Den blir nämndens handling, med en tjänsteskrivelse.";

    public override string Done =>
        "Versionen är färdigställd. Planen och en tjänsteskrivelse finns bland nämndens handlingar.";

    public override bool IsEmbedded => false;

    public override int Rank => 10;

    public override IReadOnlyList<Field> Fields { get; } = [Version, Proposal];

    public override bool Fits(OpenPlan open) =>
        open.State is PlanState.Draft { Plan: var plan }
            && (plan.Presented is not { FinishedBy: not null } || plan.HasNewerDraft);

    public override string Lead(OpenPlan open) =>
        $"Version {open.Plan.Latest.Number} blir den som nämnden får. Den ligger kvar hos nämnden även om någon gör "
            + "ett nytt utkast, tills du färdigställer det.";

    public override Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenPlan open, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(
            new Dictionary<string, IReadOnlyList<string>>
            {
                [Version.Name] = [open.Plan.Latest.Number.ToString(CultureInfo.InvariantCulture)],
            });

    public override async Task<Outcome<PlanState>?> RunAsync(
        OpenPlan open, FieldValues values, Envelope envelope, CancellationToken cancellation) =>
        values.Read(Proposal) is { } proposal && values.Faults.Count == 0
            ? await plans.FinishAsync(open, values.Read(Version) ?? 0, proposal, envelope, cancellation)
            : Missing(values);

    private static Outcome<PlanState>? Missing(FieldValues values)
    {
        if (values.Faults.Count == 0)
            values.Refuse(PlanFormRefusals.ProposalMissing, Proposal.Name);
        return null;
    }
}
