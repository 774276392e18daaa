using Emulator.Wire;

namespace Emulator.Api.Agreements;

/// <summary>The terms that a company agrees to (OpenAPI 1.0.0, tag Agreements).</summary>
internal static class AgreementsChapter
{
    public static readonly ParameterExample Company = new(
        "companyId", "557679e2c2e6a1b4d7756472", "The company's id; its username does as well.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        ListAgreements.Map(routes);
        Agree.Map(routes);
    }
}
