using System.Buffers.Text;
using System.IO.Compression;
using System.Net;
using System.Text;
using Oversight.Functions.Providers;
using Oversight.Providers.Import;
using Oversight.Testkit;
using static Oversight.Functions.Tests.Providers.RegisterDriver;

namespace Oversight.Functions.Tests.Providers;

public sealed class ImportHttpTests : IAsyncLifetime
{
    private AppFixture _app = null!;
    private RegisterDriver _register = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await AppFixture.StartAsync();
        _register = new RegisterDriver(await _app.SignInAsync("admin", Role.Administrator));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    [Trait("Requirement", "R113")]
    public async Task A_file_is_taken_in_and_the_export_of_it_changes_nothing()
    {
        var done = await JsonAsync(
            await _register.ImportAsync(
                File(Row(name: "=Formel AB"),
                    Row("212000-1579", "Nacka kommun", "kommunal", "överenskommelse", unit: "Boendet"))),
                    HttpStatusCode.Created);
        Text(done, "status").ShouldBe("done");
        var export = await _register.ExportAsync();
        export.ShouldContain("'=Formel AB");
        var again = await JsonAsync(await _register.ImportAsync(Encoding.UTF8.GetBytes(export)),
            HttpStatusCode.Created);
        again.GetProperty("steps").GetInt32().ShouldBe(0);
        (await _register.ExportAsync()).ShouldBe(export);
    }

    [Fact]
    public async Task One_broken_row_and_nothing_is_taken_in()
    {
        var answer = await JsonAsync(await _register.ImportAsync(File(Row(), Row("556016-0681", "Fel AB"))),
            HttpStatusCode.UnprocessableEntity);
        answer.GetProperty("errors").TryGetProperty("rad 3: organisationsnummer", out _).ShouldBeTrue();
        (await JsonAsync(await _register.Client.GetAsync("/api/v1/providers"), HttpStatusCode.OK)).GetProperty("items")
            .GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_same_key_and_file_are_taken_in_once_and_another_file_is_refused()
    {
        var first = await JsonAsync(await _register.ImportAsync(File(Row()), "en-fil"), HttpStatusCode.Created);
        var second = await JsonAsync(await _register.ImportAsync(File(Row()), "en-fil"), HttpStatusCode.Created);
        Text(second, "importId").ShouldBe(Text(first, "importId"));
        (await CodeAsync(await _register.ImportAsync(File(Row(name: "Annan AB")), "en-fil")))
            .ShouldBe("request.key-reused");
    }

    [Fact]
    public async Task A_file_changes_what_is_known_from_its_day()
    {
        await JsonAsync(await _register.ImportAsync(File(Row())), HttpStatusCode.Created);
        await JsonAsync(
            await _register.ImportAsync(File(Row(name: "Nytt namn AB", unit: "Enheten", changed: "2026-06-01"))),
            HttpStatusCode.Created);
        var list = await JsonAsync(await _register.Client.GetAsync("/api/v1/providers"), HttpStatusCode.OK);
        var provider = await JsonAsync(
            await _register.Client.GetAsync($"/api/v1/providers/{Text(list.GetProperty("items")[0], "providerId")}"),
            HttpStatusCode.OK);
        provider.GetProperty("names")[0].GetProperty("value").GetString().ShouldBe("Omsorg AB");
        provider.GetProperty("names")[1].GetProperty("from").GetString().ShouldBe("2026-06-01");
        provider.GetProperty("units").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_large_file_is_carried_out_in_parts()
    {
        var rows = Enumerable.Range(1, 260).Select(number => Row(unit: $"Enhet {number}")).ToArray();
        var accepted = await JsonAsync(await _register.ImportAsync(File(rows)), HttpStatusCode.Created);
        Text(accepted, "status").ShouldBe("underway");
        await _app.Clock.AdvanceByAsync("PT3M");
        Text(await JsonAsync(await _register.Client.GetAsync($"/api/v1/imports/{Text(accepted, "importId")}"),
            HttpStatusCode.OK), "status").ShouldBe("done");
        (await _register.ExportAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(261);
    }

    [Fact]
    public async Task The_page_shows_what_a_file_would_do_before_it_is_taken_in()
    {
        var checkedFile = await (await _register.Client.GetFormAsync("/anordnare/import"))
            .WithFile("file", "register.csv", "text/csv", File(Row())).Tampered("action", "granska").SubmitAsync();
        (await checkedFile.ReadPageAsync()).QuerySelector("main")!.TextContent
            .ShouldContain("Den ger 1 ny anordnare, 1 ny enhet");
        var wrong = await (await _register.Client.GetFormAsync("/anordnare/import"))
            .WithFile("file", "register.csv", "text/csv", File(Row("556016-0681"))).Tampered("action", "las-in")
            .SubmitAsync();
        await wrong.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        (await wrong.ReadPageAsync()).QuerySelector("tbody")!.TextContent.ShouldContain("kontrollsiffra");
        var taken = await (await _register.Client.GetFormAsync("/anordnare/import"))
            .WithFile("file", "register.csv", "text/csv", File(Row())).Tampered("action", "las-in").SubmitAsync();
        await taken.ExpectAsync(HttpStatusCode.SeeOther);
        (await _register.Client.GetPageAsync(taken.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent
            .ShouldContain("Filen är inläst.");
        var changed = await (await _register.Client.GetFormAsync("/anordnare/import"))
            .WithFile("file", "register.csv", "text/csv", File(Row(name: "Nytt namn AB"))).Tampered("action", "granska")
            .SubmitAsync();
        var told = (await changed.ReadPageAsync()).QuerySelectorAll("section[aria-labelledby=rapport] tbody tr")
            .ShouldHaveSingleItem();
        told.QuerySelector("[data-label='Vad händer']")!.TextContent.Trim().ShouldBe("Ändras");
        told.QuerySelector("li")!.TextContent.ShouldBe("anordnare: Omsorg AB → Nytt namn AB");
        var doubtful = await (await _register.Client.GetFormAsync("/anordnare/import"))
            .WithFile("file", "register.csv", "text/csv", File(Row("212000-1579"))).Tampered("action", "granska")
            .SubmitAsync();
        (await doubtful.ReadPageAsync()).QuerySelector("section[aria-labelledby=rapport] tbody tr")!.TextContent
            .ShouldContain("en med samma namn finns redan (556016-0680)");
    }

    [Fact]
    public async Task A_file_that_was_looked_through_is_read_in_without_being_chosen_again()
    {
        var looked = await (await _register.Client.GetFormAsync("/anordnare/import"))
            .WithFile("file", "register.csv", "text/csv", File(Row())).Tampered("action", "granska").SubmitAsync();
        var page = await looked.ReadPageAsync();
        FormPage Form() => FormPage.Of(
            _register.Client, page, "/anordnare/import", "form[aria-label='Läs in den granskade filen']");

        foreach (var damaged in new[] { "", "x", "%%%", new string('A', 2_000), Packed(new byte[6 * 1024 * 1024]) })
        {
            using var refused = await Form().Tampered("action", "las-in").Tampered("granskad", damaged).SubmitAsync();
            await refused.ExpectAsync(HttpStatusCode.UnprocessableEntity);
            (await refused.ReadPageAsync()).QuerySelector("main")!.TextContent.ShouldContain("Välj en fil.");
        }

        using var other = await Form().Tampered("action", "las-in")
            .Tampered("granskad", Packed(File(Row("556016-0681")))).SubmitAsync();
        await other.ExpectAsync(HttpStatusCode.UnprocessableEntity);
        using var taken = await Form().Tampered("action", "las-in").SubmitAsync();
        await taken.ExpectAsync(HttpStatusCode.SeeOther);
        (await _register.Client.GetPageAsync(taken.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent
            .ShouldContain("Filen är inläst.");
    }

    [Fact]
    public async Task What_is_no_csv_file_is_refused()
    {
        (await CodeAsync(await _register.ImportAsync([0x50, 0x4B, 3, 4, 0, 0, 0]))).ShouldBe("import.not-text");
        (await CodeAsync(await _register.ImportAsync([]))).ShouldBe("import.empty");
        (await CodeAsync(await _register.ImportAsync(new byte[6 * 1024 * 1024]), HttpStatusCode.RequestEntityTooLarge))
            .ShouldBe("import.too-large");
    }

    private static string Packed(byte[] file)
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Fastest))
            pack.Write(file);
        return Base64Url.EncodeToString(packed.ToArray());
    }

    internal static byte[] File(params string[][] rows) =>
        RegisterCsv.Write(
            new RegisterTable(RegisterColumns.All, [.. rows.Select((cells, at) => new RegisterLine(at + 2, cells))]));

    internal static string[] Row(
        string number = "556016-0680", string name = "Omsorg AB", string ownership = "privat", string form = "kundval",
        string unit = "Enheten", string changed = "") =>
    [
        number, name, ownership, "", form, "hemtjanst", "aldrenamnden", "hemtjanst", "aldre", "2024-01-01", "", "", "",
        "", unit, "Storgatan 1", "Hemtjänst", "", "2024-01-01", "", "10", "0", "2026-12-01", "nej", "", "", "Gun G",
        "2024-01-01", "", changed,
    ];
}
