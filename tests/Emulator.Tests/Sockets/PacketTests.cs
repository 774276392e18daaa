using SocketIo;
using Xunit;

namespace Emulator.Tests.Sockets;

/// <summary>Packets of both protocols, against those that a stock client and a stock server sent.</summary>
public sealed class PacketTests
{
    [Fact]
    public void Every_recorded_packet_is_read_and_written_the_same()
    {
        var packets = Recording.All.SelectMany(name => new Recording(name).Packets).ToList();
        Assert.True(packets.Count > 60, $"{packets.Count} packets");
        Assert.All(packets, text =>
        {
            var packet = EngineIoPacket.Decode(text)!.Value;
            Assert.Equal(text, packet.Encode());
            if (packet.Type == EngineIoPacketType.Message)
            {
                Assert.Equal(packet.Data, SocketIoPacket.Decode(packet.Data)!.Value.Encode());
            }
        });
    }

    [Fact]
    public void An_event_has_a_namespace_a_number_and_data()
    {
        Assert.Equal(
            new SocketIoPacket(SocketIoPacketType.Event, "/user", 12, """["online",{"username":"meg"}]"""),
            SocketIoPacket.Decode("""2/user,12["online",{"username":"meg"}]"""));
        Assert.Equal(
            new SocketIoPacket(SocketIoPacketType.Event, "/", null, "[\"a\"]"),
            SocketIoPacket.Decode("2[\"a\"]"));
        Assert.Equal(new SocketIoPacket(SocketIoPacketType.Connect, "/user"), SocketIoPacket.Decode("0/user"));
        Assert.Equal(
            new SocketIoPacket(SocketIoPacketType.Connect, "/", null, """{"token":"t"}"""),
            SocketIoPacket.Decode("""0{"token":"t"}"""));
        Assert.Equal(
            """4/nowhere,{"message":"Invalid namespace"}""",
            new SocketIoPacket(
                SocketIoPacketType.ConnectError,
                "/nowhere",
                null,
                """{"message":"Invalid namespace"}"""
            ).Encode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("x")]
    [InlineData("bAQIDBA==")]
    public void What_is_no_packet_of_Engine_IO_is_told(string text) => Assert.Null(EngineIoPacket.Decode(text));

    [Theory]
    [InlineData("")]
    [InlineData("9")]
    [InlineData("2")]
    [InlineData("2[]")]
    [InlineData("2{}")]
    [InlineData("2[{}]")]
    [InlineData("2[\"a\"")]
    [InlineData("2/user,[\"a\"]x")]
    [InlineData("299999999999999999999[\"a\"]")]
    [InlineData("0[]")]
    [InlineData("1{}")]
    [InlineData("3")]
    [InlineData("51-[\"a\",{\"_placeholder\":true,\"num\":0}]")]
    [InlineData("61-1[{\"_placeholder\":true,\"num\":0}]")]
    public void What_is_no_packet_of_Socket_IO_is_told_and_binary_ones_are_none(string text) =>
        Assert.Null(SocketIoPacket.Decode(text));

    [Fact]
    public void Brackets_without_end_are_no_packet() =>
        Assert.Null(SocketIoPacket.Decode("2" + new string('[', 100_000)));

    [Fact]
    public async Task No_more_waits_for_a_client_than_may()
    {
        var outgoing = new OutgoingPackets(maxWaiting: 10);
        Assert.True(outgoing.TryAdd(new EngineIoPacket(EngineIoPacketType.Message, "1234")));
        Assert.True(outgoing.TryAdd(new EngineIoPacket(EngineIoPacketType.Message, "5678")));
        Assert.False(outgoing.TryAdd(new EngineIoPacket(EngineIoPacketType.Ping)));
        Assert.Equal(["41234", "45678"], await outgoing.Take(CancellationToken.None));
        outgoing.End();
        Assert.Empty(await outgoing.Take(CancellationToken.None));
    }
}
