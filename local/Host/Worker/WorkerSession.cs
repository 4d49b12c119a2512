using System.Collections.Concurrent;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Oversight.Local.Host.Rpc;
using Content = Oversight.Local.Host.Rpc.StreamingMessage.ContentOneofCase;

namespace Oversight.Local.Host.Worker;

/// <summary>
/// One connection of a worker: questions and their answers, from its first message until it goes away.
/// </summary>
internal sealed class WorkerSession(Action<RpcLog> log)
{
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>(
        new() { SingleReader = true });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _waiting = new();
    private volatile bool _ended;

    public Uri? HttpAddress { get; private set; }

    /// <summary>Reads and writes until the worker hangs up or the call is cancelled.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> incoming, IAsyncStreamWriter<StreamingMessage> outgoing,
        CancellationToken cancellation)
    {
        var writing = WriteAsync(outgoing, cancellation);
        try
        {
            await foreach (var message in incoming.ReadAllAsync(cancellation))
                Take(message);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // A worker that is killed hangs up like this; whoever waits is told below.
        }
        finally
        {
            _ended = true;
            _outgoing.Writer.TryComplete();
            foreach (var id in _waiting.Keys)
            {
                if (_waiting.TryRemove(id, out var answer))
                    answer.TrySetException(new WorkerProcessExitException("The worker went away."));
            }

            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Introduces the host, asks for the functions and loads every one of them.</summary>
    public async Task<IReadOnlyList<RpcFunctionMetadata>> StartAsync(string folder)
    {
        var init = (await AskAsync(NewId(), new()
        {
            WorkerInitRequest = new()
            {
                HostVersion = "4.0.0",
                FunctionAppDirectory = folder,
                WorkerDirectory = folder,
                Capabilities = { ["RpcHttpTriggerMetadataRemoved"] = "true",
                    ["HandlesInvocationCancelMessage"] = "true" },
            },
        })).WorkerInitResponse;
        Demand(init.Result);
        HttpAddress = init.Capabilities.TryGetValue("HttpUri", out var address) ? new Uri(address) : null;

        var described =
            (await AskAsync(NewId(), new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } }))
                .FunctionMetadataResponse;
        Demand(described.Result);
        foreach (var function in described.FunctionMetadataResults)
        {
            var load = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function };
            Demand(
                (await AskAsync(function.FunctionId,
                    new() { FunctionLoadRequest = load })).FunctionLoadResponse.Result);
        }

        return described.FunctionMetadataResults;
    }

    public async Task<InvocationResponse> InvokeAsync(InvocationRequest request, CancellationToken cancellation)
    {
        await using var cancelling = cancellation.Register(() => Send(NewId(), new()
        {
            InvocationCancel = new() { InvocationId = request.InvocationId },
        }));
        var answer = (await AskAsync(request.InvocationId, new() { InvocationRequest = request })).InvocationResponse;
        Demand(answer.Result);
        return answer;
    }

    public void Terminate(TimeSpan grace) =>
        Send(NewId(), new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(grace) } });

    private static string NewId() => Guid.NewGuid().ToString();

    private static void Demand(StatusResult result)
    {
        if (result.Status != StatusResult.Types.Status.Success)
            throw new InvocationFailedException(result);
    }

    private async Task WriteAsync(IAsyncStreamWriter<StreamingMessage> outgoing, CancellationToken cancellation)
    {
        await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellation))
            await outgoing.WriteAsync(message, cancellation);
    }

    private Task<StreamingMessage> AskAsync(string id, StreamingMessage question)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        // Looked at after the entry is there: whoever ends the session either sees the entry or is seen here.
        if ((!Send(id, question) || _ended) && _waiting.TryRemove(id, out _))
            answer.TrySetException(new WorkerProcessExitException("The worker went away."));
        return answer.Task;
    }

    private bool Send(string id, StreamingMessage message)
    {
        message.RequestId = id;
        return _outgoing.Writer.TryWrite(message);
    }

    private void Take(StreamingMessage message)
    {
        if (message.ContentCase == Content.RpcLog)
        {
            log(message.RpcLog);
            return;
        }

        var id = message.ContentCase switch
        {
            Content.InvocationResponse => message.InvocationResponse.InvocationId,
            Content.FunctionLoadResponse => message.FunctionLoadResponse.FunctionId,
            _ => message.RequestId,
        };
        if (_waiting.TryRemove(id, out var answer))
            answer.TrySetResult(message);
    }
}
