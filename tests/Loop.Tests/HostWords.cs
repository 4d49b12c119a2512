using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Oversight.Loop.Tests;

/// <summary>What the host said last goes along with an answer that failed: without it nobody can tell why.</summary>
internal sealed class HostWords : DelegatingHandler
{
    private const int Lines = 30;
    private readonly ConcurrentQueue<string> _said = new();

    public HostWords(Process process)
        : base(new SocketsHttpHandler())
    {
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
    }

    public string Last => string.Join('\n', _said);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            return answer.StatusCode == HttpStatusCode.InternalServerError
                ? throw new HttpRequestException($"{request.RequestUri} answered 500. The host said last:\n{Last}")
                : answer;
        }
        catch (HttpRequestException gone) when (gone.InnerException is not null)
        {
            throw new HttpRequestException($"{request.RequestUri} did not answer. The host said last:\n{Last}", gone);
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        _said.Enqueue(line);
        while (_said.Count > Lines)
            _said.TryDequeue(out _);
    }
}
