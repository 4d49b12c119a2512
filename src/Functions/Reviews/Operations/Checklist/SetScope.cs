using System.Globalization;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Web.Components;
using Oversight.Reviews;
using Oversight.Settings;

namespace Oversight.Functions.Reviews.Operations.Checklist;

internal sealed class SetScope(ReviewReasons reasons) : ReviewOperation<ReviewCommand.SetScope>
{
    private static readonly SeveralField Requirements = new("requirements", "Krav som granskas", null)
    {
        Required = true,
    };

    private static readonly SeveralField Methods = new("methods", "Metoder", CodeLists.ReviewMethods)
    {
        Required = true,
    };

    private static readonly DayField VisitOn = new("visitOn", "Planerad besöksdag")
    {
        Hint = "Lämna tomt om inget besök är planerat.",
    };

    private static readonly TickField Announced = new("announced", "Besöket aviseras i förväg");

    private static readonly WordsField Reason = Why("Varför den här omfattningen?",
        "Utgå från risken och från de brister som har framkommit.");

    public override OperationName Name { get; } = new("set-scope", "omfattning");

    public override string Title => "Bestäm omfattningen";

    public override string Button => "Spara omfattningen";

    public override string Summary => "Bestämmer vilka krav som granskas och hur.";

    public override string Done => "Omfattningen är bestämd. Granskningsplanen finns bland dokumenten.";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Fields { get; } = [Requirements, Methods, VisitOn, Announced, Reason];

    public override async ValueTask<IReadOnlyList<Choice>?> ReadChoicesAsync(
        OpenReview open, Field field, CancellationToken cancellation) =>
        field == Requirements
            ? [.. (await reasons.RequirementsAsync(open, cancellation)).Select(requirement => new Choice(
                requirement.Id.Value, $"{requirement.Text} ({ReviewWords.Source(requirement)})"))]
            : null;

    /// <summary>As it stands; at first what the reasons for the review point at.</summary>
    public override async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PresentAsync(
        OpenReview open, CancellationToken cancellation)
    {
        var scope = open.Review.Scope;
        var requirements = scope?.Requirements ?? await reasons.SuggestAsync(open, cancellation);
        return new Dictionary<string, IReadOnlyList<string>>
        {
            [Requirements.Name] = [.. requirements.Select(id => id.Value)],
            [Methods.Name] = [.. (scope?.Methods ?? []).Select(id => id.Value)],
            [VisitOn.Name] = [scope?.VisitOn?.ToString("O", CultureInfo.InvariantCulture) ?? ""],
            [Announced.Name] = [scope?.Announced ?? !open.Review.Origin.Unannounced ? TickField.Ticked : ""],
        };
    }

    public override async ValueTask<ReviewCommand> CommandAsync(
        OpenReview open, FieldValues values, OperationTexts texts, CancellationToken cancellation) =>
        new ReviewCommand.SetScope(
            [.. values.All(Requirements).Select(code => new CodeId(code))],
            [.. values.All(Methods).Select(code => new CodeId(code))],
            values.Read(VisitOn), values.Read(Announced), texts.Add(values, Reason), open.Setup)
        {
            Unit = await reasons.TermsAsync(open, cancellation),
        };

    public override Told? Tell(ReviewEvent happened, ReviewWords words) =>
        happened is ReviewEvent.ScopeSet { Scope: var scope }
        ? new Told(
            "Omfattningen bestämd",
            [
                ("Krav", ReviewWords.Count(scope.Requirements.Count)), ("Metoder", words.Methods(scope.Methods)),
                ("Besök", scope.VisitOn is { } day
                    ? $"{Day(day)}, {(scope.Announced ? "aviseras" : "aviseras inte")}"
                    : "Inget planerat"),
            ],
            scope.Why)
        : null;
}
