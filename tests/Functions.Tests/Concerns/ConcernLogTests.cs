using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Messaging;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Concerns;

/// <summary>
/// Everything the application logs while a concern goes its whole way: not who, and not a word of what was written.
/// </summary>
[Collection(nameof(ConcernApp))]
public partial class ConcernLogTests(ConcernApp world)
{
    private const string Number = "811218-9876";

    [Fact]
    public async Task The_whole_way_of_a_concern_leaves_neither_persons_nor_words_in_the_log()
    {
        var mark = Guid.NewGuid().ToString("N");
        var (reporterId, assessorId, strangerId) = ($"anmalare-{mark}", $"bedomare-{mark}", $"obehorig-{mark}");
        var reporter = await world.App.SignInAsync(reporterId, Role.CaseOfficer);
        var assessor = await world.App.SignInAsync(assessorId, Role.QualityDeveloper);
        var stranger = await world.App.SignInAsync(strangerId, Role.CaseOfficer);
        var text = $"Ordtext-{mark} om {Number}.";

        using var asked = await world.PostAsync(reporter, Concern(text, answer: null));
        await asked.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        var id = await world.ReportAsync(reporter, Concern(text, answer: "other"));
        var gone = await world.ReportAsync(reporter, Concern($"Igen {text}", answer: "other"));
        using var unreadable = await reporter.PostAsync(
            "/api/v1/concerns", new StringContent($"{{\"text\": \"{text}", Encoding.UTF8, "application/json"),
            ConcernApp.Cancellation);

        var address = $"/synpunkter/arende/{id}";
        foreach (var client in new[] { reporter, assessor, stranger })
        {
            foreach (var path in new[]
                { address, $"{address}/bilaga/1", $"/api/v1/concerns/{id}", $"/synpunkter/inkorg?sok={text}" })
                using (await client.GetAsync(path, ConcernApp.Cancellation)) { }
        }

        using (var assessed = await ConcernApp.AssessAsync(assessor, id, Assessment(mark)))
            await assessed.ExpectAsync(HttpStatusCode.OK);
        using (var late = await ConcernApp.AssessAsync(assessor, id, Assessment(mark)))
            await late.ExpectAsync(HttpStatusCode.Conflict);
        using (var masked = await (await assessor.GetFormAsync($"{address}/gor/maskera"))
            .With("words", $"Ordtext-{mark}").With("reason", $"Skälord-{mark}").SubmitAsync())
            await masked.ExpectAsync(HttpStatusCode.SeeOther);
        using (var withdrawn = await (await reporter.GetFormAsync($"/synpunkter/arende/{gone}/gor/aterkalla"))
            .With("reason", $"Ångerord-{mark}").SubmitAsync())
            await withdrawn.ExpectAsync(HttpStatusCode.SeeOther);

        await SendAsync($"meddelande-{mark}-{Number}");
        await EventuallyAsync(() =>
            Lines.Any(line => line.Contains("concerns-inbound", StringComparison.Ordinal)
                && line.Contains("put aside", StringComparison.Ordinal)));

        Lines.ShouldContain(line => line.Contains("A link to an attachment of S-", StringComparison.Ordinal),
            "the way was logged at all");
        Lines.Where(line => line.Contains(mark, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        Lines.Where(line => LooksLikeANumber().IsMatch(line)).ShouldBeEmpty();
    }

    private IEnumerable<string> Lines => world.App.Log.Lines;

    [GeneratedRegex(@"811218.?9876")]
    private static partial Regex LooksLikeANumber();

    private object Concern(string text, string? answer) => new
    {
        unitId = world.Unit,
        service = "ledsagarservice",
        text,
        occurred = "2027-01-12",
        consequence = "ingen",
        caseReference = $"Ref-{text[8..40]}",
        registeredFor = $"Kollegan, 070-123 45 67, {text[8..40]}",
        personalNumbers = answer is null
            ? null
            : new Dictionary<string, string>
            { ["text"] = answer, ["caseReference"] = answer, ["registeredFor"] = answer },
        attachments = new[] { new { name = $"Brev {text}.txt",
            content = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) } },
    };

    private static object Assessment(string mark) => ConcernApp.Assessment(reason: $"Bedömningsord-{mark}");

    /// <summary>Another system names its messages as it likes.</summary>
    private async Task SendAsync(string messageId)
    {
        var client = world.App.Services.GetRequiredService<ServiceBusClient>();
        await using var sender = client.CreateSender(QueueNames.ConcernsInbound);
        await sender.SendMessageAsync(
            new ServiceBusMessage(BinaryData.FromString("{ trasig")) { MessageId = messageId },
            ConcernApp.Cancellation);
    }

    private static async Task EventuallyAsync(Func<bool> isSo)
    {
        for (var left = 300; !isSo(); left--)
        {
            left.ShouldBeGreaterThan(0, "it never came");
            await Task.Delay(100, ConcernApp.Cancellation);
        }
    }
}
