namespace Oversight.Local.Host.Http;

/// <summary>
/// The worker's own server may open a moment after its channel has named it. The platform's front tries again then, and
/// so does this one: nothing has been sent yet.
/// </summary>
public sealed class WorkerConnection(TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int Attempts = 10;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromMilliseconds(50);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException refused)
                when (refused.HttpRequestError == HttpRequestError.ConnectionError && attempt < Attempts)
            {
                await Task.Delay(pause, clock, cancellationToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }
}
