using Oversight.Providers;
using static Oversight.Core.Tests.Providers.RandomRegister;
using static Oversight.Core.Tests.Providers.RegisterScenario;

namespace Oversight.Core.Tests.Providers;

/// <summary>One command at a time, and exactly what is answered.</summary>
public class UnitAnswerTests
{
    private static readonly DateOnly Changed = new(2025, 6, 1);
    private static readonly Id Bo = Id.Derive("u1", "bo");
    private static readonly AgreementFacts Other =
        Facts with { AgreementId = Id.Derive("u1", "other"), ProviderId = Id.Derive("u1", "other provider") };

    public static TheoryData<UnitCommand, string> OfNobody => new()
    {
        { NewUnit, "Registered" },
        { NewUnit with { Count = Count, Manager = Appoint }, "Registered CustomersCounted ManagerAppointed" },
        {
            NewUnit with { Count = Count with { Customers = -1, Children = null }, Manager = Appoint },
            "customers:unit.customers-out-of-range(100000)"
        },
        { NewUnit with { Count = Count, Manager = Appoint with { Name = "" } }, "managerName:register.text-missing" },
        { NewUnit with { Key = "" }, "key:register.text-missing" },
        { NewUnit with { Key = new string('x', 41) }, "key:register.text-too-long(40)" },
        { NewUnit with { Name = "" }, "name:register.text-missing" },
        { NewUnit with { Name = new string('x', 121) }, "name:register.text-too-long(120)" },
        { NewUnit with { Key = "", Name = "" }, "key:register.text-missing name:register.text-missing" },
        { Detailed(details => details with { Address = null }), "Registered" },
        { Detailed(details => details with { Address = new string('x', 200) }), "Registered" },
        { Detailed(details => details with { Address = new string('x', 201) }), "address:register.text-too-long(200)" },
        { Detailed(details => details with { Services = [] }), "services:register.code-missing" },
        {
            Detailed(details => details with { Services = [new("ledsagarservice")] }),
            "services:unit.service-not-in-agreement(ledsagarservice)"
        },
        {
            Detailed(details => details with { Services = [new("hemtjanst"), new("park")] }),
            "services:register.code-unknown(park) services:unit.service-not-in-agreement(park)"
        },
        { Detailed(details => details with { TargetGroups = [] }), "Registered" },
        {
            Detailed(details => details with { TargetGroups = [new("katter")] }),
            "targetGroups:register.code-unknown(katter)"
        },
        { Detailed(details => details with { ValidTo = Begun.AddDays(-1) }), "validTo:register.ends-before-it-begins" },
        { Detailed(details => details with { ValidFrom = new DateOnly(2027, 12, 31) }), "Registered" },
        {
            Detailed(details => details with { ValidFrom = new DateOnly(2028, 1, 1) }),
            "validFrom:unit.outside-agreement"
        },
        { NewUnit with { Licence = new Licence(true, "IVO 1", Begun) }, "Registered" },
        { NewUnit with { Licence = new Licence(true, null, null) }, "Registered" },
        { NewUnit with { Licence = new Licence(true, null, Begun) }, "licenceNumber:unit.licence-number-missing" },
        { NewUnit with { Licence = new Licence(false, new string('x', 60), null) }, "Registered" },
        {
            NewUnit with { Licence = new Licence(false, new string('x', 61), null) },
            "licenceNumber:register.text-too-long(60)"
        },
        {
            NewUnit with { Licence = new Licence(true, "IVO 1", Today.AddDays(1)) },
            "licenceGrantedOn:register.date-in-future"
        },
        { new UnitCommand.Rename(Changed, "Ny"), "unit.not-registered" },
        { Count, "unit.not-registered" },
        { new UnitCommand.FollowAgreement(Facts), "unit.not-registered" },
    };

    public static TheoryData<UnitCommand, string> OfRegistered => new()
    {
        { NewUnit, "unit.already-registered" },
        { new UnitCommand.Rename(Changed, "Ny"), "Renamed" },
        { new UnitCommand.Rename(Changed, "Enheten"), "" },
        { new UnitCommand.Rename(Today.AddDays(1), " "), "name:register.text-missing from:register.date-in-future" },
        { new UnitCommand.Rename(Changed, new string('x', 121)), "name:register.text-too-long(120)" },
        { new UnitCommand.ChangeDetails(Changed, Details, Rules), "" },
        { new UnitCommand.ChangeDetails(Changed, Details with { Address = "Nygatan 2" }, Rules), "DetailsChanged" },
        {
            new UnitCommand.ChangeDetails(Today.AddDays(1), Details with { Services = [] }, Rules),
            "from:register.date-in-future services:register.code-missing"
        },
        { new UnitCommand.RecordLicence(new Licence(false, null, null)), "" },
        { new UnitCommand.RecordLicence(new Licence(true, "IVO 1", Begun)), "LicenceRecorded" },
        {
            new UnitCommand.RecordLicence(new Licence(true, "IVO 1", Today.AddDays(1))),
            "licenceGrantedOn:register.date-in-future"
        },
        { new UnitCommand.FollowAgreement(Facts), "" },
        { new UnitCommand.FollowAgreement(Facts with { ProviderName = "Nytt AB" }), "AgreementFollowed" },
        { new UnitCommand.FollowAgreement(Other), "" },
        { new UnitCommand.TakeOver(Changed, Facts), "agreementId:unit.same-agreement" },
        { new UnitCommand.TakeOver(Changed, Other), "TakenOver" },
        { new UnitCommand.TakeOver(Changed, Other with { ValidFrom = Changed, ValidTo = Changed }), "TakenOver" },
        {
            new UnitCommand.TakeOver(Changed, Other with { ValidFrom = Changed.AddDays(1) }),
            "from:unit.outside-agreement"
        },
        {
            new UnitCommand.TakeOver(Changed, Other with { ValidTo = Changed.AddDays(-1) }),
            "from:unit.outside-agreement"
        },
        { new UnitCommand.TakeOver(Today.AddDays(1), Other), "from:register.date-in-future" },
        {
            new UnitCommand.TakeOver(Changed, Other with { Services = [new("ledsagarservice")] }),
            "agreementId:unit.service-not-in-agreement(hemtjanst)"
        },
        { Count with { Customers = 0, Children = 0 }, "CustomersCounted" },
        { Count with { Customers = 100_000, Children = 100_000 }, "CustomersCounted" },
        { Count with { Customers = 100_001 }, "customers:unit.customers-out-of-range(100000)" },
        { Count with { Customers = -1, Children = null }, "customers:unit.customers-out-of-range(100000)" },
        { Count with { Children = -1 }, "children:unit.customers-out-of-range(100000)" },
        { Count with { Children = 100_001 }, "children:unit.customers-out-of-range(100000)" },
        { Count with { Children = 40 }, "CustomersCounted" },
        { Count with { Children = 41 }, "children:unit.more-children-than-customers" },
        { Count with { On = Today.AddDays(1) }, "countedOn:register.date-in-future" },
        { Appoint, "ManagerAppointed" },
        { Appoint with { Name = new string('x', 121) }, "managerName:register.text-too-long(120)" },
        { Appoint with { From = new DateOnly(1900, 1, 1) }, "managerFrom:register.date-out-of-range" },
        { Appoint with { NoticeOn = Today.AddDays(1) }, "managerNoticeOn:register.date-in-future" },
        { Appoint with { From = Today }, "ManagerAppointed" },
        { Appoint with { From = Today.AddDays(1) }, "managerNoticeOn:unit.notice-missing" },
        { Appoint with { From = Today.AddDays(1), NoticeOn = Today }, "ManagerAppointed" },
        { new UnitCommand.RecordManagerNotice(Bo, Changed), "managerKey:unit.manager-unknown" },
    };

    public static TheoryData<UnitCommand, string> OfManaged => new()
    {
        { Count, "" },
        { Count with { Customers = 41 }, "CustomersCounted" },
        { Count with { On = Today.AddDays(-1) }, "countedOn:register.change-before-last(2026-11-20)" },
        { Appoint, "" },
        { Appoint with { Key = Bo }, "ManagerAppointed" },
        { Appoint with { From = Begun.AddDays(-1) }, "managerFrom:register.change-before-last(2024-01-01)" },
        { new UnitCommand.RecordManagerNotice(Appoint.Key, Changed), "ManagerNoticeRecorded" },
        {
            new UnitCommand.RecordManagerNotice(Appoint.Key, Today.AddDays(1)),
            "managerNoticeOn:register.date-in-future"
        },
        { new UnitCommand.RecordManagerNotice(Bo, Changed), "managerKey:unit.manager-unknown" },
    };

    [Theory, MemberData(nameof(OfNobody))]
    public void Before_it_is_registered(UnitCommand command, string answer) =>
        Answer(UnitState.Initial, command).ShouldBe(answer);

    [Theory, MemberData(nameof(OfRegistered))]
    public void Of_a_registered_unit(UnitCommand command, string answer) =>
        Answer(AfterUnit(), command).ShouldBe(answer);

    [Theory, MemberData(nameof(OfManaged))]
    public void Of_a_unit_with_a_count_and_a_manager(UnitCommand command, string answer) =>
        Answer(AfterUnit(Count, Appoint), command).ShouldBe(answer);

    [Fact]
    public void What_a_list_has_dropped_may_stay_in_a_unit_and_a_service_also_when_its_agreement_has_it()
    {
        var dropped = Rules with
        {
            Services = new Dictionary<string, string>(),
            TargetGroups = new Dictionary<string, string>()
        };
        Answer(AfterUnit(), new UnitCommand.ChangeDetails(Changed, Details with { Address = null }, dropped))
            .ShouldBe("DetailsChanged");
        Answer(UnitState.Initial, NewUnit with { Rules = dropped })
            .ShouldBe("targetGroups:register.code-unknown(aldre)");
    }

    [Fact]
    public void A_notice_that_is_recorded_once_more_says_nothing_new()
    {
        var unit = AfterUnit(Appoint, new UnitCommand.RecordManagerNotice(Appoint.Key, Changed));
        Answer(unit, new UnitCommand.RecordManagerNotice(Appoint.Key, Changed)).ShouldBe("");
        unit.Manager!.NoticeOn.ShouldBe(Changed);
        var two = AfterUnit(Appoint, Appoint with { Key = Bo, From = Changed },
            new UnitCommand.RecordManagerNotice(Bo, Changed));
        two.Managers.Select(manager => manager.NoticeOn).ShouldBe([null, Changed]);
    }

    [Fact]
    public void A_change_of_manager_is_to_be_notified_within_the_days_of_the_rules()
    {
        var next = Appoint with { Key = Bo, From = Changed, Rules = Rules with { ManagerNoticeDays = 7 } };
        var unit = AfterUnit(Appoint, next);
        unit.Managers.ShouldBe(
        [
            new ManagerTerm(Appoint.Key, Begun, null, null, ProviderId),
            new ManagerTerm(Bo, Changed, null, Changed.AddDays(7), ProviderId),
        ]);
        unit.ManagerOn(Begun.AddDays(-1)).ShouldBeNull();
        unit.ManagerOn(Changed.AddDays(-1))!.Key.ShouldBe(Appoint.Key);
        unit.ManagerOn(Changed)!.Key.ShouldBe(Bo);
        AfterUnit(Appoint, Appoint with { Key = Bo }).Managers.Single()
            .ShouldBe(new ManagerTerm(Bo, Begun, null, null, ProviderId));
    }

    [Fact]
    public void A_unit_is_what_has_happened_to_it()
    {
        var licence = new Licence(true, "IVO 1", Begun);
        var unit = AfterUnit(
            Count with { On = Changed }, Count with { Customers = 39 }, Count, new UnitCommand.Rename(Changed, "Ny"),
            new UnitCommand.ChangeDetails(Changed, Details with { Address = "Nygatan 2" }, Rules),
            new UnitCommand.RecordLicence(licence));
        (unit.Key, unit.NameOn(Begun), unit.NameOn(Changed)).ShouldBe(("E-1", "Enheten", "Ny"));
        unit.Counts.ShouldBe([new CustomerCount(Changed, 40, 12), new CustomerCount(Today, 40, 12)]);
        unit.Count.ShouldBe(new CustomerCount(Today, 40, 12));
        unit.Details.Address.ShouldBe("Nygatan 2");
        unit.Licence.ShouldBe(licence);
        AfterUnit().Count.ShouldBeNull();
        AfterUnit().Manager.ShouldBeNull();
        AfterUnit(new UnitCommand.FollowAgreement(Facts with { ProviderName = "Nytt AB" })).Agreement.ProviderName
            .ShouldBe("Nytt AB");
    }

    [Fact]
    public void Nothing_happens_to_a_unit_that_is_not_registered() =>
        Should.Throw<InvalidOperationException>(
            () => UnitDecider.Evolve(UnitState.Initial, new UnitEvent.Renamed(Changed, "x")))
            .Message.ShouldBe("Renamed cannot follow Unknown.");

    [Fact]
    public void A_unit_runs_from_the_day_of_its_present_provider_to_the_first_of_two_ends()
    {
        AfterUnit().WithProviderSince.ShouldBeNull();
        AfterUnit().RunsFrom.ShouldBe(Begun);
        AfterUnit(new UnitCommand.TakeOver(Changed, Other)).RunsFrom.ShouldBe(Changed);
        AfterUnit(new UnitCommand.TakeOver(Changed, Other with { ProviderId = ProviderId })).WithProviderSince
            .ShouldBeNull();
        AfterUnit(new UnitCommand.TakeOver(Begun, Other),
            new UnitCommand.TakeOver(Changed, Other with { AgreementId = AgreementId }))
            .WithProviderSince.ShouldBe(Begun);

        var end = new DateOnly(2026, 6, 30);
        Ending(null, null).ShouldBeNull();
        Ending(end, null).ShouldBe(end);
        Ending(null, end).ShouldBe(end);
        Ending(end, end.AddDays(1)).ShouldBe(end);
        Ending(end.AddDays(1), end).ShouldBe(end);
    }

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(false, "IVO 1", false)]
    [InlineData(true, "IVO 1", false)]
    [InlineData(true, null, true)]
    public void A_licence_is_missing_where_it_is_required(bool isRequired, string? number, bool isMissing) =>
        new Licence(isRequired, number, null).IsMissing.ShouldBe(isMissing);

    [Fact]
    public void Details_and_facts_are_the_same_whatever_the_order_of_their_codes()
    {
        CodeId[] codes = [new("a"), new("b")];
        var details = Details with { Services = codes, TargetGroups = codes };
        var turned = Details with { Services = [.. codes.Reverse()], TargetGroups = [.. codes.Reverse()] };
        details.ShouldBe(turned);
        details.GetHashCode().ShouldBe(turned.GetHashCode());
        foreach (var other in new UnitDetails?[]
        {
            details with { Address = null }, details with { ValidFrom = Changed }, details with { ValidTo = Changed },
            details with { Services = [codes[0]] }, details with { TargetGroups = [codes[0]] }, null,
        })
        {
            details.Equals(other).ShouldBeFalse();
        }

        var facts = Facts with { Services = codes };
        facts.ShouldBe(facts with { Services = [.. codes.Reverse()] });
        facts.GetHashCode().ShouldBe((facts with { Services = [.. codes.Reverse()] }).GetHashCode());
        foreach (var other in new AgreementFacts?[]
        {
            facts with { Services = [codes[0]] }, facts with { ProviderId = AgreementId },
            facts with { ProviderName = "x" },
            facts with { Ownership = Ownership.NonProfit }, facts with { AgreementId = ProviderId },
            facts with { AgreementKey = "x" },
            facts with { Form = AgreementForm.Procured }, facts with { Area = new("x") },
            facts with { Board = new("x") },
            facts with { ValidFrom = Changed }, facts with { ValidTo = null }, null,
        })
        {
            facts.Equals(other).ShouldBeFalse();
        }
    }

    private static UnitCommand.Register Detailed(Func<UnitDetails, UnitDetails> change) =>
        NewUnit with { Details = change(Details) };

    private static DateOnly? Ending(DateOnly? unit, DateOnly? agreement) => Fold(UnitState.Initial, NewUnit with
    {
        Agreement = Facts with { ValidTo = agreement },
        Details = Details with { ValidTo = unit },
    }).RunsTo;
}
