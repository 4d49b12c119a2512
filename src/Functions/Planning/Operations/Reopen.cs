using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Storage;
using Oversight.Planning;

namespace Oversight.Functions.Planning.Operations;

internal sealed class Reopen(Plans plans) : PlanOperation
{
    private static readonly WordsField Reason =
        new("reason", "Varför planen behöver revideras", limits => limits.Reason)
        {
            Required = true,
            Rows = 4,
            Hint = "Skriv inga personuppgifter.",
        };

    public override OperationName Name { get; } = new("reopen", "revidera");

    public override string Title => "Öppna för revidering";

    public override string Summary => "Processägaren öppnar en fastställd årsplan för revidering.";

    public override string Done => "Årsplanen är öppen för revidering. Den fastställda versionen finns kvar.";

    public override IReadOnlyList<Field> Fields { get; } = [Reason];

    public override bool Fits(OpenPlan open) => open.State is PlanState.Adopted;

    public override string Lead(OpenPlan open) =>
        "En fastställd plan ändras inte. Öppna den för att göra nya utkast under året; den fastställda versionen finns "
            + "kvar.";

    public override async Task<Outcome<PlanState>?> RunAsync(
        OpenPlan open, FieldValues values, Envelope envelope, CancellationToken cancellation) =>
        await plans.ReopenAsync(open.Board, open.Year, values.Text(Reason), envelope, cancellation);
}
