using Azure.Data.Tables;
using Oversight.Functions.Concerns;
using Oversight.Functions.Storage;
using Oversight.Risk;

namespace Oversight.Benchmarks;

/// <summary>The rows that the projection would write of many units and concerns, written directly: what is measured is reading them.</summary>
internal sealed class FactRows
{
    public const string Board = "socialnamnden";
    public const string UnitPartition = $"units|{Board}";
    public const string ConcernPartition = $"concern-facts|{Board}";
    private const int RowsAtOnce = 100;
    private const int Writers = 4;
    private static readonly BoardId Owner = new(Board);
    private static readonly CodeId[] Areas = [new("trygghet-sakerhet"), new("sjalvbestammande-integritet"), new("helhetssyn-samordning")];
    private readonly List<UnitFact> _units;
    private readonly List<ConcernFact> _concerns;

    public FactRows(int units, int concerns)
    {
        var random = new Random(1);
        var today = new DateOnly(2027, 1, 14);
        _units = [.. Enumerable.Range(0, units).Select(number => Unit(number))];
        _concerns =
        [
            .. Enumerable.Range(0, concerns).Select(number =>
            {
                var day = today.AddDays(-random.Next(540));
                var id = Id.Derive("measured", $"concern-{number}");
                var isAssessed = random.Next(10) > 0;
                return new ConcernFact(
                    id, id.Reference('S'), _units[random.Next(units)].UnitId, Owner, day, day, $"reporter-{random.Next(400):D32}",
                    isAssessed ? ConcernWeighting.Assessed : ConcernWeighting.Unassessed, isAssessed ? random.Next(1, 4) : null,
                    isAssessed ? Areas[random.Next(Areas.Length)] : null, isAssessed ? new CodeId("kommunikationsvagar") : null, new CodeId("olagenhet"),
                    $"concern-{id}@2");
            }),
        ];
    }

    public async Task WriteAsync(TableClient views)
    {
        await WriteAsync(views, UnitPartition, _units.Select(unit => (unit.UnitId.Value, unit.UnitId, (object)unit)));
        await WriteAsync(views, ConcernPartition, _concerns.Select(concern => (Key(concern), concern.ConcernId, (object)concern)));
    }

    /// <summary>A concern becomes graver: the plan has something new to say.</summary>
    public Task ChangeOneAsync(TableClient views, int number)
    {
        var changed = _concerns[number] with { Severity = 4, Area = Areas[0], Weighting = ConcernWeighting.Assessed, Source = $"concern-{_concerns[number].ConcernId}@3" };
        return views.UpsertEntityAsync(Row(ConcernPartition, Key(changed), changed.ConcernId, changed), TableUpdateMode.Replace);
    }

    private static UnitFact Unit(int number) => new(
        Id.Derive("measured", $"unit-{number}"), Id.Derive("measured", $"provider-{number / 3}"), Id.Derive("measured", $"agreement-{number / 3}"), Owner,
        $"Mätenhet {number}", $"Mätanordnare {number / 3} AB", new CodeId("boende-lss"), [new CodeId("bostad-vuxna")], 5 + (number * 37 % 200), 0, false,
        new DateOnly(2022, 1, 1), null, $"unit-{number}@1");

    private static string Key(ConcernFact concern) =>
        $"{ConcernPartitions.FactsByDay}{ConcernPartitions.Day(concern)}|{concern.ConcernId}";

    private static TableEntity Row(string partition, string key, Id id, object fact) => new(partition, StorageKey.Escape(key))
    {
        ["StreamId"] = $"measured-{id}",
        ["Projection"] = 1,
        ["Version"] = 2,
        ["D0"] = StoredJson.Write(fact, fact.GetType()),
    };

    private static Task WriteAsync(TableClient views, string partition, IEnumerable<(string Key, Id Id, object Fact)> facts) => Parallel.ForEachAsync(
        facts.Chunk(RowsAtOnce),
        new ParallelOptions { MaxDegreeOfParallelism = Writers },
        async (some, cancellation) => await views.SubmitTransactionAsync(
            some.Select(fact => new TableTransactionAction(TableTransactionActionType.Add, Row(partition, fact.Key, fact.Id, fact.Fact))), cancellation));
}
