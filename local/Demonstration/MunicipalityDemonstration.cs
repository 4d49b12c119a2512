using System.Diagnostics;
using System.Globalization;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;

namespace Oversight.Local.Demonstration;

/// <summary>
/// Loads the demonstration municipality once. The day it is seen from is kept before anything else, so that a load that
/// broke off is taken up with the same data, and a mark at the end says that nothing is left to do.
/// </summary>
public sealed class MunicipalityDemonstration(
    DemonstrationWriter writer, DemonstrationReviews reviews, DemonstrationJoint joint, DemonstrationIvo ivo,
    DemonstrationSanctions sanctions, DemonstrationDialogues dialogues, DemonstrationSurveys surveys,
    Blobs blobs, TimeProvider clock)
{
    private const string Container = "demonstration";
    private const string Begun = "begun";
    private const string Loaded = "loaded";
    private const int MonthsOfRegister = 20;

    public async Task LoadAsync(IProgress<string> progress, CancellationToken cancellation)
    {
        if (await blobs.FindAsync(Container, Loaded, cancellation) is not null)
            return;
        var today = await DayAsync(cancellation);
        var data = Demonstrations.Municipality(today);
        progress.Report(
            $"Läser in en påhittad kommun: {data.Providers.Count} anordnare, {data.Units.Count()} enheter och "
            + $"{data.Concerns.Count} synpunkter …");
        var watch = Stopwatch.StartNew();
        await writer.WriteAsync(data, today.AddMonths(-MonthsOfRegister), progress, cancellation);
        await reviews.WriteAsync(data, today, progress, cancellation);
        await joint.WriteAsync(data, today, progress, cancellation);
        await ivo.WriteAsync(today, cancellation);
        await sanctions.WriteAsync(today, cancellation);
        await dialogues.WriteAsync(data, today, cancellation);
        await surveys.WriteAsync(data, today, cancellation);
        await WriteAsync(Loaded, "1", cancellation);
        progress.Report(
            $"Kommunen är inläst på {watch.Elapsed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} "
                + "sekunder.");
    }

    /// <summary>The day of a load that has begun, or today.</summary>
    private async Task<DateOnly> DayAsync(CancellationToken cancellation)
    {
        if (await blobs.FindAsync(Container, Begun, cancellation) is { } begun)
            return DateOnly.ParseExact(begun.ToString(), "O", CultureInfo.InvariantCulture);
        var today = StockholmTime.Day(clock.GetUtcNow());
        await WriteAsync(Begun, today.ToString("O", CultureInfo.InvariantCulture), cancellation);
        return today;
    }

    private async Task WriteAsync(string name, string text, CancellationToken cancellation) =>
        await blobs.WriteOnceAsync(Container, name, BinaryData.FromString(text), "text/plain", cancellation);
}
