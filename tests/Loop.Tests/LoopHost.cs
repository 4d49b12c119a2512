using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Oversight.Local.Host;
using Oversight.Local.Host.Emulator;
using Oversight.Local.Host.Machine;
using Oversight.Local.Host.Worker;

namespace Oversight.Loop.Tests;

/// <summary>The local host with the loop's application as processes of their own, on a folder that outlives them.</summary>
public sealed class LoopHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2027, 1, 15, 8, 0, 0, TimeSpan.FromHours(1));

    private readonly Process _process;
    private readonly string _folder;
    private readonly HttpClient _client;

    private LoopHost(Process process, string folder, Uri address, HostWords words)
    {
        (_process, _folder) = (process, folder);
        _client = new(words) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(20) };
        _client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    /// <param name="current">The loop that is started.</param>
    public static async Task<LoopHost> StartAsync(string folder, string current = "Loop_V1")
    {
        var root = RepositoryRoot.Find();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] clock = File.Exists(Path.Combine(folder, "clock.json")) ? [] : ["--clock", Start.ToString("O")];
        string[] arguments =
        [
            "exec", typeof(LocalHost).Assembly.Location, "--port", "0", "--data", folder, "--empty", .. clock,
            "--application", HostedApplication.Built(root, "tests/LoopApp", "Oversight.LoopApp"),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["Loop__Current"] = current;
        start.Environment["Loop__FirstRetry"] = "00:00:00.1";
        var process = Process.Start(start)!;
        var words = new HostWords(process);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            const string listens = "Lyssnar på ";
            if (!line.StartsWith(listens, StringComparison.Ordinal))
                continue;
            _ = process.StandardOutput.ReadToEndAsync();
            var host = new LoopHost(process, folder, new(line[listens.Length..]), words);
            await host.SignInAsync();
            return host;
        }

        throw new InvalidOperationException($"Värden startade inte:\n{words.Last}");
    }

    /// <summary>What stands under /.local tells of the application, and asks who one is.</summary>
    private async Task SignInAsync()
    {
        using var form = new FormUrlEncodedContent(
        [
            new("user", "loop"), new("name", "Loop"), new("role", "administrator"), new("board", "socialnamnden"),
            new("post_login_redirect_uri", "/health"),
        ]);
        using var answer = await _client.PostAsync(new Uri(".auth/login/local", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    public async Task OpenAsync(string id, IEnumerable<PartyBody> parties, TroubleBody? trouble = null, bool wake = true)
    {
        using var answer = await _client.PostAsJsonAsync(
            new Uri($"matters/{id}{Query(wake)}", UriKind.Relative), new { Parties = parties, Trouble = trouble ?? new() });
        answer.EnsureSuccessStatusCode();
    }

    public async Task<bool> ChangeAsync(string id, string what, string? party = null, bool wake = true)
    {
        using var answer = await _client.PostAsync(new Uri($"matters/{id}/{what}{Query(wake)}&party={party}", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("woken").GetBoolean();
    }

    public async Task<Shown> ShowAsync(string id) => (await _client.GetFromJsonAsync<Shown>(new Uri($"matters/{id}", UriKind.Relative)))!;

    public async Task<Health> HealthAsync() => (await _client.GetFromJsonAsync<Health>(new Uri("health", UriKind.Relative)))!;

    public async Task<Engine> EngineAsync() =>
        (await _client.GetFromJsonAsync<Engine>(new Uri(".local/orchestrations", UriKind.Relative)))!;

    public async Task SweepAsync()
    {
        using var answer = await _client.PostAsync(new Uri("sweeps", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
    }

    /// <returns>What ran, in order, as function and kind of failure.</returns>
    public async Task<IReadOnlyList<Run>> MoveAsync(string by)
    {
        using var answer = await _client.PostAsJsonAsync(new Uri(".local/clock", UriKind.Relative), new { advanceBy = by });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Moved>())!.Ran;
    }

    /// <summary>Waits until the matter looks as wanted; else the failure shows how it looks.</summary>
    public async Task<Shown> UntilAsync(string id, Func<Shown, bool> wanted, int seconds = 30)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var shown = await TryShowAsync(id);
            if (shown is not null && wanted(shown))
                return shown;
            if (watch.Elapsed > TimeSpan.FromSeconds(seconds))
                throw new TimeoutException($"{id} after {seconds} s: {JsonSerializer.Serialize(shown)} {await EngineAsync()}");
            await Task.Delay(50);
        }
    }

    /// <summary>Waits until an activity is under way.</summary>
    public async Task BusyAsync()
    {
        while (await EngineAsync() is not { Running: > 0, Activities: > 0 })
            await Task.Delay(10);
    }

    public void KillWorker() =>
        JsonSerializer.Deserialize<ProcessIdentity>(File.ReadAllText(Path.Combine(_folder, "worker.json")))!.Kill();

    /// <summary>kill -9. Azurite lives on, and the next host on the folder takes it over.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
    }

    public async Task<TimeSpan> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        ProcessIdentity.Of(_process.Id)?.Terminate();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(25));
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync();
        _process.Dispose();
        _client.Dispose();
    }

    /// <summary>Null: whoever would have answered has just been killed.</summary>
    private async Task<Shown?> TryShowAsync(string id)
    {
        try
        {
            return await ShowAsync(id);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static string Query(bool wake) => wake ? "?wake=yes" : "?wake=no";

    private sealed record Moved(IReadOnlyList<Run> Ran);
}

public sealed record PartyBody(string Name, DateOnly? Until = null, params DateOnly[] Reminders);

public sealed record TroubleBody(bool Throws = false, bool Fails = false, int HoldMilliseconds = 0);

public sealed record Shown(int Version, IReadOnlyList<string> Events, Waiting? Waiting, bool Unseen, LoopSeen? Loop, Instance? Instance)
{
    public bool IsSettled => !Unseen && Loop?.Version == Version;

    /// <summary>What the loop has recorded: day, then step.</summary>
    public IReadOnlyList<string> Steps => [.. Events.Where(text => text.Contains('/', StringComparison.Ordinal))];
}

public sealed record Waiting(int Version, string Next, string? Stuck);

public sealed record LoopSeen(int Version, string? Loop, int Turn, string? Carried, int Restarts, string? Failure);

public sealed record Instance(string Name, string Status);

public sealed record Health(IReadOnlyList<string> Failed, IReadOnlyList<string> Stuck);

public sealed record Engine(bool Runs, int Messages, int Activities, int Running, long Started);

public sealed record Run(string What, DateTimeOffset Due, string? Failure);
