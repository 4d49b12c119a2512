using Oversight.Functions.Identity;
using Oversight.Functions.Judgements.Screens;
using Oversight.Functions.Operations;
using Oversight.Functions.Risk;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Judgements;

/// <summary>On the page of a unit's risk: what people have made of it, and what this person may do.</summary>
internal sealed class JudgementSections(JudgementDesk desk, JudgementSubject subject) : IUnitRiskSection
{
    public async Task<UnitRiskSection?> ReadAsync(SignedInUser user, UnitCase found, CancellationToken cancellation)
    {
        var open = await desk.OpenAsync(user, found, cancellation);
        return new UnitRiskSection(typeof(JudgementSection), new Dictionary<string, object>
        {
            [nameof(JudgementSection.Open)] = open,
            [nameof(JudgementSection.Links)] = subject.Links(open),
            [nameof(JudgementSection.Operations)] = (IReadOnlyList<IOperation>)subject.Operations,
            [nameof(JudgementSection.History)] =
                open.Read is null ? [] : await subject.HistoryAsync(open, cancellation),
        });
    }
}

/// <summary>Varningar that nobody has answered.</summary>
internal sealed class JudgementToDo(Views views, SettingsProvider settings) : IToDoSource
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        var days = settings.Current.Settings.RiskModelOn(today).EarlyWarning.AnswerDays;
        var lists = await Task.WhenAll(Access.Boards(user, Permission.JudgeRisk).Select(
            board => views.ReadAllAsync<WarningRow>(UnitJudgementStream.WarningsOf(board), cancellation)));
        return
        [
            .. lists.SelectMany(rows => rows).Where(row => row.Answer is null).Select(row => new ToDoItem(
                $"Bedöm tidig varning för {row.Unit.Name}", $"/risk/{row.Unit.UnitId}", row.RaisedOn.AddDays(days),
                Detail: $"Varningen gäller {RiskWords.Month(row.Month)}.")),
        ];
    }
}
