using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>Swagger UI is there, whole, and offers both documents.</summary>
public sealed class OpenApiPagesTests
{
    [Theory]
    [InlineData("/swagger")]
    [InlineData("/swagger/")]
    [InlineData("/swagger/index.html")]
    public async Task Its_page_is_found(string path)
    {
        await using var emulator = new EmulatorUnderTest();
        using var browser = emulator.CreateClient();
        var page = await browser.GetStringAsync(path);
        Assert.Contains("<div id=\"swagger-ui\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("swagger-ui-bundle.js", "text/javascript")]
    [InlineData("swagger-ui.css", "text/css")]
    [InlineData("favicon-32x32.png", "image/png")]
    public async Task What_the_page_is_made_of_comes_with_the_emulator(string file, string type)
    {
        await using var emulator = new EmulatorUnderTest();
        using var browser = emulator.CreateClient();
        using var answer = await browser.GetAsync($"/swagger/{file}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task It_offers_both_documents()
    {
        await using var emulator = new EmulatorUnderTest();
        var script = (await emulator.Nobody().Get("/swagger/index.js")).MustBeOk().Text;
        Assert.All(OpenApiListing.All, document => Assert.Contains($"\"..{document.Path}\"", script,
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/openapi/documents.json", "three documents")]
    [InlineData("/openapi/1.0.0.json", "1.0.0")]
    [InlineData("/openapi/1.59.2.json", "1.59.2")]
    public async Task It_offers_what_each_edition_knows_and_nothing_else(string path, string edition)
    {
        await using var emulator = new EmulatorUnderTest();
        var script = (await emulator.Nobody().Get("/swagger/index.js")).MustBeOk().Text;
        Assert.Contains($"\"..{path}\"", script, StringComparison.Ordinal);
        var whole = (await OpenApiListing.Read(emulator, "/openapi.json")).Operations;
        var part = (await OpenApiListing.Read(emulator, path)).Operations;
        Assert.Equal(
            whole.Where(operation => operation.Editions.Contains(edition, StringComparison.Ordinal))
                .Select(operation => operation.ToString()),
            part.Select(operation => operation.ToString()));
        Assert.NotEmpty(part);
        Assert.NotEqual(whole.Count, part.Count);
        Assert.All(part, operation => Assert.Equal(
            whole.Single(other => other.Id == operation.Id).Json.ToJsonString(), operation.Json.ToJsonString()));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_refused_as_any_other()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Get("/swagger/nothing.js")).MustRefuse(404, "There is no method to handle GET "
            + "/swagger/nothing.js");
        (await emulator.Nobody().Post("/swagger", "{}")).MustRefuse(404);
    }

    [Theory]
    [InlineData("/openapi.json")]
    [InlineData("/openapi/admin.json")]
    public async Task A_document_is_the_same_each_time_it_is_asked_for(string path)
    {
        await using var emulator = new EmulatorUnderTest();
        var first = (await emulator.Nobody().Get(path)).MustBeOk();
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.Equal(first.Text, (await emulator.Nobody().Get(path)).MustBeOk().Text);
        Assert.StartsWith("3.1.", first.TextOf("openapi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_is_sent_from_swagger_to_its_page()
    {
        await using var emulator = new EmulatorUnderTest();
        using var browser = emulator.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync("/swagger");
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("swagger/index.html", answer.Headers.Location!.ToString());
    }
}
