using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Risk;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Functions.Web.Components;
using Oversight.Judgements;
using Oversight.Settings;

namespace Oversight.Functions.Judgements;

/// <summary>What people make of a unit's risk, as people read it.</summary>
public static class JudgementWords
{
    public static string Text(WarningAnswer answer) => answer switch
    {
        WarningAnswer.Watch => "Enheten följs närmare",
        WarningAnswer.Dialogue => "Det tas upp med anordnaren",
        WarningAnswer.Review => "Enheten ska granskas",
        _ => "Ingen åtgärd",
    };

    public static string ClassName(CodeId code, RiskModel model) =>
        model.Classes.FirstOrDefault(candidate => candidate.Id == code)?.Name ?? code.Value;

    public static TimelineEntry Entry(Recorded<UnitJudgementEvent> recorded, OpenJudgement open)
    {
        var (what, facts, words) = Told(recorded.Event, open);
        return new TimelineEntry(
            recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), what, facts, words);
    }

    private static (string What, IReadOnlyList<(string Label, string Value)> Facts, string? Words) Told(
        UnitJudgementEvent happened, OpenJudgement open) => happened switch
        {
            UnitJudgementEvent.WarningRaised { Warning: var warning } =>
                ("Tidig varning", [], RiskWords.Text(warning)),
            UnitJudgementEvent.WarningAnswered answered =>
                ("Varningen bedömd", [("Leder till", Text(answered.Answer))], open.Texts.Show(answered.Reason)),
            UnitJudgementEvent.ClassJudged judged =>
                ("Riskklassen bedömd", [
                    ("Bedömd", ClassName(judged.Class, open.Model)),
                    ("Räknad då", ClassName(judged.Computed, open.Model)),
                    ("Till och med", SwedishDates.Text(judged.Until)),
                ], open.Texts.Show(judged.Reason)),
            UnitJudgementEvent.ClassEnded ended => ("Bedömningen avslutad", [], open.Texts.Show(ended.Reason)),
            _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
        };
}

internal sealed class JudgementRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [JudgementRefusals.NoWarning] = "Ingen tidig varning väntar på att bedömas.",
        [JudgementRefusals.AnswerMissing] = "Välj vad varningen leder till.",
        [JudgementRefusals.ClassMissing] = "Välj en av riskklasserna.",
        [JudgementRefusals.ClassIsComputed] = "Riskanalysen ger redan den klassen. Välj en annan.",
        [JudgementRefusals.DayMissing] = "Ange den sista dagen.",
        [JudgementRefusals.DayPassed] = "Dagen har passerat. Ange i dag eller en senare dag.",
        [JudgementRefusals.DayTooFar] = "Ange en dag senast {0}.",
        [JudgementRefusals.NothingInForce] = "Ingen egen bedömning gäller.",
    };
}
