using Oversight.Providers;
using static Oversight.Core.Tests.Providers.RandomRegister;

namespace Oversight.Core.Tests.Providers;

public class ProviderDeciderTests
{
    private static readonly OrganisationNumber Number = OrganisationNumber.FromValue("5560160680");

    [Fact]
    [Trait("Requirement", "R113")]
    public void Documents_use_the_name_and_the_owner_of_their_day()
    {
        var provider = Fold(Registered(), new ProviderCommand.Rename(new DateOnly(2024, 3, 1), "Nytt namn AB"));
        provider = Fold(provider, new ProviderCommand.ChangeOwnership(new DateOnly(2025, 1, 1), Ownership.NonProfit));
        provider.NameOn(new DateOnly(2024, 2, 29)).ShouldBe("Omsorg AB");
        provider.NameOn(new DateOnly(2024, 3, 1)).ShouldBe("Nytt namn AB");
        provider.OwnerOn(new DateOnly(2024, 12, 31)).ShouldBe(Ownership.Private);
        provider.OwnerOn(new DateOnly(2025, 1, 1)).ShouldBe(Ownership.NonProfit);
    }

    [Fact]
    public void A_change_never_comes_before_one_that_is_recorded()
    {
        var provider = Fold(Registered(), new ProviderCommand.Rename(new DateOnly(2024, 3, 1), "Nytt namn AB"));
        Refused(provider, new ProviderCommand.Rename(new DateOnly(2024, 2, 1), "Mellannamn AB"))
            .ShouldBe(RegisterRefusals.ChangeBeforeLast);
    }

    [Fact]
    public void A_change_in_the_future_is_refused() =>
        Refused(Registered(), new ProviderCommand.Rename(Today.AddDays(1), "Framtid AB"))
            .ShouldBe(RegisterRefusals.DateInFuture);

    [Fact]
    public void A_sole_traders_number_is_not_in_the_event()
    {
        var personal = OrganisationNumber.FromValue("1212121212");
        var decision = ProviderDecider.Decide(ProviderState.Initial,
            new ProviderCommand.Register("Firma", personal, Ownership.Private), Context);
        var registered = ((Decision<ProviderEvent>.Accepted)decision).Events.Single()
            .ShouldBeOfType<ProviderEvent.Registered>();
        registered.Number.ShouldBeNull();
    }

    [Theory]
    [Trait("Requirement", "R23")]
    [InlineData(Ownership.Municipal, AgreementForm.Kundval)]
    [InlineData(Ownership.Private, AgreementForm.Understanding)]
    public void An_understanding_is_for_the_municipalitys_own_production_and_nothing_else_is(
        Ownership ownership, AgreementForm form)
    {
        var provider = Fold(ProviderState.Initial, new ProviderCommand.Register("Omsorg", Number, ownership));
        Refused(provider, Sign(form)).ShouldBe(ProviderRefusals.FormNotForOwner);
    }

    [Fact]
    [Trait("Requirement", "R24")]
    public void A_direct_award_needs_its_delegate() =>
        Refused(Registered(), Sign(AgreementForm.DirectAward)).ShouldBe(ProviderRefusals.DelegateMissing);

    [Fact]
    [Trait("Requirement", "R21")]
    [Trait("Requirement", "R22")]
    public void An_agreement_keeps_its_terms_of_every_day()
    {
        var sign = Sign(AgreementForm.Kundval);
        var provider = Fold(Registered(), sign);
        var longer = sign.Terms with { ValidTo = new DateOnly(2030, 12, 31) };
        provider = Fold(provider,
            new ProviderCommand.ChangeAgreement(sign.AgreementId, new DateOnly(2026, 6, 1), longer, Rules));
        provider.Agreement(sign.AgreementId)!.TermsOn(new DateOnly(2026, 5, 31)).ShouldBe(sign.Terms);
        provider.Agreement(sign.AgreementId)!.TermsOn(new DateOnly(2026, 6, 1)).ShouldBe(longer);
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public void An_agreement_belongs_to_a_board_that_exists() =>
        Refused(Registered(), Sign(AgreementForm.Kundval) with { Board = new BoardId("byggnamnden") })
            .ShouldBe(ProviderRefusals.BoardUnknown);

    private static ProviderState.Registered Registered() =>
        Fold(ProviderState.Initial, new ProviderCommand.Register("Omsorg AB", Number, Ownership.Private));

    internal static ProviderCommand.SignAgreement Sign(AgreementForm form) => new(
        Id.Derive("u1", "agreement"), "HT-1", form, new CodeId("hemtjanst"), new BoardId("aldrenamnden"),
        new AgreementTerms([new CodeId("hemtjanst")], [new CodeId("aldre")], new DateOnly(2024, 1, 1),
            new DateOnly(2027, 12, 31)), Rules);

    private static string Refused(ProviderState state, ProviderCommand command) =>
        ProviderDecider.Decide(state, command, Context).ShouldBeOfType<Decision<ProviderEvent>.Refused>().Reasons
            .Single().Code;
}
