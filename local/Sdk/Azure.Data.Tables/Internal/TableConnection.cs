using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Internal;

/// <summary>Where the service is and the pipeline that leads there; shared by the clients made from one service client.</summary>
internal sealed class TableConnection
{
    internal static readonly RequestMethod Merge = RequestMethod.Parse("MERGE");
    private const string Scope = "https://storage.azure.com/.default";
    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    private TableConnection(Uri endpoint, string accountName, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        Endpoint = endpoint;
        Address = endpoint.AbsoluteUri.TrimEnd('/');
        AccountName = accountName;
        _version = options.VersionText;
        var build = new HttpPipelineOptions(options) { RequestFailedDetailsParser = new TableErrorParser() };
        build.PerRetryPolicies.Add(authentication);
        _pipeline = HttpPipelineBuilder.Build(build);
    }

    internal Uri Endpoint { get; }

    internal string Address { get; }

    internal string AccountName { get; }

    internal static TableConnection FromConnectionString(string connectionString, TableClientOptions options)
    {
        var account = StorageAccount.Parse(connectionString);
        return new(account.TableEndpoint, account.Name, new SharedKeyLitePolicy(account.Name, account.Key), options);
    }

    internal static TableConnection FromToken(Uri endpoint, TokenCredential credential, TableClientOptions options)
    {
        if (endpoint.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException("Cannot use TokenCredential without HTTPS.", nameof(endpoint));
        return new(endpoint, endpoint.Host.Split('.')[0], new BearerTokenAuthenticationPolicy(credential, Scope), options);
    }

    internal static string EntityPath(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    internal HttpMessage CreateMessage(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri($"{Address}/{path}"));
        message.Request.Headers.Add("x-ms-version", _version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        return message;
    }

    internal async ValueTask<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response;
    }

    internal static void SetJson(Request request, string json) => SetJson(request, Encoding.UTF8.GetBytes(json));

    internal static void SetJson(Request request, ReadOnlyMemory<byte> json)
    {
        request.Headers.Add("Content-Type", "application/json");
        request.Content = RequestContent.Create(json);
    }

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
