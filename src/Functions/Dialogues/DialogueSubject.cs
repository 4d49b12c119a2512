using System.Globalization;
using Microsoft.AspNetCore.Http;
using Oversight.Dialogues;
using Oversight.Functions.Dialogues.Operations;
using Oversight.Functions.Dialogues.Reading;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Dialogues;

/// <summary>A series as a subject of operations.</summary>
public sealed class DialogueSubject(
    IEnumerable<Operation<OpenDialogue>> operations, DialogueDesk desk, DialogueTimeline timeline,
    DialogueDetailReader details)
    : Subject<OpenDialogue>(operations)
{
    public const string SubjectName = "dialogue";

    public override string Name => SubjectName;

    public override string ApiFunction => DialogueFunctions.ApiName;

    public override Type ApiAnswer => typeof(DialogueDetails);

    public override Task<Opening<OpenDialogue>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        desk.OpenAsync(request.User(), id, cancellation);

    public override string PageOf(OpenDialogue open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenDialogue open) => DialogueWords.Trail(open);

    public override async Task<object> DescribeAsync(OpenDialogue open, CancellationToken cancellation) =>
        await details.OfAsync(open, cancellation);

    public override Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenDialogue open, CancellationToken cancellation) => timeline.OfAsync(open, null, cancellation);

    public override BoardId? BoardOf(OpenDialogue open, Permission permission) => open.Board;

    public override Task<Outcome<OpenDialogue>> RunAsync(
        Operation<OpenDialogue> operation, OpenDialogue open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (DialogueOperation)operation;
        return desk.RunAsync(
            open, asked.Name.Name, values, envelope, texts => asked.CommandAsync(open, values, texts, cancellation),
            changed => changed, cancellation);
    }
}

/// <summary>A meeting of a series as a subject of operations.</summary>
public sealed class OccasionSubject(
    IEnumerable<Operation<OpenOccasion>> operations, DialogueDesk desk, DialogueTimeline timeline,
    DialogueDetailReader details)
    : Subject<OpenOccasion>(operations)
{
    public const string SubjectName = "dialogue-occasion";

    public override string Name => SubjectName;

    public override string ApiFunction => DialogueFunctions.OccasionApiName;

    public override Type ApiAnswer => typeof(DialogueDetails);

    /// <summary>What names a meeting: its series and its number there.</summary>
    public static string IdOf(string series, string number) => $"{series}/{number}";

    public override async Task<Opening<OpenOccasion>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        id.Split('/') is [var series, var number]
            ? await desk.OpenAsync(request.User(), series, NumberOf(number), cancellation)
            : new Opening<OpenOccasion>.Missing();

    public static int? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public override string PageOf(OpenOccasion open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenOccasion open) => DialogueWords.Trail(open);

    public override async Task<object> DescribeAsync(OpenOccasion open, CancellationToken cancellation) =>
        await details.OfAsync(open.Of, cancellation);

    public override Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenOccasion open, CancellationToken cancellation) => timeline.OfAsync(open.Of, open.Number, cancellation);

    public override BoardId? BoardOf(OpenOccasion open, Permission permission) => open.Of.Board;

    public override Task<Outcome<OpenOccasion>> RunAsync(
        Operation<OpenOccasion> operation, OpenOccasion open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (OccasionOperation)operation;
        return desk.RunAsync(
            open.Of, asked.Name.Name, values, envelope, texts => asked.CommandAsync(open, values, texts, cancellation),
            changed => open with { Of = changed }, cancellation);
    }
}
