using Emulator.Domain.Addresses;
using Emulator.Domain.Companies;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.InternetOnDemand;

/// <summary>Says whether a block of addresses can be had (002:21-75).</summary>
internal static class CheckIpAvailability
{
    /// <summary>The documented masks (002:59), and the one that IPv6 blocks have (002:206).</summary>
    private static readonly int[] Masks = [26, 27, 28, 29, 30, 48];

    private const string MaskChoices = "26 to 30 (002:59), or 48 for IPv6";

    private static readonly QueryParameter<string?> Type =
        Query.Choice("type", "ipv4", "Which addresses.", "ipv4", "ipv6");

    private static readonly QueryParameter<string?> Pool =
        Query.Choice("pool", "customer", "The pool they are from.", "customer", "linknet");

    private static readonly QueryParameter<int?> Mask =
        Query.WholeNumber("mask", "29", "The block's mask: 26 to 30; 48 for IPv6.", minimum: 0);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/check-ip-availability", Handle)
        .Documented("077", "Check IP availability")
        .Tells(
            "Says whether a block of a size is available now in the pool that services get theirs from: true or false. "
            + "Checking reserves nothing. Only companies that are verified for Internet On-Demand may ask.")
        .Needs(NetworkAction.ReadIodService, "companyId")
        .With(
            InternetOnDemandChapter.Company,
            Type,
            Pool,
            Mask)
        .Answers<bool>(200)
        .Answers(ServiceErrors.CompanyNotVerifiedForIod, ServiceErrors.MissingProperty, ServiceErrors.BadQuery)
        .Assumes("The pools themselves. That mask 48 can be asked for too: the documents list IPv4's masks only, and "
            + "IPv6 pools have no blocks of those sizes. The words where a parameter is missing or wrong.");

    private static async Task<Answer<bool>> Handle(
        Company company,
        HttpRequest request,
        Turn turn,
        CancellationToken ct)
    {
        IodRules.MustBeVerified(company);
        var version = Word<IpVersion>(request, Type, "ipv4 or ipv6 (002:43)");
        var purpose = Word<IpPurpose>(request, Pool, "customer or linknet (002:51)");
        var mask = Mask.Of(request) ?? throw Missing(Mask, MaskChoices);
        if (!Masks.Contains(mask))
        {
            throw NotAllowed(Mask, MaskChoices);
        }

        var pool = IpPool.Of(version, purpose);
        return pool.Free(mask, await turn.Db.IpBlocks.GivenOf(pool, ct)) is not null;
    }

    private static T Word<T>(HttpRequest request, QueryParameter<string?> asked, string choices)
        where T : struct, Enum =>
        Spelling.Read<T>(asked.Of(request) ?? throw Missing(asked, choices)) ?? throw NotAllowed(asked, choices);

    private static Refusal Missing(ParameterExample asked, string choices) =>
        ServiceErrors.MissingProperty.Because($"{asked.Name} is {choices}.", "", asked.Name);

    private static Refusal NotAllowed(ParameterExample asked, string choices) => ServiceErrors.BadQuery.Because(
        $"{asked.Name} is {choices}.", asked.Name, "equal to one of the allowed values");
}
