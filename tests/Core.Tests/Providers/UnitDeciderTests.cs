using Oversight.Providers;
using static Oversight.Core.Tests.Providers.RandomRegister;

namespace Oversight.Core.Tests.Providers;

public class UnitDeciderTests
{
    private static readonly Id FirstProvider = Id.Derive("u1", "provider-1");
    private static readonly Id SecondProvider = Id.Derive("u1", "provider-2");

    [Fact]
    [Trait("Requirement", "R114")]
    [Trait("Requirement", "R102")]
    public void A_change_of_manager_is_late_until_it_is_notified_and_stays_late_when_the_notice_came_late()
    {
        var unit = Appointed(Unit(), "anna", new DateOnly(2024, 1, 1), null);
        unit.Manager!.IsNoticeLate.ShouldBeFalse("the first manager known is no change");
        unit = Appointed(unit, "bo", new DateOnly(2026, 9, 1), null);
        unit.Manager!.IsNoticeLate.ShouldBeTrue();
        var inTime = Fold(unit, new UnitCommand.RecordManagerNotice(unit.Manager!.Key, new DateOnly(2026, 9, 1)));
        inTime.Manager!.IsNoticeLate.ShouldBeFalse();
        var late = Fold(unit, new UnitCommand.RecordManagerNotice(unit.Manager!.Key, new DateOnly(2026, 9, 2)));
        late.Manager!.IsNoticeLate.ShouldBeTrue();
        late.ManagerOn(new DateOnly(2025, 5, 5))!.Key.ShouldBe(Id.Derive("u1", "anna"));
    }

    [Fact]
    public void A_manager_to_come_is_known_only_by_a_notice() =>
        Refused(Unit(), new UnitCommand.AppointManager(Id.Derive("u1", "x"), "Namn", Today.AddDays(10), null, Rules))
            .ShouldBe(UnitRefusals.NoticeMissing);

    [Fact]
    [Trait("Requirement", "R113")]
    public void History_follows_the_unit_when_another_provider_takes_over()
    {
        var unit = Fold(Unit(), new UnitCommand.TakeOver(new DateOnly(2026, 2, 1), Facts(SecondProvider)));
        unit.ProviderOn(new DateOnly(2026, 1, 31)).ShouldBe(FirstProvider);
        unit.ProviderOn(new DateOnly(2026, 2, 1)).ShouldBe(SecondProvider);
        unit.WithProviderSince.ShouldBe(new DateOnly(2026, 2, 1));
        unit.RunsFrom.ShouldBe(new DateOnly(2026, 2, 1));
    }

    [Fact]
    public void A_unit_ends_with_its_agreement()
    {
        var unit = Fold(Unit(),
            new UnitCommand.FollowAgreement(Facts(FirstProvider) with { ValidTo = new DateOnly(2026, 12, 31) }));
        unit.RunsTo.ShouldBe(new DateOnly(2026, 12, 31));
    }

    [Theory]
    [InlineData(-1, null, UnitRefusals.CustomersOutOfRange)]
    [InlineData(100_001, null, UnitRefusals.CustomersOutOfRange)]
    [InlineData(5, 6, UnitRefusals.MoreChildrenThanCustomers)]
    public void Impossible_numbers_of_customers_are_refused(int customers, int? children, string code) =>
        Refused(Unit(), new UnitCommand.CountCustomers(Today, customers, children)).ShouldBe(code);

    [Fact]
    public void A_unit_offers_only_what_its_agreement_covers()
    {
        var command = Register() with
        { Details = Register().Details with { Services = [new CodeId("korttidsboende")] } };
        Refused(UnitState.Initial, command).ShouldBe(UnitRefusals.ServiceNotInAgreement);
    }

    [Fact]
    public void Work_that_needs_a_licence_and_has_none_is_seen()
    {
        Fold(UnitState.Initial, Register() with { Licence = new Licence(true, null, null) }).Licence.IsMissing
            .ShouldBeTrue();
        Unit().Licence.IsMissing.ShouldBeFalse();
    }

    private static UnitState.Registered Unit() => Fold(UnitState.Initial, Register());

    private static UnitCommand.Register Register() => new(
        "E-1", "Enheten", Facts(FirstProvider),
        new UnitDetails("Storgatan 1", [new CodeId("hemtjanst")], [], new DateOnly(2020, 1, 1), null),
        new Licence(false, null, null), Rules);

    private static AgreementFacts Facts(Id provider) => new()
    {
        ProviderId = provider,
        ProviderName = "Omsorg AB",
        Ownership = Ownership.Private,
        AgreementId = Id.Derive(provider.Value, "agreement"),
        AgreementKey = "A-1",
        Form = AgreementForm.Kundval,
        Area = new CodeId("hemtjanst"),
        Board = new BoardId("aldrenamnden"),
        Services = [new CodeId("hemtjanst")],
        ValidFrom = new DateOnly(2020, 1, 1),
        ValidTo = null,
    };

    private static UnitState.Registered Appointed(
        UnitState.Registered unit, string key, DateOnly from, DateOnly? notice) =>
        Fold(unit, new UnitCommand.AppointManager(Id.Derive("u1", key), "Namn Namnsson", from, notice, Rules));

    private static string Refused(UnitState state, UnitCommand command) =>
        UnitDecider.Decide(state, command, Context).ShouldBeOfType<Decision<UnitEvent>.Refused>().Reasons.Single().Code;
}
