using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Texts;
using Oversight.Functions.Web.Components;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>What has happened to a round, as people read it.</summary>
internal static class SurveyRoundTimeline
{
    public static TimelineEntry Entry(Recorded<SurveyRoundEvent> recorded, KeptTexts texts)
    {
        var (what, facts, words) = Told(recorded.Event);
        return new TimelineEntry(
            recorded.Version, recorded.At, RoleNames.Title(recorded.Actor.Role), what, facts, texts.Show(words));
    }

    private static (string What, IReadOnlyList<(string Label, string Value)> Facts, TextReference? Words) Told(
        SurveyRoundEvent happened) => happened switch
        {
            SurveyRoundEvent.Composed composed =>
                ("Enkäten förbereddes", [("Sista svarsdag", SwedishDates.Text(composed.Until))], null),
            SurveyRoundEvent.Adjusted adjusted => (
                "Frågor och sista svarsdag valdes",
                [
                    ("Sista svarsdag", SwedishDates.Text(adjusted.Until)),
                    ("Frågor som inte ställs", $"{adjusted.LeftOut.Count}"),
                ],
                null),
            SurveyRoundEvent.Dropped dropped => ("Enkäten skickades inte ut", [], dropped.Reason),
            SurveyRoundEvent.UnitLeftOut left => ("En enhet undantogs", [], left.Reason),
            SurveyRoundEvent.UnitTakenBack => ("En undantagen enhet togs med", [], null),
            SurveyRoundEvent.WaveSent { Until: { } until } wave => (
                $"Utskick {wave.Number}",
                [("Enheter", $"{wave.Units.Count}"), ("Sista svarsdag", SwedishDates.Text(until))], null),
            SurveyRoundEvent.WaveSent wave => (
                $"Utskick {wave.Number}", [("Enheter", $"{wave.Units.Count}")], null),
            SurveyRoundEvent.Closed closed => ("Enkäten avslutades", [], closed.Conclusions),
            _ => throw new InvalidOperationException($"Nobody tells of {happened.GetType().Name}."),
        };
}
