using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Oversight.Functions.Maintenance.Restoring;

/// <summary>
/// What <c>./run restore</c> runs, and an engineer with a role on the account of the record: the application's own
/// program with other arguments, so that the code that reads an export is that which will read what it restores.
/// </summary>
public static class RestoreProgram
{
    public const string Verb = "restore";

    public const string Usage = "restore list | restore check <export|latest> | restore load <export|latest>";

    /// <returns>The exit code: 0, 1 when it was refused or not all could be shown, 2 for arguments.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Func<HostApplicationBuilder, IServiceCollection> add, TextWriter output,
        CancellationToken cancellation)
    {
        if (arguments is not (["list"] or ["check" or "load", _]))
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        // Only the services are wanted: nothing that would start with the application.
        add(builder).RemoveAll<IHostedService>();
        using var host = builder.Build();
        var restore = host.Services.GetRequiredService<Restore>();
        try
        {
            return await RunAsync(restore, arguments, output, cancellation);
        }
        catch (RestoreRefusedException refused)
        {
            await output.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(
        Restore restore, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellation)
    {
        var whole = await restore.ListAsync(cancellation);
        if (arguments[0] == "list")
        {
            foreach (var id in whole)
                await output.WriteLineAsync(id);
            return 0;
        }

        var wanted = arguments[1] != "latest" ? arguments[1] : whole.Count > 0
            ? whole[0]
            : throw new RestoreRefusedException("Det finns ingen hel export.");
        var isLoad = arguments[0] == "load";
        var report = isLoad
            ? await restore.LoadAsync(wanted, cancellation)
            : await restore.CheckAsync(wanted, cancellation);
        await output.WriteLineAsync($"Export {report.ExportId}, påbörjad {Text(report.StartedAt)}, är hel:");
        foreach (var (table, rows) in report.Rows)
            await output.WriteLineAsync($"  {table}: {rows} rader");
        if (!isLoad)
            return 0;
        await output.WriteLineAsync(
            $"Inläst. {report.LeftOut} rader kom inte med: texter som har gallrats sedan dess, och nycklar till "
                + "begäran som kom under exporten.");
        await output.WriteLineAsync(
            $"{report.Streams} ärenden och register är omräknade till listor; {report.NotProjected} gick inte.");
        return report.NotProjected == 0 ? 0 : 1;
    }

    private static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
