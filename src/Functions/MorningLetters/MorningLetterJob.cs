using Microsoft.Extensions.Logging;
using Oversight.Functions.Home;
using Oversight.Functions.Identity;
using Oversight.Functions.Messaging;
using Oversight.Functions.Notifications;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.MorningLetters;
using Oversight.Settings;

namespace Oversight.Functions.MorningLetters;

/// <summary>
/// One person's morgonbrev of one day. Sent at least once: one that was sent and not recorded so is sent again, under
/// the same Message-ID.
/// </summary>
public sealed partial class MorningLetterJob(
    Streams streams, MorningLetterDesk desk, StaffDirectory staff, StandIns standIns, ToDoList toDo,
    MorningLetterWriter writer, MailServer mail, SettingsProvider settings, CommandContexts contexts,
    ILogger<MorningLetterJob> logger) : IJobHandler
{
    private const string JobType = "morning-letter";
    private const int JobVersion = 1;

    public string Type => JobType;

    public IReadOnlyCollection<int> Versions { get; } = [JobVersion];

    public static JobMessage For(Id wish, DateOnly day) =>
        JobMessage.For(JobType, JobVersion, new MorningLetterOfDay(wish, day));

    public async Task HandleAsync(JobMessage job, CancellationToken cancellation)
    {
        var (id, day) = job.Read<MorningLetterOfDay>();
        var context = contexts.ForSystem();
        // What waited for a mail server until the next day is of no use any more.
        if (day != context.Today
            || await streams.LoadAsync(MorningLetterStream.Kind, id, cancellation) is not { State: var state }
            || !state.IsDueOn(day)
            || (await desk.Stream.TextsAsync(id, cancellation)).Find(state.Wish!.Address) is not { } address
            || await WriteAsync(state.Wish.UserId, day, cancellation) is not { } letter)
            return;
        var inForce = await settings.GetAsync(cancellation);
        await streams.ChangeAsync(
            MorningLetterStream.Kind, id, await SendAsync(id, day, address, letter, cancellation),
            new Envelope(context, inForce.Hash, Against.Latest), cancellation);
    }

    /// <summary>Null: nothing waits, or what the person may is not known well enough.</summary>
    private async Task<Letter?> WriteAsync(string userId, DateOnly day, CancellationToken cancellation)
    {
        if (settings.Current.Settings.StaffRulesOn(day) is not { } rules
            || await staff.FindAsync(userId, cancellation) is not { } member
            || !rules.MayGetLetter(member.SeenOn, day))
            return null;
        // With the vikariat of the day, as the gate gives them to whoever opens the page.
        var user = await standIns.TodayAsync(
            staff.Rebuilt(member), Permission.ReadOwnStartPage, day, cancellation);
        var counts = WaitingCounts.Of(await toDo.ForAsync(user, day, cancellation), day);
        return counts.Things == 0 ? null : writer.Write(counts, rules.LettersPauseAfterDays);
    }

    private async Task<MorningLetterCommand> SendAsync(
        Id id, DateOnly day, string address, Letter letter, CancellationToken cancellation)
    {
        if (!mail.IsConfigured)
            return new MorningLetterCommand.RecordObstacle(day, MorningObstacle.NoMailServer);
        try
        {
            await mail.SendAsync(MorningLetterDecider.LetterOf(id, day), address, letter, cancellation);
            return new MorningLetterCommand.RecordSent(day);
        }
        catch (MailRefusedException refused)
        {
            LogRefused(id, refused.Status);
            return new MorningLetterCommand.RecordObstacle(day, MorningObstacle.Refused);
        }
    }

    [LoggerMessage(4102, LogLevel.Warning, "The morning letter {Id} was refused by the mail server with {Status}")]
    private partial void LogRefused(Id id, int status);
}

/// <summary>What the message carries: neither name nor address.</summary>
internal sealed record MorningLetterOfDay(Id Wish, DateOnly Day);
