using System.Net;
using System.Text.Json;
using Oversight.Functions.Identity;
using Oversight.Functions.Providers;
using Oversight.Functions.Tests.Providers;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Operations;

/// <summary>
/// Every role, of the subject's board and of another, tries every operation on a provider, an agreement and a unit. Who
/// keeps the register stands here once more, so that a change of rights is a change of this test too.
/// </summary>
public sealed class RegisterOperationMatrixTests(RegisterApp world) : IClassFixture<RegisterApp>
{
    private const string Own = "aldrenamnden";
    private const string Other = "socialnamnden";

    /// <summary>Can be done only where there is a manager to notify of.</summary>
    private const string OfManager = "record-manager-notice";

    [Fact]
    public async Task Providers_belong_to_no_board_and_are_kept_by_both_who_keep_the_register()
    {
        var provider = await ProviderAsync();
        var matrix = new OperationMatrix(
            world.App, ProviderSubject.SubjectName, $"/anordnare/{Id(provider)}", $"/api/v1/providers/{Id(provider)}",
            Version(provider));
        await TryAllAsync(matrix, (role, _) => role is Role.Administrator or Role.Procurement ? matrix.All : []);
    }

    [Fact]
    public async Task Agreements_are_kept_by_procurement_of_their_board_and_the_administrator()
    {
        var provider = await ProviderAsync();
        var agreement = RegisterDriver.AgreementId(provider);
        var matrix = new OperationMatrix(
            world.App, AgreementSubject.SubjectName, $"/anordnare/{Id(provider)}/avtal/{agreement}",
            $"/api/v1/providers/{Id(provider)}/agreements/{agreement}", Version(provider));
        await TryAllAsync(matrix, (role, board) => KeepsOf(role, board) ? matrix.All : []);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Units_are_kept_by_procurement_of_their_board_and_the_administrator(bool hasManager)
    {
        var provider = await ProviderAsync();
        var unit = await world.Register.UnitAsync(
            provider,
            unit: RegisterDriver.Unit(RegisterDriver.AgreementId(provider),
                managerName: hasManager ? "Maja Berg" : null));
        var id = RegisterDriver.Text(unit, "unitId");
        var matrix = new OperationMatrix(world.App, UnitSubject.SubjectName, $"/enheter/{id}", $"/api/v1/units/{id}",
            Version(unit));
        matrix.All.ShouldContain(OfManager);
        IReadOnlyCollection<string> doable = hasManager ? matrix.All : [.. matrix.All.Where(name => name != OfManager)];
        await TryAllAsync(matrix, (role, board) => KeepsOf(role, board) ? doable : []);
    }

    private static bool KeepsOf(Role role, string board) =>
        role == Role.Administrator || role == Role.Procurement && board == Own;

    private async Task TryAllAsync(OperationMatrix matrix, Func<Role, string, IReadOnlyCollection<string>> expected)
    {
        var surprises = new List<string>();
        foreach (var role in RoleNames.All)
        {
            foreach (var board in new[] { Own, Other })
            {
                using var client = await world.App.SignInAsync($"{role}-{board}".ToLowerInvariant(), role, board);
                surprises.AddRange(await matrix.TryAsync(client, $"{role} of {board}", expected(role, board)));
            }
        }

        surprises.ShouldBeEmpty();
        using var untouched = await world.Administrator.GetAsync(
            matrix.Subject == AgreementSubject.SubjectName
                ? matrix.Api[..matrix.Api.IndexOf("/agreements", StringComparison.Ordinal)]
                : matrix.Api,
            TestContext.Current.CancellationToken);
        await untouched.ExpectAsync(HttpStatusCode.OK);
        untouched.Headers.ETag!.Tag.ShouldBe($"\"v{matrix.Version}\"");
    }

    private async Task<JsonElement> ProviderAsync() =>
        await world.Register.AgreementAsync(await world.Register.ProviderAsync());

    private static string Id(JsonElement provider) => RegisterDriver.Text(provider, "providerId");

    private static int Version(JsonElement subject) => subject.GetProperty("version").GetInt32();
}
