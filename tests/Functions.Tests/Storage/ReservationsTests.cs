using Azure.Data.Tables;
using Oversight.Functions.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

public sealed class ReservationsTests : IClassFixture<AzuriteFixture>, IAsyncDisposable
{
    private const string Scope = "organisation-number";
    private const string Number = "195001019999";
    private readonly ManualClock _clock = new();
    private readonly StorageWorld _world;

    public ReservationsTests(AzuriteFixture azurite) => _world = new StorageWorld(azurite, platform: _clock);

    private Reservations Reservations => _world.Get<Reservations>();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    /// <summary>Streams that exist with another value.</summary>
    private readonly HashSet<string> _moved = [];

    [Fact]
    public async Task The_first_to_reserve_holds_it_and_may_ask_again()
    {
        (await ReserveAsync("notebook-a")).ShouldBeNull();
        (await ReserveAsync("notebook-a")).ShouldBeNull();
        (await ReserveAsync("notebook-b")).ShouldBe("notebook-a");
        (await Reservations.FindAsync(Scope, Number, Cancellation)).ShouldBe("notebook-a");
        (await Reservations.FindAsync("other", Number, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_reservation_whose_stream_never_came_is_taken_over_after_ten_minutes()
    {
        await ReserveAsync("notebook-a");
        _clock.Offset = TimeSpan.FromMinutes(9);
        (await ReserveAsync("notebook-b")).ShouldBe("notebook-a");
        _clock.Offset = TimeSpan.FromMinutes(11);

        (await ReserveAsync("notebook-b")).ShouldBeNull();
        (await ReserveAsync("notebook-a")).ShouldBe("notebook-b");
    }

    [Fact]
    public async Task A_reservation_of_a_stream_that_exists_is_kept_for_ever()
    {
        var id = NewId();
        await ReserveAsync($"notebook-{id}");
        await _world.OpenAsync(id);
        _clock.Offset = TimeSpan.FromDays(400);

        (await ReserveAsync("notebook-b")).ShouldBe($"notebook-{id}");
        (await ReserveAsync($"notebook-{id}")).ShouldBeNull();
    }

    [Fact]
    public async Task A_command_that_came_to_nothing_gives_the_value_back_at_once()
    {
        var refused = await OursAsync("notebook-a");
        await Reservations.EndAsync(refused, Cancellation);

        (await ReserveAsync("notebook-b")).ShouldBeNull();
    }

    [Fact]
    public async Task What_the_stream_holds_is_not_given_back_by_a_command_that_is_refused()
    {
        var id = NewId();
        var first = await OursAsync($"notebook-{id}");
        await _world.OpenAsync(id);
        await Reservations.EndAsync(first, Cancellation);
        await Reservations.EndAsync(await OursAsync($"notebook-{id}", creates: false), Cancellation);

        (await ReserveAsync("notebook-b")).ShouldBe($"notebook-{id}");
    }

    [Fact]
    public async Task A_refused_command_leaves_the_value_to_another_one_of_the_same_stream()
    {
        var first = await OursAsync("notebook-a");
        var second = await OursAsync("notebook-a");
        await Reservations.EndAsync(first, Cancellation);
        (await ReserveAsync("notebook-b")).ShouldBe("notebook-a");
        await Reservations.EndAsync(second, Cancellation);

        (await ReserveAsync("notebook-b")).ShouldBeNull();
    }

    [Fact]
    public async Task A_stream_that_has_moved_away_gives_the_value_back_whether_it_says_so_or_dies()
    {
        var (told, silent) = (NewId(), NewId());
        await OursAsync($"notebook-{told}");
        await _world.OpenAsync(told);
        _moved.Add($"notebook-{told}");
        await Reservations.ReleaseAsync(What, $"notebook-{told}", Cancellation);
        await OursAsync($"notebook-{silent}");
        await _world.OpenAsync(silent);
        _moved.Add($"notebook-{silent}");
        (await ReserveAsync("notebook-b")).ShouldBe($"notebook-{silent}");
        _clock.Offset = TimeSpan.FromMinutes(11);

        (await ReserveAsync("notebook-b")).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_gives_back_what_is_another_streams()
    {
        var lost = await OursAsync("notebook-a");
        _clock.Offset = TimeSpan.FromMinutes(11);
        (await ReserveAsync("notebook-b")).ShouldBeNull();
        await Reservations.EndAsync(lost, Cancellation);

        (await ReserveAsync("notebook-c")).ShouldBe("notebook-b");
    }

    [Fact]
    public async Task Of_sixteen_at_once_one_gets_it()
    {
        var holders = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => ReserveAsync($"notebook-{n}")));

        holders.Count(holder => holder is null).ShouldBe(1);
        holders.Where(holder => holder is not null).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_number_itself_is_not_in_the_table()
    {
        await ReserveAsync("notebook-a");

        await foreach (var row in (await _world.RawAsync("reservations"))
            .QueryAsync<TableEntity>(cancellationToken: Cancellation))
            row.Select(property => property.Value.ToString())
                .ShouldAllBe(value => !value!.Contains(Number, StringComparison.Ordinal));
    }

    private Reservable What => new(Scope, Number, async (streamId, cancellation) =>
        !await _world.Get<StreamTable>().ExistsAsync(streamId, cancellation) ? Holding.NoStream
        : _moved.Contains(streamId) ? Holding.NotHeld : Holding.Held);

    /// <summary>Null when the value is ours now, else who has it.</summary>
    private async Task<string?> ReserveAsync(string streamId) =>
        (await Reservations.TryReserveAsync(What, streamId, creates: true, Cancellation) as Reserving.Taken)?.StreamId;

    private async Task<Reservation> OursAsync(string streamId, bool creates = true) =>
        (await Reservations.TryReserveAsync(What, streamId, creates, Cancellation))
            .ShouldBeOfType<Reserving.Ours>().Reservation;
}
