using System.Globalization;
using Oversight.Concerns;
using Oversight.Functions.Concerns.Operations;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Settings;

namespace Oversight.Functions.Concerns.Together;

/// <summary>The one assessment for several concerns: the fields of an assessment, but for what is grave.</summary>
public sealed class TogetherForm(ConcernSubject subject, FormBuilder forms, StockholmTime time)
{
    public const string Address = $"{InboxQuery.Address}/tillsammans";

    /// <summary>In the address and the form: the id of one that is marked.</summary>
    public const string MarkKey = "synpunkt";

    /// <summary>In the form: the id of one that is shown, marked or not.</summary>
    public const string ShownKey = "visad";

    internal Assess Assess => subject.Operations.OfType<Assess>().Single();

    /// <summary>The version of a concern that the assessor saw.</summary>
    public static string SeenKey(Id concern) => $"sedd-{concern}";

    public static string Href(IEnumerable<Id> marked, string kept) =>
        InboxQuery.WithKept($"{Address}?{string.Join('&', marked.Select(id => $"{MarkKey}={id}"))}", kept);

    /// <summary>What the fields start from: what follows from a consequence that all have, and a phrase.</summary>
    public Dictionary<string, IReadOnlyList<string>> Start(IReadOnlyList<MarkedConcern> together, string? phrase)
    {
        var of = Pattern(together);
        var filled = Assess.Filled(of, phrase);
        if (together.Select(marked => marked.Open!.File.Consequence).Distinct().Count() > 1)
        {
            foreach (var field in Assess.ByConsequence)
                filled.Remove(field);
        }

        return filled.ToDictionary(value => value.Key, value => (IReadOnlyList<string>)[value.Value]);
    }

    public async Task<OperationForm> ShowAsync(
        IReadOnlyList<MarkedConcern> together, FormState form, CancellationToken cancellation)
    {
        var of = Pattern(together);
        var shown = await forms.BuildAsync(
            Assess, Assess.Together, Address, form, of.InForce,
            field => new ValueTask<IReadOnlyList<Choice>?>(ChoicesOf(of, field)), new Dictionary<string, Looked>(),
            cancellation);
        return shown with { Title = "Bedöm tillsammans", Button = "Spara bedömningen av de markerade" };
    }

    public IReadOnlyList<StandardPhrase> Phrases(IReadOnlyList<MarkedConcern> together) =>
        AssessmentStart.Phrases(Pattern(together), time.Today());

    public IReadOnlyList<(CodeId Category, CodeId Area)> Areas(IReadOnlyList<MarkedConcern> together) =>
        AssessmentStart.Areas(Pattern(together), time.Today());

    /// <summary>What the fields say, whatever else stands in the form: what a repeat is compared by.</summary>
    internal static object Body(FieldValues values) => new SortedDictionary<string, string>(
        Assess.Together.Select(field => field.Name).Append(WordsField.NumbersOf("reason"))
            .ToDictionary(name => name, name => values.Sent[name]),
        StringComparer.Ordinal);

    /// <summary>One whose service is not of LSS where there is one: what it takes, all take.</summary>
    private static OpenConcern Pattern(IReadOnlyList<MarkedConcern> together) =>
        (together.FirstOrDefault(marked => !Assess.IsOfLss(marked.Open!)) ?? together[0]).Open!;

    /// <summary>Nothing is assessed together where there are none.</summary>
    internal TogetherRules RulesOf(OpenConcern of) =>
        of.InForce.Settings.AssessmentRulesOn(time.Today())?.Together
            ?? throw new InvalidOperationException($"{of.Reference} is assessed together with others without rules.");

    private IReadOnlyList<Choice>? ChoicesOf(OpenConcern of, Field field) => field.Name switch
    {
        "outcome" =>
            [.. ConcernWords.Outcomes.Where(choice =>
                choice.Value != Names.Of(ConcernOutcome.ProposeTriggeredReview))],
        "severity" =>
            [.. ConcernWords.Severities.Where(choice =>
                int.Parse(choice.Value, CultureInfo.InvariantCulture) <= RulesOf(of).HighestSeverity)],
        "kind" =>
            [.. of.InForce.Settings.Codes(CodeLists.ConcernKinds).On(time.Today())
                .Where(kind => !kind.IsMarked(AssessedTogether.Misconduct))
                .Select(kind => new Choice(kind.Id.Value, kind.Text))],
        _ => Assess.ChoicesOf(of, field),
    };
}
