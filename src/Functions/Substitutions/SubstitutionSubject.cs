using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Substitutions;

namespace Oversight.Functions.Substitutions;

/// <summary>A vikariat as a subject of operations.</summary>
public sealed class SubstitutionSubject(
    IEnumerable<Operation<OpenSubstitution>> operations, SubstitutionDesk desk, Streams streams)
    : Subject<OpenSubstitution>(operations)
{
    public const string SubjectName = "substitution";

    public override string Name => SubjectName;

    public override string ApiFunction => SubstitutionFunctions.ApiName;

    public override Type ApiAnswer => typeof(SubstitutionDetails);

    public override Task<Opening<OpenSubstitution>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        desk.OpenAsync(request.User(), id, cancellation);

    public override string PageOf(OpenSubstitution open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenSubstitution open) =>
        [new Crumb("Vikariat", SubstitutionFunctions.List), new Crumb(SubstitutionWords.Title(open), open.Address)];

    public override Task<object> DescribeAsync(OpenSubstitution open, CancellationToken cancellation) =>
        Task.FromResult<object>(SubstitutionDetails.Of(open));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenSubstitution open, CancellationToken cancellation)
    {
        var texts = await desk.TextsAsync(open.Head.Id, cancellation);
        return
        [
            .. (await streams.HistoryAsync(SubstitutionStream.Kind, open.Head.Id, cancellation))
                .Select(recorded => SubstitutionWords.Entry(recorded, texts)),
        ];
    }

    public override BoardId? BoardOf(OpenSubstitution open, Permission permission) => open.Substitution.Board;

    public override Task<Outcome<OpenSubstitution>> RunAsync(
        Operation<OpenSubstitution> operation, OpenSubstitution open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (SubstitutionOperation)operation;
        return desk.Stream.RunAsync(
            open.Read, asked.Name.Name, values, envelope, texts => new(asked.Command(open, values, texts)),
            (read, texts) => open with { Read = read, Texts = texts }, cancellation);
    }
}

/// <summary>What an operation on a vikariat adds to every operation.</summary>
public abstract class SubstitutionOperation : Operation<OpenSubstitution>
{
    public override Permission Permission => Permission.ReadReviews;

    public abstract SubstitutionCommand Command(OpenSubstitution open, FieldValues values, OperationTexts texts);

    public override bool Fits(OpenSubstitution open) => !open.IsOver;
}
