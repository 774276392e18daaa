using System.Reflection;
using System.Text.RegularExpressions;
using Emulator.Tests.Catalogue;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>No refusal without an explanation, wherever it comes from.</summary>
public sealed partial class ExplanationTests
{
    private static readonly string Source = Path.Combine(OperationCatalogue.Repository, "src");

    /// <summary>The only files that write statuses from 400 on; each explains them.</summary>
    private static readonly string[] Refusing =
    [
        "Emulator/Hosting/Pipeline/WholeAnswer.cs",
        "Emulator/Hosting/Pipeline/FaultInjection.cs",
        "Emulator/Hosting/Pipeline/UnheardAnswer.cs",
        "SocketIo/EngineIoErrors.cs",
    ];

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("PATCH", "/api/auth/token", 404)]
    [InlineData("GET", "/swagger/nothing-there.js", 404)]
    [InlineData("GET", "/api/company/Acme/ports", 401)]
    [InlineData("GET", "/v2/data-center-facility", 401)]
    [InlineData("PUT", "/api/auth/token", 400, "{")]
    [InlineData("PUT", "/api/auth/token", 400, "{\"email\":1}")]
    [InlineData("PUT", "/api/auth/token", 401, "{\"email\":\"stan@example.com\",\"password\":\"wrong\"}")]
    [InlineData("PUT", "/api/auth/token", 413, "TOO LARGE")]
    [InlineData("GET", "/api/company/nobody/ports", 404, null, "portal-token", "key-stan")]
    [InlineData("GET", "/api/company/Acme/ports?page=0", 400, null, "portal-token", "key-stan")]
    [InlineData("DELETE", "/api/company/Acme/ports/55767b5652a693344a015744", 401, null, "portal-token", "key-joe")]
    [InlineData("GET", "/sandbox/nobody/api/auth/token", 404)]
    [InlineData("GET", "/__admin/clock", 404, null, "X-Emulator-Sandbox", "nobody")]
    [InlineData("GET", "/sandbox/a/__admin/clock", 400, null, "X-Emulator-Sandbox", "b")]
    [InlineData("GET", "/__admin/nowhere", 404)]
    [InlineData("GET", "/__admin/workflows/nothing/1", 404)]
    [InlineData("POST", "/__admin/clock/advance", 400, "{\"seconds\":-1}")]
    [InlineData("GET", "/__admin/clock", 403, null, "Origin", "http://evil.example")]
    [InlineData("GET", "/__admin/clock", 403, null, "Host", "evil.example")]
    [InlineData("GET", "/socket.io/", 400)]
    [InlineData("GET", "/socket.io/?EIO=3&transport=polling", 400)]
    [InlineData("GET", "/socket.io/?EIO=4&transport=polling&sid=nobody", 400)]
    [InlineData("POST", "/socket.io/?EIO=4&transport=polling", 400)]
    public async Task A_refusal_from_anywhere_is_explained(
        string method,
        string path,
        int status,
        string? body = null,
        string? header = null,
        string? value = null)
    {
        await using var emulator = new EmulatorUnderTest("max-body=1000");
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = body is null ? null : new StringContent(body == "TOO LARGE" ? new string(' ', 1001) : body),
        };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        Assert.False(
            string.IsNullOrWhiteSpace(
                (await emulator.Nobody().Send(request)).MustRefuse(status).Headers["X-Emulator-Explain"]));
    }

    [Fact]
    public async Task The_lock_explains_itself()
    {
        await using var emulator = new EmulatorUnderTest("admin-token=open-sesame");
        Assert.DoesNotContain(
            "open-sesame",
            (await emulator.Nobody().Get("/__admin/clock")).MustRefuse(401).Headers["X-Emulator-Explain"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_else_writes_a_status_from_400_on_and_no_explanation_is_empty()
    {
        var files = Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/'))
            .Where(file => file.Split('/') is [var project, var folder, ..]
                && (project is "SocketIo" || Sources.Projects.Contains(project)) && folder is not ("bin" or "obj"))
            .ToList();
        Assert.All(Refusing, file => Assert.NotEmpty(Refusals(File.ReadAllText(Path.Combine(Source, file)))));
        Assert.Empty(
            files
                .Except(Refusing)
                .SelectMany(file =>
                    Refusals(File.ReadAllText(Path.Combine(Source, file))).Select(line => $"{file}: {line}")));
    }

    /// <summary>The scan finds what it is for, and lets through what is no refusal.</summary>
    [Theory]
    [InlineData("context.Response.StatusCode = 404;", true)]
    [InlineData("response.StatusCode = status;", true)]
    [InlineData("context.Response.StatusCode = StatusCodes.Status403Forbidden;", true)]
    [InlineData("return Results.NotFound();", true)]
    [InlineData("return TypedResults.Problem(\"no\");", true)]
    [InlineData("return Results.StatusCode(StatusCodes.Status409Conflict);", true)]
    [InlineData("throw ServiceErrors.PortNotFound.Because(\"\");", true)]
    [InlineData("context.Response.StatusCode = StatusCodes.Status304NotModified;", false)]
    [InlineData("return Results.StatusCode(StatusCodes.Status200OK);", false)]
    [InlineData("if (context.Response.StatusCode == 404)", false)]
    public void The_scan_finds_refusals(string line, bool refuses) => Assert.Equal(refuses, Refusals(line).Any());

    /// <summary>ASP.NET would refuse by itself, without words, what it can't turn into a number or a date.</summary>
    [Fact]
    public async Task No_handler_has_a_parameter_that_the_framework_would_refuse()
    {
        await using var emulator = new EmulatorUnderTest();
        var handlers = emulator
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>())
            .OfType<MethodInfo>()
            .ToList();
        Assert.True(handlers.Count > 100, $"{handlers.Count}");
        Assert.DoesNotContain(handlers.SelectMany(handler => handler.GetParameters()), parameter =>
            (parameter.ParameterType.IsValueType && parameter.ParameterType != typeof(CancellationToken))
            || parameter.ParameterType.IsArray);
    }

    private static IEnumerable<string> Refusals(string text) =>
        text.Split('\n')
            .Where(line => Writing().IsMatch(line) && !Harmless().IsMatch(line))
            .Select(line => line.Trim());

    [GeneratedRegex(
        @"StatusCode\s*=[^=>]|Results\.(StatusCode|NotFound|BadRequest|Problem|ValidationProblem|Unauthorized|Forbid|"
        + @"Challenge|Conflict|UnprocessableEntity|InternalServerError)\b|\.Because\(""\s*"""
    )]
    private static partial Regex Writing();

    [GeneratedRegex(@"StatusCode(\s*=\s*|\()StatusCodes\.Status[123]\d\d")]
    private static partial Regex Harmless();
}
