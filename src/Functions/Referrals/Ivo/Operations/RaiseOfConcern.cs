using Microsoft.AspNetCore.Http;
using Oversight.Functions.Concerns;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Referrals;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Referrals;

/// <summary>A concern that brings the question whether IVO is to be told.</summary>
public sealed record ConcernScene(OpenConcern Concern) : IConcernScene
{
    public SignedInUser User => Concern.User;

    public SettingsInForce InForce => Concern.InForce;
}

/// <summary>Raises the question because of a concern, before there is any review.</summary>
internal sealed class RaiseOfConcern(ConcernDesk concerns, IvoDesk desk, IvoUnits units, StockholmTime time)
    : OfConcern<ConcernScene>(concerns)
{
    private static readonly CodeField Ground = new("ground", "Grund", CodeLists.IvoGrounds) { Required = true };

    private static readonly WordsField Reason = new("reason", "Varför väcks frågan?", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Skriv inga uppgifter om kunder.",
    };

    public override OperationName Name { get; } = new("raise-ivo-question", "ivo");

    public override string Title => "Väck frågan om en anmälan till IVO";

    public override string Button => "Väck frågan";

    public override string Summary => "Väcker frågan om en anmälan till IVO på grund av en synpunkt.";

    public override string Done => "Frågan är väckt. Ställningstagandet står i Att göra hos den som beslutar.";

    public override IReadOnlyList<Field> Fields { get; } = [Ground, Reason];

    public override string ApiFunction => IvoFunctions.CreateApiName;

    public override Type ApiAnswer => typeof(IvoDetails);

    protected override ConcernScene SceneOf(OpenConcern concern) => new(concern);

    public override string Form(ConcernScene scene) => IvoFunctions.FormOf(scene.Concern.Address);

    public override string Lead(ConcernScene scene) =>
        "Att tillstånd saknas, eller att lämpligheten kan ifrågasättas, räcker: det behövs ingen granskning först.";

    public override async Task<Outcome<Made>> RunAsync(
        ConcernScene scene, FieldValues values, NewIdentity identity, Envelope envelope,
        CancellationToken cancellation)
    {
        if (UnitOf(scene) is not { } unit)
            return new Outcome<Made>.Refused([new Refusal(IvoRefusals.NoUnit)]);
        var known = await desk.OfBoardAsync(unit.Board, cancellation);
        if (known.Any(row => row.Status is IvoStatus.Open or IvoStatus.ToReport && row.Id != identity.Id
            && row.Review is null && row.Concerns.Contains(scene.Concern.Id)))
            return new Outcome<Made>.Refused([new Refusal(IvoRefusals.AlreadyOpen)]);
        var texts = await desk.Stream.DraftAsync(Name.Name, envelope, cancellation);
        var about = await units.AboutAsync(
            unit, [scene.Concern.Id], scene.InForce.Settings, envelope.Context.Today, cancellation);
        var command = new IvoCommand.RaiseOfConcern(
            values.Read(Ground), texts.Add(values, Reason), about, scene.InForce.Settings.Limits.Reason);
        if (values.Unreadable(() => IvoDecider.Decide(IvoState.Initial, command, envelope.Context)) is { } reasons)
            return new Outcome<Made>.Refused(reasons);
        var outcome = await desk.Stream.CreateAsync(identity.Id, command, texts, envelope, cancellation);
        if (outcome is not Outcome<IvoState>.Done { State.Position: { } position })
            return outcome.Of<IvoState, Made>((_, _) => throw new InvalidOperationException("It was not raised."));
        var written = await desk.TextsAsync(identity.Id, position, cancellation);
        return await outcome
            .Of((head, state) => new OpenIvo(new(head, state), scene.User, scene.InForce, written, time.Today()))
            .MadeAsync(
                open => open.Address, open => $"/api/v1/ivo-positions/{open.Head.Id}",
                open => Task.FromResult<object>(IvoDetails.Of(open)));
    }
}
