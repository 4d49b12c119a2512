using Oversight.Functions.Providers;
using Oversight.Functions.Storage;
using Oversight.Providers;
using Oversight.Settings;
using Oversight.Surveys;

namespace Oversight.Functions.Answers.OfSurveys;

/// <summary>What is known already of a unit, to be confirmed or corrected instead of asked once more.</summary>
/// <param name="Words">Replies in words, by the code of the question.</param>
public sealed record KnownReplies(Replies Replies, IReadOnlyDictionary<CodeId, string> Words);

/// <summary>Reads what the register knows.</summary>
public sealed class SurveyPrefill(Streams streams, ManagerNames names)
{
    public async Task<KnownReplies> ReadAsync(AskedQuestions asked, Id unitId, CancellationToken cancellation)
    {
        var replies = Replies.None;
        var words = new Dictionary<CodeId, string>();
        if ((await streams.LoadAsync(UnitStream.Kind, unitId, cancellation))?.State is not UnitState.Registered unit)
            return new KnownReplies(replies, words);
        foreach (var question in asked.Questions)
        {
            if (question.Compares is { } compares && Value(compares, unit) is { } value)
                replies = replies.With(question.Code, value);
            else if (question.Compares == Comparison.LicenceNumber && unit.Licence.Number is { } number)
                words[question.Code] = number;
            else if (question.Compares == Comparison.Manager && await NameAsync(unit, cancellation) is { } name)
                words[question.Code] = name;
        }

        return new KnownReplies(replies, words);
    }

    private static ReplyValue? Value(Comparison compares, UnitState.Registered unit) => compares switch
    {
        Comparison.Customers when unit.Count is { } count => new ReplyValue.Number(count.Customers),
        Comparison.Licence when unit.Licence.IsRequired => new ReplyValue.YesNo(unit.Licence.Number is not null),
        Comparison.ManagerSince when unit.Manager is { } manager => new ReplyValue.Date(manager.From),
        _ => null,
    };

    private async Task<string?> NameAsync(UnitState.Registered unit, CancellationToken cancellation) =>
        unit.Manager is { } manager
            ? (await names.OfProviderAsync(unit.Agreement.ProviderId, cancellation)).GetValueOrDefault(manager.Key)
            : null;
}
