namespace Oversight.Providers.Import;

/// <summary>
/// From a file to the steps that make the register say what the file says, or to a report of everything wrong in it:
/// the file is taken as a whole or not at all. Planning again when some of the steps have been taken gives the rest of
/// them, which is how an import that was interrupted goes on.
/// </summary>
public static class ImportPlanner
{
    /// <param name="importId">Identities of what the file creates are derived from this and the row.</param>
    public static ImportPlan Plan(
        RegisterTable table, Register register, RegisterRules rules, Id importId, CommandContext context)
    {
        table = RegisterLayout.Tidy(table);
        if (CheckShape(table, rules.ImportRows) is { Count: > 0 } wrong)
            return new ImportPlan.Rejected(wrong);
        var draft = new RegisterDraft(register, context);
        var rows = new RowPlanner(draft, rules, importId, context);
        var index = table.Headers.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at);
        // Spreadsheets leave out separators after the last cell that is filled, further down in a file.
        var shortest = RegisterColumns.Required.Max(column => index[column]) + 1;
        List<ImportProblem> problems = [];
        foreach (var line in table.Lines)
        {
            if (line.Cells.Count > table.Headers.Count || line.Cells.Count < shortest)
                problems.Add(new ImportProblem(line.Number, null, new Refusal(
                    ImportRefusals.CellCount, null, $"{line.Cells.Count}", $"{table.Headers.Count}")));
            else
                problems.AddRange(rows.Plan(line.Number, Cell(line)));
            if (problems.Count >= ImportLimits.Problems)
                break;
        }

        return problems.Count > 0
            ? new ImportPlan.Rejected([.. problems.Take(ImportLimits.Problems)])
            : new ImportPlan.Ready(draft.Steps, draft.Result) { Before = register, Rows = table.Lines.Count };

        Func<string, string?> Cell(RegisterLine line) =>
            column => index.TryGetValue(column, out var at) && at < line.Cells.Count ? line.Cells[at] : null;
    }

    private static List<ImportProblem> CheckShape(RegisterTable table, int mostRows)
    {
        var headers = table.Headers;
        List<ImportProblem> problems = [];
        if (table.Lines.Count == 0)
            problems.Add(new ImportProblem(0, null, new Refusal(ImportRefusals.Empty)));
        if (table.Lines.Count > mostRows)
            problems.Add(new ImportProblem(0, null, new Refusal(ImportRefusals.TooManyRows, null, $"{mostRows}")));
        problems.AddRange(RegisterColumns.Required.Except(headers)
            .Select(column => new ImportProblem(1, column, new Refusal(ImportRefusals.ColumnMissing, column, column))));
        problems.AddRange(headers.Except(RegisterColumns.All)
            .Select(column => new ImportProblem(1, Shortened(column),
                new Refusal(ImportRefusals.ColumnUnknown, null, Shortened(column)))));
        problems.AddRange(headers.GroupBy(header => header).Where(group => group.Count() > 1)
            .Select(group => new ImportProblem(1, Shortened(group.Key),
                new Refusal(ImportRefusals.ColumnTwice, null, Shortened(group.Key)))));
        return problems;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40];
}
