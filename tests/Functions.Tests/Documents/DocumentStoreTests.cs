using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Documents;
using Oversight.Functions.Documents;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Documents;

public class DocumentStoreTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_hash_and_length_in_the_record_are_those_of_the_stored_file()
    {
        var kept = (await app.KeepAsync(KeptDocuments.Draft("hash", DocumentExamples.Full))).Kept();
        var blobs = app.Services.GetRequiredService<Blobs>();
        kept.Latest.Files.Count.ShouldBe(3);
        foreach (var file in kept.Latest.Files)
        {
            var content = (await blobs.FindAsync(DocumentFiles.Container, file.Name,
                TestContext.Current.CancellationToken))!.ToArray();
            Convert.ToHexStringLower(SHA256.HashData(content)).ShouldBe(file.Sha256);
            content.LongLength.ShouldBe(file.Length);
        }

        kept.Confidentiality.ShouldBe(DocumentExamples.Head.Confidentiality);
    }

    [Fact]
    public async Task The_same_document_again_is_no_new_version()
    {
        var first = await app.KeepAsync(KeptDocuments.Draft("same", DocumentExamples.Full));
        var again = await app.KeepAsync(KeptDocuments.Draft("same", DocumentExamples.Full with { }));
        again.Head.Version.ShouldBe(first.Head.Version);
        again.Kept().Versions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_changed_document_is_a_new_version_and_the_first_one_stays_as_it_was()
    {
        var first = (await app.KeepAsync(KeptDocuments.Draft("changed", KeptDocuments.Plan("Plan", "Ett")))).Kept();
        var second = (await app.KeepAsync(KeptDocuments.Draft("changed", KeptDocuments.Plan("Plan", "Två")))).Kept();
        second.Versions.Select(version => version.Number).ShouldBe([1, 2]);
        second.Versions[0].Files.ShouldBe(first.Latest.Files);
        second.Latest.File(FileFormat.Docx).Sha256.ShouldNotBe(first.Latest.File(FileFormat.Docx).Sha256);
    }

    [Fact]
    public async Task Ten_who_save_the_same_document_at_once_make_one_version()
    {
        var drafts = Enumerable.Range(0, 10)
            .Select(_ => app.KeepAsync(KeptDocuments.Draft("at-once", KeptDocuments.Plan("Samtidigt"))));
        var all = await Task.WhenAll(drafts);
        all.ShouldAllBe(folded => folded.Kept().Versions.Count == 1);
    }

    [Fact]
    public async Task A_version_made_from_something_older_never_takes_the_place_of_a_newer_one()
    {
        await app.KeepAsync(KeptDocuments.Draft("late", KeptDocuments.Plan("Plan", "Ett")) with { MadeFrom = 1 });
        await app.KeepAsync(KeptDocuments.Draft("late", KeptDocuments.Plan("Plan", "Tre")) with { MadeFrom = 3 });
        var late =
            (await app.KeepAsync(KeptDocuments.Draft("late", KeptDocuments.Plan("Plan", "Två")) with { MadeFrom = 2 }))
                .Kept();

        late.Versions.Select(version => version.MadeFrom).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task What_says_the_same_of_something_newer_is_not_overtaken_either()
    {
        var first =
            (await app.KeepAsync(KeptDocuments.Draft("again", KeptDocuments.Plan("Plan", "Ett")) with { MadeFrom = 1 }))
                .Kept();
        await app.KeepAsync(KeptDocuments.Draft("again", KeptDocuments.Plan("Plan", "Ett")) with { MadeFrom = 3 });
        var late =
            (await app.KeepAsync(KeptDocuments.Draft("again", KeptDocuments.Plan("Plan", "Två")) with { MadeFrom = 2 }))
                .Kept();

        late.Versions.ShouldHaveSingleItem().Files.ShouldBe(first.Latest.Files);
        late.Latest.MadeFrom.ShouldBe(3);
    }

    [Fact]
    public async Task A_late_draft_of_an_established_document_changes_nothing()
    {
        var draft = KeptDocuments.Plan("Plan", "Utkast");
        var established = draft with
        { Head = draft.Head with { Status = DocumentStatus.Established, IsDraft = false } };
        draft = draft with { Head = draft.Head with { Status = DocumentStatus.WorkingMaterial, IsDraft = true } };
        await app.KeepAsync(KeptDocuments.Draft("established", established) with { MadeFrom = 2 });

        var late = (await app.KeepAsync(KeptDocuments.Draft("established", draft) with { MadeFrom = 1 })).Kept();

        (late.Status, late.Versions.Count, late.Latest.IsDraft).ShouldBe((DocumentStatus.Established, 1, false));
    }

    [Fact]
    public async Task Twenty_versions_that_come_at_once_in_any_order_end_on_the_newest()
    {
        var drafts = Enumerable.Range(1, 20).Select(number => (number * 7 % 20) + 1).Select(number =>
            app.KeepAsync(KeptDocuments.Draft("any-order", KeptDocuments.Plan("Plan", $"Version {number}")) with
            { MadeFrom = number }));
        await Task.WhenAll(drafts);

        var kept =
            (await app.KeepAsync(KeptDocuments.Draft("any-order", KeptDocuments.Plan("Plan", "Version 1")) with
            { MadeFrom = 1 })).Kept();

        kept.Latest.MadeFrom.ShouldBe(20);
        kept.Versions.Select(version => version.MadeFrom!.Value).ShouldBeInOrder();
    }

    [Fact]
    public async Task A_document_of_another_board_under_the_same_id_is_refused()
    {
        await app.KeepAsync(KeptDocuments.Draft("board", KeptDocuments.Plan("Plan")));
        await Should.ThrowAsync<InvalidOperationException>(
            () => app.KeepAsync(KeptDocuments.Draft("board", KeptDocuments.Plan("Annan"), KeptDocuments.ElderBoard)));
    }
}
