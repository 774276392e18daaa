using System.Globalization;
using Emulator.ConsoleConnect;
using Emulator.Store.Seeding;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>A broken seed file is refused with its name, the line and the reason.</summary>
public sealed class SeedBrokenTests : IDisposable
{
    private readonly SeedCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Fact]
    public void An_unbroken_copy_is_read() =>
        Assert.Null(Record.Exception(() => Seed.Read(copy.Folder, ConsoleConnectService.Instance.Seeds)));

    [Fact]
    public void A_comma_that_is_missing_is_found()
    {
        copy.Replace("metros.json", "\"Brisbane Metro\",", "\"Brisbane Metro\"");

        MustBeRefused("metros.json", 1, int.MaxValue, "'\"' is invalid after a value");
    }

    [Fact]
    public void A_comma_that_is_missing_is_found_where_the_next_member_begins()
    {
        var line = copy.Replace("metros.json", "\"Brisbane Metro\",", "\"Brisbane Metro\"");

        MustBeRefused("metros.json", line + 1, "'\"' is invalid after a value");
    }

    [Fact]
    public void A_file_that_ends_too_early_is_found_at_its_end()
    {
        var text = copy.Read("regions.json");
        copy.Write("regions.json", text[..text.IndexOf("\"Oceania\"", StringComparison.Ordinal)]);

        MustBeRefused("regions.json", 1 + copy.Read("regions.json").Count(letter => letter == '\n'), "");
    }

    [Fact]
    public void A_member_that_nobody_knows_is_found_in_its_line()
    {
        var line = copy.Replace(
            "connections.json",
            "\"srcName\": \"International link\",",
            "\"srcNaem\": \"International link\",");

        MustBeRefused("connections.json", line, "'srcNaem'");
    }

    [Fact]
    public void A_member_of_a_member_that_nobody_knows_is_found_in_its_row()
    {
        var line = copy.Replace(
            "ports.json",
            "\"deviceName\": \"usw01.pop01.hkg39\",",
            "\"deviceNmae\": \"usw01.pop01.hkg39\",");

        MustBeRefusedInRow("ports.json", line, "'deviceNmae'");
    }

    [Theory]
    [InlineData(
        "ports.json",
        "\"status\": \"ONBOARDING\"",
        "\"status\": \"BOARDING\"",
        "PortStatus is one of "
            + "ACTIVATING, READY, ACTIVE, DISABLING, DISABLED, DELETING, DELETED, UNKNOWN, ONBOARDING."
    )]
    [InlineData(
        "port-orders.json",
        "\"status\": \"loa_sent\"",
        "\"status\": \"LOA SENT\"",
        "PortOrderStatus is one of reserved, created, pending, allocated, loa_sent, done, cancelling, cancelled, "
        + "waiting_for_nsp, processing, setup_xc, error, draft, site_survey, installation."
    )]
    [InlineData(
        "connections.json",
        "\"status\": \"MANUAL\"",
        "\"status\": 3",
        "ConnectionStatus is one of PENDING, " + "PENDING_ACCEPTANCE,"
    )]
    public void A_status_that_is_none_is_found_in_its_line_with_those_there_are(
        string file,
        string old,
        string with,
        string reason)
    {
        var line = copy.Replace(file, old, with);

        MustBeRefused(file, line, reason);
    }

    // What a row may leave out is read last: the line is then that of the row's end.
    [Theory]
    [InlineData(
        "ports.json",
        "\"type\": \"NNI\"",
        "\"type\": \"ENNI\"",
        "PortType is one of PHYSICAL, PHYSICAL_NSP, NNI, DCP, EDGE."
    )]
    [InlineData(
        "users.json",
        "\"roles\": [\"USER\", \"NETWORKVIEW\"]",
        "\"roles\": [\"GUEST\"]",
        "RoleName is one of ADMIN, NETWORKCONTROL, NETWORKVIEW, USER."
    )]
    [InlineData(
        "connections.json",
        "\"status\": \"REJECTED\"",
        "\"status\": \"DENIED\"",
        "ChangeRequestStatus is one of NONE, PENDING, WITHDRAWN, REJECTED."
    )]
    [InlineData(
        "connections.json",
        "\"type\": \"LAYER3\"",
        "\"type\": \"layer4\"",
        "ConnectionType is one of " + "LAYER2, GROUP_LAYER2, LAYER3."
    )]
    [InlineData(
        "companies.json",
        "\"partner\": \"NSP\"",
        "\"partner\": \"ISP\"",
        "PartnerType is one of NONE, AWS, " + "AZURE, GCE, TENCENT, ALICLOUD, IBM, ORACLE, OVHCLOUD, NSP."
    )]
    public void A_word_that_is_none_is_found_in_its_row_with_those_there_are(
        string file,
        string old,
        string with,
        string reason)
    {
        var line = copy.Replace(file, old, with);

        MustBeRefusedInRow(file, line, reason);
    }

    [Fact]
    public void A_text_where_a_number_belongs_is_found_in_its_line()
    {
        var line = copy.Replace("subscriptions.json", "\"ports\": 10,", "\"ports\": \"10\",");

        MustBeRefused("subscriptions.json", line, "ports");
    }

    [Fact]
    public void A_member_that_must_be_there_is_missed_in_its_row()
    {
        var line = copy.Replace("users.json", "\"email\": \"meg@example.com\",", "");

        MustBeRefusedInRow("users.json", line, "'email'");
    }

    [Theory]
    [InlineData(
        "connections.json",
        "\"id\": \"5762451d82894b9b1b1a5dd2\"",
        "\"id\": \"55783e39519d254d36f6126e\"",
        "55783e39519d254d36f6126e is there twice."
    )]
    [InlineData(
        "companies.json",
        "\"id\": \"579f33b148010f508c7a4487\"",
        "\"id\": \"58afc0479430ab7f3666b974\"",
        "58afc0479430ab7f3666b974 is there twice."
    )]
    [InlineData("companies.json", "\"username\": \"acmeinc\"", "\"username\": \"ACME\"", "acme is there twice.")]
    [InlineData(
        "mailed-tokens.json",
        "\"EMAIL_CHANGE\"",
        "\"PASSWORD_RESET\"",
        "PasswordReset 1234abcd is there twice."
    )]
    [InlineData(
        "access-circuits.json",
        "\"portId\": \"60bec23bc2e6a1b4d707f0ae\"",
        "\"portId\": \"55767b5652a693344a015744\"",
        "55767b5652a693344a015744 is there twice."
    )]
    [InlineData(
        "users.json",
        "\"email\": \"meg@example.com\"",
        "\"email\": \"Stan@Example.com\"",
        "stan@example.com is there twice."
    )]
    public void What_is_there_twice_is_found_in_its_second_row(string file, string old, string with, string reason)
    {
        var line = copy.Replace(file, old, with);

        MustBeRefused(file, copy.RowAround(file, line), reason);
    }

    [Theory]
    [InlineData("users.json", "\"companyId\": \"54b3a624c2e6a1b4d71854d4\"", "companyId", "company")]
    [InlineData("invitations.json", "\"companyId\": \"59088c64c2e6a1b4d70f7a88\"", "companyId", "company")]
    [InlineData("mailed-tokens.json", "\"userId\": \"569c90bfc2e6a1b4d7ff13ce\"", "userId", "user")]
    [InlineData("subscriptions.json", "\"userId\": \"5c07766b3a4c3579f27a4553\"", "userId", "user")]
    [InlineData("subscriptions.json", "\"destRegionId\": \"5a370b4cc2e6a1b4d72c3de5\"", "destRegionId", "region")]
    [InlineData("addons.json", "\"partnerId\": \"5ede4515c2e6a1b4d788942c\"", "partnerId", "company")]
    [InlineData("ports.json", "\"billingId\": \"5c07767990a74879f2cf8cf4\"", "billingId", "subscription")]
    [InlineData("port-orders.json", "\"portId\": \"56d6912f9a90128d55831da8\"", "portId", "port")]
    [InlineData("access-circuits.json", "\"portId\": \"60bec23bc2e6a1b4d707f0ae\"", "portId", "port")]
    [InlineData("connections.json", "\"destPortId\": \"579ec72fa21a602e46f32c30\"", "destPortId", "port")]
    [InlineData("connections.json", "\"destCompanyId\": \"579ec72da21a602e46f32c29\"", "destCompanyId", "company", 2)]
    public void A_reference_that_leads_nowhere_is_found_in_its_row(
        string file,
        string old,
        string member,
        string what,
        int times = 1)
    {
        var line = copy.Replace(file, old, $"\"{member}\": \"ffffffffffffffffffffffff\"", times);

        MustBeRefused(file, copy.RowAround(file, line), $"There is no {what} with the id ffffffffffffffffffffffff.");
    }

    [Fact]
    public void A_file_that_is_not_there_is_missed_by_name()
    {
        copy.Delete("ports.json");

        MustBeRefused("ports.json", 1, "There is no such file in");
    }

    [Theory]
    [InlineData("{ \"$schema\": \"./schemas/metros.schema.json\" }")]
    [InlineData("{ \"lines\": [] }")]
    [InlineData("{ \"rows\": {} }")]
    public void A_file_without_rows_is_refused(string text)
    {
        copy.Write("metros.json", text);

        MustBeRefused("metros.json", 1, "There is no array called rows.");
    }

    [Fact]
    public void A_letter_that_is_no_UTF_8_is_found_in_its_line()
    {
        var line = copy.Replace("metros.json", "\"Brisbane Metro\"", "\"Brisb\u00e4ne Metro\"");
        var file = Path.Combine(copy.Folder, "metros.json");
        File.WriteAllText(file, copy.Read("metros.json"), System.Text.Encoding.Latin1);

        MustBeRefused("metros.json", line, "What stands here isn't UTF-8. Save the file as UTF-8.");
    }

    private void MustBeRefusedInRow(string file, int line, string reason) =>
        MustBeRefused(file, copy.RowAround(file, line), copy.EndOfRowAround(file, line), reason);

    private void MustBeRefused(string file, int line, string reason) => MustBeRefused(file, line, line, reason);

    private void MustBeRefused(string file, int from, int to, string reason)
    {
        var refusal = Assert
            .Throws<SeedBroken>(() => Seed.Read(copy.Folder, ConsoleConnectService.Instance.Seeds))
            .Message;

        Assert.StartsWith($"{file}:", refusal, StringComparison.Ordinal);
        Assert.InRange(int.Parse(refusal.Split(':')[1], CultureInfo.InvariantCulture), from, to);
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }
}
