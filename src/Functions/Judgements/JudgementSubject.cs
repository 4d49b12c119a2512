using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Judgements;

namespace Oversight.Functions.Judgements;

/// <summary>What people make of a unit's risk, as a subject of operations. It is found by the unit.</summary>
public sealed class JudgementSubject(
    IEnumerable<Operation<OpenJudgement>> operations, JudgementDesk desk, Streams streams)
    : Subject<OpenJudgement>(operations)
{
    public const string SubjectName = "unit-judgement";

    public override string Name => SubjectName;

    public override string ApiFunction => JudgementFunctions.ApiName;

    public override Type ApiAnswer => typeof(JudgementAnswer);

    public override Task<Opening<OpenJudgement>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        desk.OpenAsync(request.User(), id, cancellation);

    public override string PageOf(OpenJudgement open) => open.Address;

    public override IReadOnlyList<Crumb> Trail(OpenJudgement open) =>
        [new Crumb("Risk", "/risk"), new Crumb($"Risk för {open.Case.Unit.Name}", open.Address)];

    public override Task<object> DescribeAsync(OpenJudgement open, CancellationToken cancellation) =>
        Task.FromResult<object>(JudgementAnswer.Of(open));

    public override async Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenJudgement open, CancellationToken cancellation) =>
        [.. (await streams.HistoryAsync(UnitJudgementStream.Kind, open.Head.Id, cancellation))
            .Select(recorded => JudgementWords.Entry(recorded, open))];

    public override BoardId? BoardOf(OpenJudgement open, Permission permission) => open.Board;

    public override Task<Outcome<OpenJudgement>> RunAsync(
        Operation<OpenJudgement> operation, OpenJudgement open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var asked = (JudgementOperation)operation;
        return desk.Stream.RunAsync(
            open.Head.Id, open.Read, asked.Name.Name, values, envelope,
            texts => new(asked.Command(open, values, texts)),
            (read, texts) => open with { Read = read, Texts = texts }, cancellation);
    }
}

/// <summary>What an operation on a judgement adds to every operation.</summary>
public abstract class JudgementOperation : Operation<OpenJudgement>
{
    public override Permission Permission => Permission.JudgeRisk;

    public abstract UnitJudgementCommand Command(OpenJudgement open, FieldValues values, OperationTexts texts);

    public override bool IsFor(OpenJudgement open) => Access.Allows(open.User, Permission, open.Board);

    private protected static WordsField Reason { get; } = new("reason", "Motivering", limits => limits.Reason)
    {
        Required = true,
        Rows = 4,
        Hint = "Skriv inga personuppgifter.",
    };
}
