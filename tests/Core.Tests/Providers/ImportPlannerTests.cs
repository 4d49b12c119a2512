using FsCheck.Xunit;
using Oversight.Providers;
using Oversight.Providers.Import;

namespace Oversight.Core.Tests.Providers;

public class ImportPlannerTests
{
    private static readonly Id ImportId = Id.Derive("u1", "import");

    [Property]
    [Trait("Requirement", "R113")]
    public bool Importing_an_export_changes_nothing(int seed)
    {
        var register = RandomRegister.From(seed);
        var table = RegisterExport.Write(register);
        return table.Lines.Count == 0 || Ready(Plan(table, register)).Steps.Count == 0;
    }

    [Property]
    public bool An_export_imported_into_an_empty_register_is_exported_equal(int seed)
    {
        var table = RegisterExport.Write(RandomRegister.From(seed), withPersonalNumbers: true);
        if (table.Lines.Count == 0)
            return true;
        var after = Ready(Plan(table, Register.Empty)).After;
        return Lines(RegisterExport.Write(after, withPersonalNumbers: true)).SequenceEqual(Lines(table));
    }

    [Property]
    public bool An_import_that_was_interrupted_anywhere_goes_on_to_the_same_register(int seed, int at)
    {
        var table = RegisterExport.Write(RandomRegister.From(seed), withPersonalNumbers: true);
        if (table.Lines.Count == 0)
            return true;
        var whole = Ready(Plan(table, Register.Empty));
        var part = Taken(whole.Steps.Take((int)((uint)at % (uint)(whole.Steps.Count + 1))));
        var rest = Ready(Plan(table, part));
        return Lines(RegisterExport.Write(rest.After, true)).SequenceEqual(Lines(table))
            && rest.After.Units.Keys.ToHashSet().SetEquals(whole.After.Units.Keys);
    }

    [Property]
    public bool No_cell_of_an_export_is_taken_for_a_formula_and_every_cell_is_read_back(string? text)
    {
        var cell = text ?? "";
        var written = CellGuard.Protect(cell);
        return CellGuard.Unprotect(written) == cell
            && (written.Length == 0 || !"=+-@\t\r".Contains(written[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_wrong_is_reported_by_row_and_column_and_nothing_is_planned()
    {
        var table = Table(
            Row("556016-0681", "Fel siffra AB", "privat"),
            Row("556016-0680", "Rätt AB", "okänd ägare", "kundval", "hemtjanst", "socialnamnden", "hemtjanst",
                "2024-02-30"),
            Row("212000-1579", "", "privat"));
        var problems = Rejected(Plan(table, Register.Empty));
        problems.ShouldContain(problem => problem.Row == 2 && problem.Column == "organisationsnummer"
            && problem.Refusal.Code == ProviderRefusals.NumberCheckDigit);
        problems.ShouldContain(problem => problem.Row == 3 && problem.Column == "ägarform"
            && problem.Refusal.Code == RegisterRefusals.ChoiceUnknown);
        problems.ShouldContain(problem => problem.Row == 3 && problem.Column == "avtal från"
            && problem.Refusal.Code == RegisterRefusals.DateFormat);
        problems.ShouldContain(problem => problem.Row == 4 && problem.Column == "anordnare"
            && problem.Refusal.Code == RegisterRefusals.TextMissing);
    }

    [Fact]
    public void Rows_that_say_different_things_of_one_provider_are_refused()
    {
        var table = Table(Row("556016-0680", "Ett namn AB", "privat"), Row("5560160680", "Ett annat AB", "privat"));
        Rejected(Plan(table, Register.Empty)).ShouldContain(problem =>
            problem.Row == 3 && problem.Column == "anordnare" && problem.Refusal.Code == ImportRefusals.RowContradicts);
    }

    [Fact]
    public void A_row_with_another_number_of_cells_is_refused()
    {
        var table = new RegisterTable(RegisterColumns.All, [new RegisterLine(2, ["556016-0680,Komma AB,privat"])]);
        Rejected(Plan(table, Register.Empty)).Single().Refusal.Code.ShouldBe(ImportRefusals.CellCount);
    }

    [Fact]
    public void Missing_unknown_and_doubled_columns_are_named()
    {
        var table = new RegisterTable(["organisationsnummer", "ORGANISATIONSNUMMER", "skostorlek"],
            [new RegisterLine(2, ["1", "2", "3"])]);
        var codes = Rejected(Plan(table, Register.Empty)).Select(problem => problem.Refusal.Code).ToList();
        codes.ShouldContain(ImportRefusals.ColumnMissing);
        codes.ShouldContain(ImportRefusals.ColumnUnknown);
        codes.ShouldContain(ImportRefusals.ColumnTwice);
    }

    [Fact]
    [Trait("Requirement", "R24")]
    public void A_directly_awarded_agreement_without_delegate_is_refused_at_its_column()
    {
        var table = Table(Row("556016-0680", "Direkt AB", "privat", "direktupphandling", "hemtjanst", "socialnamnden",
            "hemtjanst", "2026-01-01"));
        Rejected(Plan(table, Register.Empty)).Single().ShouldBe(new ImportProblem(
            2, "beslutande delegat", new Refusal(ProviderRefusals.DelegateMissing, "responsibleDelegate")));
    }

    private static ImportPlan Plan(RegisterTable table, Register register) =>
        ImportPlanner.Plan(table, register, RandomRegister.Rules, ImportId, RandomRegister.Context);

    private static ImportPlan.Ready Ready(ImportPlan plan) => plan switch
    {
        ImportPlan.Ready ready => ready,
        ImportPlan.Rejected rejected => throw new InvalidOperationException(string.Join("; ", rejected.Problems)),
        _ => throw new InvalidOperationException(),
    };

    private static IReadOnlyList<ImportProblem> Rejected(ImportPlan plan) =>
        plan.ShouldBeOfType<ImportPlan.Rejected>().Problems;

    private static Register Taken(IEnumerable<RegisterStep> steps)
    {
        Dictionary<Id, ProviderState.Registered> providers = [];
        Dictionary<Id, UnitState.Registered> units = [];
        Dictionary<Id, string> names = [];
        Dictionary<Id, OrganisationNumber> numbers = [];
        foreach (var step in steps)
        {
            if (step is RegisterStep.OfProvider provider)
            {
                providers[step.StreamId] = RandomRegister.Fold(
                    providers.TryGetValue(step.StreamId, out var known) ? known : ProviderState.Initial,
                    provider.Command);
                if (provider.Command is ProviderCommand.Register { Number: { IsPersonal: true } personal })
                    numbers[step.StreamId] = personal;
            }
            else if (step is RegisterStep.OfUnit unit)
            {
                units[step.StreamId] = RandomRegister.Fold(
                    units.TryGetValue(step.StreamId, out var known) ? known : UnitState.Initial, unit.Command);
                if (unit.Command is UnitCommand.Register { Manager: { } manager })
                    names[manager.Key] = manager.Name;
            }
        }

        return new Register(providers, units, names, numbers);
    }

    private static IEnumerable<string> Lines(RegisterTable table) =>
        table.Lines.Select(line => string.Join('|', line.Cells));

    private static RegisterTable Table(params string[][] rows) =>
        new(RegisterColumns.All, [.. rows.Select((cells, at) => new RegisterLine(at + 2, cells))]);

    private static string[] Row(
        string number, string name, string ownership, string form = "", string area = "", string board = "",
        string services = "", string from = "") =>
        [number, name, ownership, "", form, area, board, services, "", from,
            .. Enumerable.Repeat("", RegisterColumns.All.Count - 10)];
}
