using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions.Reading;

/// <summary>A sanction as the API gives it. Texts that are gallrade are said to be.</summary>
public sealed record SanctionDetails
{
    public required Id Id { get; init; }

    public required string Reference { get; init; }

    public required int Version { get; init; }

    public required Id ReviewId { get; init; }

    public required BoardId Board { get; init; }

    public required string Unit { get; init; }

    public required string Provider { get; init; }

    public required CodeId Step { get; init; }

    public required string Text { get; init; }

    public required SanctionStatus Status { get; init; }

    public required QuestionKind Question { get; init; }

    public required int PaperVersion { get; init; }

    public required IReadOnlyList<CodeId> Services { get; init; }

    public required DateOnly? Meeting { get; init; }

    public required DecisionOutcome? Outcome { get; init; }

    public required DateOnly? DecidedOn { get; init; }

    public required DateOnly? ApprovedOn { get; init; }

    public required DateOnly? NotifiedOn { get; init; }

    public required DateOnly? InForceSince { get; init; }

    public required DateOnly? FinalDate { get; init; }

    public required DateOnly? Until { get; init; }

    public required int? Amount { get; init; }

    public required int? CustomersLeft { get; init; }

    public required bool StopsNewCustomers { get; init; }

    public required SanctionEnding? Ending { get; init; }

    public static SanctionDetails Of(OpenSanction open)
    {
        var sanction = open.Sanction;
        var isOpenToAll = open.ReadsReview || sanction.Question.Decision is not null;
        return new SanctionDetails
        {
            Id = open.Head.Id,
            Reference = open.Reference,
            Version = open.Head.Version,
            ReviewId = sanction.ReviewId,
            Board = open.Board,
            Unit = sanction.Unit.Name,
            Provider = sanction.Unit.ProviderName,
            Step = sanction.Terms.Step,
            Text = sanction.Terms.Text,
            Status = open.State.Status,
            Question = sanction.Question.Kind,
            PaperVersion = sanction.Question.Version,
            Services = sanction.Services,
            Meeting = sanction.Question.Meeting,
            Outcome = sanction.Question.Decision?.Outcome,
            DecidedOn = sanction.Question.Decision?.On,
            ApprovedOn = sanction.Question.Decision?.ApprovedOn,
            NotifiedOn = sanction.Question.Decision?.NotifiedOn,
            InForceSince = sanction.InForceSince,
            FinalDate = sanction.FinalDate ?? (isOpenToAll ? sanction.Question.Paper?.FinalDate : null),
            Amount = sanction.Charge?.Amount ?? (isOpenToAll ? sanction.Question.Paper?.Amount : null),
            CustomersLeft = sanction.Move?.Remaining,
            Until = sanction.Until,
            StopsNewCustomers = sanction.StopsOn(open.Of.Today),
            Ending = sanction.Ending,
        };
    }
}

/// <summary>A sanction in the API's list.</summary>
public sealed record SanctionSummary(
    Id Id, string Reference, Id ReviewId, BoardId Board, string Unit, string Text, SanctionStatus Status,
    DateOnly? Meeting, DateOnly? FinalDate)
{
    public static SanctionSummary Of(SanctionRow row) => new(
        row.Id, row.Reference, row.ReviewId, row.Unit.Board, row.Unit.Name, row.Text, row.Status, row.Meeting,
        row.FinalDate);
}
