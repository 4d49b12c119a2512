using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Waiting;
using Oversight.Functions.Web;
using Oversight.Testkit;
using Oversight.Waiting;

namespace Oversight.Functions.Tests.Waiting;

/// <summary>
/// The application with errands beside its own kinds of streams, and what a test does to them and sees of them.
/// </summary>
public sealed class ErrandApp : IAsyncLifetime
{
    private readonly ErrandTrouble _trouble = new();

    public AppFixture App { get; private set; } = null!;

    internal ErrandTrouble Trouble => _trouble;

    public static DateOnly Today { get; } = new(2027, 1, 15);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => App = await AppFixture.StartAsync(Options());

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <param name="loop">The loop that is started; null: the application's own.</param>
    /// <param name="more">Functions beside those of the application.</param>
    internal AppOptions Options(string? loop = null, params Type[] more) => new()
    {
        Application = WorkerApplication.Oversight.Plus([typeof(LoopProbe), .. more]),
        Settings = new Dictionary<string, string?> { ["Oversight:Waiting:FirstRetry"] = "00:00:00.1" },
        Services = services =>
        {
            if (loop is not null)
                services.AddSingleton(new LoopOptions(loop, TimeSpan.FromMilliseconds(100)));
            services.AddStreamKind(Errands.Kind).AddWaitingKind(Errands.Waiting);
            _trouble.StandBefore(services);
        },
    };

    internal async Task<Id> BeginAsync(params AwaitedAnswer[] answers)
    {
        var id = Id.From(Guid.NewGuid());
        await BeginAsync(id, answers);
        return id;
    }

    internal async Task BeginAsync(Id id, params AwaitedAnswer[] answers)
    {
        var outcome = await App.Services.GetRequiredService<Streams>().CreateAsync(
            Errands.Kind, id, new ErrandCommand.Begin(answers), Envelope(), Cancellation);
        outcome.ShouldBeOfType<Outcome<Errand>.Done>();
    }

    internal async Task ChangeAsync(Id id, ErrandCommand command)
    {
        var outcome = await App.Services.GetRequiredService<Streams>()
            .ChangeAsync(Errands.Kind, id, command, Envelope(), Cancellation);
        outcome.ShouldBeOfType<Outcome<Errand>.Done>();
    }

    /// <summary>What the loop has done, in order: what, step, and the day on which it was recorded.</summary>
    internal async Task<IReadOnlyList<string>> StepsAsync(Id id) =>
    [
        .. (await App.Services.GetRequiredService<Streams>().HistoryAsync(Errands.Kind, id, Cancellation))
            .Where(recorded => recorded.Event is ErrandEvent.Did)
            .Select(recorded =>
                $"{((ErrandEvent.Did)recorded.Event).Step.What} {((ErrandEvent.Did)recorded.Event).Step.Name} "
                    + $"{recorded.Day:O}"),
    ];

    internal async Task<ShownLoop> ShowAsync(Id id)
    {
        var streamId = Errands.Kind.StreamId(id);
        using var client = App.Anonymous();
        var instance = await client.GetStringAsync(new Uri($"test/loops/{streamId}", UriKind.Relative), Cancellation);
        var seen = await App.Services.GetRequiredService<LoopRows>().FindAsync(streamId, Cancellation);
        var isUnseen = await App.Services.GetRequiredService<UnseenMarks>().HasAsync(streamId, Cancellation);
        return new(instance, isUnseen, seen);
    }

    /// <summary>Waits until the loop looks as wanted; else the failure shows how it looks.</summary>
    internal async Task<ShownLoop> UntilAsync(Id id, Func<ShownLoop, bool> wanted)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            var shown = await ShowAsync(id);
            if (wanted(shown))
                return shown;
            if (watch.Elapsed > TimeSpan.FromSeconds(30))
                throw new TimeoutException($"{shown}\n{App.Log.Problems}");
            await Task.Delay(50, Cancellation);
        }
    }

    /// <summary>Both sweeps, each twice at once.</summary>
    internal async Task SweepAsync()
    {
        using var client = App.Anonymous();
        using var answer = await client.PostAsync(new Uri("test/sweeps", UriKind.Relative), null, Cancellation);
        await answer.ExpectAsync(HttpStatusCode.OK);
    }

    private Envelope Envelope() => new(
        App.Services.GetRequiredService<CommandContexts>().ForSystem(),
        App.Services.GetRequiredService<SettingsProvider>().Current.Hash, Against.Latest);
}

/// <param name="Instance">Name and status; empty: there is none.</param>
internal sealed record ShownLoop(string Instance, bool IsUnseen, LoopRow? Seen)
{
    public bool HasSeen(int version) => !IsUnseen && Seen?.Version == version;
}
