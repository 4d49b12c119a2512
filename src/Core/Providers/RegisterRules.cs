using Oversight.Settings;

namespace Oversight.Providers;

/// <summary>
/// The part of the settings that the register's rules ask for, as it stands on one day: codes with their texts.
/// </summary>
/// <param name="ManagerNoticeDays">
/// Days after a change of manager within which it must have been notified (0: that day at the latest).
/// </param>
/// <param name="ImportRows">So many rows a file may have.</param>
public sealed record RegisterRules(
    IReadOnlyDictionary<string, string> Boards, IReadOnlyDictionary<string, string> Services,
    IReadOnlyDictionary<string, string> Areas, IReadOnlyDictionary<string, string> TargetGroups, int ManagerNoticeDays,
    int ImportRows)
{
    public static RegisterRules On(MunicipalitySettings settings, DateOnly day) => new(
        settings.Boards.ToDictionary(board => board.Id.Value, board => board.Name),
        Texts(settings, CodeLists.Services, day),
        Texts(settings, CodeLists.AgreementAreas, day),
        Texts(settings, CodeLists.TargetGroups, day),
        settings.Register.ManagerNoticeDays,
        settings.Limits.ImportRows);

    private static Dictionary<string, string> Texts(MunicipalitySettings settings, string list, DateOnly day) =>
        settings.Codes(list).On(day).ToDictionary(code => code.Id.Value, code => code.Text);
}
