using Oversight.Functions.Dependencies;
using Oversight.Functions.Maintenance.Effects;
using Oversight.Functions.Messaging;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

public sealed class EffectTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private readonly Diary _diary = new();
    private readonly Sign _sign = new();
    private readonly ManualClock _clock = new();
    private readonly Id _id = NewId();

    [Fact]
    public async Task An_effect_of_events_follows_each_append_once_and_in_order()
    {
        await using var world = World();
        await world.OpenAsync(_id, lines: ["one", "two"]);
        await world.ChangeAsync(_id, new NotebookCommand.Move("b"));
        await world.ChangeAsync(_id, new NotebookCommand.Write("three"));

        _diary.Entries.ShouldBe(["3: two (2 lines)", "5: three (3 lines)"]);
        (await world.CountAsync("pending")).ShouldBe(0);
        await world.Get<PendingWorker>().WorkOffAllAsync(Cancellation);
        _diary.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_that_failed_is_made_up_for_before_the_next_and_none_is_superseded()
    {
        await using var world = World();
        _diary.Fail = true;
        await world.OpenAsync(_id, lines: "one");
        _diary.Fail = false;

        (await world.ChangeAsync(_id, new NotebookCommand.Write("two"))).ShouldBeOfType<Outcome<Notebook>.Done>();
        _diary.Entries.ShouldBeEmpty("the first is not tried again at once, and the second waits for it");
        _clock.Offset = TimeSpan.FromMinutes(2);
        await world.Get<PendingWorker>().WorkOffAllAsync(Cancellation);

        _diary.Entries.ShouldBe(["2: one (1 lines)", "3: two (2 lines)"]);
    }

    [Fact]
    public async Task The_answer_is_done_however_the_effect_goes()
    {
        await using var world = World();
        _diary.Fail = true;

        var done = (await world.OpenAsync(_id, lines: "one")).ShouldBeOfType<Outcome<Notebook>.Done>();

        done.Repeated.ShouldBeFalse();
        (await world.ViewRowsAsync(_id)).ShouldBe(await world.ExpectedRowsAsync(_id));
        (await world.CountAsync("pending")).ShouldBe(1);
    }

    [Fact]
    public async Task A_failing_effect_backs_off_and_after_ten_failures_is_put_aside_with_its_kind_of_failure()
    {
        await using var world = World();
        _diary.Fail = true;
        await world.OpenAsync(_id, lines: "one");
        var worker = world.Get<PendingWorker>();
        for (var minutes = 0; minutes < 400; minutes += 5)
        {
            _clock.Offset = TimeSpan.FromMinutes(minutes);
            await worker.WorkOffAllAsync(Cancellation);
        }

        _diary.Tries.ShouldBe(10);
        var aside = (await world.Get<EffectTable>().ReadAsideAsync(10, Cancellation)).ShouldHaveSingleItem();
        (aside.StreamId, aside.Effect, aside.Version, aside.Reason).ShouldBe(
            ($"notebook-{_id}", Diary.Name, 2, nameof(InvalidOperationException)));
        (await world.CountAsync("pending")).ShouldBe(0, "what was put aside waits for a person");
        await world.ChangeAsync(_id, new NotebookCommand.Write("two"));
        _diary.Tries.ShouldBe(10);

        _diary.Fail = false;
        var again = new PutAsideEffects(world.Get<EffectTable>(), world.Get<PendingMarks>(), world.Handovers);
        (await again.RunAgainAsync(aside.StreamId, aside.Effect, Cancellation)).ShouldBeTrue();
        (await again.RunAgainAsync(aside.StreamId, aside.Effect, Cancellation))
            .ShouldBeFalse("somebody has run it already");
        world.Handovers.Sent.ShouldHaveSingleItem().StreamId.ShouldBe(aside.StreamId);
        await worker.WorkOffAllAsync(Cancellation);
        _diary.Entries.ShouldBe(["2: one (1 lines)", "3: two (2 lines)"]);
        (await again.CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_dependency_that_is_away_is_no_failure_of_the_effect()
    {
        await using var world = World();
        _diary.Failure = new DependencyUnavailableException(Dependency.Blobs, new IOException());
        await world.OpenAsync(_id, lines: "one");
        for (var minute = 0; minute < 15; minute++)
            await world.Get<PendingWorker>().WorkOffAllAsync(Cancellation);

        _diary.Failure = null;
        await world.Get<PendingWorker>().WorkOffAllAsync(Cancellation);
        _diary.Entries.ShouldBe(["2: one (1 lines)"]);
    }

    [Fact]
    public async Task A_slow_effect_does_not_hold_the_answer_and_goes_on_as_a_job()
    {
        var limits = new EffectLimits
        { Request = new(TimeSpan.Zero, TimeSpan.FromMilliseconds(50), SlowIsFailure: false) };
        await using var world = World(limits);
        _diary.Hang = true;
        (await world.OpenAsync(_id, lines: "one")).ShouldBeOfType<Outcome<Notebook>.Done>();

        var (streamId, commandId) = world.Handovers.Sent.ShouldHaveSingleItem();
        streamId.ShouldBe($"notebook-{_id}");
        (await world.LoadStoredAsync(_id)).Events[0].CommandId.ShouldBe(commandId);
        (await world.CountAsync("pending")).ShouldBe(1);
        _diary.Hang = false;
        await world.Get<PendingWorker>().WorkOffAndClearAsync(Cancellation);
        _diary.Entries.ShouldBe(["2: one (1 lines)"]);
        (await world.Get<EffectTable>().FindAsync(streamId, Cancellation)).Of(Diary.Name).Failures.ShouldBe(0);
    }

    [Fact]
    public async Task Of_a_state_only_the_newest_counts_whoever_ends_last()
    {
        await using var slow = World();
        await using var fast = new StorageWorld(azurite, of: slow, kind: Kind, platform: _clock,
            effects: [_diary, _sign]);
        await slow.OpenAsync(_id);
        _sign.Hold = new TaskCompletionSource();
        var first = slow.ChangeAsync(_id, new NotebookCommand.Move("b"));
        await _sign.Held.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await fast.ChangeAsync(_id, new NotebookCommand.Move("c"));
        _sign.Shows.ShouldBe("c");

        _sign.Hold.SetResult();
        await first;

        _sign.Shows.ShouldBe("c");
        _sign.History.ShouldBe(["c", "b", "c"]);
    }

    [Fact]
    public async Task Of_work_that_two_must_not_do_the_second_leaves_it_to_the_first_until_that_one_dies()
    {
        var kind = Kind with
        { Effects = [Effect.OfEvent<NotebookEvent>(Diary.Name, _ => true) with { OneAtATime = true }] };
        await using var world = new StorageWorld(azurite, kind: kind, platform: _clock, effects: _diary);
        var table = world.Get<EffectTable>();
        await table.ChangeAsync(
            EffectRow.New($"notebook-{_id}"), Diary.Name,
            record => record with { Lease = "another process", LeasedUntil = _clock.GetUtcNow().AddSeconds(60) },
            Cancellation);

        await world.OpenAsync(_id, lines: "one", envelope: By(key: "k", body: "b"));
        await world.OpenAsync(_id, lines: "one", envelope: By(key: "k", body: "b"));
        _diary.Entries.ShouldBeEmpty();
        _clock.Offset = TimeSpan.FromSeconds(90);
        await world.Get<PendingWorker>().WorkOffAllAsync(Cancellation);

        _diary.Entries.ShouldBe(["2: one (1 lines)"]);
        (await table.FindAsync($"notebook-{_id}", Cancellation)).Of(Diary.Name).ShouldBe(new EffectRecord(Reached: 2));
    }

    [Fact]
    public async Task A_repeat_lets_follow_what_had_not_followed_yet()
    {
        await using var healthy = World();
        await using (var dying = new StorageWorld(
            azurite, new FaultyTransport { BeforeSending = true, Hit = IsOfViews }, of: healthy, kind: Kind,
            platform: _clock, effects: [_diary, _sign]))
        {
            _diary.Failure = new DependencyUnavailableException(Dependency.Blobs, new IOException());
            await dying.OpenAsync(_id, lines: "one", envelope: By(key: "k", body: "b"));
        }

        (await healthy.ViewRowsAsync(_id)).ShouldBeEmpty();
        _diary.Failure = null;

        (await healthy.OpenAsync(_id, lines: "one", envelope: By(key: "k", body: "b")))
            .ShouldBeOfType<Outcome<Notebook>.Done>().Repeated.ShouldBeTrue();

        (await healthy.ViewRowsAsync(_id)).ShouldBe(await healthy.ExpectedRowsAsync(_id));
        _diary.Entries.ShouldBe(["2: one (1 lines)"]);
    }

    [Fact]
    public async Task A_list_that_cannot_be_written_does_not_keep_the_effects_back()
    {
        await using var world = new StorageWorld(
            azurite, kind: Kind with { Project = (_, _) => [new ViewRow("p", "k", new Undeclared())] },
            platform: _clock, effects: [_diary, _sign]);
        await world.OpenAsync(_id, lines: "one");

        _diary.Entries.ShouldBe(["2: one (1 lines)"]);
    }

    [Fact]
    public async Task The_job_of_a_slow_effect_takes_no_mark_away_before_the_rows_are_written_too()
    {
        var limits = new EffectLimits
        { Request = new(TimeSpan.Zero, TimeSpan.FromMilliseconds(50), SlowIsFailure: false) };
        await using var healthy = World(limits);
        await using var dying = new StorageWorld(
            azurite, new FaultyTransport { BeforeSending = true, Hit = IsOfViews }, of: healthy, kind: Kind,
            platform: _clock, limits: limits, effects: [_diary, _sign]);
        _diary.Hang = true;
        await dying.OpenAsync(_id, lines: "one");
        var (streamId, commandId) = dying.Handovers.Sent.ShouldHaveSingleItem();
        _diary.Hang = false;
        var jobs = new EffectJobs(
            new Jobs(null!), healthy.Get<StreamTable>(), healthy.Get<StreamKinds>(), healthy.Get<PendingMarks>(),
            healthy.Get<AfterAppend>);

        await jobs.HandleAsync(JobMessage.For(jobs.Type, 1, new { streamId, commandId }), Cancellation);

        _diary.Entries.ShouldBe(["2: one (1 lines)"]);
        (await healthy.ViewRowsAsync(_id)).ShouldBe(await healthy.ExpectedRowsAsync(_id));
        (await healthy.CountAsync("pending")).ShouldBe(0);
    }

    [Fact]
    public async Task A_rebuild_of_the_lists_runs_no_effects()
    {
        await using var world = World();
        await world.OpenAsync(_id, lines: "one");
        await world.ChangeAsync(_id, new NotebookCommand.Move("b"));
        var before = (_diary.Tries, _sign.History.Count);

        await world.Get<Projector>()
            .ProjectAsync(world.Kind, await world.LoadStoredAsync(_id), Cancellation, verify: true);

        (_diary.Tries, _sign.History.Count).ShouldBe(before);
    }

    [Fact]
    public void What_is_stored_of_effects_and_sent_as_a_job_is_a_contract()
    {
        var record = new EffectRecord(3, 2, new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.Zero), true, "lease",
            new DateTimeOffset(2027, 2, 1, 9, 1, 0, TimeSpan.Zero));
        const string Stored =
            """{"reached":3,"failures":2,"notBefore":"2027-02-01T09:00:00+00:00","isAside":true,"lease":"lease","leasedUntil":"2027-02-01T09:01:00+00:00"}""";
        StoredJson.Write(record, typeof(EffectRecord)).ShouldBe(Stored);
        StoredJson.Read<EffectRecord>(Stored).ShouldBe(record);
        StoredJson.Read<EffectRecord>("{}").ShouldBe(EffectRecord.None);
    }

    private static StreamKind<Notebook, NotebookCommand, NotebookEvent> Kind { get; } = Notebooks.Kind with
    {
        Effects =
        [
            Effect.OfEvent<NotebookEvent>(Diary.Name, happened => happened is NotebookEvent.Written),
            Effect.OfState<NotebookEvent>(Sign.Name, happened => happened is NotebookEvent.Moved),
        ],
    };

    private StorageWorld World(EffectLimits? limits = null) =>
        new(azurite, kind: Kind, platform: _clock, limits: limits, effects: [_diary, _sign]);

    private static bool IsOfViews(Azure.Core.Request request) => request.Uri.ToUri().AbsolutePath is var path
        && (path.Contains("views", StringComparison.Ordinal) || path.Contains("projected", StringComparison.Ordinal));

    private sealed record Undeclared;
}
