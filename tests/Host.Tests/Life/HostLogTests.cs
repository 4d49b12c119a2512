using Microsoft.Extensions.Logging;
using Oversight.Local.Host.Logging;
using Oversight.Testkit;

namespace Oversight.Host.Tests.Life;

public sealed partial class HostLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_restart_goes_on_in_the_log_that_was()
    {
        for (var start = 1; start <= 2; start++)
        {
            await using var host = await HostProcess.StartAsync(_folder.Path);
            host.Terminate();
            (await host.ExitCodeAsync(TimeSpan.FromSeconds(20))).ShouldBe(0, host.Output);
            host.Output.ShouldNotContain("Värden är i gång");
        }

        var log = await File.ReadAllTextAsync(Path.Combine(_folder.Path, HostLogging.FileName), Cancellation);
        log.Split("Värden är i gång").Length.ShouldBe(3, log);
        log.Split("Värden stoppar").Length.ShouldBe(3, log);
    }

    [Fact]
    public void However_much_is_logged_the_files_stay_few_and_of_bounded_size()
    {
        var text = new string('x', 10_000);
        using (var logging = Logging())
        {
            var log = logging.CreateLogger("Provet");
            for (var line = 0; line < 4000; line++)
                Happened(log, line, text);
        }

        var files = new DirectoryInfo(_folder.Path).GetFiles("host*.log");
        files.Length.ShouldBe(5);
        files.ShouldAllBe(file => file.Length < 5_100_000);
        files.ShouldContain(file => File.ReadAllText(file.FullName).Contains(" 3999 ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_fails_over_and_over_is_written_some_times_and_then_counted()
    {
        using (var logging = Logging())
        {
            var log = logging.CreateLogger("Provet");
            for (var attempt = 0; attempt < 1000; attempt++)
                Failed(log, new IOException($"försök {attempt}"), attempt);
            Other(log);
        }

        var lines = File.ReadAllText(Path.Combine(_folder.Path, HostLogging.FileName));
        lines.Split("Det gick inte").Length.ShouldBe(11, lines);
        lines.ShouldContain("Något annat");
        lines.ShouldContain("990 likadana rader är utelämnade");
    }

#pragma warning disable RS0030 // A log is of real time.
    private ILoggerFactory Logging() =>
        LoggerFactory.Create(logging => logging.AddHostLog(_folder.Path, TimeProvider.System));
#pragma warning restore RS0030

    [LoggerMessage(9901, LogLevel.Information, "Rad {Number} {Text}")]
    private static partial void Happened(ILogger log, int number, string text);

    [LoggerMessage(9902, LogLevel.Warning, "Det gick inte, {Attempt}")]
    private static partial void Failed(ILogger log, Exception failure, int attempt);

    [LoggerMessage(9903, LogLevel.Warning, "Något annat")]
    private static partial void Other(ILogger log);
}
