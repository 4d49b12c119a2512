using Oversight.Providers;
using Oversight.Providers.Import;
using static Oversight.Core.Tests.Providers.RandomRegister;
using static Oversight.Core.Tests.Providers.RegisterScenario;

namespace Oversight.Core.Tests.Providers;

public class RegisterExportTests
{
    private static readonly Id TraderId = Id.Derive("u1", "trader");
    private static readonly OrganisationNumber Personal = OrganisationNumber.FromValue("1212121212");

    [Fact]
    public void Every_value_of_a_unit_its_agreement_and_its_provider_stands_in_its_column()
    {
        var terms = Terms with
        {
            Services = [new("hemtjanst"), new("ledsagarservice")],
            ResponsibleDelegate = "Enhetschef",
            DiaryNumber = "SOCN 1"
        };
        var unit = AfterUnit(
            new UnitCommand.RecordLicence(new Licence(true, "IVO 1", Begun)), Count,
            Appoint with { NoticeOn = Begun.AddDays(-1) });
        var register = Register.Empty with
        {
            Providers = Of(AfterProvider(Sign with { Terms = terms, Form = AgreementForm.Procured })),
            Units = new Dictionary<Id, UnitState.Registered> { [Id.Derive("u1", "unit")] = unit },
            ManagerNames = new Dictionary<Id, string> { [Appoint.Key] = "Anna" },
        };
        var table = RegisterExport.Write(register);
        table.Headers.ShouldBe(RegisterColumns.All);
        table.Lines.Select(line => $"{line.Number}: {string.Join(';', line.Cells)}").ShouldBe(
        [
            "2: 556016-0680;Omsorg "
            + "AB;privat;HT-1;LOU;hemtjanst;aldrenamnden;hemtjanst|ledsagarservice;aldre;2024-01-01;2027-12-31;"
            + "Enhetschef;SOCN 1;E-1;Enheten;Storgatan 1;hemtjanst;aldre;2024-01-01;;40;12;2026-11-20;ja;IVO "
            + "1;2024-01-01;"
            + "Anna;2024-01-01;2023-12-31;",
        ]);
        Cells(RegisterExport.Write(register with { ManagerNames = Register.Empty.ManagerNames }))[0][26..]
            .ShouldBe(["", "", "", ""]);
    }

    [Fact]
    public void A_provider_or_agreement_that_has_nothing_under_it_has_a_row_of_its_own()
    {
        var table = RegisterExport.Write(Register.Empty with { Providers = Of(AfterProvider()) });
        Cells(table).Single().ShouldBe(["556016-0680", "Omsorg AB", "privat", .. Enumerable.Repeat("", 27)]);
        Cells(RegisterExport.Write(Register.Empty with { Providers = Of(AfterProvider(Sign)) })).Single().ShouldBe(
        [
            "556016-0680", "Omsorg AB", "privat", "HT-1", "kundval", "hemtjanst", "aldrenamnden", "hemtjanst", "aldre",
            "2024-01-01",
            "2027-12-31", "", "", .. Enumerable.Repeat("", 17),
        ]);
        RegisterExport.Write(Register.Empty).Lines.ShouldBeEmpty();
        var plain = Register.Empty with
        {
            Providers = Of(AfterProvider(Sign)),
            Units = new Dictionary<Id, UnitState.Registered> { [Id.Derive("u1", "unit")] = AfterUnit() },
        };
        Cells(RegisterExport.Write(plain)).Single()[20..].ShouldBe(["", "", "", "nej", "", "", "", "", "", ""]);
    }

    [Fact]
    public void A_sole_traders_number_is_written_only_when_it_is_asked_for()
    {
        var register = Register.Empty with
        {
            Providers = new Dictionary<Id, ProviderState.Registered>
            {
                [TraderId] = Fold(ProviderState.Initial, NewProvider with { Number = Personal }),
            },
            PersonalNumbers = new Dictionary<Id, OrganisationNumber> { [TraderId] = Personal },
        };
        Cells(RegisterExport.Write(register))[0][0].ShouldBe($"enskild:{TraderId}");
        Cells(RegisterExport.Write(register, withPersonalNumbers: true))[0][0].ShouldBe("121212-1212");
        Cells(RegisterExport.Write(register with { PersonalNumbers = Register.Empty.PersonalNumbers },
            withPersonalNumbers: true))[0][0]
            .ShouldBe($"enskild:{TraderId}");
    }

    [Fact]
    public void Rows_are_in_Swedish_order_of_provider_agreement_and_unit()
    {
        UnitState.Registered Unit(string key) => Fold(UnitState.Initial, NewUnit with { Key = key });
        var busy = AfterProvider(Sign with { Key = "Ö", AgreementId = Id.Derive("u1", "ö") }, Sign,
            Sign with { Key = "Z", AgreementId = Id.Derive("u1", "z") });
        ProviderState.Registered Named(string name, string number) =>
            Fold(ProviderState.Initial,
                NewProvider with { Name = name, Number = OrganisationNumber.FromValue(number) });
        var register = Register.Empty with
        {
            Providers = new Dictionary<Id, ProviderState.Registered>
            {
                [Id.Derive("u1", "1")] = Named("Öster", "5566276779"),
                [Id.Derive("u1", "2")] = Named("Zeta", "5566276779"),
                [Id.Derive("u1", "3")] = Named("Zeta", "2120001579"),
                [ProviderId] = busy,
            },
            Units = new Dictionary<Id, UnitState.Registered>
            {
                [Id.Derive("u1", "4")] = Unit("Ö-1"),
                [Id.Derive("u1", "5")] = Unit("Z-1"),
            },
        };
        Cells(RegisterExport.Write(register)).Select(cells => $"{cells[0]} {cells[1]} {cells[3]} {cells[13]}".Trim())
            .ShouldBe(
        [
            "556016-0680 Omsorg AB HT-1 Z-1", "556016-0680 Omsorg AB HT-1 Ö-1", "556016-0680 Omsorg AB Z",
            "556016-0680 Omsorg AB Ö",
            "212000-1579 Zeta", "556627-6779 Zeta", "556627-6779 Öster",
        ]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+46", "'+46")]
    [InlineData("-1", "'-1")]
    [InlineData("@a", "'@a")]
    [InlineData("\t=", "'\t=")]
    [InlineData("\r", "'\r")]
    [InlineData("\n", "'\n")]
    [InlineData(" =1", "' =1")]
    [InlineData("'=1", "''=1")]
    [InlineData("' '=1", "'' '=1")]
    [InlineData("a=1", "a=1")]
    [InlineData("'a", "'a")]
    [InlineData("'", "'")]
    [InlineData("", "")]
    public void What_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe(string cell, string written)
    {
        CellGuard.Protect(cell).ShouldBe(written);
        CellGuard.Unprotect(written).ShouldBe(cell);
    }

    // Headings are contracts with everybody's files.
    [Fact]
    public void Every_field_has_a_column_and_every_column_a_field()
    {
        string[] fields = [.. RegisterColumns.Provider.Values, .. RegisterColumns.Agreement.Values,
            .. RegisterColumns.Unit.Values];
        fields.Distinct().ShouldBe(RegisterColumns.All, ignoreOrder: true);
        string.Join(';', RegisterColumns.All).ShouldBe(
            "organisationsnummer;anordnare;ägarform;avtalsnummer;avtalsform;avtalsområde;nämnd;avtalsinsatser;"
            + "avtalsmålgrupper;avtal från;avtal till;beslutande delegat;diarienummer;enhetskod;enhet;adress;"
            + "enhetsinsatser;enhetsmålgrupper;enhet från;enhet till;kunder;barn;antal per;tillståndsplikt;"
            + "tillståndsnummer;tillståndsdatum;ansvarig;ansvarig från;ansvarig anmäld;ändringsdatum");
        string.Join(';', RegisterColumns.Required).ShouldBe(
            "organisationsnummer;anordnare;ägarform;avtalsform;avtalsområde;nämnd;avtalsinsatser;avtal "
                + "från;enhet;enhetsinsatser;enhet från");
    }

    private static Dictionary<Id, ProviderState.Registered> Of(ProviderState.Registered provider) =>
        new() { [ProviderId] = provider };

    private static string[][] Cells(RegisterTable table) => [.. table.Lines.Select(line => line.Cells.ToArray())];
}
