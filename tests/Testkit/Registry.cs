using System.Net;

namespace Oversight.Testkit;

/// <summary>What a registrator does in the registry.</summary>
public static class Registry
{
    /// <summary>Opens the ärende of a review that has begun.</summary>
    public static async Task OpenCaseAsync(
        this HttpClient registrar, string review, string number = "SOCN 2027-00012")
    {
        var form = await registrar.GetFormAsync(
            $"/diariet/granskning/{review}/gor/oppna-arende", "form[action$=oppna-arende]");
        using var entered = await form.With("number", number).SubmitAsync();
        await entered.ExpectAsync(HttpStatusCode.SeeOther);
    }
}
