namespace Oversight.Functions.Identity;

/// <summary>Stands until the settings room answers; replaced by the municipality in the settings.</summary>
internal sealed class ProvisionalMunicipality : IMunicipality
{
    public ValueTask<MunicipalityFacts> GetAsync(CancellationToken cancellation) => new(new MunicipalityFacts(
        "Nacka kommun",
        [new(new BoardId("socialnamnden"), "Socialnämnden"), new(new BoardId("aldrenamnden"), "Äldrenämnden")]));
}
