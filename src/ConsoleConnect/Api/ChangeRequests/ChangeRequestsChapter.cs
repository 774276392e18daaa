namespace Emulator.Api.ChangeRequests;

/// <summary>Changing the speed of a connection that another company has to agree to (000:8008-9071).</summary>
internal static class ChangeRequestsChapter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ProposeChangeRequest.Map(routes);
        DropChangeRequest.Map(routes);
        ApproveChangeRequest.Map(routes);
        ReadChangeRequest.Map(routes);
    }
}
