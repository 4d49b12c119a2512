using Oversight.Providers;
using static Oversight.Core.Tests.Providers.RandomRegister;

namespace Oversight.Core.Tests.Providers;

/// <summary>
/// A provider, an agreement and a unit that nothing is wrong with, and short forms for what is asked of them.
/// </summary>
internal static class RegisterScenario
{
    public static readonly Id ProviderId = Id.Derive("u1", "provider");
    public static readonly Id AgreementId = Id.Derive("u1", "agreement");
    public static readonly DateOnly Begun = new(2024, 1, 1);

    public static readonly ProviderCommand.Register NewProvider =
        new("Omsorg AB", OrganisationNumber.FromValue("5560160680"), Ownership.Private);

    public static readonly AgreementTerms Terms =
        new([new("hemtjanst")], [new("aldre")], Begun, new DateOnly(2027, 12, 31));

    public static readonly ProviderCommand.SignAgreement Sign =
        new(AgreementId, "HT-1", AgreementForm.Kundval, new("hemtjanst"), new("aldrenamnden"), Terms, Rules);

    public static readonly AgreementFacts Facts = new()
    {
        ProviderId = ProviderId,
        ProviderName = "Omsorg AB",
        Ownership = Ownership.Private,
        AgreementId = AgreementId,
        AgreementKey = "HT-1",
        Form = AgreementForm.Kundval,
        Area = new("hemtjanst"),
        Board = new("aldrenamnden"),
        Services = [new("hemtjanst")],
        ValidFrom = Begun,
        ValidTo = new DateOnly(2027, 12, 31),
    };

    public static readonly UnitDetails Details = new("Storgatan 1", [new("hemtjanst")], [new("aldre")], Begun, null);

    public static readonly UnitCommand.Register NewUnit =
        new("E-1", "Enheten", Facts, Details, new Licence(false, null, null), Rules);

    public static readonly UnitCommand.CountCustomers Count = new(Today, 40, 12);

    public static readonly UnitCommand.AppointManager Appoint =
        new(Id.Derive("u1", "anna"), "Anna", Begun, null, Rules);

    public static ProviderState.Registered AfterProvider(params ProviderCommand[] commands) =>
        commands.Aggregate(Fold(ProviderState.Initial, NewProvider), (state, command) => Fold(state, command));

    public static UnitState.Registered AfterUnit(params UnitCommand[] commands) =>
        commands.Aggregate(Fold(UnitState.Initial, NewUnit), (state, command) => Fold(state, command));

    /// <summary>What is answered: the refusals, or the events.</summary>
    public static string Answer(ProviderState state, ProviderCommand command) =>
        ProviderDecider.Decide(state, command, Context) switch
        {
            Decision<ProviderEvent>.Refused refused => Written(refused.Reasons),
            Decision<ProviderEvent>.Accepted accepted =>
                string.Join(' ', accepted.Events.Select(happened => happened.GetType().Name)),
            _ => throw new InvalidOperationException(),
        };

    public static string Answer(UnitState state, UnitCommand command) =>
        UnitDecider.Decide(state, command, Context) switch
        {
            Decision<UnitEvent>.Refused refused => Written(refused.Reasons),
            Decision<UnitEvent>.Accepted accepted =>
                string.Join(' ', accepted.Events.Select(happened => happened.GetType().Name)),
            _ => throw new InvalidOperationException(),
        };

    public static string Written(IEnumerable<Refusal> refusals) => string.Join(' ', refusals.Select(RefusalText.Of));
}
