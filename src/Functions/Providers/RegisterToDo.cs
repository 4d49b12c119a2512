using Oversight.Functions.Identity;
using Oversight.Functions.Settings;
using Oversight.Functions.Storage;
using Oversight.Functions.Web.ToDo;
using Oversight.Providers;

namespace Oversight.Functions.Providers;

/// <summary>Agreements that soon end, for those who keep the register.</summary>
public sealed class RegisterToDo(Views views, SettingsProvider settings) : IToDoSource
{
    public async Task<IReadOnlyList<ToDoItem>> ForAsync(
        SignedInUser user, DateOnly today, CancellationToken cancellation)
    {
        if (!user.Roles.Contains(Role.Procurement))
            return [];
        var last = today.AddDays(settings.Current.Settings.Register.AgreementWarningDays);
        var rows = await views.ReadAllAsync<ProviderRow>(RegisterPartitions.Providers, cancellation);
        return
        [
            .. from row in rows
               from agreement in row.Agreements
               where Access.Allows(user, Permission.EditRegister, agreement.Board)
               let ends = agreement.Terms.Latest().ValidTo
               where ends >= today && ends <= last
               select new ToDoItem(
                   "Följ upp avtal som går ut", $"/anordnare/{row.ProviderId}", ends,
                   Detail: $"{row.Names.On(today)}, avtal {agreement.Key}"),
        ];
    }
}
