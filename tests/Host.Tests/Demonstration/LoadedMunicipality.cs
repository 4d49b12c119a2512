using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Concerns;
using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Local.Host;
using Oversight.Local.Demonstration;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Demonstration;

/// <summary>
/// The demonstration municipality, loaded by a load that was cut off halfway and one that took it up.
/// </summary>
public sealed class LoadedMunicipality : IAsyncLifetime
{
    public static IReadOnlyList<BoardId> Boards { get; } = [new("socialnamnden"), new("aldrenamnden")];

    public AppFixture App { get; } = new();

    public Lines Progress { get; } = new();

    public DemonstrationData Data { get; } = Demonstrations.Municipality(new DateOnly(2027, 1, 15));

    /// <summary>How many concerns stood when the first load was cut off.</summary>
    public int AfterTheCut { get; private set; }

    public Views Views => App.Services.GetRequiredService<Views>();

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        using var cut = new CancellationTokenSource();
        var cutting = new Lines(line =>
        {
            if (line.Contains("100 av", StringComparison.Ordinal))
                cut.Cancel();
        });
        await Should.ThrowAsync<OperationCanceledException>(() => LoadAsync(cutting, cut.Token));
        AfterTheCut = (await ConcernsAsync()).Count;
        await LoadAsync(Progress);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public Task LoadAsync(IProgress<string> progress, CancellationToken cancellation = default) =>
        App.Services.GetRequiredService<MunicipalityDemonstration>().LoadAsync(progress, cancellation);

    public async Task<IReadOnlyList<ConcernRow>> ConcernsAsync()
    {
        var lists = await Task.WhenAll(
            Boards.Select(board =>
                Views.ReadAllAsync<ConcernRow>(ConcernPartitions.OfBoard(board), default, ConcernPartitions.Listed)));
        return [.. lists.SelectMany(list => list)];
    }

    public Task<IReadOnlyList<UnitIndexRow>> UnitsAsync() =>
        Views.ReadAllAsync<UnitIndexRow>(RegisterPartitions.UnitIndex, default);

    /// <summary>Told at once and in order, unlike <see cref="Progress{T}"/>.</summary>
    public sealed class Lines(Action<string>? on = null) : IProgress<string>
    {
        private readonly Lock _lock = new();
        private readonly List<string> _all = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (_lock)
                    return [.. _all];
            }
        }

        public void Report(string value)
        {
            lock (_lock)
                _all.Add(value);
            on?.Invoke(value);
        }
    }
}
