namespace Oversight.Local.Host.Pages;

/// <summary>A form that was sent to one of the host's own pages.</summary>
internal static class LocalForm
{
    /// <returns>Null form: what to answer instead.</returns>
    public static async Task<(IFormCollection? Form, IResult? Refusal)> ReadAsync(
        HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
            return (null,
                LocalPage.Problem(StatusCodes.Status415UnsupportedMediaType, "Sidan tar emot ett formulär.",
                    "form.content-type"));
        try
        {
            return (await request.ReadFormAsync(cancellation), null);
        }
        catch (BadHttpRequestException refused)
        {
            return (null, LocalPage.Problem(refused.StatusCode, "Formuläret går inte att ta emot.", "form.refused"));
        }
        catch (Exception malformed)
            when (malformed is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            // A boundary that never comes, keys or values beyond the limits, a character set that is not taken any
            // more.
            return (null,
                LocalPage.Problem(StatusCodes.Status400BadRequest, "Formuläret går inte att läsa.", "form.malformed"));
        }
    }
}
