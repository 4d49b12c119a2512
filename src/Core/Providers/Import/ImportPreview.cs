namespace Oversight.Providers.Import;

/// <summary>What a file would do to a thing in the register.</summary>
public enum ImportEffect
{
    /// <summary>It would be made, and may be one that is there already under another code: to be looked at.</summary>
    Doubtful,

    /// <summary>It would be made.</summary>
    New,

    /// <summary>It is there, and something of it would change.</summary>
    Changed,
}

/// <summary>What a row of a file can be about.</summary>
public enum RegisterThing
{
    Provider,
    Agreement,
    Unit,
}

/// <summary>One cell of a thing, before and after.</summary>
/// <param name="Column">As the file calls it.</param>
/// <param name="From">Empty: nothing stands there.</param>
public sealed record CellChange(string Column, string From, string To);

/// <summary>What a file would do to one provider, agreement or unit.</summary>
/// <param name="Row">The first row of the file that does it.</param>
/// <param name="Provider">Whose it is; the same as the name for a provider.</param>
/// <param name="Cells">What would change; nothing for what is new.</param>
/// <param name="Alike">The code or number of what it may be, for what is doubtful.</param>
public sealed record ImportChange(
    int Row, RegisterThing Thing, ImportEffect Effect, string Name, string Provider, IReadOnlyList<CellChange> Cells,
    string? Alike = null);

/// <summary>
/// What a file would do, thing by thing, before anything is written: the register as files see it, before and after.
/// </summary>
/// <param name="Changes">What is doubtful first, then by row.</param>
/// <param name="UntouchedRows">Rows of the file that say what the register says already.</param>
public sealed record ImportPreview(IReadOnlyList<ImportChange> Changes, int UntouchedRows)
{
    private static readonly int FirstOfAgreement = PlaceOf(RegisterColumns.AgreementKey);
    private static readonly int FirstOfUnit = PlaceOf(RegisterColumns.UnitKey);

    public static ImportPreview Of(ImportPlan.Ready plan)
    {
        var rows = plan.Steps.GroupBy(step => step.StreamId)
            .ToDictionary(steps => steps.Key, steps => steps.Min(step => step.Row));
        var providers = rows.Where(row => plan.After.Providers.ContainsKey(row.Key))
            .SelectMany(row => OfProvider(plan, row.Key, row.Value));
        var units = rows.Where(row => plan.After.Units.ContainsKey(row.Key))
            .Select(row => OfUnit(plan, row.Key, row.Value));
        return new ImportPreview(
            [
                .. providers.Concat(units)
                    .Where(change => change.Effect != ImportEffect.Changed || change.Cells.Count > 0)
                    .OrderBy(change => change.Effect != ImportEffect.Doubtful).ThenBy(change => change.Row)
                    .ThenBy(change => change.Thing).ThenBy(change => change.Name, SwedishOrder.Comparer),
            ],
            plan.Rows - plan.Steps.Select(step => step.Row).Distinct().Count());
    }

    private static IEnumerable<ImportChange> OfProvider(ImportPlan.Ready plan, Id id, int row)
    {
        var before = plan.Before;
        var now = plan.After.Providers[id];
        var (name, known) = (now.Names.Latest(), before.Providers.GetValueOrDefault(id));
        if (known is null)
        {
            var alike = before.Providers.Values.FirstOrDefault(other => TypedText.IsSame(other.Names.Latest(), name));
            yield return Made(row, RegisterThing.Provider, name, name, alike is null ? null : NumberOf(alike));
        }
        else
        {
            yield return new ImportChange(
                row, RegisterThing.Provider, ImportEffect.Changed, name, name,
                Compare(0, RegisterExport.Cells(known, ""), RegisterExport.Cells(now, "")));
        }

        foreach (var agreement in now.Agreements)
        {
            var at = plan.Steps.Where(step => step.StreamId == id && IsAbout(step, agreement.Id))
                .Select(step => step.Row).DefaultIfEmpty(row).Min();
            yield return known?.Agreement(agreement.Id) is not { } old
                ? Made(at, RegisterThing.Agreement, agreement.Key, name, null)
                : new ImportChange(
                    at, RegisterThing.Agreement, ImportEffect.Changed, agreement.Key, name,
                    Compare(FirstOfAgreement, RegisterExport.Cells(old), RegisterExport.Cells(agreement)));
        }
    }

    private static ImportChange OfUnit(ImportPlan.Ready plan, Id id, int row)
    {
        var (before, after) = (plan.Before, plan.After);
        var now = after.Units[id];
        var (name, provider) = (now.Names.Latest(), now.Agreement.ProviderName);
        if (before.Units.GetValueOrDefault(id) is { } known)
            return new ImportChange(
                row, RegisterThing.Unit, ImportEffect.Changed, name, provider,
                Compare(
                    FirstOfUnit, RegisterExport.Cells(known, before),
                    RegisterExport.Cells(now, after)));
        var alike = before.Units.Values.FirstOrDefault(other =>
            other.Agreement.ProviderId == now.Agreement.ProviderId && TypedText.IsSame(other.Names.Latest(), name));
        return Made(row, RegisterThing.Unit, name, provider, alike?.Key);
    }

    private static ImportChange Made(int row, RegisterThing thing, string name, string provider, string? alike) => new(
        row, thing, alike is null ? ImportEffect.New : ImportEffect.Doubtful, name, provider, [], alike);

    private static int PlaceOf(string column) => RegisterColumns.All.TakeWhile(other => other != column).Count();

    private static string NumberOf(ProviderState.Registered provider) => provider.Number?.Hyphenated ?? "";

    private static bool IsAbout(RegisterStep step, Id agreement) =>
        (step as RegisterStep.OfProvider)?.Command switch
        {
            ProviderCommand.SignAgreement sign => sign.AgreementId == agreement,
            ProviderCommand.ChangeAgreement change => change.AgreementId == agreement,
            _ => false,
        };

    private static IReadOnlyList<CellChange> Compare(int first, IReadOnlyList<string> from, IReadOnlyList<string> to) =>
    [
        .. from.Zip(to).Select((pair, at) => new CellChange(RegisterColumns.All[first + at], pair.First, pair.Second))
            .Where(change => change.From != change.To),
    ];
}
