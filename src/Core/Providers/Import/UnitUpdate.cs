namespace Oversight.Providers.Import;

/// <summary>
/// Brings a known unit to what a row says. Empty cells for count, licence and manager leave those as they are.
/// </summary>
internal sealed class UnitUpdate(RegisterDraft draft, int row, Id id, DateOnly from, RegisterRules rules)
{
    private readonly List<Refusal> _refusals = [];

    public IReadOnlyList<Refusal> Apply(UnitCommand.Register wanted)
    {
        if (draft.Unit(id)!.Agreement.AgreementId != wanted.Agreement.AgreementId)
            Try(new UnitCommand.TakeOver(from, wanted.Agreement));
        else
            Try(new UnitCommand.FollowAgreement(wanted.Agreement));
        var unit = draft.Unit(id)!;
        if (unit.Names.Latest() != wanted.Name)
            Try(new UnitCommand.Rename(from, wanted.Name));
        if (unit.Details != wanted.Details)
            Try(new UnitCommand.ChangeDetails(from, wanted.Details, rules));
        if (unit.Licence != wanted.Licence && (wanted.Licence.Number is not null || unit.Licence.Number is null))
            Try(new UnitCommand.RecordLicence(wanted.Licence));
        if (wanted.Count is { } count)
            Try(count);
        if (wanted.Manager is { } manager)
            Manage(unit, manager);
        return _refusals;
    }

    private void Manage(UnitState.Registered unit, UnitCommand.AppointManager wanted)
    {
        if (unit.Manager is not { } current || current.Key != wanted.Key || current.From != wanted.From)
            Try(wanted);
        else if (wanted.NoticeOn is { } notice && notice != current.NoticeOn)
            Try(new UnitCommand.RecordManagerNotice(current.Key, notice));
    }

    private void Try(UnitCommand command) => _refusals.AddRange(draft.Try(row, id, command));
}
