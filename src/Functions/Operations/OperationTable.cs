using Oversight.Functions.Identity;

namespace Oversight.Functions.Operations;

/// <summary>Every operation of every subject.</summary>
public sealed class OperationTable(IEnumerable<ISubject> subjects) : IOperationPermissions
{
    private readonly Dictionary<string, ISubject> _subjects =
        subjects.ToDictionary(subject => subject.Name, StringComparer.Ordinal);

    public IEnumerable<(string Subject, IOperation Operation)> All =>
        _subjects.Values.SelectMany(subject => subject.All.Select(operation => (subject.Name, operation)));

    public IReadOnlyList<IOperation> Of(string subject) => _subjects[subject].All;

    /// <summary>By its name in the API or in the address of its form; null when there is none such.</summary>
    public IOperation? Find(string subject, string operation) =>
        _subjects[subject].All.FirstOrDefault(known => known.Name.Name == operation || known.Name.Segment == operation);

    public Permission? Needed(string subject, string operation) => Find(subject, operation)?.Permission;
}
