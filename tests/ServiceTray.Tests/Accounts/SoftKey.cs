using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ServiceTray.Tests.Accounts;

/// <summary>A device that keeps one passkey and signs what it is told to, also what no honest one would (WebAuthn Level 3, 6).</summary>
internal sealed class SoftKey : IDisposable
{
    // User present and verified; the last one says that a new key follows.
    private const byte Seen = 0b0000_0101;
    private const byte WithKey = 0b0100_0000;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string user = "";

    public uint Count { get; set; }

    /// <summary>Answers the question for a new key.</summary>
    public string Make(JsonElement asked, string origin)
    {
        user = asked.GetProperty("user").GetProperty("id").GetString()!;
        var point = key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(asked.GetProperty("rp").GetProperty("id").GetString()!, Seen | WithKey), .. new byte[16], 0, (byte)id.Length, .. id, .. cose];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x59, .. Two(data.Length), .. data];
        return Answer(new { attestationObject = Base64Url.EncodeToString(attestation), clientDataJSON = Client("webauthn.create", asked, origin), transports = new[] { "internal" } });
    }

    /// <summary>Answers the question who is there.</summary>
    public string Sign(JsonElement asked, string origin, byte flags = Seen)
    {
        var (client, data) = (Client("webauthn.get", asked, origin), Data(asked.GetProperty("rpId").GetString()!, flags));
        var signature = key.SignData([.. data, .. SHA256.HashData(Base64Url.DecodeFromChars(client))], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { authenticatorData = Base64Url.EncodeToString(data), clientDataJSON = client, signature = Base64Url.EncodeToString(signature), userHandle = user });
    }

    public void Dispose() => key.Dispose();

    private static string Client(string type, JsonElement asked, string origin) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked.GetProperty("challenge").GetString(), origin, crossOrigin = false }));

    private static byte[] Text(string word) => [(byte)(0x60 + word.Length), .. Encoding.ASCII.GetBytes(word)];

    private static byte[] Two(int number) => [(byte)(number >> 8), (byte)number];

    private byte[] Data(string domain, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), flags, .. count];
    }

    private string Answer(object response)
    {
        var called = Base64Url.EncodeToString(id);
        return JsonSerializer.Serialize(new { id = called, rawId = called, type = "public-key", response, clientExtensionResults = new { } });
    }
}
