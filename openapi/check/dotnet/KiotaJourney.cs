// The main journey by clients that Kiota generated from the documents and nothing else.
using KiotaClients.Admin;
using KiotaClients.Service;
using KiotaClients.Service.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace KiotaClients;

internal static class Journey
{
    private const string Metro = "1232413986c08c061dd8c45f";
    private const string PortOfMeg = "58b5b4a9c2e6a1b4d777c52d";

    public static async Task Walk(string url)
    {
        var steps = new Steps();
        var usual = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider());
        _ = new ServiceClient(usual);
        Steps.Equal("http://localhost:9000", usual.BaseUrl);
        var emulator = new AdminClient(Adapter(null));
        var sandbox = (await emulator.Admin.Sandboxes.PostAsync(new() { TtlSeconds = 600, ClockFrozen = true }))!.Name!;
        try
        {
            var admin = new AdminClient(Adapter(sandbox));
            var nobody = new ServiceClient(Adapter(sandbox));
            var stan = await LoggedIn("stan@example.com");
            var meg = await LoggedIn("meg@example.com");
            Steps.True(
                (await stan.Api.Auth.Token.GetAsync())!.Companies!.Any(company => company.Username == "Acme"),
                "Acme among Stan's companies");
            steps.Step("Stan and Meg are logged in");

            var facilities = await stan.V2.DataCenterFacility.GetAsync(asked =>
                asked.QueryParameters.Filter = """{"where":{"dataCenterFacility.ready":true}}""");
            var acme = stan.Api.Company["Acme"];
            var order = await acme.Ports.Orders.PutAsync(new()
            {
                DataCenterFacility = facilities!.First(one => one.Username == "supernetpa4").Username,
                Speed = 1000, PortName = "By Kiota",
                PaymentType = CreatePortOrderRequest_paymentType.Invoice,
            });
            while ((order = await acme.Ports.Orders[order!.Id!].GetAsync())!.Status != "done")
            {
                await Until("port-orders", order.Id!, "done");
            }

            var portId = order.PortId!;
            await Until("ports", portId, "ACTIVE");
            Steps.Equal(1000, (await acme.Ports[portId].GetAsync())!.Capacity!.Remaining);
            steps.Step("a port is ordered, polled until it is done, and ACTIVE");

            var connection = await stan.Api.V2.Company["Acme"].Connections.Layer2.PutAsync(new()
            {
                Type = CreateLayer2ConnectionRequest_type.LAYER2, Name = "Acme to company2", PortId = portId,
                Speed = 100, DestMetroId = Metro, DestCompany = "company2",
            });
            Steps.Equal("PENDING", connection!.Status);
            await meg.Api.V2.Company["company2"].Connections[connection.Id!].Approve
                .PutAsync(new() { DestPortId = PortOfMeg });
            await Until("connections", connection.Id!, "ACTIVE");
            steps.Step("a connection to company2 is asked for, approved and ACTIVE");

            Steps.True((await acme.Ports.GetAsync())!.Results!.Any(port => port.Id == portId), "the port in the list");
            Steps.True(
                (await stan.Api.V2.Company["Acme"].Connections.GetAsync())!.Results!
                    .Any(one => one.Id == connection.Id),
                "the connection in the list");
            Steps.True(
                (await acme.Ports[portId].Connections.GetAsync())!.Results!.Any(one => one.Id == connection.Id),
                "the connection among the port's");
            Steps.Equal(100, (await stan.Api.V2.Company["Acme"].Connections[connection.Id!].GetAsync())!.Speed!.Value);
            steps.Step("ports and connections are listed and read");

            Steps.True(
                (await stan.Api.Search.GetAsync(asked => asked.QueryParameters.Q = "company2"))!
                    .Items!.Companies!.Any(),
                "something found");
            steps.Step("company2 is found by search");

            try
            {
                await acme.Ports[portId]["disable"].PostAsync();
                Steps.True(false, "a refusal");
            }
            catch (Refusal refused)
            {
                Steps.Equal(409, refused.ResponseStatusCode);
                steps.Step($"what is refused says why: {refused.Error!.Message}");
            }

            async Task<ServiceClient> LoggedIn(string email) =>
                new(Adapter(
                    sandbox,
                    (await nobody.Api.Auth.Token.PutAsync(new() { Email = email, Password = "Password1" }))!.Token));

            Task Until(string machine, string id, string state) =>
                admin.Admin.Clock.AdvanceUntil.PostAsync(new() { Machine = machine, Id = id, State = state });
        }
        finally
        {
            await emulator.Admin.Sandboxes[sandbox].DeleteAsync();
        }

        IRequestAdapter Adapter(string? sandbox, string? token = null)
        {
            var http = KiotaClientFactory.Create();
            if (sandbox is not null)
            {
                http.DefaultRequestHeaders.Add("X-Emulator-Sandbox", sandbox);
            }

            if (token is not null)
            {
                http.DefaultRequestHeaders.Add("portal-token", token);
            }

            return new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)
            {
                BaseUrl = url,
            };
        }
    }
}
