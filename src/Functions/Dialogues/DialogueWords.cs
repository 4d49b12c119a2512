using System.Globalization;
using Oversight.Dialogues;
using Oversight.Functions.Reviews;
using Oversight.Functions.Surveys;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Dialogues;

/// <summary>Kvalitetsdialoger as people read them.</summary>
public static class DialogueWords
{
    public static IReadOnlyList<Crumb> Trail(OpenDialogue open) =>
        [new Crumb("Kvalitetsdialoger", DialogueFunctions.List), new Crumb(open.Series.Name, open.Address)];

    public static IReadOnlyList<Crumb> Trail(OpenOccasion open) =>
        [.. Trail(open.Of), new Crumb(Title(open.Occasion), open.Address)];

    public static string Title(DialogueOccasion occasion) => occasion.With is { } one
        ? $"Möte med {one.Name} {SwedishDates.Text(occasion.Time.On)}"
        : $"Möte {SwedishDates.Text(occasion.Time.On)}";

    public static string For(string? with) => with ?? "Alla deltagare";

    public static string Hour(TimeOnly hour) => hour.ToString("H.mm", CultureInfo.InvariantCulture);

    public static string Text(OccasionTime time) =>
        $"{SwedishDates.Text(time.On)} kl. {Hour(time.From)}–{Hour(time.Until)}";

    public static (string Text, string Color) Status(DialogueStatus status) => status switch
    {
        DialogueStatus.Ended => ("Avslutad", "neutral"),
        _ => ("Pågår", "success"),
    };

    public static (string Text, string Color) Status(DialogueOccasion occasion, DateOnly today) => occasion switch
    {
        { Status: OccasionStatus.Cancelled } => ("Inställt", "neutral"),
        { MinutesOn: not null } => ("Klart", "success"),
        { Status: OccasionStatus.Held } => ("Genomfört, anteckningar återstår", "warning"),
        _ when occasion.Time.On < today => ("Närvaron är inte antecknad", "warning"),
        _ => ("Planerat", "info"),
    };

    public static (string Text, string Color) Status(DevelopmentArea area, DateOnly today) => area switch
    {
        { Status: AreaStatus.Reached } => ("Uppnått", "success"),
        { Status: AreaStatus.Dropped } => ("Avfört", "neutral"),
        _ when area.Until < today => ("Försenat", "warning"),
        _ => ("Pågår", "info"),
    };

    public static string Text(AreaStep step) => step.Outcome switch
    {
        null => "Överenskommet",
        AreaOutcome.CarriedOn => $"Arbetet fortsätter till {SwedishDates.Text(step.Until)}",
        AreaOutcome.Reached => "Uppnått",
        _ => "Avfört",
    };

    /// <summary>What remains of a review, in words that its unit may read.</summary>
    public static string Remaining(ReviewRow row) =>
        $"Granskning {row.Reference}: {(row.OpenFindings == 1 ? "1 öppen brist" : $"{row.OpenFindings} öppna brister")}"
        + (row.Reported switch
        {
            { PlanApprovedOn: not null } => ", åtgärdsplanen är godkänd",
            { PlanAsked: true } => ", åtgärdsplan är begärd",
            _ => "",
        })
        + (row.FinalDate is { } final ? $", sista dag {SwedishDates.Text(final)}" : "");

    /// <summary>What a unit has replied that it does not do, in words that it may read.</summary>
    public static string Broken(SurveyLine line) =>
        $"{SurveyWords.Title(line.Row.Year)}: {string.Join(" ", line.Broken)}";
}
