using Oversight.Providers;
using Oversight.Providers.Import;
using static Oversight.Core.Tests.Providers.RandomRegister;
using static Oversight.Core.Tests.Providers.RegisterScenario;

namespace Oversight.Core.Tests.Providers;

/// <summary>What one row after another leads to, exactly.</summary>
public class ImportRowTests
{
    private static readonly Id First = Id.Derive("u1", "first");
    private static readonly Id Second = Id.Derive("u1", "second");
    private static readonly DateOnly Changed = new(2025, 6, 1);

    private static readonly Dictionary<string, string> Provider = Cells(
        "organisationsnummer=556016-0680", "anordnare=Omsorg AB", "ägarform=privat");

    private static readonly Dictionary<string, string> Agreement = With(Provider,
        "avtalsnummer=HT-1", "avtalsform=kundval", "avtalsområde=hemtjanst", "nämnd=aldrenamnden",
        "avtalsinsatser=hemtjanst",
        "avtalsmålgrupper=aldre", "avtal från=2024-01-01", "avtal till=2027-12-31");

    private static readonly Dictionary<string, string> Unit = With(Agreement,
        "enhetskod=E-1", "enhet=Norr", "adress=Storgatan 1", "enhetsinsatser=hemtjanst", "enhetsmålgrupper=aldre",
        "enhet från=2024-01-01");

    private static readonly Dictionary<string, string> Full = With(Unit,
        "kunder=40", "barn=12", "antal per=2025-01-01", "tillståndsplikt=ja", "tillståndsnummer=IVO 1",
        "tillståndsdatum=2023-12-01",
        "ansvarig=Anna", "ansvarig från=2025-02-01", "ansvarig anmäld=2025-01-31");

    [Fact]
    public void A_row_makes_what_there_is_not_with_identities_of_its_import_and_row()
    {
        var ready = Ready(Plan(Register.Empty, First, Full));
        var (provider, agreement, unit) = (Id.Derive(First.Value, "provider|2"), Id.Derive(First.Value, "agreement|2"),
            Id.Derive(First.Value, "unit|2"));
        Steps(ready).ShouldBe(["2 new Register", "2 SignAgreement", "2 new Register"]);
        ready.Steps.Select(step => step.StreamId).ShouldBe([provider, provider, unit]);
        ready.After.Providers[provider].Agreements.Single().Id.ShouldBe(agreement);
        var made = ready.After.Units[unit];
        made.Manager!.Key.ShouldBe(Id.Derive(First.Value, "manager|2"));
        ready.After.ManagerNames[made.Manager!.Key].ShouldBe("Anna");
        (made.Count, made.Licence.Number).ShouldBe((new CustomerCount(new DateOnly(2025, 1, 1), 40, 12), "IVO 1"));
    }

    [Fact]
    public void Rows_of_one_provider_and_agreement_make_them_once() =>
        Steps(Ready(Plan(Register.Empty, First, Unit, With(Unit, "enhetskod=E-2", "enhet=Söder"), Provider)))
            .ShouldBe(["2 new Register", "2 SignAgreement", "2 new Register", "3 new Register"]);

    public static TheoryData<string, string> Changes => new()
    {
        { "", "" },
        { "anordnare=Nytt AB", "Rename 2026-11-20, FollowAgreement" },
        { "anordnare=Nytt AB|ändringsdatum=2025-06-01", "Rename 2025-06-01, FollowAgreement" },
        { "ägarform=idéburen|ändringsdatum=2025-06-01", "ChangeOwnership 2025-06-01, FollowAgreement" },
        { "avtal till=|ändringsdatum=2025-06-01", "ChangeAgreement 2025-06-01, FollowAgreement" },
        { "avtalsmålgrupper=", "ChangeAgreement 2026-11-20" },
        { "beslutande delegat=Enhetschef", "ChangeAgreement 2026-11-20" },
        { "diarienummer=SOCN 1", "ChangeAgreement 2026-11-20" },
        { "enhet=Söder|ändringsdatum=2025-06-01", "Rename 2025-06-01" },
        { "adress=Nygatan 2|ändringsdatum=2025-06-01", "ChangeDetails 2025-06-01" },
        { "enhetsmålgrupper=", "ChangeDetails 2026-11-20" },
        { "enhet till=2027-01-01", "ChangeDetails 2026-11-20" },
        { "tillståndsnummer=IVO 2", "RecordLicence" },
        { "tillståndsdatum=", "RecordLicence" },
        { "tillståndsplikt=|tillståndsnummer=|tillståndsdatum=", "" },
        { "kunder=41|antal per=2025-02-01", "CountCustomers" },
        { "kunder=|barn=|antal per=", "" },
        { "ansvarig=Bo|ansvarig från=2025-03-01", "AppointManager" },
        { "ansvarig=Bo", "AppointManager" },
        { "ansvarig från=2025-02-02", "AppointManager" },
        { "ansvarig anmäld=2025-02-01", "RecordManagerNotice" },
        { "ansvarig anmäld=", "" },
        { "ansvarig=|ansvarig från=|ansvarig anmäld=", "" },
        { "enhetskod=", "" },
        { "avtalsnummer=", "" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void A_row_about_what_is_known_leads_to_what_it_says_otherwise(string cells, string steps)
    {
        var register = Ready(Plan(Register.Empty, First, Full)).After;
        var ready = Ready(Plan(register, Second, With(Full, cells.Split('|', StringSplitOptions.RemoveEmptyEntries))));
        ready.Steps.ShouldAllBe(step => !step.Creates && step.Row == 2);
        string.Join(", ", ready.Steps.Select(Named)).ShouldBe(steps);
        Ready(Plan(ready.After, Second, With(Full, cells.Split('|', StringSplitOptions.RemoveEmptyEntries)))).Steps
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_unit_that_stands_under_another_agreement_is_taken_over()
    {
        var register = Ready(Plan(Register.Empty, First, Full)).After;
        var moved = With(Full, "avtalsnummer=HT-2", "avtalsform=lou", "ändringsdatum=2025-06-01");
        var ready = Ready(Plan(register, Second, moved));
        string.Join(", ", ready.Steps.Select(Named)).ShouldBe("SignAgreement, TakeOver 2025-06-01");
        ready.After.Units.Single().Value.Agreement.AgreementKey.ShouldBe("HT-2");
    }

    [Fact]
    public void A_licence_that_a_row_leaves_out_is_taken_for_none_only_where_there_is_no_number()
    {
        var register = Ready(Plan(Register.Empty, First, With(Unit, "tillståndsplikt=ja"))).After;
        Ready(Plan(register, Second, With(Unit, "tillståndsplikt=nej"))).Steps.Select(Named)
            .ShouldBe(["RecordLicence"]);
    }

    [Fact]
    public void An_agreement_without_number_is_known_by_form_area_and_board_and_a_unit_without_code_by_its_name()
    {
        var register = Ready(Plan(Register.Empty, First, Without(Unit, "avtalsnummer", "enhetskod"))).After;
        Ready(Plan(register, Second, Without(Unit, "avtalsnummer", "enhetskod"))).Steps.ShouldBeEmpty();
        var other = With(Without(Unit, "avtalsnummer", "enhetskod"), "avtalsområde=funktionsnedsattning");
        Steps(Ready(Plan(register, Second, other))).ShouldBe(["2 SignAgreement", "2 new Register"]);
        Steps(Ready(Plan(register, Second, With(Without(Unit, "avtalsnummer", "enhetskod"), "enhet=Söder"))))
            .ShouldBe(["2 new Register"]);
    }

    [Fact]
    public void A_sole_trader_is_known_by_the_opaque_id_of_the_export()
    {
        var register = Ready(Plan(Register.Empty, First, With(Provider, "organisationsnummer=121212-1212"))).After;
        var (id, number) = register.PersonalNumbers.Single();
        number.Value.ShouldBe("1212121212");
        Ready(
            Plan(register, Second, With(Provider, $"organisationsnummer=ENSKILD:{id.Value.ToUpperInvariant()}"))).Steps
            .ShouldBeEmpty();
        Ready(Plan(register, Second, With(Provider, "organisationsnummer=121212-1212"))).Steps.ShouldBeEmpty();
        Steps(Ready(Plan(register, Second, With(Provider, $"organisationsnummer=enskild:{id}", "anordnare=Nytt AB"))))
            .ShouldBe(["2 Rename"]);

        var other = Ready(Plan(Register.Empty, First, Provider)).After;
        const string unknown = "2 organisationsnummer number:import.sole-trader-unknown";
        Problems(Plan(register, Second, With(Provider, $"organisationsnummer=enskild:{First}"))).ShouldBe([unknown]);
        Problems(Plan(register, Second, With(Provider, "organisationsnummer=enskild:x"))).ShouldBe([unknown]);
        Problems(Plan(other, Second, With(Provider, $"organisationsnummer=enskild:{other.Providers.Keys.Single()}")))
            .ShouldBe([unknown]);
    }

    public static TheoryData<string, string> Contradictions => new()
    {
        { "anordnare=Nytt AB", "3 anordnare import.row-contradicts(2)" },
        { "ägarform=idéburen", "3 ägarform import.row-contradicts(2)" },
        { "avtalsmålgrupper=", "3 avtalsmålgrupper import.row-contradicts(2)" },
        { "avtal från=2024-01-02", "3 avtal från import.row-contradicts(2)" },
        { "avtal till=", "3 avtal till import.row-contradicts(2)" },
        { "avtalsinsatser=hemtjanst¦ledsagarservice", "3 avtalsinsatser import.row-contradicts(2)" },
        { "avtalsform=lou", "3 avtalsform import.row-contradicts(2)" },
        { "avtalsområde=funktionsnedsattning", "3 avtalsområde import.row-contradicts(2)" },
        { "nämnd=socialnamnden", "3 nämnd import.row-contradicts(2)" },
        { "beslutande delegat=Enhetschef", "3 beslutande delegat import.row-contradicts(2)" },
        { "diarienummer=SOCN 1", "3 diarienummer import.row-contradicts(2)" },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void A_later_row_says_the_same_of_provider_and_agreement_as_the_first(string cells, string problem)
    {
        var second = With(Unit, [.. cells.Replace('¦', '|').Split('&'), "enhetskod=E-2", "enhet=Söder"]);
        Problems(Plan(Register.Empty, First, Unit, second)).ShouldBe([problem]);
        Problems(Plan(Ready(Plan(Register.Empty, First, Unit)).After, Second, Unit, second)).ShouldBe([problem]);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "avtalsform=lou", "2 avtalsform form:import.agreement-fixed(HT-1)" },
        { "avtalsområde=funktionsnedsattning", "2 avtalsområde area:import.agreement-fixed(HT-1)" },
        { "nämnd=socialnamnden", "2 nämnd board:import.agreement-fixed(HT-1)" },
        { "avtalsform=", "2 avtalsform form:register.choice-missing" },
        { "avtal från=igår", "2 avtal från validFrom:register.date-format" },
        { "organisationsnummer=1", "2 organisationsnummer number:provider.number-format" },
        { "anordnare=", "2 anordnare name:register.text-missing" },
        { "anordnare=Nytt AB|ändringsdatum=2030-01-01", "2 ändringsdatum from:register.date-in-future" },
        { "enhet=", "2 enhet name:register.text-missing" },
        {
            "enhetsinsatser=ledsagarservice", "2 enhetsinsatser services:unit.service-not-in-agreement(ledsagarservice)"
        },
        {
            "enhet=|adress=Nygatan 2|ändringsdatum=2030-01-01",
            "2 enhet name:register.text-missing; 2 ändringsdatum from:register.date-in-future"
        },
        { "kunder=många", "2 kunder customers:register.number-format" },
        { "ansvarig från=", "2 ansvarig från managerFrom:register.date-missing" },
        { "avtal till=2023-01-01", "2 avtal till validTo:register.ends-before-it-begins" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_stands_at_its_row_and_column(string cells, string problems)
    {
        var register = Ready(Plan(Register.Empty, First, Full)).After;
        Problems(Plan(register, Second, With(Full, cells.Split('|')))).ShouldBe(problems.Split("; "));
    }

    [Fact]
    public void A_unit_needs_an_agreement_and_stands_once()
    {
        var alone = With(Provider, "enhet=Norr", "enhetsinsatser=hemtjanst", "enhet från=2024-01-01");
        Problems(Plan(Register.Empty, First, alone)).ShouldBe(["2 avtalsform import.unit-without-agreement"]);
        Problems(Plan(Register.Empty, First, Unit, Unit)).ShouldBe(["3 enhetskod import.unit-twice(2)"]);
        Problems(Plan(Ready(Plan(Register.Empty, First, Unit)).After, Second, Provider, Unit, Unit))
            .ShouldBe(["4 enhetskod import.unit-twice(3)"]);
    }

    [Fact]
    public void Provider_agreement_and_unit_are_all_read_though_one_of_them_is_wrong() =>
        Problems(Plan(Register.Empty, First, With(Unit, "ägarform=okänd", "avtal från=igår", "enhet från=i morgon")))
            .ShouldBe(
            [
                "2 ägarform ownership:register.choice-unknown", "2 avtal från validFrom:register.date-format",
                "2 enhet från validFrom:register.date-format",
            ]);

    [Fact]
    public void A_file_has_rows_and_not_too_many_of_them_and_as_many_cells_as_headings()
    {
        Problems(Plan(Register.Empty, First)).ShouldBe(["0  import.empty"]);
        var few = Rules with { ImportRows = 1 };
        Ready(ImportPlanner.Plan(Table(Unit), Register.Empty, few, First, Context)).Steps.Count.ShouldBe(3);
        Problems(ImportPlanner.Plan(Table(Unit, Unit), Register.Empty, few, First, Context))
            .ShouldBe(["0  import.too-many-rows(1)"]);

        var required = RegisterColumns.Required;
        string[] cells = [.. required.Select(column => Unit[column])];
        Ready(Plan(required, cells)).Steps.Count.ShouldBe(3);
        Problems(Plan(required, [.. cells, "för mycket"])).ShouldBe(["2  import.cell-count(12, 11)"]);
        Problems(Plan(required, [.. cells.SkipLast(1)])).ShouldBe(["2  import.cell-count(10, 11)"]);
        Ready(Plan([.. required, "adress"], cells)).Steps.Count.ShouldBe(3);
    }

    [Fact]
    public void Each_row_has_its_own_problems_and_a_name_that_has_changed_its_new_one()
    {
        var wrong = With(Provider, "ägarform=okänd");
        Problems(Plan(Register.Empty, First, wrong, wrong)).ShouldBe(
            ["2 ägarform ownership:register.choice-unknown", "3 ägarform ownership:register.choice-unknown"]);
        var register = Ready(Plan(Register.Empty, First, Full)).After;
        Ready(Plan(register, Second, With(Full, "ansvarig=Bo", "ansvarig från=2025-03-01"))).After.ManagerNames.Values
            .ShouldBe(["Anna", "Bo"], ignoreOrder: true);
    }

    [Fact]
    public void Columns_that_are_missing_unknown_or_doubled_are_named_and_shortened()
    {
        var (longest, longer) = (new string('x', 40), new string('y', 41));
        Problems(Plan([.. RegisterColumns.Required.Skip(1), "enhet", longest, longer], ["a"])).ShouldBe(
        [
            "1 organisationsnummer organisationsnummer:import.column-missing(organisationsnummer)",
            $"1 {longest} import.column-unknown({longest})", $"1 {longer[..40]} import.column-unknown({longer[..40]})",
            "1 enhet import.column-twice(enhet)",
        ]);
    }

    [Fact]
    public void No_more_problems_are_told_than_a_person_can_read()
    {
        var wrong = With(Provider, "ägarform=okänd", "organisationsnummer=1");
        Problems(Plan(Register.Empty, First, [.. Enumerable.Repeat(wrong, 99), With(wrong, "anordnare="), wrong]))
            .Count.ShouldBe(ImportLimits.Problems);
    }

    private static Dictionary<string, string> Cells(params string[] cells) =>
        cells.Select(cell => cell.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    private static Dictionary<string, string> With(Dictionary<string, string> row, params string[] cells)
    {
        var changed = new Dictionary<string, string>(row);
        foreach (var (column, cell) in Cells(cells))
            changed[column] = cell;
        return changed;
    }

    private static Dictionary<string, string> Without(Dictionary<string, string> row, params string[] columns) =>
        With(row, [.. columns.Select(column => $"{column}=")]);

    private static RegisterTable Table(params IEnumerable<Dictionary<string, string>> rows) => new(
        RegisterColumns.All,
        [.. rows.Select((row, at) =>
            new RegisterLine(at + 2, [.. RegisterColumns.All.Select(column => row.GetValueOrDefault(column, ""))]))]);

    private static ImportPlan Plan(Register register, Id import, params IEnumerable<Dictionary<string, string>> rows) =>
        ImportPlanner.Plan(Table(rows), register, Rules, import, Context);

    private static ImportPlan Plan(IReadOnlyList<string> headings, string[] cells) =>
        ImportPlanner.Plan(new RegisterTable(headings, [new RegisterLine(2, cells)]), Register.Empty, Rules, First,
            Context);

    private static ImportPlan.Ready Ready(ImportPlan plan) => plan as ImportPlan.Ready
        ?? throw new InvalidOperationException(string.Join("; ", Problems(plan)));

    private static IReadOnlyList<string> Problems(ImportPlan plan) =>
    [
        .. plan
            .ShouldBeOfType<ImportPlan.Rejected>().Problems
            .Select(problem => $"{problem.Row} {problem.Column} {RefusalText.Of(problem.Refusal)}"),
    ];

    private static IEnumerable<string> Steps(ImportPlan.Ready plan) =>
        plan.Steps.Select(step => $"{step.Row}{(step.Creates ? " new" : "")} {Command(step).GetType().Name}");

    private static object Command(RegisterStep step) =>
        step is RegisterStep.OfProvider provider ? provider.Command : ((RegisterStep.OfUnit)step).Command;

    /// <summary>With the day from which it holds, where it has one.</summary>
    private static string Named(RegisterStep step)
    {
        var command = Command(step);
        var from = command is UnitCommand.AppointManager
            ? null
            : command.GetType().GetProperty("From")?.GetValue(command);
        return from is DateOnly day ? $"{command.GetType().Name} {day:O}" : command.GetType().Name;
    }
}
