using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Storage;
using Oversight.Functions.Storage.Effects;
using Oversight.Testkit;
using NotebookKind = Oversight.Functions.Storage.StreamKind<
    Oversight.Functions.Tests.Storage.Notebook,
    Oversight.Functions.Tests.Storage.NotebookCommand,
    Oversight.Functions.Tests.Storage.NotebookEvent>;

namespace Oversight.Functions.Tests.Storage;

/// <summary>The storage room on tables of its own, and the shortest ways to say things to it.</summary>
public sealed class StorageWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2027, 2, 1, 9, 30, 0, TimeSpan.FromHours(1));
    private readonly ServiceProvider _services;
    private readonly string _connectionString;
    private readonly string _prefix;

    /// <param name="of">Another world on the same tables, as a second process is.</param>
    public StorageWorld(
        AzuriteFixture azurite,
        HttpPipelineTransport? transport = null,
        StorageWorld? of = null,
        TimeProvider? platform = null,
        NotebookKind? kind = null,
        EffectLimits? limits = null,
        Action<IServiceCollection>? others = null,
        params IReadOnlyList<IEffectHandler> effects)
    {
        _connectionString = azurite.ConnectionString;
        _prefix = of?._prefix ?? NewPrefix();
        Kind = kind ?? Notebooks.Kind;
        var services = new ServiceCollection();
        services.AddLogging();
        if (platform is not null)
            services.AddSingleton(new PlatformClock(platform));
        services.AddSingleton(new StoreOptions
        { ConnectionString = _connectionString, Prefix = _prefix, Transport = transport });
        services.AddSingleton(limits ?? new EffectLimits());
        foreach (var effect in effects)
            services.AddSingleton(effect);
        services.AddSingleton<IEffectHandover>(Handovers);
        services.AddStorage(new ConfigurationBuilder().Build());
        services.AddStreamKind(Kind);
        others?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public NotebookKind Kind { get; }

    public string Prefix => _prefix;

    /// <summary>What should go on as a job.</summary>
    public HandoverNotes Handovers { get; } = new();

    public Streams Streams => Get<Streams>();

    public Views Views => Get<Views>();

    public static Id NewId() => Id.From(Guid.CreateVersion7());

    public static string NewPrefix() => $"t{Guid.NewGuid():N}"[..12];

    public static Envelope By(string user = "anna", string? key = null, string? body = null, int? expected = null,
        string? reason = null) => new(
            new CommandContext(new Actor(user, Role.CaseOfficer), Now, new DateOnly(2027, 2, 1)), "settings-1",
            expected is { } seen ? Against.Version(seen) : Against.Latest, key, body, reason);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<Outcome<Notebook>> OpenAsync(
        Id id, string list = "work", Envelope? envelope = null, params IReadOnlyList<string> lines) =>
        Streams.CreateAsync(Kind, id, new NotebookCommand.Open(list, lines), envelope ?? By(), Cancellation);

    public Task<Outcome<Notebook>> ChangeAsync(Id id, NotebookCommand command, Envelope? envelope = null) =>
        Streams.ChangeAsync(Kind, id, command, envelope ?? By(), Cancellation);

    public Task<Folded<Notebook>?> LoadAsync(Id id) => Streams.LoadAsync(Kind, id, Cancellation);

    public Task<StoredStream> LoadStoredAsync(Id id) =>
        Get<StreamTable>().LoadAsync($"notebook-{id}", withKeys: false, Cancellation);

    /// <summary>The text of every line in the list's view.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(string list) =>
        [.. (await Views.ReadAllAsync<LineRow>($"lines|{list}", Cancellation)).Select(row => row.Text)];

    /// <summary>Every live view row of the stream: partition, key and document.</summary>
    public async Task<IReadOnlyList<string>> ViewRowsAsync(Id id)
    {
        var rows = new List<string>();
        await foreach (var row in (await RawAsync("views")).QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            if (row.GetString("StreamId") == $"notebook-{id}" && !row.ContainsKey("Deleted"))
                rows.Add($"{row.PartitionKey} {row.RowKey} {row.GetString("D0")}");
        }

        return rows;
    }

    /// <summary>What <see cref="ViewRowsAsync"/> should find, from the record alone.</summary>
    public async Task<IReadOnlyList<string>> ExpectedRowsAsync(Id id)
    {
        var folded = await LoadAsync(id);
        var rows = Kind.Project(folded!.Head, folded.State).Select(row =>
            $"{StorageKey.Escape(row.Partition)} {StorageKey.Escape(row.Key)} "
                + $"{StoredJson.Write(row.Document, row.Document.GetType())}");
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    /// <summary>The table itself, to look at and to damage.</summary>
    public async Task<TableClient> RawAsync(string table)
    {
        var client = new TableClient(_connectionString, _prefix + table);
        await client.CreateIfNotExistsAsync(Cancellation);
        return client;
    }

    public async Task<int> CountAsync(string table) =>
        await (await RawAsync(table)).QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>Notes what would have become a message.</summary>
public sealed class HandoverNotes : IEffectHandover
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<(string StreamId, string? CommandId)> _sent = new();

    public IReadOnlyList<(string StreamId, string? CommandId)> Sent => [.. _sent];

    public Task SendAsync(string streamId, string? commandId, CancellationToken cancellation)
    {
        _sent.Enqueue((streamId, commandId));
        return Task.CompletedTask;
    }
}
