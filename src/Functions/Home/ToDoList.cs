using Oversight.Functions.Identity;
using Oversight.Functions.Web.ToDo;

namespace Oversight.Functions.Home;

/// <summary>What waits for a person, gathered from every capability, nearest day first.</summary>
public sealed class ToDoList(IEnumerable<IToDoSource> sources)
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        var parts = await Task.WhenAll(sources.Select(source => source.ForAsync(user, today, cancellation)));
        return
        [
            .. parts.SelectMany(items => items)
                .OrderBy(item => !item.IsOwn)
                .ThenBy(item => item.Due ?? DateOnly.MaxValue)
                .ThenBy(item => item.Text, SwedishOrder.Comparer),
        ];
    }
}
