using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Reviews;

namespace Oversight.Functions.Reviews.Operations.Ending;

/// <summary>The two texts to those whose concerns a review was made because of.</summary>
internal static class ReporterFields
{
    private const string Read = "Läses av den som lämnade synpunkten, under Mina synpunkter. Skriv inga namn.";

    public static readonly WordsField Decided =
        new("decided", "Till dem som lämnade synpunkterna: vad beslutades?", limits => limits.Reason)
        {
            Required = true,
            OptionalInCalls = true,
            Rows = 3,
            Hint = Read,
        };

    public static readonly WordsField Became =
        new("became", "Till dem som lämnade synpunkterna: vad blev det av det?", limits => limits.Reason)
        {
            Required = true,
            OptionalInCalls = true,
            Rows = 3,
            Hint = Read,
        };

    /// <summary>Asked for where a concern is a reason for the review.</summary>
    public static IReadOnlyList<Field> After(OpenReview open, params IReadOnlyList<Field> own) =>
        open.Review.Origin.Concerns.Count == 0 ? own : [.. own, Decided, Became];

    public static ReporterWords? Of(OpenReview open, FieldValues values, OperationTexts texts) =>
        open.Review.Origin.Concerns.Count == 0
            ? null
            : new ReporterWords(texts.Add(values, Decided), texts.Add(values, Became));
}
