using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Oversight.Functions.Tests;

/// <summary>
/// The doors between the rooms of the application, read from every signature and method body that was compiled.
/// </summary>
public class ArchitectureTests
{
    private static readonly Architecture Programs = new ArchLoader()
        .LoadFilteredDirectory(AppContext.BaseDirectory, "Oversight.Core.dll")
        .LoadFilteredDirectory(AppContext.BaseDirectory, "Oversight.Functions.dll")
        .LoadFilteredDirectory(AppContext.BaseDirectory, "Oversight.Local.*.dll")
        .Build();

    private static readonly string[] ClockChoosers = ["OversightServices", "StorageServices", "PlatformClock",
        "LocalHost", "LocalProgram", "DomainClock", "ClockStartup"];

    [Theory]
    [InlineData("Input")]
    [InlineData("Maintenance")]
    [InlineData("Messaging")]
    [InlineData("Storage")]
    [InlineData("Web")]
    [InlineData("Identity")]
    [InlineData("Waiting")]
    public void A_technical_room_knows_no_capability(string room) =>
        Types().That().ResideInNamespaceMatching($@"^Oversight\.Functions\.{room}(\.|$)")
            .Should()
            .NotDependOnAny(Types().That()
                .ResideInNamespaceMatching(@"^Oversight\.(Functions\.)?(Providers|Concerns|Risk|Planning|Home)(\.|$)"))
            .Check(Programs);

    [Fact]
    public void The_application_does_not_know_its_local_host() =>
        Types().That().ResideInNamespaceMatching(@"^Oversight(\.|$)").And()
            .DoNotResideInNamespaceMatching(@"^Oversight\.Local(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^Oversight\.Local(\.|$)"))
            .Check(Programs);

    [Fact]
    public void Only_the_start_of_a_program_chooses_a_clock() =>
        Programs.Types
            .Where(type =>
                type.GetCalledMethods().Any(method => method.FullNameContains("System.TimeProvider::get_System()")))
            .Select(type => type.Name)
            .ShouldBeSubsetOf(ClockChoosers);

    /// <summary>Ten values told apart by their place alone are mixed up: such a record names them.</summary>
    [Fact]
    public void No_record_has_ten_positional_parameters()
    {
        var records = Directory.GetFiles(AppContext.BaseDirectory, "Oversight.*.dll")
            .Where(file => !file.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .SelectMany(file => System.Reflection.Assembly.LoadFrom(file).GetTypes())
            .Where(type => type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null)
            .ToList();

        records.Count.ShouldBeGreaterThan(400);
        records.Where(record => record.GetConstructors().Any(made => made.GetParameters().Length >= 10))
            .Select(record => record.FullName).ShouldBeEmpty();
    }
}
