using Emulator.Wire;

namespace Emulator.Api.InternetOnDemand;

/// <summary>Internet On-Demand (002).</summary>
internal static class InternetOnDemandChapter
{
    /// <summary>The company of the documents' examples, by its id; its username does as well.</summary>
    public static readonly ParameterExample Company = new(
        "companyId",
        "5e4cb418ab1dbe8c8476163b",
        "The company's id; its username does as well.");

    public static readonly ParameterExample Service = new(
        "giaId",
        "06327dfa-4e86-438b-af4c-3086be0a2467",
        "The service's id.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        CheckIpAvailability.Map(routes);
        ProvisionService.Map(routes);
        ListServices.Map(routes);
        DeleteService.Map(routes);
        GetService.Map(routes);
        ReadServiceLogs.Map(routes);
        ListFlexes.Map(routes);
        RequestFlex.Map(routes);
        GetCurrentFlex.Map(routes);
        GetFlexHistory.Map(routes);
    }
}
