using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>A yearly round as a subject of operations.</summary>
public sealed class SurveyRoundSubject(
    IEnumerable<Operation<OpenSurveyRound>> operations, SurveyRoundDesk desk, Streams streams)
    : Subject<OpenSurveyRound>(operations)
{
    public const string SubjectName = "survey-round";

    public override string Name => SubjectName;

    public override string ApiFunction => SurveyRoundFunctions.ApiName;

    public override Type ApiAnswer => typeof(SurveyRoundDetails);

    public override Task<Opening<OpenSurveyRound>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        desk.OpenAsync(request.User(), id, cancellation);

    public override string PageOf(OpenSurveyRound open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenSurveyRound open) =>
        [SurveyWords.Start, new Crumb(SurveyWords.Title(open.Round), open.Address)];

    public override Task<object> DescribeAsync(OpenSurveyRound open, CancellationToken cancellation) =>
        Task.FromResult<object>(SurveyRoundDetails.Of(open));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenSurveyRound open, CancellationToken cancellation)
    {
        var texts = await desk.TextsAsync(open.Head.Id, cancellation);
        return
        [
            .. (await streams.HistoryAsync(SurveyRoundStream.Kind, open.Head.Id, cancellation))
                .Select(recorded => SurveyRoundTimeline.Entry(recorded, texts)),
        ];
    }

    public override BoardId? BoardOf(OpenSurveyRound open, Permission permission) => open.Board;

    public override Task<Outcome<OpenSurveyRound>> RunAsync(
        Operation<OpenSurveyRound> operation, OpenSurveyRound open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (SurveyRoundOperation)operation;
        return desk.Stream.RunAsync(
            open.Read, asked.Name.Name, values, envelope,
            texts => asked.CommandAsync(open, values, texts, cancellation),
            (read, texts) => open with { Read = read, Texts = texts }, cancellation);
    }
}

/// <summary>What an operation on a round adds to every operation.</summary>
public abstract class SurveyRoundOperation : Operation<OpenSurveyRound>
{
    public abstract ValueTask<SurveyRoundCommand> CommandAsync(
        OpenSurveyRound open, FieldValues values, OperationTexts texts, CancellationToken cancellation);

    public override Permission Permission => Permission.RunSurveys;

    public override bool IsFor(OpenSurveyRound open) => open.MayRun;

    protected static bool IsOpen(OpenSurveyRound open) =>
        open.State.Status is SurveyRoundStatus.Composed or SurveyRoundStatus.Released;

    protected static int Longest(OpenSurveyRound open) => open.InForce.Settings.Limits.Reason;
}
