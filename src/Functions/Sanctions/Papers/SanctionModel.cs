using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Papers;
using Oversight.Functions.Texts;
using Oversight.Functions.Web.Components;
using Oversight.Providers;
using Oversight.Reviews;
using Oversight.Sanctions;
using Oversight.Settings;
using DocumentHead = Oversight.Documents.DocumentHead;

namespace Oversight.Functions.Sanctions.Papers;

/// <summary>What every document of a sanction is made of.</summary>
/// <param name="Of">The review that it comes of, for the same day.</param>
/// <param name="Unit">Null: the register does not know it.</param>
/// <param name="Number">organisationsnummer; null where it is none, or a personnummer.</param>
public sealed record SanctionModel(
    Id Id, Sanction Sanction, ReviewPaper Of, KeptTexts Texts, UnitState.Registered? Unit, string? Number,
    DateOnly Day)
{
    public MunicipalitySettings Settings => Of.Settings;

    public SanctionQuestion Question => Sanction.Question;

    public SanctionTerms Terms => Sanction.Terms;

    public string Provider => Sanction.Unit.ProviderName;

    public string Board => Of.BoardName;

    /// <summary>The provider as a decision names it (R80).</summary>
    public string Party => Number is null ? Provider : $"{Provider}, med organisationsnummer {Number},";

    public string Services => SanctionWords.Services(Sanction.Services, Settings);

    /// <summary>" för barn och ungdom"; empty where the register names no group.</summary>
    public string ForGroups =>
        Unit is { } unit && SanctionWords.Groups(unit.History.On(Day).TargetGroups, Settings) is { Length: > 0 } groups
            ? $" för {groups}"
            : "";

    /// <summary>Who the decision is made by, as its first words.</summary>
    public string Decider => Terms.DecidedBy is { } role ? $"{RoleNames.Title(role)}en" : Board;

    public string Text(TextReference? reference) => Texts.Show(reference) ?? "";

    public string Title => Question.Kind switch
    {
        QuestionKind.Prolong when IsUrgent => $"Förlängd {SanctionWords.Lower(Terms.Text)}, {Provider}",
        QuestionKind.Prolong => $"Ny sista dag efter {SanctionWords.Lower(Terms.Text)}, {Provider}",
        QuestionKind.Lift => $"Hävning av {SanctionWords.Lower(Terms.Text)}, {Provider}",
        _ => $"{Terms.Title} {Terms.Within} {Services}{ForGroups}, {Provider}",
    };

    /// <summary>What is decided, in one sentence or two, whoever reads it alone (R79-R82).</summary>
    /// <param name="until">The last day of an omedelbar åtgärd; null where it is not decided yet.</param>
    public string Decision(string decider, DateOnly? finalDate, DateOnly? until = null) => Question.Kind switch
    {
        QuestionKind.Prolong when IsUrgent => until is null
            ? $"{decider} förlänger beslutet den {Date(Sanction.InForceSince)} om {SanctionWords.Lower(Terms.Text)} "
                + $"mot {Party.TrimEnd(',')}."
            : $"{decider} förlänger beslutet den {Date(Sanction.InForceSince)} om {SanctionWords.Lower(Terms.Text)} "
                + $"mot {Party} så att det gäller till och med den {Date(until)}.",
        QuestionKind.Prolong =>
            $"{decider} beslutar att samtliga brister hos {Party} ska vara åtgärdade senast den {Date(finalDate)}.",
        QuestionKind.Lift =>
            $"{decider} häver beslutet den {Date(Sanction.InForceSince)} om {SanctionWords.Lower(Terms.Text)} för "
                + $"{Party.TrimEnd(',')}.",
        _ => $"{decider} {Sentence} avseende {Services}{ForGroups}.{Until(until)}{Final(finalDate)}",
    };

    public DocumentHead Head(string type, DocumentStatus status, bool isDraft = false, string? decidedBy = null) =>
        Settings.HeadOf(Sanction.Unit.Board, type, Day, status, isDraft, decidedBy) with
        {
            RegistrationNumber = Of.Review.CaseNumber,
        };

    public DocumentDraft Keep(Id document, string type, ContentClass content, Document made) =>
        Of.Keep(document, type, content, made);

    /// <summary>The enhetschef first, then the reviewers (R112).</summary>
    public IReadOnlyList<Signatory> Signatories =>
    [
        .. Question.Paper is { } paper
            ? [new Signatory("Enhetschef", Texts.Find(paper.Manager), Settings.UnitOf(Sanction.Unit.Board))]
            : Array.Empty<Signatory>(),
        .. Of.Signatories,
    ];

    public static string Date(DateOnly? day) => day is { } known ? SwedishDates.Text(known) : "–";

    private string Sentence => Terms.Sentence
        .Replace("{part}", Party, StringComparison.Ordinal)
        .Replace(
            "{belopp}", Question.Paper?.Amount is { } amount ? SanctionWords.Kronor(amount) : "–",
            StringComparison.Ordinal);

    private bool IsUrgent => Terms.Effect == SanctionEffect.Urgent;

    private static string Until(DateOnly? day) =>
        day is null ? "" : $" Åtgärden gäller till och med den {Date(day)}.";

    private static string Final(DateOnly? day) =>
        day is null ? "" : $" Samtliga brister ska vara åtgärdade senast den {Date(day)}.";
}
