using Oversight.Functions.Identity;
using Oversight.Functions.Search;

namespace Oversight.Functions.Dialogues.Reading;

/// <summary>Series of kvalitetsdialoger by their names: a board has few.</summary>
internal sealed class DialogueSearch(DialogueDesk desk) : ISearchSource
{
    public async Task<IReadOnlyList<Found>> FindAsync(Asked asked, CancellationToken cancellation) =>
        !Access.Allows(asked.User, Permission.ReadDialogues)
            ? []
            :
            [
                .. (await desk.ListAsync(asked.User, cancellation)).Where(row => asked.Query.Finds([row.Name]))
                    .Select(row => new Found(
                        FoundKind.Dialogue, row.Name, $"{DialogueFunctions.List}/{row.Id}")),
            ];
}
