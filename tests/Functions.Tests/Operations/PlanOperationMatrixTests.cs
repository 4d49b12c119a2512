using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Concerns;
using Oversight.Functions.Dialogues;
using Oversight.Functions.Answers;
using Oversight.Functions.Assignments;
using Oversight.Functions.Answers.Registration;
using Oversight.Functions.Documents;
using Oversight.Functions.Identity;
using Oversight.Functions.Judgements;
using Oversight.Functions.MorningLetters;
using Oversight.Functions.Notifications;
using Oversight.Functions.Operations;
using Oversight.Functions.Planning;
using Oversight.Functions.Referrals;
using Oversight.Functions.Reviews;
using Oversight.Functions.Reviews.Registration;
using Oversight.Functions.Providers;
using Oversight.Functions.Sanctions;
using Oversight.Functions.Substitutions;
using Oversight.Functions.Surveys;
using Oversight.Functions.Tests.Planning;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Operations;

/// <summary>
/// Every role, of the board and of another, tries every operation on an årsplan in each of its states, and on its
/// document.
/// </summary>
public sealed class PlanOperationMatrixTests
{
    private const string Own = "socialnamnden";
    private const string Other = "aldrenamnden";
    private const string Api = "/api/v1/plans/socialnamnden/2027";

    private static readonly DateTimeOffset March = new(2027, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_of_the_board_make_the_plan_its_process_owner_decides_and_its_registrar_registers_the_paper()
    {
        await using var app = await AppFixture.StartAsync();
        await new RegisterSeed(app).UnitAsync("Lugna gården", RegisterSeed.Social);
        await app.Clock.AdvanceToAsync(March);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner, Own);

        var drafted = await PlanAsync(app, owner);
        await TryAllAsync(drafted, owner, role => role switch
        {
            Role.ProcessOwner => ["adopt", "finish", "steer", "set-choices", "comment"],
            Role.QualityDeveloper => ["steer", "set-choices", "comment"],
            Role.UnitManager => ["comment"],
            _ => [],
        });

        using var adopted = await drafted.CallAsync(
            owner, "adopt", new { version = 1, adoptedOn = "2027-03-02", reason = "SOCN § 12." });
        await adopted.ExpectAsync(HttpStatusCode.OK);
        await TryAllAsync(await PlanAsync(app, owner), owner, role => role switch
        {
            Role.ProcessOwner => ["reopen", "explain-miss"],
            Role.QualityDeveloper => ["explain-miss"],
            _ => [],
        });

        var document = await DocumentAsync(app, owner);
        await TryAllAsync(document, owner, role => role == Role.Registrar ? document.All : []);
    }

    [Fact]
    public async Task Those_who_work_with_the_risk_of_the_board_judge_it()
    {
        await using var app = await AppFixture.StartAsync();
        var unit = await new RegisterSeed(app).UnitAsync("Lugna gården", RegisterSeed.Social);
        using var owner = await app.SignInAsync("agare", Role.ProcessOwner, Own);

        await TryAllAsync(
            new OperationMatrix(
                app, JudgementSubject.SubjectName, $"/risk/{unit}", $"/api/v1/risk/units/{unit}/judgement", 0),
            owner, role => role is Role.ProcessOwner or Role.QualityDeveloper ? ["judge-class"] : []);
    }

    [Fact]
    public async Task Every_subject_with_operations_has_its_matrix()
    {
        await using var app = await AppFixture.StartAsync();
        app.Services.GetRequiredService<OperationTable>().All.Select(entry => entry.Subject).Distinct().ShouldBe(
        [
            ConcernSubject.SubjectName, ProviderSubject.SubjectName, AgreementSubject.SubjectName,
            UnitSubject.SubjectName, JudgementSubject.SubjectName, PlanSubject.SubjectName,
            DocumentSubject.SubjectName, ReviewSubject.SubjectName,
            LetterSubject.SubjectName, AnswerSubject.SubjectName, ReceivedAnswerSubject.SubjectName,
            // ReviewCaseTests has the one operation of this.
            ReviewCaseSubject.SubjectName,
            // SubstitutionPathTests has the operations of this.
            SubstitutionSubject.SubjectName,
            // AssignmentPathTests has the operations of this.
            AssignmentSubject.SubjectName,
            // IvoPathTests and ReferralPathTests have the operations of these.
            IvoSubject.SubjectName, ReferralSubject.SubjectName,
            // SanctionDoorTests has the operations of this.
            SanctionSubject.SubjectName,
            // SurveyPathTests has the operations of these.
            SurveyRoundSubject.SubjectName, SurveySubject.SubjectName,
            // DialogueYearTests and DialogueSecrecyTests have the operations of these.
            DialogueSubject.SubjectName, OccasionSubject.SubjectName,
            // MorningLetterTests has the operations of this: everybody's is their own.
            MorningLetterSubject.SubjectName,
        ], ignoreOrder: true);
    }

    private static async Task TryAllAsync(
        OperationMatrix matrix, HttpClient reader, Func<Role, IReadOnlyCollection<string>> may)
    {
        var surprises = new List<string>();
        foreach (var role in RoleNames.All)
        {
            foreach (var board in new[] { Own, Other })
            {
                using var client = await matrix.App.SignInAsync($"{role}-{board}".ToLowerInvariant(), role, board);
                surprises.AddRange(await matrix.TryAsync(
                    client, $"{role} of {board}", board == Own ? may(role) : []));
            }
        }

        surprises.ShouldBeEmpty();
        using var untouched = await reader.GetAsync(matrix.Api, Cancellation);
        untouched.Headers.ETag!.Tag.ShouldBe($"\"v{matrix.Version}\"");
    }

    private static async Task<OperationMatrix> PlanAsync(AppFixture app, HttpClient reader)
    {
        using var plan = await reader.GetAsync(Api, Cancellation);
        return new OperationMatrix(app, PlanSubject.SubjectName, PlanDriver.Page, Api, VersionOf(plan));
    }

    private static async Task<OperationMatrix> DocumentAsync(AppFixture app, HttpClient reader)
    {
        var list = await reader.GetFromJsonAsync<JsonElement>("/api/v1/documents?board=socialnamnden", Cancellation);
        var id = list.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("type").GetString() == "arsplan").GetProperty("id").GetString();
        using var document = await reader.GetAsync($"/api/v1/documents/{id}", Cancellation);
        return new OperationMatrix(
            app, DocumentSubject.SubjectName, $"/dokument/{id}", $"/api/v1/documents/{id}", VersionOf(document));
    }

    private static int VersionOf(HttpResponseMessage answer) =>
        int.Parse(answer.Headers.ETag!.Tag.Trim('"')[1..], System.Globalization.CultureInfo.InvariantCulture);
}
