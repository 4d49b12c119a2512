using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Providers.Api;
using Oversight.Functions.Providers.Operations;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>
/// An agreement of a provider as a subject of operations: it stands in the provider's stream and on its page.
/// </summary>
public sealed class AgreementSubject(
    IEnumerable<Operation<OpenAgreement>> operations, ProviderSubject providers, ProviderDesk desk)
    : Subject<OpenAgreement>(operations)
{
    public const string SubjectName = "agreement";

    public override string Name => SubjectName;

    public override string ApiFunction => AgreementOperationFunctions.ApiName;

    public override Type ApiAnswer => typeof(ProviderAnswer);

    /// <summary>Names an agreement for <see cref="OpenAsync"/>.</summary>
    public static string IdOf(string provider, string agreement) => $"{provider}.{agreement}";

    public override async Task<Opening<OpenAgreement>> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation) =>
        id.Split('.') is [var provider, var agreement] && Id.TryParse(agreement, out var agreementId)
            && await providers.OpenAsync(request, provider,
                cancellation) is Opening<OpenProvider>.Opened { Subject: var open }
            && open.State.Agreement(agreementId) is { } found
            ? new Opening<OpenAgreement>.Opened(new OpenAgreement(open, found))
            : new Opening<OpenAgreement>.Missing();

    public override string PageOf(OpenAgreement open) => open.Provider.Address;

    public override string FormOf(OpenAgreement open, Operation<OpenAgreement> operation) =>
        $"{open.Provider.Address}/avtal/{open.Agreement.Id}/gor/{operation.Name.Segment}";

    public override IReadOnlyList<Crumb> Trail(OpenAgreement open) => providers.Trail(open.Provider);

    public override Task<object> DescribeAsync(OpenAgreement open, CancellationToken cancellation) =>
        providers.DescribeAsync(open.Provider, cancellation);

    public override Task<IReadOnlyList<TimelineEntry>> HistoryAsync(
        OpenAgreement open, CancellationToken cancellation) =>
        providers.HistoryAsync(open.Provider, cancellation);

    public override BoardId? BoardOf(OpenAgreement open, Permission permission) => open.Agreement.Board;

    public override async Task<Outcome<OpenAgreement>> RunAsync(
        Operation<OpenAgreement> operation, OpenAgreement open, FieldValues values, Envelope envelope,
        CancellationToken cancellation)
    {
        var fields = RegisterFields.Read(values);
        var command = ((AgreementOperation)operation).Command(open, fields);
        return fields.HasFailed
            ? new Outcome<OpenAgreement>.Refused(
                fields.And(ProviderDecider.Decide(open.Provider.State, command, envelope.Context)))
            : (await desk.ChangeAsync(open.Provider.Id, command, envelope, cancellation, open.Provider.Read))
                .Of(open.At);
    }
}
