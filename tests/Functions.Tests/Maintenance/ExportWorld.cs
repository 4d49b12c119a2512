using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Oversight.Functions.Maintenance.Exports;
using Oversight.Functions.Maintenance.Restoring;
using Oversight.Functions.Storage;
using Oversight.Functions.Tests.Storage;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Storage.StorageWorld;

namespace Oversight.Functions.Tests.Maintenance;

/// <summary>The application's services, with notebooks among its streams, on one set of tables of an account.</summary>
internal sealed class ExportWorld : IAsyncDisposable
{
    private readonly string _connection;
    private readonly ServiceProvider _services;

    public ExportWorld(
        AzuriteFixture azurite, ExportOptions? options = null, ManualClock? clock = null, ExportWorld? of = null,
        string tableSet = "")
    {
        _connection = azurite.ConnectionString;
        (Prefix, TableSet) = (of?.Prefix ?? NewPrefix(), tableSet);
        _services = Add(new ServiceCollection().AddLogging(), new ConfigurationBuilder().Build(), clock, options)
            .BuildServiceProvider();
    }

    public string Prefix { get; }

    public string TableSet { get; }

    public Exporter Exporter => Get<Exporter>();

    public PrivateTexts Texts => Get<PrivateTexts>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<IReadOnlyList<string>> WholeAsync() => Get<ExportStore>().WholeAsync(Cancellation);

    /// <summary>All parts at once, until it is whole.</summary>
    public async Task<string> ExportAsync() =>
        (await Exporter.RunAsync(TimeSpan.FromMinutes(1), Cancellation)).ShouldNotBeNull();

    public async Task<Id> WriteAsync(params IReadOnlyList<string> lines)
    {
        var id = NewId();
        (await Get<Streams>().CreateAsync(
            Notebooks.Kind, id, new NotebookCommand.Open("work", lines), By(key: $"key-{id}", body: "body"),
            Cancellation)).ShouldBeOfType<Outcome<Notebook>.Done>();
        return id;
    }

    public Task KeepAsync(Id id, string name, string text) => Texts.WriteAsync(
        $"notebook-{id}", name,
        new PrivateEntry(new Dictionary<string, string> { ["text"] = text }, "test", "test"), Cancellation);

    public async Task<string?> TextAsync(Id id, string name) =>
        (await Texts.FindAsync($"notebook-{id}", name, Cancellation))?.Fields["text"];

    public async Task<IReadOnlyList<string>> LinesAsync() =>
        [.. (await Get<Views>().ReadAllAsync<LineRow>("lines|work", Cancellation)).Select(row => row.Text)];

    /// <summary>As an engineer runs it: exit code and what it said.</summary>
    public async Task<(int Code, string Said)> RestoreAsync(string verb, string export)
    {
        await using var output = new StringWriter();
        var code = await RestoreProgram.RunAsync(
            [verb, export], builder => Add(builder.Services, builder.Configuration, null, null), output, Cancellation);
        return (code, output.ToString());
    }

    public TableClient Table(string name) => new(_connection, Prefix + TableSet + name);

    public BlobContainerClient Exports => new(_connection, Prefix + "exports");

    public async Task<int> CountAsync(string name)
    {
        await Table(name).CreateIfNotExistsAsync(Cancellation);
        return await Table(name).QueryAsync<TableEntity>(cancellationToken: Cancellation).CountAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private IServiceCollection Add(
        IServiceCollection services, IConfiguration configuration, ManualClock? clock, ExportOptions? options)
    {
        var configured = new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection(
        [
            new("contentRoot", Oversight.Local.Host.RepositoryRoot.Find()),
            new("ServiceBus",
                "Endpoint=sb://localhost;SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true;"),
        ]).Build();
        if (clock is not null)
            services.AddSingleton(new PlatformClock(clock));
        if (options is not null)
            services.AddSingleton(options);
        return services
            .AddSingleton<IConfiguration>(configured)
            .AddSingleton(
                new StoreOptions { ConnectionString = _connection, Prefix = Prefix, TableSet = TableSet })
            .AddOversight(configured)
            .AddStreamKind(Notebooks.Kind);
    }
}
