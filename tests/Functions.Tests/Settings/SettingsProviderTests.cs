using Microsoft.Extensions.DependencyInjection;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Settings;

public class SettingsProviderTests
{
    [Fact]
    public async Task A_set_is_kept_when_first_used_and_found_by_its_hash_after_the_settings_have_changed()
    {
        await using var app = await AppFixture.StartAsync();
        var blobs = app.Services.GetRequiredService<Blobs>();
        using var folder = SettingsFolder.CopyOfNacka();
        var older = new SettingsProvider(SettingsReader.ReadFolder(folder.Path), blobs);
        var used = await older.GetAsync(CancellationToken.None);

        folder.Edit("limits.json", node => node["reason"] = 1234);
        var newer = new SettingsProvider(SettingsReader.ReadFolder(folder.Path), blobs);

        (await newer.GetAsync(CancellationToken.None)).Hash.ShouldNotBe(used.Hash);
        var found = await newer.FindAsync(used.Hash, CancellationToken.None);
        found.ShouldNotBeNull().Settings.Limits.Reason.ShouldBe(used.Settings.Limits.Reason);
        (await newer.FindAsync(new string('0', 64), CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task An_application_with_settings_that_contradict_themselves_does_not_start()
    {
        using var folder = SettingsFolder.CopyOfNacka();
        folder.Edit("limits.json", node => node["reason"] = 0);
        var options = new AppOptions
        { Settings = new Dictionary<string, string?> { ["Oversight:Settings"] = folder.Path } };

        var failure = await Should.ThrowAsync<Exception>(() => AppFixture.StartAsync(options));

        failure.ToString().ShouldContain("limits.json: reason");
    }
}
