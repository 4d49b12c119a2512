using Oversight.Functions.Reviews;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web;
using Oversight.Reviews;

namespace Oversight.Local.Demonstration;

/// <summary>Does one thing in a review of the demonstration, on its day. The same step again changes nothing.</summary>
public sealed class DemonstrationSteps(
    Streams streams, PrivateTexts privateTexts, TextKeys keys, SettingsProvider settings)
{
    /// <param name="step">Tells the steps of a review apart.</param>
    public async Task DoAsync(
        Id review, int step, DateOnly day, string userId, Func<RequestTexts, ReviewCommand> make,
        CancellationToken cancellation)
    {
        var (inForce, hashes) = (await settings.GetAsync(cancellation), await keys.GetAsync(cancellation));
        var key = $"{review}-{step}";
        var at = SwedishTime.At(day.ToDateTime(new TimeOnly(9, 0)));
        var context = new CommandContext(new Actor(userId, Role.QualityDeveloper), at, StockholmTime.Day(at));
        var texts = new RequestTexts(hashes, "demonstration", key, "review-demonstration", "review");
        var envelope = new Envelope(context, inForce.Hash, Against.Latest, key, Envelopes.Hash(key));
        var command = make(texts);
        if (texts.Entry.Fields.Count > 0)
            await privateTexts.WriteAsync(ReviewStream.StreamId(review), texts.EntryName, texts.Entry, cancellation);
        var outcome = await streams.LoadAsync(ReviewStream.Kind, review, cancellation) is null
            ? await streams.CreateAsync(ReviewStream.Kind, review, command, envelope, cancellation)
            : await streams.ChangeAsync(ReviewStream.Kind, review, command, envelope, cancellation);
        if (outcome is not Outcome<ReviewState>.Done)
            throw new InvalidOperationException(
                $"The demonstration's review {review} stopped at {command.GetType().Name}: {outcome}.");
    }
}

internal static class SwedishTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The instant of a wall-clock time; one that the spring change skips is moved an hour on.</summary>
    public static DateTimeOffset At(DateTime wallClock)
    {
        var local = Zone.IsInvalidTime(wallClock) ? wallClock.AddHours(1) : wallClock;
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
