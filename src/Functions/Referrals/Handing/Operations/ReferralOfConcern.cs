using Oversight.Functions.Concerns;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews.Operations.Matters;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Identity;
using Oversight.Functions.Web;
using Oversight.Referrals;
using Oversight.Reviews;

namespace Oversight.Functions.Referrals;

/// <summary>A concern that brings an överlämnande.</summary>
public sealed record ReferralScene(OpenConcern Concern) : IConcernScene
{
    public SignedInUser User => Concern.User;

    public SettingsInForce InForce => Concern.InForce;
}

/// <summary>Proposes an överlämnande because of a concern, before there is any review.</summary>
internal sealed class ReferralOfConcern(ConcernDesk concerns, ReferralDesk desk, StockholmTime time)
    : OfConcern<ReferralScene>(concerns)
{
    public override OperationName Name { get; } = new("propose-referral-of-concern", "overlamnande");

    public override string Title => "Föreslå ett överlämnande till en annan myndighet";

    public override string Button => "Föreslå överlämnandet";

    public override string Summary =>
        "Föreslår att uppgifter överlämnas till en annan myndighet på grund av en synpunkt. Den som har delegationen "
            + "beslutar.";

    public override string Done => "Överlämnandet är föreslaget. Det står i Att göra hos den som beslutar.";

    public override IReadOnlyList<Field> Fields => ReferralFields.All;

    public override string ApiFunction => ReferralFunctions.CreateApiName;

    public override Type ApiAnswer => typeof(ReferralDetails);

    protected override ReferralScene SceneOf(OpenConcern concern) => new(concern);

    public override string Form(ReferralScene scene) => ReferralFunctions.FormOf(scene.Concern.Address);

    public override string Lead(ReferralScene scene) =>
        "Det behövs ingen granskning först. Är synpunkten spärrad är också överlämnandet det: bara de som läser "
            + "synpunkten ser det.";

    public override async Task<Outcome<Made>> RunAsync(
        ReferralScene scene, FieldValues values, NewIdentity identity, Envelope envelope,
        CancellationToken cancellation)
    {
        if (UnitOf(scene) is not { } unit)
            return new Outcome<Made>.Refused([new Refusal(ReferralRefusals.NoUnit)]);
        var texts = await desk.Stream.DraftAsync(Name.Name, envelope, cancellation);
        var settings = scene.InForce.Settings;
        var command = new ReferralCommand.ProposeOfConcern(
            unit, scene.Concern.Id, ReferralFields.Proposal(values, texts), ReferralRules.Of(settings),
            settings.IvoRulesOn(envelope.Context.Today));
        if (values.Unreadable(
            () => ReferralDecider.Decide(ReferralState.Initial, command, envelope.Context)) is { } reasons)
            return new Outcome<Made>.Refused(reasons);
        var outcome = await desk.Stream.CreateAsync(identity.Id, command, texts, envelope, cancellation);
        if (outcome is not Outcome<ReferralState>.Done { State.Referral: { } referral })
            return outcome.Of<ReferralState, Made>((_, _) => throw new InvalidOperationException("Not proposed."));
        var written = await desk.TextsAsync(identity.Id, referral, cancellation);
        return await outcome
            .Of((head, state) => new OpenReferral(new(head, state), scene.User, scene.InForce, written, time.Today()))
            .MadeAsync(
                open => open.Address, open => $"/api/v1/referrals/{open.Head.Id}",
                open => Task.FromResult<object>(ReferralDetails.Of(open)));
    }
}
