using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Messaging;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.MorningLetters;
using Oversight.Settings;
using Oversight.Waiting;

namespace Oversight.Functions.MorningLetters;

/// <summary>
/// At half past six on working days: a job for each person who wishes the morgonbrev and has signed in of late. A
/// morning that is missed is not made up: its numbers would be those of another day.
/// </summary>
public sealed class MorningLetterTimer(
    Views views, Streams streams, StaffDirectory staff, Jobs jobs, SettingsProvider settings, CommandContexts contexts)
{
    private const int Hour = 6;

    // Half past six in Stockholm is one of the two, in summer or in winter.
    [Function("MorningLetters_Daily")]
    [Open("A timer: no person behind it")]
    public async Task Daily([TimerTrigger("0 30 4,5 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var context = contexts.ForSystem();
        var inForce = await settings.GetAsync(cancellation);
        if (StockholmTime.Local(context.At).Hour != Hour || !SwedishCalendar.IsWorkingDay(context.Today)
            || inForce.Settings.StaffRulesOn(context.Today) is not { } rules)
            return;
        var known = (await staff.AllAsync(context.Today, cancellation))
            .ToDictionary(member => member.UserId, StringComparer.Ordinal);
        var envelope = new Envelope(context, inForce.Hash, Against.Latest);
        foreach (var row in await views.ReadAllAsync<MorningWishRow>(MorningLetterStream.On, cancellation))
            await HandleAsync(row, known.GetValueOrDefault(row.UserId), rules, envelope, cancellation);
    }

    private async Task HandleAsync(
        MorningWishRow row, StaffMember? member, StaffRules rules, Envelope envelope, CancellationToken cancellation)
    {
        var today = envelope.Context.Today;
        if (member is not null && rules.MayGetLetter(member.SeenOn, today))
            await jobs.SendAsync(
                MorningLetterJob.For(row.Id, today), MorningLetterDecider.LetterOf(row.Id, today).Value, cancellation);
        // Whoever is forgotten is forgotten with the address. A wish that is younger has somebody who is on the way.
        else if (member is null && row.Since < rules.ForgottenBefore(today))
            await streams.ChangeAsync(
                MorningLetterStream.Kind, row.Id, new MorningLetterCommand.TurnOff(), envelope, cancellation);
    }
}
