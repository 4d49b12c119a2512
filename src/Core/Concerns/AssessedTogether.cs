using Oversight.Settings;

namespace Oversight.Concerns;

/// <summary>
/// Several concerns that are alike are assessed with one reason. What is grave, may be a crime, goes to another
/// authority or is about nobody known is assessed alone, always.
/// </summary>
public static class AssessedTogether
{
    /// <summary>On a kind that leads to a question of its own: missförhållande and lex Sarah.</summary>
    public const string Misconduct = "misconduct";

    /// <summary>Why the concern is not assessed together with others; null: it can be.</summary>
    /// <param name="rules">
    /// Those of the day: a consequence that nothing is proposed for is grave, and so is every one where nobody has said
    /// what may be given to several.
    /// </param>
    /// <param name="goesElsewhere">A report to IVO or an överlämnande has been raised because of it.</param>
    public static string? WhyAlone(ConcernState state, AssessmentRules? rules, bool goesElsewhere) => state switch
    {
        ConcernState.NotReported => ConcernRefusals.NotReported,
        not ConcernState.Received => ConcernRefusals.AloneAssessed,
        ConcernState.Received { File.Seal: not null } => ConcernRefusals.AloneSealed,
        ConcernState.Received { File.Unit: null } => ConcernRefusals.AloneUnknownProvider,
        ConcernState.Received { File: var file }
            when rules is not { Together: not null } || rules.Of(file.Consequence) is null =>
            ConcernRefusals.AloneGrave,
        _ => goesElsewhere ? ConcernRefusals.AloneGoesElsewhere : null,
    };

    /// <summary>What of the assessment cannot be given to several at once.</summary>
    /// <param name="rules">Those of the day.</param>
    public static IEnumerable<Refusal> Faults(ConcernCommand.Assess command, TogetherRules rules)
    {
        if (command.Outcome is ConcernOutcome.ProposeTriggeredReview)
            yield return new Refusal(ConcernRefusals.NotTogether, "outcome");
        if (command.Rules.Kinds.Codes.Any(kind => kind.Id == command.Kind && kind.IsMarked(Misconduct)))
            yield return new Refusal(ConcernRefusals.NotTogether, "kind");
        if (command.Severity > rules.HighestSeverity && command.Severity <= 4)
            yield return new Refusal(ConcernRefusals.NotTogether, "severity");
    }
}
