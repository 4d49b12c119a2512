using Grpc.Core;
using Oversight.Local.Host.Rpc;

namespace Oversight.Local.Host.Worker;

/// <summary>The service that a worker connects to. A worker that this host did not start is turned away.</summary>
internal sealed class WorkerRpc(FunctionWorker worker) : FunctionRpc.FunctionRpcBase
{
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken)
            || requestStream.Current is not { StartStream.WorkerId: { } id }
            || worker.Accept(id) is not { } session)
        {
            throw new Grpc.Core.RpcException(new Status(StatusCode.PermissionDenied, "Unknown worker."));
        }

        await worker.RunAsync(session, requestStream, responseStream, context.CancellationToken);
    }
}
