using Emulator.Store.Upgrades;

namespace Emulator.ConsoleConnect;

/// <summary>
/// The tables that the service has had. Anyone who changes a table puts the fingerprint that was present among those
/// before, and says here what becomes of what was renamed: a test asks for it.
/// </summary>
internal static class EarlierVersions
{
    /// <summary>Who may see a company or a person's firm: exceptions from a rule that wasn't kept.</summary>
    private const string OpenToAll =
        "json_insert(o.\"Profile\", '$.Community.Mode', 'PUBLIC', '$.Network.Mode', 'PUBLIC')";

    public static readonly EarlierTables Tables = new(
        Present: 1045691294,
        Fingerprints:
        [
            // November 22 and 25, 2026: ports, connections, Internet On-Demand.
            1427499421, 48045140, 1003804061, 242968687, 805244736, 994572603, 309015510, 278678408, 1752989605,
            187771521, 1367455585, 1391211324,

            // November 28: counterparties, paces, snapshots.
            1465400186, 1048728076,

            // November 29: CloudRouters, clouds by their own routes, flexes.
            1762131652, 1651744020, 1293877212, 1008255800, 1775742045, 2042215904, 1792938318, 382923573, 1579659289,
            869909144, 1407341335, 1388221959,

            // November 29: prices, MEF Sonata, Edge SIM, Edge Ports, support tickets, agreements.
            860268664, 2060584044, 1182127190, 1306194726, 648505168, 1465877314, 833789021, 278431079,

            // November 30: before it was noted which worlds data was made with.
            899683663,
        ],
        Carried:
        [
            // A link was up or not; since then nobody may be able to tell.
            new("Ports", "LinkState", ["LinkUp"], "CASE WHEN o.\"LinkUp\" THEN 'Up' ELSE 'Unknown' END"),
        ],
        Completed: new Dictionary<string, string>
        {
            ["Companies.Profile"] = OpenToAll,
            ["Users.Profile"] = OpenToAll,
        },
        Defaults: new Dictionary<string, string>
        {
            ["Companies.EdgeModule"] = "1",
        });
}
