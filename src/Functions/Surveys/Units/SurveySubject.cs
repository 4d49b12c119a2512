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

/// <summary>A unit's survey as a subject of operations.</summary>
public sealed class SurveySubject(IEnumerable<Operation<OpenSurvey>> operations, SurveyDesk desk, Streams streams)
    : Subject<OpenSurvey>(operations)
{
    public const string SubjectName = "survey";

    public override string Name => SubjectName;

    public override string ApiFunction => SurveyFunctions.ApiName;

    public override Type ApiAnswer => typeof(SurveyDetails);

    public override Task<Opening<OpenSurvey>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        desk.OpenAsync(request.User(), id, cancellation);

    public override string PageOf(OpenSurvey open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenSurvey open) =>
    [
        SurveyWords.Start,
        new Crumb(SurveyWords.Title(open.Survey.Year), $"{SurveyFunctions.List}/{open.Survey.RoundId}"),
        new Crumb(open.Survey.Unit.Name, open.Address),
    ];

    public override Task<object> DescribeAsync(OpenSurvey open, CancellationToken cancellation) =>
        Task.FromResult<object>(SurveyDetails.Of(open));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenSurvey open, CancellationToken cancellation)
    {
        var texts = await desk.TextsAsync(open.Head.Id, cancellation);
        return
        [
            .. (await streams.HistoryAsync(SurveyStream.Kind, open.Head.Id, cancellation))
                .Select(recorded => SurveyTimeline.Entry(recorded, texts, open)),
        ];
    }

    public override BoardId? BoardOf(OpenSurvey open, Permission permission) => open.Board;

    public override Task<Outcome<OpenSurvey>> RunAsync(
        Operation<OpenSurvey> operation, OpenSurvey open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (SurveyOperation)operation;
        return desk.Stream.RunAsync(
            open.Read, asked.Name.Name, values, envelope, texts => new(asked.Command(open, values, texts)),
            (read, texts) => open with { Read = read, Texts = texts }, cancellation);
    }
}

/// <summary>What an operation on a unit's survey adds to every operation.</summary>
public abstract class SurveyOperation : Operation<OpenSurvey>
{
    public abstract SurveyCommand Command(OpenSurvey open, FieldValues values, OperationTexts texts);

    public override Permission Permission => Permission.RunSurveys;

    public override bool IsFor(OpenSurvey open) => open.MayRun;

    protected static bool IsAwaited(OpenSurvey open) =>
        open.State.Status is SurveyStatus.Open or SurveyStatus.Silent;

    protected static int Longest(OpenSurvey open) => open.InForce.Settings.Limits.Reason;
}
