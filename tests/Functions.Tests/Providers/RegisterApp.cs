using Oversight.Testkit;

namespace Oversight.Functions.Tests.Providers;

/// <summary>One application for the register's tests; each test makes providers of its own.</summary>
public sealed class RegisterApp : IAsyncLifetime
{
    public AppFixture App { get; private set; } = null!;

    internal RegisterDriver Register { get; private set; } = null!;

    public HttpClient Administrator { get; private set; } = null!;

    public HttpClient CaseOfficer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await AppFixture.StartAsync();
        Administrator = await App.SignInAsync("registret", Role.Administrator);
        CaseOfficer = await App.SignInAsync("handlaggaren", Role.CaseOfficer);
        Register = new RegisterDriver(Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        Administrator.Dispose();
        CaseOfficer.Dispose();
        await App.DisposeAsync();
    }
}
