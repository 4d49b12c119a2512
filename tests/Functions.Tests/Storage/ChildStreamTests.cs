using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Functions.Tests.Faults;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

/// <summary>
/// A child with a life of its own is announced in its parent's stream before it exists, and reported ended there by an
/// effect. So what the parent may do is decided from its own stream alone, wherever a request is cut off.
/// </summary>
public sealed class ChildStreamTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly StreamKind<Notebook, NotebookCommand, NotebookEvent> ChildKind = Notebooks.Kind with
    {
        Effects = [Effect.OfEvent<NotebookEvent>(EndReport.Name, happened => happened is NotebookEvent.LastLineCut)],
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_child_is_never_unknown_to_its_parent_and_one_that_ended_is_reported_once(bool lastIsCarriedOut)
    {
        await using var healthy = World();
        var (reachedEnd, unborn, living, ended) = (false, 0, 0, 0);
        for (var calls = 0; !reachedEnd; calls++)
        {
            using var transport = new DyingTransport();
            await using var dying = World(transport, healthy);
            var (binder, child) = (NewId(), NewId());
            Streams(dying, binder);
            await healthy.Streams.CreateAsync(Binders.Kind, binder, new BinderCommand.Open(), By(), Cancellation);
            transport.DieAfter(calls, lastIsCarriedOut);
            await LiveAsync(dying, binder, child);
            reachedEnd = !transport.IsDead;

            Streams(healthy, binder);
            (await healthy.Get<PendingWorker>().WorkOffAndClearAsync(Cancellation)).ShouldSatisfyAllConditions(
                run => run.Failed.ShouldBe(0), run => run.Left.ShouldBe(0));
            var history = await healthy.Streams.HistoryAsync(Binders.Kind, binder, Cancellation);
            var isEnded = (await healthy.Streams.HistoryAsync(ChildKind, child, Cancellation))
                .Any(one => one.Event is NotebookEvent.LastLineCut);
            var exists = await healthy.Streams.LoadAsync(ChildKind, child, Cancellation) is not null;
            if (exists)
                history.Count(one => one.Event is BinderEvent.Announced).ShouldBe(1, $"call {calls}");
            history.Count(one => one.Event is BinderEvent.Ended).ShouldBe(isEnded ? 1 : 0, $"call {calls}");
            var closing = await healthy.Streams.ChangeAsync(Binders.Kind, binder, new BinderCommand.Close(), By(),
                Cancellation);
            (closing is Outcome<Binder>.Done)
                .ShouldBe(isEnded || !history.Any(one => one.Event is BinderEvent.Announced), $"call {calls}");
            (unborn, living, ended) = (unborn + (exists ? 0 : 1), living + (exists && !isEnded ? 1 : 0),
                ended + (isEnded ? 1 : 0));
        }

        (unborn, living, ended).ShouldSatisfyAllConditions(
            seen => seen.unborn.ShouldBeGreaterThan(2), seen => seen.living.ShouldBeGreaterThan(2),
            seen => seen.ended.ShouldBeGreaterThan(2));
    }

    private static async Task LiveAsync(StorageWorld world, Id binder, Id child)
    {
        try
        {
            await world.Streams.ChangeAsync(Binders.Kind, binder, new BinderCommand.Announce(child), By(),
                Cancellation);
            await world.Streams.CreateAsync(ChildKind, child, new NotebookCommand.Open("a", "one"), By(), Cancellation);
            await world.Streams.ChangeAsync(ChildKind, child, new NotebookCommand.Cut(), By(), Cancellation);
        }
        catch (Dependencies.DependencyUnavailableException)
        {
            // The process is dead.
        }
    }

    private static void Streams(StorageWorld world, Id binder) =>
        world.Get<EndReport>().Tell = (child, call) => world.Streams.ChangeAsync(
            Binders.Kind, binder, new BinderCommand.ReportEnded(child), call.Envelope, CancellationToken.None);

    private StorageWorld World(DyingTransport? transport = null, StorageWorld? of = null) => new(
        azurite, transport, of, kind: ChildKind, others: services => services
            .AddStreamKind(Binders.Kind)
            .AddSingleton<EndReport>()
            .AddSingleton<IEffectHandler>(provider => provider.GetRequiredService<EndReport>()));

    private sealed class EndReport : IEffectHandler<Notebook, NotebookEvent>
    {
        public const string Name = "notebook.reports-end";

        public Func<Id, EffectCall<Notebook, NotebookEvent>, Task>? Tell { get; set; }

        public string Effect => Name;

        public string Title => "Pärmen får veta att en bok är slut";

        public async Task<EffectProgress> RunAsync(
            EffectCall<Notebook, NotebookEvent> call, CancellationToken cancellation)
        {
            await Tell!(call.Head.Id, call);
            return EffectProgress.Done;
        }
    }
}

public sealed record Binder(bool IsOpen, IReadOnlyList<Id> Living);

public abstract record BinderCommand
{
    private BinderCommand()
    {
    }

    public sealed record Open : BinderCommand;

    public sealed record Announce(Id Child) : BinderCommand;

    public sealed record ReportEnded(Id Child) : BinderCommand;

    public sealed record Close : BinderCommand;
}

public abstract record BinderEvent
{
    private BinderEvent()
    {
    }

    public sealed record Opened : BinderEvent;

    public sealed record Announced(Id Child) : BinderEvent;

    public sealed record Ended(Id Child) : BinderEvent;

    public sealed record Closed : BinderEvent;
}

internal static class Binders
{
    public static StreamKind<Binder, BinderCommand, BinderEvent> Kind { get; } = new()
    {
        Name = "binder",
        Initial = new Binder(false, []),
        Decide = (binder, command, _) => command switch
        {
            BinderCommand.Open => new BinderEvent.Opened(),
            BinderCommand.Announce announce => new BinderEvent.Announced(announce.Child),
            BinderCommand.ReportEnded report => binder.Living.Contains(report.Child)
                ? new BinderEvent.Ended(report.Child)
                : Decision.Accept<BinderEvent>(),
            _ => binder.Living.Count == 0 ? new BinderEvent.Closed() : new Refusal("binder.has-living"),
        },
        Evolve = (binder, happened) => happened switch
        {
            BinderEvent.Opened => binder with { IsOpen = true },
            BinderEvent.Announced announced => binder with { Living = [.. binder.Living, announced.Child] },
            BinderEvent.Ended ended => binder with { Living = [.. binder.Living.Where(child => child != ended.Child)] },
            _ => binder with { IsOpen = false },
        },
        Events = new EventTypes<BinderEvent>()
            .Add<BinderEvent.Opened>("binder.opened.v1")
            .Add<BinderEvent.Announced>("binder.announced.v1")
            .Add<BinderEvent.Ended>("binder.ended.v1")
            .Add<BinderEvent.Closed>("binder.closed.v1"),
        ProjectionVersion = 1,
        Rows = [],
        Project = (_, _) => [],
    };
}
