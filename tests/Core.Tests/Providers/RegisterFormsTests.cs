using Oversight.Core.Tests.SettingsChecks;
using Oversight.Providers;
using Oversight.Settings;
using static Oversight.Core.Tests.Providers.RandomRegister;

namespace Oversight.Core.Tests.Providers;

/// <summary>The names of the fields are contracts with forms, callers and files.</summary>
public class RegisterFormsTests
{
    private static readonly Id NewId = Id.Derive("u1", "new");
    private static readonly DateOnly From = new(2025, 6, 1);

    [Fact]
    public void A_provider()
    {
        RegisterForms.Provider(Fields("name=Omsorg AB", "number=556016-0680", "ownership=privat"))
            .ShouldBe(new ProviderCommand.Register("Omsorg AB", OrganisationNumber.FromValue("5560160680"),
                Ownership.Private));
        RegisterForms.ProviderName(Fields("from=2025-06-01", "name=Nytt AB"))
            .ShouldBe(new ProviderCommand.Rename(From, "Nytt AB"));
        RegisterForms.Ownership(Fields("from=2025-06-01", "ownership=privat"))
            .ShouldBe(new ProviderCommand.ChangeOwnership(From, Ownership.Private));
    }

    [Fact]
    public void An_agreement()
    {
        string[] fields =
        [
            "key=HT\u20131", "form=direktupphandling", "area=hemtjanst", "board=aldrenamnden",
            "services=hemtjanst|ledsagarservice",
            "targetGroups=aldre", "validFrom=2024-01-01", "validTo=2027-12-31", "responsibleDelegate=Enhetschef",
            "diaryNumber=SOCN 1",
            "from=2025-06-01",
        ];
        var terms = new AgreementTerms(
            [new("hemtjanst"), new("ledsagarservice")], [new("aldre")], new DateOnly(2024, 1, 1),
            new DateOnly(2027, 12, 31),
            "Enhetschef", "SOCN 1");
        RegisterForms.Agreement(Fields(fields), NewId, Rules).ShouldBe(new ProviderCommand.SignAgreement(
            NewId, "HT-1", AgreementForm.DirectAward, new("hemtjanst"), new("aldrenamnden"), terms, Rules));
        RegisterForms.AgreementChange(Fields(fields), NewId, Rules)
            .ShouldBe(new ProviderCommand.ChangeAgreement(NewId, From, terms, Rules));
        RegisterForms.Agreement(Fields([.. fields.Skip(1)]), NewId, Rules).Key.ShouldBe(NewId.Reference('A'));
    }

    [Fact]
    public void A_unit()
    {
        string[] fields =
        [
            "key=E\u20131", "name=Norr", "address=Storgatan 1", "services=hemtjanst", "targetGroups=aldre",
            "validFrom=2024-01-01",
            "validTo=2027-12-31", "licenceRequired=ja", "licenceNumber=IVO\u20131", "licenceGrantedOn=2023-12-01",
            "from=2025-06-01",
        ];
        string[] counted = ["countedOn=2025-01-01", "customers=40", "children=12"];
        string[] managed = ["managerName=Anna", "managerFrom=2025-02-01", "managerNoticeOn=2025-01-31"];
        var details = new UnitDetails(
            "Storgatan 1", [new("hemtjanst")], [new("aldre")], new DateOnly(2024, 1, 1), new DateOnly(2027, 12, 31));
        var plain = new UnitCommand.Register(
            "E-1", "Norr", RegisterScenario.Facts, details, new Licence(true, "IVO-1", new DateOnly(2023, 12, 1)),
            Rules);
        var count = new UnitCommand.CountCustomers(new DateOnly(2025, 1, 1), 40, 12);
        var manager = new UnitCommand.AppointManager(NewId, "Anna", new DateOnly(2025, 2, 1), new DateOnly(2025, 1, 31),
            Rules);

        Unit(fields).ShouldBe(plain);
        Unit([.. fields, .. counted, .. managed]).ShouldBe(plain with { Count = count, Manager = manager });
        Unit([.. fields.Skip(1)]).Key.ShouldBe(NewId.Reference('E'));
        foreach (var one in counted)
            Unit([.. fields, one]).Count.ShouldNotBeNull();
        foreach (var one in managed)
            Unit([.. fields, one]).Manager.ShouldNotBeNull();
        RegisterForms.UnitName(Fields(fields)).ShouldBe(new UnitCommand.Rename(From, "Norr"));
        RegisterForms.UnitChange(Fields(fields), Rules).ShouldBe(new UnitCommand.ChangeDetails(From, details, Rules));
    }

    [Fact]
    public void The_rules_of_a_day_are_those_of_the_settings()
    {
        var settings = ValidSettings.WithCodes(CodeLists.Services,
            ValidSettings.Code("ny", "lss") with { ValidFrom = From }) with
        {
            Register = new RegisterSettings(7, 90),
            Limits = ValidSettings.Valid.Limits with { ImportRows = 99 },
        };
        var rules = RegisterRules.On(settings, From);
        rules.Boards["socialnamnden"].ShouldBe("Socialnämnden");
        rules.Services.ShouldHaveSingleItem().ShouldBe(new("ny", "Text för ny"));
        rules.Areas.Keys.ShouldBe(["hemtjanst"]);
        rules.TargetGroups.Keys.ShouldBe(["aldre"]);
        (rules.ManagerNoticeDays, rules.ImportRows).ShouldBe((7, 99));
        RegisterRules.On(settings, From.AddDays(-1)).Services.ShouldBeEmpty();
    }

    private static UnitCommand.Register Unit(string[] fields) =>
        RegisterForms.Unit(Fields(fields), NewId, NewId, RegisterScenario.Facts, Rules);

    private static FieldReader Fields(params string[] fields)
    {
        var values = fields.Select(field => field.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return new FieldReader(field => values.GetValueOrDefault(field));
    }
}
