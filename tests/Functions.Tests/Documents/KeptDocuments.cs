using Microsoft.Extensions.DependencyInjection;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Documents;

/// <summary>Keeps documents as the application itself does, for tests that read them over HTTP.</summary>
internal static class KeptDocuments
{
    public static BoardId SocialBoard { get; } = new("socialnamnden");

    public static BoardId ElderBoard { get; } = new("aldrenamnden");

    public static Document Plan(string title, string text = "Innehåll.") =>
        new(DocumentExamples.Head with { Confidentiality = null }, title, [new Block.Paragraph(text)]);

    public static DocumentDraft Draft(
        string key, Document document, BoardId? board = null, ContentClass? content = null) =>
        new(Id.Derive("test", key), board ?? SocialBoard, new CodeId("arsplan"), content ?? ContentClass.PlanPaper,
            document, []);

    public static async Task<Folded<DocumentState>> KeepAsync(this AppFixture app, DocumentDraft draft)
    {
        var settings = await app.Services.GetRequiredService<SettingsProvider>().GetAsync(default);
        var envelope = new Envelope(app.Services.GetRequiredService<CommandContexts>().ForSystem(), settings.Hash,
            Against.Latest);
        return await app.Services.GetRequiredService<DocumentStore>().SaveAsync(draft, envelope, default);
    }

    public static DocumentState.Kept Kept(this Folded<DocumentState> folded) =>
        folded.State.ShouldBeOfType<DocumentState.Kept>();
}
