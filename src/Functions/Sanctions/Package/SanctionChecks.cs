using Oversight.Sanctions;

namespace Oversight.Functions.Sanctions.Package;

/// <summary>Something that is to be right before papers are handed to the decider.</summary>
public sealed record PaperCheck(string Text, bool IsDone);

/// <summary>What is to be right before papers are handed in, as a list to tick off.</summary>
public sealed class SanctionChecks(SanctionGrounds grounds)
{
    public async Task<IReadOnlyList<PaperCheck>> OfAsync(OpenSanction open, CancellationToken cancellation)
    {
        var paper = open.Sanction.Question.Paper;
        var provider = await grounds.ProviderAsync(open.Sanction.Unit.ProviderId, cancellation);
        return
        [
            new("Diarienummer", open.Of.Review.CaseNumber is not null),
            new("Organisationsnummer i registret", provider?.Number is not null),
            new("Tjänsteskrivelsen är skriven, med konsekvenser för barn", paper is not null),
            new("Sista dag för bristerna", paper?.FinalDate is not null),
            new(
                "Verksamheten har fått yttra sig, eller så står det varför inte",
                !open.Sanction.Question.NeedsHearing
                    || open.Sanction.Question.Hearing?.IsOver(open.Of.Today) == true),
            new("Granskningen är inte spärrad", open.Of.Review.Seal is null),
        ];
    }
}
