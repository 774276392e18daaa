using System.Text.Json.Nodes;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("console-connect", client =>
{
    client.BaseAddress = new Uri("https://api.consoleconnect.com");
    client.DefaultRequestHeaders.Add("portal-token", builder.Configuration["ConsoleConnect:Key"] ?? "key-stan");
});
var app = builder.Build();

// The shop orders a port for anyone who asks, and tells how the order goes.
app.MapPost("/orders", async (IHttpClientFactory clients) =>
{
    using var answer = await clients.CreateClient("console-connect").PutAsJsonAsync(
        "/api/company/Acme/ports/orders",
        new { dataCenterFacility = "supernetpa4", speed = 1000, portName = "Shop", paymentType = "invoice" });
    var order = await answer.Content.ReadFromJsonAsync<JsonObject>();
    return Results.Text((string)order!["id"]!);
});
app.MapGet("/orders/{id}", async (string id, IHttpClientFactory clients) =>
{
    var order = await clients.CreateClient("console-connect").GetFromJsonAsync<JsonObject>(
        $"/api/company/Acme/ports/orders/{id}");
    return Results.Text((string)order!["status"]!);
});
app.Run();

/// <summary>Named, so that the tests can start it.</summary>
public partial class Program;
