using Microsoft.AspNetCore.Http;
using Oversight.Functions.Identity;
using Oversight.Functions.Operations.Fields;
using Oversight.Functions.Operations.Screens;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.Components;

namespace Oversight.Functions.Operations;

/// <summary>What opening a subject gives.</summary>
public abstract record Opening<TOpen>
{
    private Opening()
    {
    }

    public sealed record Opened(TOpen Subject) : Opening<TOpen>;

    public sealed record Missing : Opening<TOpen>;

    /// <summary>It exists, and not a word of it is for this person.</summary>
    public sealed record Closed : Opening<TOpen>;
}

/// <summary>A subject's operations, as those see it who need to know nothing else about the subject.</summary>
public interface ISubject
{
    /// <summary>In English: <c>concern</c>. What <c>[ByOperation]</c> names.</summary>
    string Name { get; }

    IReadOnlyList<IOperation> All { get; }

    /// <summary>The function that takes its operations over the API; null: people do them on pages alone.</summary>
    string? ApiFunction { get; }

    /// <summary>What that answers with.</summary>
    Type? ApiAnswer { get; }
}

/// <summary>A kind of thing that operations are done to: how it is opened, shown, and told about.</summary>
public abstract class Subject<TOpen>(IEnumerable<Operation<TOpen>> operations) : ISubject
    where TOpen : class, IOpened
{
    public abstract string Name { get; }

    /// <summary>By rank, then by name.</summary>
    public IReadOnlyList<Operation<TOpen>> Operations { get; } =
        [.. operations.OrderBy(operation => operation.Rank)
            .ThenBy(operation => operation.Name.Name, StringComparer.Ordinal)];

    public IReadOnlyList<IOperation> All => Operations;

    public virtual string? ApiFunction => null;

    public virtual Type? ApiAnswer => null;

    public abstract Task<Opening<TOpen>> OpenAsync(HttpRequest request, string id, CancellationToken cancellation);

    /// <summary>The page of what was opened.</summary>
    public abstract string PageOf(TOpen open);

    /// <summary>Where somebody goes after a change, also when it has taken the subject out of their hands.</summary>
    public virtual string AfterChange(TOpen open) => PageOf(open);

    /// <summary>Whether the person may still see it after a change.</summary>
    public virtual bool IsSeen(TOpen open) => true;

    /// <summary>The way to the page of an operation.</summary>
    public abstract IReadOnlyList<Crumb> Trail(TOpen open);

    /// <summary>What a caller is told about it.</summary>
    public virtual Task<object> DescribeAsync(TOpen open, CancellationToken cancellation) =>
        throw new NotSupportedException($"{Name} is not for callers of the API.");

    /// <summary>What has happened to it, oldest first.</summary>
    public abstract Task<IReadOnlyList<TimelineEntry>> HistoryAsync(TOpen open, CancellationToken cancellation);

    /// <summary>The board whose matter it is, for the role in the record; null where it belongs to none.</summary>
    public abstract BoardId? BoardOf(TOpen open, Permission permission);

    public abstract Task<Outcome<TOpen>> RunAsync(
        Operation<TOpen> operation, TOpen open, FieldValues values, Envelope envelope, CancellationToken cancellation);

    /// <summary>What the reader should have before their eyes while they fill in the form.</summary>
    public virtual Task<AboutSubject?> AboutAsync(
        Operation<TOpen> operation, TOpen open, CancellationToken cancellation) =>
        Task.FromResult<AboutSubject?>(null);

    /// <summary>The operation whose form has that segment in its address.</summary>
    public Operation<TOpen>? FindForm(string segment) =>
        Operations.FirstOrDefault(operation => operation.Name.Segment == segment);

    /// <summary>The operation that callers know by that name.</summary>
    public Operation<TOpen>? FindCall(string name) =>
        Operations.FirstOrDefault(operation => operation.Name.Name == name);

    /// <summary>The address of the operation's form.</summary>
    public virtual string FormOf(TOpen open, Operation<TOpen> operation) =>
        $"{PageOf(open)}/gor/{operation.Name.Segment}";

    /// <summary>What this person can do with it now.</summary>
    public IEnumerable<Operation<TOpen>> Offered(TOpen open) =>
        Operations.Where(operation => operation.IsFor(open) && operation.Fits(open));

    /// <summary>The links to what this person can do with it now.</summary>
    public IReadOnlyList<Crumb> Links(TOpen open) =>
    [
        .. Offered(open).Where(operation => !operation.HasOwnLink)
            .Select(operation => new Crumb(operation.Link, FormOf(open, operation))),
    ];
}
