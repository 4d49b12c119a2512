using Oversight.Providers;
using static Oversight.Core.Tests.Providers.RandomRegister;
using static Oversight.Core.Tests.Providers.RegisterScenario;

namespace Oversight.Core.Tests.Providers;

/// <summary>One command at a time, and exactly what is answered.</summary>
public class ProviderAnswerTests
{
    private static readonly DateOnly Changed = new(2025, 6, 1);
    private static readonly Id Unknown = Id.Derive("u1", "unknown");

    public static TheoryData<ProviderCommand, string> OfNobody => new()
    {
        { NewProvider, "Registered" },
        { NewProvider with { Name = " " }, "name:register.text-missing" },
        { NewProvider with { Name = new string('x', 120) }, "Registered" },
        { NewProvider with { Name = new string('x', 121) }, "name:register.text-too-long(120)" },
        { new ProviderCommand.Rename(Changed, "Nytt AB"), "provider.not-registered" },
        { new ProviderCommand.ChangeOwnership(Changed, Ownership.NonProfit), "provider.not-registered" },
        { Sign, "provider.not-registered" },
        { new ProviderCommand.ChangeAgreement(AgreementId, Changed, Terms, Rules), "provider.not-registered" },
    };

    public static TheoryData<ProviderCommand, string> OfRegistered => new()
    {
        { NewProvider, "provider.already-registered" },
        { new ProviderCommand.Rename(Changed, "Nytt AB"), "Renamed" },
        { new ProviderCommand.Rename(Changed, "Omsorg AB"), "" },
        { new ProviderCommand.Rename(Today, "Nytt AB"), "Renamed" },
        { new ProviderCommand.Rename(Today.AddDays(1), ""), "name:register.text-missing from:register.date-in-future" },
        { new ProviderCommand.Rename(Changed, new string('x', 121)), "name:register.text-too-long(120)" },
        { new ProviderCommand.ChangeOwnership(Changed, Ownership.NonProfit), "OwnershipChanged" },
        { new ProviderCommand.ChangeOwnership(Changed, Ownership.Private), "" },
        { new ProviderCommand.ChangeOwnership(Today.AddDays(1), Ownership.NonProfit), "from:register.date-in-future" },
        { Sign, "AgreementSigned" },
        { Sign with { Key = "" }, "key:register.text-missing" },
        { Sign with { Key = new string('x', 40) }, "AgreementSigned" },
        { Sign with { Key = new string('x', 41) }, "key:register.text-too-long(40)" },
        { Sign with { Board = new BoardId("byggnamnden") }, "board:provider.board-unknown" },
        { Sign with { Area = new CodeId("park") }, "area:register.code-unknown(park)" },
        { Sign with { Form = AgreementForm.Procured }, "AgreementSigned" },
        { Sign with { Form = AgreementForm.Understanding }, "form:provider.form-not-for-owner" },
        { Signed(terms => terms with { Services = [] }), "services:register.code-missing" },
        { Signed(terms => terms with { Services = [new("park")] }), "services:register.code-unknown(park)" },
        { Signed(terms => terms with { TargetGroups = [] }), "AgreementSigned" },
        {
            Signed(terms => terms with { TargetGroups = [new("katter")] }), "targetGroups:register.code-unknown(katter)"
        },
        { Signed(terms => terms with { ValidTo = Begun.AddDays(-1) }), "validTo:register.ends-before-it-begins" },
        { Signed(terms => terms with { DiaryNumber = new string('x', 40) }), "AgreementSigned" },
        { Signed(terms => terms with { DiaryNumber = new string('x', 41) }), "diaryNumber:register.text-too-long(40)" },
        { Direct(null), "responsibleDelegate:provider.delegate-missing" },
        { Direct(" "), "responsibleDelegate:provider.delegate-missing" },
        { Direct(new string('x', 120)), "AgreementSigned" },
        { Direct(new string('x', 121)), "responsibleDelegate:register.text-too-long(120)" },
        {
            new ProviderCommand.ChangeAgreement(AgreementId, Changed, Terms, Rules),
            "agreementId:provider.agreement-unknown"
        },
    };

    public static TheoryData<ProviderCommand, string> OfSigned => new()
    {
        { Sign, "" },
        { Sign with { AgreementId = Unknown }, "key:provider.agreement-key-taken" },
        { Sign with { AgreementId = Unknown, Key = "ht\u20131" }, "key:provider.agreement-key-taken" },
        { Sign with { AgreementId = Unknown, Key = "HT-2" }, "AgreementSigned" },
        {
            new ProviderCommand.ChangeAgreement(Unknown, Changed, Terms, Rules),
            "agreementId:provider.agreement-unknown"
        },
        { new ProviderCommand.ChangeAgreement(AgreementId, Changed, Terms, Rules), "" },
        {
            new ProviderCommand.ChangeAgreement(AgreementId, Changed, Terms with { ValidTo = null }, Rules),
            "AgreementChanged"
        },
        {
            new ProviderCommand.ChangeAgreement(
                AgreementId, Today.AddDays(1), Terms with { ValidTo = Begun.AddDays(-1) }, Rules),
            "from:register.date-in-future validTo:register.ends-before-it-begins"
        },
    };

    [Theory, MemberData(nameof(OfNobody))]
    public void Before_it_is_registered(ProviderCommand command, string answer) =>
        Answer(ProviderState.Initial, command).ShouldBe(answer);

    [Theory, MemberData(nameof(OfRegistered))]
    public void Of_a_registered_provider(ProviderCommand command, string answer) =>
        Answer(AfterProvider(), command).ShouldBe(answer);

    [Theory, MemberData(nameof(OfSigned))]
    public void Of_a_provider_with_an_agreement(ProviderCommand command, string answer) =>
        Answer(AfterProvider(Sign), command).ShouldBe(answer);

    [Fact]
    public void An_owner_that_has_changed_decides_which_forms_there_are()
    {
        var municipal = AfterProvider(new ProviderCommand.ChangeOwnership(Changed, Ownership.Municipal));
        Answer(municipal, Sign).ShouldBe("form:provider.form-not-for-owner");
        Answer(municipal, Sign with { Form = AgreementForm.Understanding }).ShouldBe("AgreementSigned");
    }

    [Fact]
    public void What_a_list_has_dropped_may_stay_in_an_agreement_and_not_come_into_one()
    {
        var dropped = Rules with
        {
            Services = new Dictionary<string, string>(),
            TargetGroups = new Dictionary<string, string>()
        };
        var change = new ProviderCommand.ChangeAgreement(AgreementId, Changed, Terms with { ValidTo = null }, dropped);
        Answer(AfterProvider(Sign), change).ShouldBe("AgreementChanged");
        Answer(AfterProvider(), Sign with { Rules = dropped })
            .ShouldBe("services:register.code-unknown(hemtjanst) targetGroups:register.code-unknown(aldre)");
    }

    [Fact]
    public void A_provider_is_what_has_happened_to_it()
    {
        var other = Sign with { AgreementId = Unknown, Key = "HT-2" };
        var changed = Terms with { Services = [new("hemtjanst"), new("ledsagarservice")], ValidTo = null };
        var provider = AfterProvider(
            Sign, other, new ProviderCommand.ChangeAgreement(AgreementId, Changed, changed, Rules),
            new ProviderCommand.Rename(Changed, "Nytt AB"),
            new ProviderCommand.ChangeOwnership(Changed, Ownership.NonProfit));
        provider.Number.ShouldBe(NewProvider.Number);
        provider.IsSoleTrader.ShouldBeFalse();
        provider.Agreements.Select(agreement => (agreement.Id, agreement.Key))
            .ShouldBe([(AgreementId, "HT-1"), (Unknown, "HT-2")]);
        provider.Agreement(Unknown)!.Terms.ShouldBe(Terms);
        provider.Agreement(Id.Derive("u1", "none")).ShouldBeNull();
        provider.Facts(ProviderId, provider.Agreement(AgreementId)!).ShouldBe(Facts with
        {
            ProviderName = "Nytt AB",
            Ownership = Ownership.NonProfit,
            Services = changed.Services,
            ValidTo = null,
        });
    }

    [Fact]
    public void Only_a_sole_trader_has_no_number_in_the_record()
    {
        var trader = Fold(ProviderState.Initial,
            NewProvider with { Number = OrganisationNumber.FromValue("1212121212") });
        trader.Number.ShouldBeNull();
        trader.IsSoleTrader.ShouldBeTrue();
    }

    [Fact]
    public void Nothing_happens_to_a_provider_that_is_not_registered() =>
        Should.Throw<InvalidOperationException>(
            () => ProviderDecider.Evolve(ProviderState.Initial, new ProviderEvent.Renamed(Changed, "x")))
            .Message.ShouldBe("Renamed cannot follow Unknown.");

    [Fact]
    public void Terms_are_in_force_on_their_days_and_the_same_whatever_the_order_of_their_codes()
    {
        Terms.IsValidOn(Begun.AddDays(-1)).ShouldBeFalse();
        Terms.IsValidOn(Begun).ShouldBeTrue();
        Terms.IsValidOn(new DateOnly(2027, 12, 31)).ShouldBeTrue();
        Terms.IsValidOn(new DateOnly(2028, 1, 1)).ShouldBeFalse();
        (Terms with { ValidTo = null }).IsValidOn(DateOnly.MaxValue).ShouldBeTrue();

        CodeId[] codes = [new("a"), new("b")];
        var terms = Terms with { Services = codes, TargetGroups = codes };
        var turned = Terms with { Services = [.. codes.Reverse()], TargetGroups = [.. codes.Reverse()] };
        terms.ShouldBe(turned);
        terms.GetHashCode().ShouldBe(turned.GetHashCode());
        foreach (var other in new AgreementTerms?[]
        {
            terms with { Services = [codes[0]] }, terms with { Services = [.. codes, codes[0]] },
            terms with { TargetGroups = [codes[1]] },
            terms with { Services = [codes[0], new("c")] }, terms with { ValidFrom = Changed },
            terms with { ValidTo = null },
            terms with { ResponsibleDelegate = "x" }, terms with { DiaryNumber = "x" }, null,
        })
        {
            terms.Equals(other).ShouldBeFalse();
        }
    }

    private static ProviderCommand.SignAgreement Signed(Func<AgreementTerms, AgreementTerms> change) =>
        Sign with { Terms = change(Terms) };

    private static ProviderCommand.SignAgreement Direct(string? who) =>
        Signed(terms => terms with { ResponsibleDelegate = who }) with { Form = AgreementForm.DirectAward };
}
