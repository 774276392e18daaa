using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Emulator.Wire;

namespace Emulator.Api.EdgeSim;

/// <summary>Edge SIM: orders of SIM cards, pools, the cards, and plans with their APNs (OpenAPI 1.59.2).</summary>
internal static class EdgeSimChapter
{
    private const string PoolMeaning = "The SIM pool's id.";

    public static readonly ParameterExample Company = new(
        "id",
        "557679e2c2e6a1b4d7756472",
        "The company's id; its username does as well. Your own id stands for your oldest company that lets you.");

    public static readonly ParameterExample Order = new(
        "orderId", "9b1d4f27-60c8-4e15-8a3f-2d7e5c90b146", "The order's id.");

    /// <summary>One with cards.</summary>
    public static readonly ParameterExample Pool = new(
        "iotSimPoolId", "4f6f1c7e-8d0b-4f38-9a52-b1c0d4e7a963", PoolMeaning);

    /// <summary>One without.</summary>
    public static readonly ParameterExample PoolThatCanGo = new(
        "iotSimPoolId", "c25a9e03-71f4-4d6b-8b1e-6a0f93d2e7c8", "The SIM pool's id: here one without cards and sites.");

    public static readonly ParameterExample Destination = new(
        "destinationSimPoolId", PoolThatCanGo.Example, "The id of the SIM pool that the cards come into.");

    public static readonly ParameterExample Sim = new(
        "iotSimId", "7d03b8a5-2e96-4c41-b0f7-000000000000", "The SIM's id.");

    /// <summary>Everybody's.</summary>
    public static readonly ParameterExample Plan = new("id", "65b0c4e1c2e6a1b4d7a83f10", "The plan's id.");

    /// <summary>A company's own.</summary>
    public static readonly ParameterExample OwnPlan = new(
        "id", "65b0c52dc2e6a1b4d7b19c46", "The plan's id: here one of bloggs' own.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        ListSimOrders.Map(routes);
        OrderSims.Map(routes);
        ReadSimOrder.Map(routes);
        ListSimPools.Map(routes);
        CreateSimPool.Map(routes);
        UpdateSimPool.Map(routes);
        DeleteSimPool.Map(routes);
        MoveSims.Map(routes);
        ListSims.Map(routes);
        GetSim.Map(routes);
        UpdateSim.Map(routes);
        ListPlans.Map(routes);
        FindPlan.Map(routes);
        GetPlan.Map(routes);
        ListImsiTypes.Map(routes);
        ListApns.Map(routes);
        CreateApn.Map(routes);
        DeleteApns.Map(routes);
        CountApns.Map(routes);
    }

    /// <summary>A LoopBack filter.</summary>
    /// <param name="example">One that works on the fresh seed.</param>
    public static QueryParameter<string?> Filter(string example) =>
        Query.Text(
            "filter",
            example,
            "A LoopBack filter in JSON: where, order, limit, skip, fields; all where none is sent.");

    /// <summary>Payloads as rows that filters work on.</summary>
    public static IEnumerable<JsonObject> Rows<T>(IEnumerable<T> payloads, JsonTypeInfo<T> type) =>
        payloads.Select(payload => JsonSerializer.SerializeToNode(payload, type)!.AsObject());
}
