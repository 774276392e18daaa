using Emulator.ConsoleConnect;
using Emulator.Simulation;
using Emulator.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Simulation;

/// <summary>A kept answer is forgotten when a write touches what it was read from, and only then.</summary>
public sealed class WhatIsKeptTests
{
    private const string Ports = "/api/company/Acme/ports";
    private const string Port = Ports + "/55767b5652a693344a015744";
    private const string Other = Ports + "/569fbfdec2e6a1b4d74c2c70";
    private const string Connection = "/api/v2/company/Acme/connections/55783e39519d254d36f6126e";
    private const string Orders = "/api/company/Acme/ports/orders";
    private const string Capabilities = "/api/company/Acme/metro/capabilities";

    [Theory]
    [InlineData(
        "POST",
        Port,
        """{"name":"Renamed"}""",
        Ports + " " + Port + " " + Connection,
        Other + " " + Capabilities + " " + Orders
    )]
    [InlineData(
        "PUT",
        "/api/auth/token",
        """{"email":"meg@example.com","password":"Password1"}""",
        "",
        Ports + " " + Port + " " + Other + " " + Connection
    )]
    [InlineData(
        "PUT",
        Orders,
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}""",
        Ports + " " + Orders,
        Port + " " + Other
    )]
    [InlineData("PUT", "/api/company/Acme/connections/55783e39519d254d36f6126e/disable", "", Connection, Capabilities)]
    [InlineData(
        "POST",
        "/api/user/stan",
        """{"name":"Stanley"}""",
        Ports + " " + Port + " " + Other + " " + Connection,
        ""
    )]
    public async Task A_write_forgets_what_it_touches(
        string method,
        string path,
        string body,
        string forgotten,
        string kept)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        string[] questions = [Ports, Port, Other, Connection, Orders, Capabilities];
        foreach (var question in questions)
        {
            (await stan.Get(question)).MustBeOk();
        }

        var answers = (await emulator.Services.GetRequiredService<Sandboxes>().Default).Answers;
        Assert.All(questions, question => Assert.True(IsKept(question), $"{question} wasn't kept"));
        (await stan.Send(new HttpMethod(method), path, body)).MustBeOk();
        Assert.All(Named(forgotten), question => Assert.False(IsKept(question), $"{question} is kept still"));
        Assert.All(Named(kept), question => Assert.True(IsKept(question), $"{question} is forgotten"));

        bool IsKept(string question) =>
            answers.TryGet(KeptAnswers.QuestionOf("key-stan", question, null)!, out _);

        static string[] Named(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [Theory]
    [InlineData("""SELECT * FROM "Ports" WHERE "Id" = @p0""", "Ports", "")]
    [InlineData("""SELECT 1 FROM "Ports" AS p LEFT JOIN "Metros" AS m ON 1""", "Ports Metros", "")]
    [InlineData("-- within Ports.Id\n\nSELECT * FROM \"Ports\"", "", "Ports.Id")]
    [InlineData("-- within Ports.Id\nSELECT * FROM \"Ports\" JOIN \"Metros\" ON 1", "Metros", "Ports.Id")]
    [InlineData("-- within Ports.Id\nSELECT * FROM \"Ports\" JOIN \"Ports\" AS q ON 1", "Ports", "Ports.Id")]
    [InlineData("-- within Ports of Status\nSELECT 1 FROM \"Ports\"", "", "Ports.:Status")]
    [InlineData(
        "-- within Ports.CompanyId of Status, Ports.Id\nSELECT 1 FROM \"Ports\"",
        "",
        "Ports.CompanyId:Status Ports.Id"
    )]
    public void A_query_counts_as_reading_its_tables_whole_unless_it_says_how_it_is_narrowed(
        string text, string tables, string narrowed)
    {
        var reads = Narrowing.Of(text);
        Assert.Equal(tables, string.Join(' ', reads.Tables));
        Assert.Equal(narrowed, string.Join(' ', reads.Narrowed.Select(one =>
            $"{one.Table}.{one.Column}{(one.Member is null ? "" : ":" + one.Member)}")));
    }

    /// <summary>
    /// What narrows a query must be a column of text that the table has: of no other does a write tell.
    /// </summary>
    [Fact]
    public void Columns_that_narrow_are_columns_of_text()
    {
        var said = Catalogue.Sources.Texts()
            .SelectMany(text =>
                System.Text.RegularExpressions.Regex.Matches(
                    text,
                    """(?:Within(?:<\w+>)?\(\s*"(\w+)",\s*nameof\(\w+\.(\w+)\)|within (\w+)\.(\w+)|, (\w+)\.(\w+)\\n)"""
                ))
            .Select(match =>
                match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value).ToArray())
            .Where(names => names[0] is not "table")
            .ToList();
        Assert.True(said.Count >= 8, "they are looked for in the wrong way");
        var model = ConsoleConnectService.Instance.Store.Model;
        Assert.All(said, names =>
        {
            var table = model
                .GetEntityTypes()
                .Single(type =>
                    Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetTableName(type) == names[0]);
            Assert.Equal(typeof(string), table.FindProperty(names[1])?.ClrType);
        });
    }
}
