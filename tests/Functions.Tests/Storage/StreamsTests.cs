using Azure.Data.Tables;
using Oversight.Functions.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Storage;

public sealed class StreamsTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncDisposable
{
    private readonly StorageWorld _world = new(azurite);
    private readonly Id _id = NewId();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_stream_keeps_what_happened_with_who_when_and_why()
    {
        await _world.OpenAsync(_id, lines: "one");
        await _world.ChangeAsync(_id, new NotebookCommand.Write("två"), By("bo", reason: "Glömt"));

        var folded = await _world.LoadAsync(_id);
        var history = await _world.Streams.HistoryAsync(Notebooks.Kind, _id, Cancellation);

        folded!.State.Lines.ShouldBe(["one", "två"]);
        (folded.Head.Kind, folded.Head.Id, folded.Head.Version,
            folded.Head.CreatedAt).ShouldBe(("notebook", _id, 3, Now));
        history.Select(one => one.Version).ShouldBe([1, 2, 3]);
        var last = history[2];
        last.ShouldBe(new Recorded<NotebookEvent>(
            3, new NotebookEvent.Written("två"), new Actor("bo", Role.CaseOfficer), Now, new DateOnly(2027, 2, 1),
            "Glömt", "settings-1", last.CommandId));
        history.Select(one => one.CommandId == last.CommandId).ShouldBe([false, false, true]);
        (await _world.CountAsync("pending")).ShouldBe(0);
    }

    [Fact]
    public async Task What_does_not_exist_is_missing_and_what_the_rules_refuse_writes_nothing()
    {
        (await _world.ChangeAsync(_id, new NotebookCommand.Cut())).ShouldBeOfType<Outcome<Notebook>.Missing>();
        (await _world.LoadAsync(_id)).ShouldBeNull();
        (await _world.Streams.HistoryAsync(Notebooks.Kind, _id, Cancellation)).ShouldBeEmpty();
        await _world.OpenAsync(_id);

        var again = (await _world.OpenAsync(_id)).ShouldBeOfType<Outcome<Notebook>.Refused>();

        again.Reasons.ShouldHaveSingleItem().Code.ShouldBe(Notebooks.AlreadyOpen);
        (await _world.LoadAsync(_id))!.Head.Version.ShouldBe(1);
        (await _world.CountAsync("pending")).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_written_against_a_version_of_what_is_not_there_is_a_conflict_with_nothing()
    {
        foreach (var list in new[] { "work", "" })
        {
            var conflict = (await _world.OpenAsync(_id, list, By(expected: 3)))
                .ShouldBeOfType<Outcome<Notebook>.Conflict>();

            conflict.Head.Version.ShouldBe(0);
            (await _world.LoadAsync(_id)).ShouldBeNull();
        }

        (await _world.CountAsync("pending")).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_creation_again_is_answered_from_the_stream()
    {
        var id = Id.Derive("anna", "key-1");
        var first = (await _world.OpenAsync(id, envelope: By(key: "key-1", body: "b")))
            .ShouldBeOfType<Outcome<Notebook>.Done>();
        await _world.ChangeAsync(id, new NotebookCommand.Write("later"));

        var second = (await _world.OpenAsync(id, envelope: By(key: "key-1", body: "b")))
            .ShouldBeOfType<Outcome<Notebook>.Done>();
        var other = (await _world.OpenAsync(id, envelope: By(key: "key-1", body: "c")))
            .ShouldBeOfType<Outcome<Notebook>.KeyReused>();

        (first.Repeated, second.Repeated).ShouldBe((false, true));
        second.Head.Version.ShouldBe(2);
        other.Head.Version.ShouldBe(2);
        (await _world.CountAsync("pending")).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_change_again_is_carried_out_once()
    {
        await _world.OpenAsync(_id);
        var envelope = By(key: "k", body: "b", expected: 1);

        var first = (await _world.ChangeAsync(_id, new NotebookCommand.Write("x"), envelope))
            .ShouldBeOfType<Outcome<Notebook>.Done>();
        var second = (await _world.ChangeAsync(_id, new NotebookCommand.Write("x"), envelope))
            .ShouldBeOfType<Outcome<Notebook>.Done>();
        var other = await _world.ChangeAsync(_id, new NotebookCommand.Write("y"), envelope with { BodyHash = "c" });
        var another = await _world.ChangeAsync(_id, new NotebookCommand.Write("z"), By("bo", key: "k", body: "z"));

        (first.Repeated, second.Repeated).ShouldBe((false, true));
        other.ShouldBeOfType<Outcome<Notebook>.KeyReused>();
        another.ShouldBeOfType<Outcome<Notebook>.Done>().Repeated.ShouldBeFalse();
        (await _world.LoadAsync(_id))!.State.Lines.ShouldBe(["x", "z"]);
    }

    [Fact]
    public async Task A_change_written_against_an_older_version_is_a_conflict_that_shows_what_stands()
    {
        await _world.OpenAsync(_id, lines: "one");

        var conflict = (await _world.ChangeAsync(_id, new NotebookCommand.Write("x"), By(expected: 1)))
            .ShouldBeOfType<Outcome<Notebook>.Conflict>();

        conflict.Head.Version.ShouldBe(2);
        conflict.State.Lines.ShouldBe(["one"]);
    }

    [Fact]
    public async Task A_command_with_nothing_left_to_say_writes_nothing()
    {
        await _world.OpenAsync(_id, lines: "one");

        var done = (await _world.ChangeAsync(_id, new NotebookCommand.WriteOnce("one")))
            .ShouldBeOfType<Outcome<Notebook>.Done>();

        (done.Repeated, done.Head.Version).ShouldBe((true, 2));
    }

    [Fact]
    public async Task Thirty_two_at_once_on_one_stream_each_write_exactly_once()
    {
        await _world.OpenAsync(_id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32)
            .Select(n => _world.ChangeAsync(_id, new NotebookCommand.Write($"{n}"), By($"u{n}", key: "k"))));

        var done = outcomes.OfType<Outcome<Notebook>.Done>().Count();
        var lines = (await _world.LoadAsync(_id))!.State.Lines;
        outcomes.Length.ShouldBe(done + outcomes.OfType<Outcome<Notebook>.Conflict>().Count());
        done.ShouldBeGreaterThan(0);
        lines.Count.ShouldBe(done);
        lines.Distinct().Count().ShouldBe(done);
        (await _world.LinesAsync("work")).ShouldBe(lines, ignoreOrder: true);
        (await _world.CountAsync("pending")).ShouldBe(0);
    }

    [Fact]
    public async Task Thirty_two_at_once_with_the_same_version_in_hand_leave_one_winner()
    {
        await _world.OpenAsync(_id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32)
            .Select(n => _world.ChangeAsync(_id, new NotebookCommand.Write($"{n}"), By(expected: 1))));

        outcomes.OfType<Outcome<Notebook>.Done>().Count().ShouldBe(1);
        outcomes.OfType<Outcome<Notebook>.Conflict>().Count().ShouldBe(31);
        (await _world.LoadAsync(_id))!.State.Lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_creation_sixteen_times_at_once_gives_one_stream()
    {
        var id = Id.Derive("anna", "double");

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => _world.OpenAsync(id, envelope: By(key: "double", body: "b"))));

        outcomes.OfType<Outcome<Notebook>.Done>().Count(done => !done.Repeated).ShouldBe(1);
        outcomes.OfType<Outcome<Notebook>.Done>().Count().ShouldBe(16);
        (await _world.LoadAsync(id))!.Head.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_payload_larger_than_a_property_is_kept_as_a_blob_and_read_back()
    {
        var text = new string('å', 200_000) + "\U0001F600";
        await _world.OpenAsync(_id, "long", null, text, "short");

        (await _world.LoadAsync(_id))!.State.Lines.ShouldBe([text, "short"]);
        (await _world.LinesAsync("long")).ShouldBe([text, "short"]);
        var row = (await (await _world.RawAsync("streams"))
            .GetEntityAsync<TableEntity>($"notebook-{_id}", "0000000002", cancellationToken: Cancellation)).Value;
        row.GetString("Payload").ShouldBeNull();
        row.GetString("PayloadBlob")!.Length.ShouldBe(64);
    }

    [Fact]
    public async Task A_heavy_append_of_many_rows_fits_and_one_of_too_many_is_a_bug()
    {
        var line = new string('x', 29_000);
        await _world.OpenAsync(_id, "heavy", null, [.. Enumerable.Repeat(line, 90)]);

        (await _world.LoadAsync(_id))!.State.Lines.Count.ShouldBe(90);
        (await _world.LinesAsync("heavy")).Count.ShouldBe(90);
        await Should.ThrowAsync<ArgumentException>(
            () => _world.OpenAsync(NewId(), "x", null, [.. Enumerable.Repeat("y", 100)]));
    }

    [Fact]
    public async Task An_event_of_an_unknown_type_closes_the_stream()
    {
        await _world.OpenAsync(_id);
        await InsertAsync(2, "notebook.burnt.v1", "{}");

        await Should.ThrowAsync<UnknownEventException>(() => _world.LoadAsync(_id));
        await Should.ThrowAsync<UnknownEventException>(() => _world.ChangeAsync(_id, new NotebookCommand.Write("x")));
    }

    [Fact]
    public async Task An_event_in_an_old_shape_is_read_as_the_new_one()
    {
        await _world.OpenAsync(_id);
        await InsertAsync(2, "notebook.written.v1", """{"text":"från förr"}""");

        (await _world.LoadAsync(_id))!.State.Lines.ShouldBe(["från förr"]);
    }

    [Fact]
    public async Task A_stream_with_a_hole_in_it_is_not_read()
    {
        await _world.OpenAsync(_id);
        await InsertAsync(3, "notebook.written.v2", """{"line":"x"}""");

        await Should.ThrowAsync<InvalidDataException>(() => _world.LoadAsync(_id));
    }

    [Fact]
    public async Task Every_named_event_can_be_read_back_from_what_it_is_stored_as()
    {
        NotebookEvent[] all = [new NotebookEvent.Opened("å"), new NotebookEvent.Written("\"<b>"),
            new NotebookEvent.Moved("m"), new NotebookEvent.LastLineCut()];
        var events = Notebooks.Kind.Events;

        all.ShouldAllBe(one => events.Read(events.NameOf(one), events.Write(one)).Equals(one));
        (await _world.OpenAsync(_id, "å|/\\#?%~\u0001")).ShouldBeOfType<Outcome<Notebook>.Done>();
        (await _world.Views.ReadRowsAsync("notebooks|å|/\\#?%~\u0001", Cancellation)).ShouldHaveSingleItem().Key
            .ShouldBe(_id.Value);
    }

    private async Task InsertAsync(int version, string type, string payload)
    {
        var table = await _world.RawAsync("streams");
        await table.AddEntityAsync(
            new TableEntity($"notebook-{_id}", $"{version:D10}")
            {
                ["Type"] = type,
                ["Payload"] = payload,
                ["Actor"] = "old",
                ["Role"] = "System",
                ["At"] = Now,
                ["Day"] = "2027-02-01",
                ["Settings"] = "s",
                ["CommandId"] = "c",
            },
            Cancellation);
    }
}
