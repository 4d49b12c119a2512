namespace Oversight.Settings;

/// <summary>
/// A version of a set of questions (avtalsenkät). One that has been asked with never changes: what is to be asked
/// otherwise is a new version from another day, and old answers keep theirs.
/// </summary>
/// <param name="Code">The same for every version.</param>
/// <param name="From">The day it is in force from, which names the version.</param>
public sealed record QuestionSet(CodeId Code, string Name, DateOnly From, IReadOnlyList<QuestionSection> Sections)
{
    /// <summary>What the provider reads before the first question.</summary>
    public string? Intro { get; init; }

    public IEnumerable<Question> Questions => Sections.SelectMany(section => section.Questions);

    public Question? Find(CodeId question) => Questions.FirstOrDefault(candidate => candidate.Code == question);
}

/// <summary>Questions that belong together and are answered on one page.</summary>
/// <param name="Code">Unique within the set, and part of addresses.</param>
public sealed record QuestionSection(CodeId Code, string Title, IReadOnlyList<Question> Questions)
{
    public string? Help { get; init; }
}

/// <summary>Finds versions of the sets in the settings.</summary>
public static class QuestionSets
{
    /// <summary>The exact version that something was asked with; null: there is none.</summary>
    public static QuestionSet? Version(this IReadOnlyList<QuestionSet> sets, CodeId code, DateOnly from) =>
        sets.FirstOrDefault(set => set.Code == code && set.From == from);

    /// <summary>The version in force on a day; null: the set has none yet.</summary>
    public static QuestionSet? On(this IReadOnlyList<QuestionSet> sets, CodeId code, DateOnly day) =>
        sets.Where(set => set.Code == code && set.From <= day).MaxBy(set => set.From);
}
