using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;

namespace Oversight.Functions.Maintenance.Exports;

/// <summary>
/// What an export holds: the record, and what cannot be worked out from it. Lists, marks, loops and the durable hub
/// can.
/// </summary>
internal static class ExportTables
{
    /// <summary>
    /// In this order, which is read while people work. How far effects have come is read before the streams: what
    /// stands there as done has been done in streams that are read later. Texts and reservations are written before the
    /// event that needs them, so they are read after the streams.
    /// </summary>
    internal static IReadOnlyList<ExportTable> InOrder { get; } =
    [
        new(EffectTable.Table),
        new(StreamTable.Table),
        new(PrivateTexts.Table),
        // After the texts: a name that comes back has its row, by which it is forgotten one day.
        new(StaffDirectory.Table),
        new(Reservations.Table),
        // Links of letters that have been sent: hashes. Sessions and codes are not worth a day.
        new("answerlinks", "link"),
    ];

    /// <summary>What must be empty where a restore loads: those above, and what is worked out from them.</summary>
    internal static IReadOnlyList<string> MustBeEmpty { get; } =
    [
        .. InOrder.Select(table => table.Name), PendingMarks.Table, ViewTable.Table, ProjectedTable.Table,
        CompleteLists.Table, "loops",
    ];
}

/// <param name="Partition">The only one that is taken; null takes all.</param>
internal sealed record ExportTable(string Name, string? Partition = null);
