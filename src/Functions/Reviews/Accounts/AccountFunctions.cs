using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Web;

namespace Oversight.Functions.Reviews.Accounts;

/// <summary>The addresses of the redovisning av granskningar.</summary>
public sealed class AccountFunctions(CreationEdge<AccountScene> edge)
{
    public const string ApiName = "ReviewAccounts_Api";
    public const string Address = "/granskningar/redovisning";

    [Function("ReviewAccounts_Form")]
    [Requires(Permission.AccountForReviews)]
    public Task<IResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "granskningar/redovisning")]
        HttpRequest request,
        CancellationToken cancellation) => edge.FormAsync(request, null, cancellation);

    [Function("ReviewAccounts_Post")]
    [Requires(Permission.AccountForReviews)]
    public Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "granskningar/redovisning")] HttpRequest request,
        CancellationToken cancellation) => edge.PostAsync(request, null, cancellation);

    [Function(ApiName)]
    [Requires(Permission.AccountForReviews)]
    public Task<IResult> Api(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/reviews/accounts")] HttpRequest request,
        CancellationToken cancellation) => edge.CallAsync(request, null, cancellation);
}

/// <summary>What a redovisning says no to. The codes are contracts with callers.</summary>
public static class AccountRefusals
{
    public const string BoardUnknown = "account.board-unknown";
    public const string BoardForeign = "account.board-foreign";
    public const string DayMissing = "account.day-missing";

    /// <summary>The period ends before it begins.</summary>
    public const string Backwards = "account.backwards";

    /// <summary>No report was established in the period.</summary>
    public const string NoReports = "account.no-reports";

    /// <summary>The person is in a conflict of interest in one of the reviews.</summary>
    public const string InConflict = "account.in-conflict";
}

internal sealed class AccountRefusalTexts : IRefusalTexts
{
    public IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>
    {
        [AccountRefusals.BoardUnknown] = "Välj en nämnd.",
        [AccountRefusals.BoardForeign] = "Du redovisar inte granskningar åt den nämnden.",
        [AccountRefusals.DayMissing] = "Ange dagen.",
        [AccountRefusals.Backwards] = "Tiden slutar innan den börjar.",
        [AccountRefusals.NoReports] = "Ingen rapport är fastställd under den tiden.",
        [AccountRefusals.InConflict] = "Du har anmält jäv i en av granskningarna. Låt en kollega göra redovisningen.",
    };
}
