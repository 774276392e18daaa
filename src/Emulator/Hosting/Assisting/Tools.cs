namespace Emulator.Hosting.Assisting;

/// <summary>The tools that assistants are given: each a call that there is anyway.</summary>
internal static class Tools
{
    /// <summary>Asks the service itself.</summary>
    public const string Call = "call";

    /// <summary>Looks for operations of the service.</summary>
    public const string FindOperations = "find_operations";

    private static readonly Argument Machine = new(
        "machine", "string", "The kind of resource: port-orders, ports, connections, …, as list_machines has them.",
        Goes.Path, IsNeeded: true);

    private static readonly Argument Id = new("id", "string", "The resource's id.", Goes.Path, IsNeeded: true);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ToolRow> All =
    [
        new(FindOperations, "Which operations of the service there are: method, path, what each does, and how sure the "
            + "emulator is of it. Words narrow it down.", "GET", "/__admin/coverage",
            new Argument("words", "string", "Words that path or title have, such as: connections approve", Goes.Tool))
        {
            IsInSandbox = false,
        },
        new("describe_operation", "How one operation is asked and answered: its part of the OpenAPI document, with "
            + "parameters, body and an example.", "GET", "/openapi.json",
            new("method", "string", "GET, PUT, POST or DELETE.", Goes.Tool, IsNeeded: true),
            new("path", "string", "The path as find_operations has it, with braces.", Goes.Tool, IsNeeded: true))
        {
            IsInSandbox = false,
        },
        new(Call, "Calls the service as a client does, and returns the status, the answer and why it was refused. The "
            + "emulator's users: key-stan (Acme, company1, corp), key-meg (company2, CompanyA), key-joe (bloggs), "
            + "key-user (Acme, network admin).", "", "",
            new("method", "string", "GET, PUT, POST or DELETE.", Goes.Tool, IsNeeded: true),
            new("path", "string", "The path with its ids and query, such as /api/company/Acme/ports.", Goes.Tool,
                IsNeeded: true),
            new("body", "object", "The JSON body.", Goes.Body),
            new("key", "string", "The API key or token of who calls; left out, nobody is logged in.", Goes.Tool)),
        new("list_sandboxes", "The sandboxes there are, each with its address and its API keys.", "GET",
            "/__admin/sandboxes")
        {
            IsInSandbox = false,
        },
        new("make_sandbox", "Makes a sandbox: a world of its own with data, clock, faults and journal. Take one for "
            + "each thing that is tried out. Its keys are NAME.key-stan and so on.", "PUT", "/__admin/sandboxes/{name}",
            new("name", "string", "Letters, digits, hyphens and underscores.", Goes.Path, IsNeeded: true),
            new("ttlSeconds", "integer", "After how many seconds it goes away; left out, it stays.", Goes.Member),
            new("clockStart", "string", "The instant its clock starts at, such as 2030-01-01T00:00:00Z.", Goes.Member),
            new("clockFrozen", "boolean", "Whether its clock stands still until it is moved.", Goes.Member),
            new("progression", "string", "How the service's own moves progress.", Goes.Member,
                Words: ["time", "immediate", "polls", "manual"]),
            new("from", "string", "The snapshot it begins with; left out, the seed.", Goes.Member))
        {
            IsInSandbox = false,
        },
        new("reset_sandbox", "Puts a sandbox back to how it was made: data, clock, faults, journal.", "POST",
            "/__admin/reset"),
        new("delete_sandbox", "Deletes a sandbox.", "DELETE", "/__admin/sandboxes/{name}",
            new Argument("name", "string", "Its name.", Goes.Path, IsNeeded: true))
        {
            IsInSandbox = false,
        },
        new("show_clock", "What time it is in the sandbox.", "GET", "/__admin/clock"),
        new("advance_clock", "Moves the clock; orders, ports and connections have moved on by then.", "POST",
            "/__admin/clock/advance",
            new Argument("seconds", "integer", "By how many seconds.", Goes.Member, IsNeeded: true)),
        new("advance_until", "Moves the clock until a resource is in a state, and returns what happened meanwhile, or "
            + "why it never gets there.", "POST", "/__admin/clock/advance-until",
            new("machine", "string", "The kind of resource: port-orders, ports, connections, …", Goes.Member,
                IsNeeded: true),
            new("id", "string", "The resource's id.", Goes.Member, IsNeeded: true),
            new("state", "string", "The state, as the service spells it: done, ACTIVE, …", Goes.Member,
                IsNeeded: true)),
        new("freeze_clock", "Lets the clock stand still.", "POST", "/__admin/clock/freeze"),
        new("resume_clock", "Lets the clock run on.", "POST", "/__admin/clock/resume"),
        new("set_progression", "How the service's own moves progress: by time, before the next request, after so many "
            + "reads, or only when they are made to.", "PUT", "/__admin/progression",
            new("progression", "string", "How.", Goes.Member, IsNeeded: true,
                Words: ["time", "immediate", "polls", "manual"]),
            new("polls", "integer", "With polls, how many reads a stage lasts.", Goes.Member)),
        new("list_machines", "The kinds of resources, their states and which moves lead from one to another.", "GET",
            "/__admin/workflows"),
        new("show_resource", "A resource's state, how it got there, and what it can do next.", "GET",
            "/__admin/workflows/{machine}/{id}", Machine, Id),
        new("advance_resource", "Makes a resource's next own move, without waiting for its time.", "POST",
            "/__admin/workflows/{machine}/{id}/advance", Machine, Id),
        new("fire", "Makes any legal move of a resource, failures too: show_resource names the triggers.", "POST",
            "/__admin/workflows/{machine}/{id}/fire", Machine, Id,
            new("trigger", "string", "The move's trigger.", Goes.Member, IsNeeded: true),
            new("reason", "string", "Why, for the resource's history.", Goes.Member)),
        new("set_counterparty", "What a company does by itself with what others ask of it.", "PUT",
            "/__admin/counterparties/{company}",
            new("company", "string", "The company's username.", Goes.Path, IsNeeded: true),
            new("policy", "string", "approve, reject, modify or ignore.", Goes.Member, IsNeeded: true),
            new("delaySeconds", "integer", "After how long.", Goes.Member)),
        new("add_fault", "Lets requests fail: another status, latency, resets, rate limits. For instance {\"match\": "
            + "{\"path\": \"/api/company/*/ports/**\"}, \"when\": {\"next\": 1}, \"then\": {\"answer\": {\"status\": "
            + "503}}}.", "POST", "/__admin/faults",
            new Argument("rule", "object", "match (operation, method, path, company, user, header), when (next, every, "
                + "from, probability), then (answer, latency, reset, truncate, slow, rateLimit), id, ttlSeconds.",
                Goes.Body, IsNeeded: true)),
        new("list_faults", "The fault rules, and how often each has struck.", "GET", "/__admin/faults"),
        new("clear_faults", "Takes all fault rules away.", "DELETE", "/__admin/faults"),
        new("search_journal", "What clients have asked and were answered, newest last: to see what a client under test "
            + "really sends.", "GET", "/__admin/journal",
            new("method", "string", "The method.", Goes.Query),
            new("path", "string", "The path's beginning, or a pattern with * and **.", Goes.Query),
            new("status", "string", "The status, or its class: 404, 4xx.", Goes.Query),
            new("user", "string", "The caller's username.", Goes.Query),
            new("since", "integer", "Only exchanges with a greater number.", Goes.Query),
            new("limit", "integer", "How many at most.", Goes.Query)),
        new("explain_exchange", "One exchange whole: headers, bodies, the operation, and why it was refused.", "GET",
            "/__admin/journal/{number}",
            new Argument("number", "integer", "Its number, as search_journal has it.", Goes.Path, IsNeeded: true)),
        new("unmatched_requests", "Requests that matched no operation of the service, each with the nearest ones.",
            "GET", "/__admin/journal/unmatched"),
        new("verify_calls", "Whether something was called so often: a check of a client.", "POST",
            "/__admin/journal/verify",
            new("method", "string", "The method.", Goes.Member),
            new("path", "string", "The path, or a pattern with * and **.", Goes.Member),
            new("exactly", "integer", "How often.", Goes.Member),
            new("atLeast", "integer", "How often at least.", Goes.Member),
            new("atMost", "integer", "How often at most.", Goes.Member)),
        new("search_outbox", "The e-mail that the service would have sent, with its tokens and links.", "GET",
            "/__admin/outbox", new Argument("to", "string", "The recipient.", Goes.Query)),
        new("save_snapshot", "Saves the sandbox's whole state under a name.", "POST", "/__admin/snapshots",
            new Argument("name", "string", "The name.", Goes.Member, IsNeeded: true)),
        new("restore_snapshot", "Puts the sandbox back to a snapshot.", "POST", "/__admin/snapshots/{name}/restore",
            new Argument("name", "string", "Its name.", Goes.Path, IsNeeded: true)),
        new("compare_snapshots", "What has changed between a snapshot, or seed, and another one, or now.", "GET",
            "/__admin/snapshots/{name}/diff/{other}",
            new("name", "string", "A snapshot, or seed.", Goes.Path, IsNeeded: true),
            new("other", "string", "A snapshot, or now.", Goes.Path, IsNeeded: true)),
        new("conformance", "Whether every answer so far kept to the contract.", "GET", "/__admin/conformance"),
        new("make_world", "Makes companies, ports, connections and the rest in one call, by a few lines that say what "
            + "is needed.", "POST", "/__admin/worlds",
            new Argument("world", "object", "The world, as docs/control/worlds.md describes it.", Goes.Body,
                IsNeeded: true)),
    ];
}
