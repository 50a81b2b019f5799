using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace ServiceTray.GraphQL.Http;

/// <summary>
/// A document as it came: bare UTF-8, or a JSON string with its quotes and escapes. It is a key of the plan cache as it stands, so a
/// document whose plan is known is never decoded.
/// </summary>
internal readonly struct DocumentText(ReadOnlyMemory<byte> raw, bool isJson) : IEquatable<DocumentText>
{
    public DocumentText(string text)
        : this(Encoding.UTF8.GetBytes(text), isJson: false)
    {
    }

    public int Length => raw.Length;

    /// <summary>A copy that does not lie in a request's memory.</summary>
    public DocumentText Kept() => new(raw.ToArray(), isJson);

    /// <summary>The document in UTF-8.</summary>
    /// <exception cref="HttpRefusal">It is not Unicode.</exception>
    public byte[] Decode()
    {
        try
        {
            if (!isJson)
            {
                return Utf8.IsValid(raw.Span) ? raw.ToArray() : throw NotUnicode();
            }

            var reader = new Utf8JsonReader(raw.Span);
            reader.Read();
            var text = new byte[raw.Length];
            return text[..reader.CopyString(text)];
        }
        catch (InvalidOperationException)
        {
            throw NotUnicode();
        }
    }

    /// <summary>SHA-256 of the document in UTF-8, as small hexadecimal digits.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Decode()));

    public bool Equals(DocumentText other) => isJson == other.IsJson && raw.Span.SequenceEqual(other.Raw.Span);

    public override bool Equals(object? obj) => obj is DocumentText other && Equals(other);

    // The hash of text is seeded anew in each process, so nobody can craft documents that share one; here it is taken of bytes, two by two.
    public override int GetHashCode() => HashCode.Combine(raw.Length, string.GetHashCode(MemoryMarshal.Cast<byte, char>(raw.Span), StringComparison.Ordinal));

    private ReadOnlyMemory<byte> Raw => raw;

    private bool IsJson => isJson;

    private static HttpRefusal NotUnicode() => new(StatusCodes.Status400BadRequest, "\"query\" is not Unicode: it holds half of a surrogate pair or bytes that are not UTF-8.");
}
