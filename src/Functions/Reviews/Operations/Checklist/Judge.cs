using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Reviews.Screens;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Operations.Checklist;

internal sealed class Judge(ReviewDesk desk) : ReviewOperation<ReviewCommand.Judge>
{
    internal static readonly OwnChoiceField Requirement = RequirementField("Krav");

    internal static readonly NameField<Fulfilment> Level = new("fulfilment", "Bedömning", ReviewWords.Fulfilments)
    {
        Required = true,
    };

    internal static readonly NumberField Met = new("sampleMet", "Stickprov: antal som uppfyller kravet");

    internal static readonly NumberField Taken = new("sampleTaken", "Stickprov: antal granskade");

    internal static readonly CodeField Source = new("source", "Källa", CodeLists.EvidenceSources)
    {
        Required = true,
        Unfolds = true,
    };

    internal static readonly WordsField Evidence = new("evidence", "Iakttagelse", limits => limits.Reason)
    {
        Rows = 4,
        Hint = "Behövs när kravet inte är uppfyllt eller inte är bedömt. Skriv inga namn.",
    };

    public override OperationName Name { get; } = new("judge", "bedom");

    public override string Title => "Bedöm ett krav";

    public override string Button => "Spara bedömningen";

    public override string Summary => "Bedömer ett krav i granskningens omfattning.";

    public override string Done => "Bedömningen är sparad.";

    public override int Rank => 50;

    public override IReadOnlyList<Field> Fields { get; } = [Requirement, Level, Met, Taken, Source, Evidence];

    public override string? ItemOf(FieldValues values) =>
        Code(values, Requirement) is { } row ? ReviewStream.Row(row) : null;

    /// <summary>The checklist leads to it, row by row.</summary>
    public override bool HasOwnLink => true;

    /// <summary>Back to the row.</summary>
    public override string Next(OpenReview open, FieldValues values) =>
        $"{open.Address}/besok#{VisitRow.IdOf(values.Text(Requirement))}";

    public override IReadOnlyList<Choice>? ChoicesOf(OpenReview open, Field field) =>
        field == Requirement ? Requirements(open) : null;

    /// <summary>Those of the scope.</summary>
    internal static IReadOnlyList<Choice> Requirements(OpenReview open) =>
    [
        .. (open.Review.Scope?.Requirements ?? [])
            .Select(id => new Choice(id.Value, open.Setup.Rules.Find(id)?.Text ?? id.Value)),
    ];

    /// <summary>The row as it stands.</summary>
    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenReview open, Func<Field, string?> linked, CancellationToken cancellation)
    {
        if (linked(Requirement) is not { } asked || open.Review.JudgementOf(new CodeId(asked)) is not { } judged)
            return new Dictionary<string, IReadOnlyList<string>>();
        var texts = await desk.TextsAsync(open.Head.Id, cancellation);
        return new Dictionary<string, IReadOnlyList<string>>
        {
            [Level.Name] = [Names.Of(judged.Fulfilment)],
            [Met.Name] = [judged.Sample is { } sample ? ReviewWords.Digits(sample.Met) : ""],
            [Taken.Name] = [judged.Sample is { } of ? ReviewWords.Digits(of.Taken) : ""],
            [Source.Name] = [judged.Source.Value],
            [Evidence.Name] = [texts.Find(judged.Evidence) ?? ""],
        };
    }

    public override ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new(new ReviewCommand.Judge(
            Code(values, Requirement), values.Read(Level), values.Read(Met), values.Read(Taken), values.Read(Source),
            texts.Add(values, Evidence), open.Setup));

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.Judged { Judgement: var judged }
        ? new Told(
            words.Requirement(judged.Requirement),
            [
                ("Bedömning", ReviewWords.Text(judged.Fulfilment)), ("Källa", words.Source(judged.Source)),
                .. judged.Sample is { } sample
                    ? [("Stickprov", ReviewWords.Text(sample))]
                    : Array.Empty<(string, string)>(),
            ],
            judged.Evidence)
        : null;
}
