namespace Oversight.Settings;

/// <summary>When the yearly avtalsenkät begins and how long those who are asked have.</summary>
public sealed record SurveyRoundRules
{
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The set of questions that the calendar's round is made of.</summary>
    public required CodeId Set { get; init; }

    /// <summary>The calendar puts a round together on that day of each year; a person sends it out.</summary>
    public required int StartMonth { get; init; }

    public required int StartDay { get; init; }

    /// <summary>From the day it is put together to the last day, as proposed.</summary>
    public required int AnswerDays { get; init; }

    /// <summary>Nobody is asked with fewer days than that.</summary>
    public required int LeastDays { get; init; }

    /// <summary>So many days before the last day whoever has not answered is reminded.</summary>
    public required int PromptDaysBefore { get; init; }

    /// <summary>For an answer that is asked for again.</summary>
    public required int CorrectionDays { get; init; }

    /// <summary>From the day after the last day until somebody is to have judged a silence.</summary>
    public required int JudgeWorkingDays { get; init; }

    /// <summary>What a question takes of whoever answers it, on average.</summary>
    public required decimal MinutesPerQuestion { get; init; }

    /// <summary>How long so many questions take, in whole minutes.</summary>
    public int MinutesOf(int questions) => (int)Math.Ceiling(questions * MinutesPerQuestion);

    /// <summary>The day on which the calendar begins in that year.</summary>
    public DateOnly StartOf(int year) => new(year, StartMonth, StartDay);
}
