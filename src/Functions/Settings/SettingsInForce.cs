using Oversight.Settings;

namespace Oversight.Functions.Settings;

/// <summary>
/// The settings in force with their content hash; each set is kept in Blob Storage when it is first used.
/// </summary>
public sealed record SettingsInForce(MunicipalitySettings Settings, string Hash);
