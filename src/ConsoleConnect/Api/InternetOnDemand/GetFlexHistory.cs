using System.Globalization;
using Emulator.Domain.Companies;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.People;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.InternetOnDemand;

/// <summary>Reads what was flexed for how long, and what it cost (002:649-687).</summary>
internal static class GetFlexHistory
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/gia-service/{giaId}/flex/history", Handle)
        .Documented("089", "Get an IO-D service's flex history")
        .Tells(
            "Accounts for the flexes that have been in force and are over, oldest first; total is their number. "
            + "flexBandwidth is what a flex gave on top of "
            + "contractBandwidth, totalBandwidth both together. "
            + "hours are rounded up to four decimals; an entry's total is its hours times its rate.")
        .Needs(NetworkAction.ReadIodService, "companyId")
        .With(InternetOnDemandChapter.Company, InternetOnDemandChapter.Service)
        .Answers<FlexHistory>(200)
        .Answers(ServiceErrors.IodServiceNotFound)
        .Assumes("The rates, which follow the sample's one. The order. That a flex which has failed, or led back to "
            + "the contract, is no result.");

    private static async Task<Answer<FlexHistory>> Handle(
        Company company,
        string giaId,
        Turn turn,
        CancellationToken ct)
    {
        var service = await turn
            .Db.IodServices.AsNoTracking()
            .Include(service => service.AccessPort)
            .OwnedBy(company, giaId, ct);
        foreach (var flex in await turn.Db.Flexes.AsNoTracking().AllOf(service, ct))
        {
            flex.Service = service;
            service.Flexes.Add(flex);
        }

        return new FlexHistory(service, turn.Reference.Prices);
    }

    /// <summary>The history (002:678).</summary>
    internal sealed class FlexHistory(IodService service, Prices prices)
    {
        public int ContractBandwidth => service.ContractBandwidth;
        public ActiveEntry? Active => service.ActiveFlex is { } flex ? new(flex, prices) : null;
        public PendingEntry? Pending => service.FlexInProgress is { } flex ? new(flex) : null;

        public IReadOnlyList<PastEntry> Results { get; } =
        [
            .. service
                .Flexes.Where(flex => flex.ActiveUntil is not null)
                .OrderBy(flex => flex.ActiveFrom)
                .Select(flex => new PastEntry(flex, prices)),
        ];

        public int Total => Results.Count;
    }

    /// <summary>The flex in force (newer editions of the documents).</summary>
    internal sealed class ActiveEntry(Flex flex, Prices prices)
    {
        public string Id => flex.Id;
        public int FlexBandwidth => flex.Extra;
        public int TotalBandwidth => flex.Bandwidth;
        public DateTimeOffset? Start => flex.ActiveFrom;
        public decimal Rate => flex.RateBy(prices);
    }

    /// <summary>The flex in progress.</summary>
    internal sealed class PendingEntry(Flex flex)
    {
        public string Id => flex.Id;
        public bool ToBaseContract => flex.ToBaseContract;
        public int Bandwidth => flex.Bandwidth;
    }

    /// <summary>A flex that is over.</summary>
    internal sealed class PastEntry(Flex flex, Prices prices)
    {
        public string Id => flex.Id;
        public int FlexBandwidth => flex.Extra;
        public int TotalBandwidth => flex.Bandwidth;
        public DateTimeOffset? Start => flex.ActiveFrom;
        public DateTimeOffset? End => flex.ActiveUntil;
        public decimal Rate => flex.RateBy(prices);
        public string Hours => flex.Hours.ToString("0.0000", CultureInfo.InvariantCulture);
        public decimal Total => flex.TotalBy(prices);
    }
}
