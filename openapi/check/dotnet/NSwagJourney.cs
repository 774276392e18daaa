// The main journey by clients that NSwag generated from the documents and nothing else. It is compiled twice: the
// second time, under another namespace, with the client that has optional members nullable.
using System.Reflection;
using System.Text.Json;

namespace NSwagPlain;

internal static class Journey
{
    private const string Metro = "1232413986c08c061dd8c45f";
    private const string PortOfMeg = "58b5b4a9c2e6a1b4d777c52d";

    public static async Task Walk(string url)
    {
        var steps = new Steps();
        Steps.Equal("http://localhost:9000/", new ServiceClient(new HttpClient()).BaseUrl);
        var emulator = new NSwagAdmin.AdminClient(new HttpClient()) { BaseUrl = url };
        var sandbox = await emulator.SandboxMakeAsync(new() { TtlSeconds = 600, ClockFrozen = true });
        try
        {
            var admin = new NSwagAdmin.AdminClient(Http(sandbox.Name)) { BaseUrl = url };
            var nobody = Client();
            var stan = Client(
                (await nobody.LogInAsync(new() { Email = "stan@example.com", Password = "Password1" })).Token);
            var meg = Client(
                (await nobody.LogInAsync(new() { Email = "meg@example.com", Password = "Password1" })).Token);
            Steps.True(
                (await stan.GetCurrentUserAsync()).Companies.Any(company => company.Username == "Acme"),
                "Acme among Stan's companies");
            steps.Step("Stan and Meg are logged in");

            var read = await EveryRead(stan, url, sandbox.Name);
            steps.Step($"{read} reads are understood, each with the example of the document");

            var facility = (await stan.ListFacilitiesAsync("""{"where":{"dataCenterFacility.ready":true}}"""))
                .First(one => one.Username == "supernetpa4");
            var order = await stan.CreatePortOrderAsync("Acme", new()
            {
                DataCenterFacility = facility.Username, Speed = 1000, PortName = "By NSwag",
                PaymentType = CreatePortOrderRequestPaymentType.Invoice,
            });
            while ((order = await stan.GetPortOrderAsync("Acme", order.Id)).Status != "done")
            {
                await admin.ClockUntilAsync(new() { Machine = "port-orders", Id = order.Id, State = "done" });
            }

            var portId = order.PortId;
            await admin.ClockUntilAsync(new() { Machine = "ports", Id = portId, State = "ACTIVE" });
            Steps.Equal(1000, (await stan.GetPortAsync("Acme", portId)).Capacity.Remaining);
            steps.Step("a port is ordered, polled until it is done, and ACTIVE");

            var connection = await stan.CreateLayer2ConnectionAsync("Acme", new()
            {
                Type = CreateLayer2ConnectionRequestType.LAYER2, Name = "Acme to company2", PortId = portId,
                Speed = 100, DestMetroId = Metro, DestCompany = "company2",
                // Without nullable optional members NSwag's clients send every number there is: 0, where none is set.
                Duration = 12, DurationUnit = CreateLayer2ConnectionRequestDurationUnit.M,
            });
            Steps.Equal("PENDING", connection.Status);
            await meg.ApproveConnectionAsync("company2", connection.Id, new() { DestPortId = PortOfMeg });
            await admin.ClockUntilAsync(new() { Machine = "connections", Id = connection.Id, State = "ACTIVE" });
            steps.Step("a connection to company2 is asked for, approved and ACTIVE");

            Steps.True(
                (await stan.ListPortsAsync("Acme", null, null, null)).Results.Any(port => port.Id == portId),
                "the port in the list");
            Steps.True(
                (await stan.ListConnectionsAsync("Acme", null, null, null)).Results.Any(one => one.Id == connection.Id),
                "the connection in the list");
            Steps.True(
                (await stan.ListConnectionsOfPortAsync("Acme", portId)).Results.Any(one => one.Id == connection.Id),
                "the connection among the port's");
            Steps.Equal(100, (await stan.GetConnectionAsync("Acme", connection.Id)).Speed.Value);
            steps.Step("ports and connections are listed and read");

            Steps.True(
                (await stan.SearchEverythingAsync(null, "company2", null, null, null, null, null, null, null))
                    .Items.Companies.Any(),
                "something found");
            steps.Step("company2 is found by search");

            var refused = await Refused(() => stan.ActOnPortAsync("Acme", portId, "disable"));
            Steps.Equal(409, refused.StatusCode);
            steps.Step($"what is refused says why: {refused.Result.Error.Message}");
            Steps.True((await admin.ConformanceShowAsync()).Verdict != "violates", "a contract that is kept");
        }
        catch (NSwagAdmin.ApiException refused) when (refused.Headers.TryGetValue("X-Emulator-Explain", out var why))
        {
            throw new InvalidOperationException($"Unexpectedly refused: {string.Join(' ', why)}", refused);
        }
        catch (ApiException refused) when (refused.Headers.TryGetValue("X-Emulator-Explain", out var why))
        {
            throw new InvalidOperationException($"Unexpectedly refused: {string.Join(' ', why)}", refused);
        }
        finally
        {
            await emulator.SandboxDeleteAsync(sandbox.Name);
        }

        ServiceClient Client(string? token = null) => new(Http(sandbox.Name, token)) { BaseUrl = url };
    }

    private static HttpClient Http(string sandbox, string? token = null)
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Emulator-Sandbox", sandbox);
        if (token is not null)
        {
            http.DefaultRequestHeaders.Add("portal-token", token);
        }

        return http;
    }

    private static async Task<ApiException<Refusal>> Refused(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (ApiException<Refusal> refused)
        {
            return refused;
        }

        throw new InvalidOperationException("Expected a refusal.");
    }

    /// <summary>
    /// Asks every GET of the document that answers JSON, with the examples of its parameters: an answer that its type
    /// doesn't take throws.
    /// </summary>
    private static async Task<int> EveryRead(ServiceClient client, string url, string sandbox)
    {
        using var http = Http(sandbox);
        using var document = JsonDocument.Parse(await http.GetStringAsync(url + "/openapi.json"));
        var failed = new List<string>();
        var count = 0;
        foreach (var operation in document.RootElement.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Where(operation => operation.Name == "get"))
        {
            var answer = operation.Value.GetProperty("responses").GetProperty("200");
            if (!answer.TryGetProperty("content", out var content)
                || !content.TryGetProperty("application/json", out _))
            {
                continue;
            }

            var id = operation.Value.GetProperty("operationId").GetString()!;
            var method = typeof(ServiceClient)
                .GetMethods()
                .Single(method => method.Name == id + "Async"
                    && method.GetParameters().All(one => one.ParameterType != typeof(CancellationToken)));
            try
            {
                await (Task)method.Invoke(
                    client,
                    [.. method.GetParameters().Select(parameter => Example(operation.Value, parameter))])!;
                count++;
            }
            catch (Exception unread)
            {
                failed.Add($"{id}: {(unread is TargetInvocationException ? unread.InnerException! : unread).Message}");
            }
        }

        Steps.True(failed.Count == 0, "every read to be understood\n" + string.Join('\n', failed));
        return count;
    }

    private static object? Example(JsonElement operation, ParameterInfo parameter)
    {
        foreach (var told in operation.GetProperty("parameters").EnumerateArray())
        {
            // A header's name has dashes, which no parameter's can have.
            if (string.Equals(
                    told.GetProperty("name").GetString()!.Replace('-', '_'),
                    parameter.Name,
                    StringComparison.OrdinalIgnoreCase)
                && told.TryGetProperty("example", out var example)
                && example.ToString() != "")
            {
                var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
                return type.IsEnum
                    ? Enum.Parse(type, example.ToString(), ignoreCase: true)
                    : Convert.ChangeType(example.ToString(), type);
            }
        }

        return null;
    }
}
