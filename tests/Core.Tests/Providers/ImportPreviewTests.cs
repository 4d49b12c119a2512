using FsCheck.Xunit;
using Oversight.Providers.Import;
using static Oversight.Core.Tests.Providers.RandomRegister;

namespace Oversight.Core.Tests.Providers;

/// <summary>What a file would do is told thing by thing, and nothing else would happen.</summary>
public class ImportPreviewTests
{
    [Property]
    public bool What_the_register_says_already_changes_nothing(int seed)
    {
        var register = RandomRegister.From(seed);
        var table = RegisterExport.Write(register);
        return table.Lines.Count == 0
            || Of(table, register) is { Changes.Count: 0 } preview && preview.UntouchedRows == table.Lines.Count;
    }

    [Property]
    public bool Into_an_empty_register_everything_is_new(int seed)
    {
        var register = RandomRegister.From(seed);
        var table = RegisterExport.Write(register, withPersonalNumbers: true);
        if (table.Lines.Count == 0)
            return true;
        var changes = Of(table, Register.Empty).Changes;
        return changes.All(change => change is { Effect: ImportEffect.New, Cells.Count: 0 })
            && changes.Count(change => change.Thing == RegisterThing.Unit) == register.Units.Count
            && changes.Count(change => change.Thing == RegisterThing.Provider) == register.Providers.Count;
    }

    [Property]
    public bool A_cell_that_is_written_otherwise_is_the_one_that_is_told(int seed)
    {
        var register = RandomRegister.From(seed);
        var table = RegisterExport.Write(register);
        var at = RegisterColumns.All.TakeWhile(column => column != "adress").Count();
        var line = table.Lines.FirstOrDefault(line => line.Cells[at - 1] is not "");
        if (line is null)
            return true;
        var cells = line.Cells.ToArray();
        cells[at] = "Nya gatan 1";
        var changed = table with
        {
            Lines = [.. table.Lines.Select(other => other == line ? line with { Cells = cells } : other)],
        };
        var preview = Of(changed, register);
        return preview.UntouchedRows == table.Lines.Count - 1
            && preview.Changes is [{ Thing: RegisterThing.Unit, Effect: ImportEffect.Changed, Cells: [var cell] }]
            && cell == new CellChange("adress", line.Cells[at], "Nya gatan 1");
    }

    [Property]
    public bool A_known_name_under_another_code_is_doubtful_and_stands_first(int seed)
    {
        var register = RandomRegister.From(seed);
        var table = RegisterExport.Write(register);
        var at = RegisterColumns.All.TakeWhile(column => column != RegisterColumns.UnitKey).Count();
        var line = table.Lines.FirstOrDefault(line => line.Cells[at] is not "");
        if (line is null)
            return true;
        var cells = line.Cells.ToArray();
        cells[at] = "helt-annan-kod";
        var changed = table with { Lines = [.. table.Lines, new RegisterLine(table.Lines.Count + 2, cells)] };
        return Of(changed, register).Changes is [{ Thing: RegisterThing.Unit, Effect: ImportEffect.Doubtful } first, ..]
            && register.Units.Values.Any(unit => unit.Key == first.Alike);
    }

    private static ImportPreview Of(RegisterTable table, Register register) => ImportPreview.Of(
        ImportPlanner.Plan(table, register, Rules, Id.Derive("u1", "import"), Context)
            .ShouldBeOfType<ImportPlan.Ready>());
}
