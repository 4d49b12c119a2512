using Oversight.Functions.Identity;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.ToDo;
using Oversight.Surveys;

namespace Oversight.Functions.Surveys;

/// <summary>
/// What waits for those who run the surveys: to be sent out, silences to judge, and a round to close.
/// </summary>
internal sealed class SurveyToDo(SurveyRoundDesk desk, Views views) : IToDoSource
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        var boards = Access.Boards(user, Permission.RunSurveys);
        if (boards.Count == 0)
            return [];
        var items = new List<ToDoItem>();
        foreach (var round in (await desk.ListAsync(user, cancellation)).Where(round => boards.Contains(round.Board)))
        {
            var page = $"{SurveyFunctions.List}/{round.Id}";
            if (round.Status == SurveyRoundStatus.Composed)
                items.Add(new ToDoItem(
                    $"Titta igenom och skicka ut {SurveyWords.Title(round.Year)}", page,
                    Detail: "Ingen har fått den än."));
            // Before the last day nothing has fallen silent, and a thousand rows need not be read.
            if (round.Status != SurveyRoundStatus.Released || today <= round.Until)
                continue;
            var surveys = await views.ReadAllAsync<SurveyRow>(SurveyStream.PartitionOf(round.Id), cancellation);
            items.AddRange(surveys.Where(row => row.Silence == SilenceJudgement.Open).Select(row => new ToDoItem(
                $"Bedöm att {row.Unit.Name} inte har svarat på {SurveyWords.Title(round.Year)}",
                $"{page}/enhet/{row.Id}", row.JudgeUntil)));
            if (surveys.Count > 0 && surveys.All(row => row.Status != SurveyStatus.Open
                && row.Silence != SilenceJudgement.Open))
                items.Add(new ToDoItem($"Avsluta och sammanställ {SurveyWords.Title(round.Year)}", page));
        }

        return items;
    }
}
