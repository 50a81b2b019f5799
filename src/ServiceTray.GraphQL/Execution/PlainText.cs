using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ServiceTray.GraphQL.Execution;

/// <summary>Text that is the same in JSON as it is: ASCII without quotes, backslashes and control characters.</summary>
internal static class PlainText
{
    private const int Width = 8;

    /// <summary>Copies the plain beginning of a text; tells how many characters it took, which may stop short of all that are plain.</summary>
    public static int Copy(ReadOnlySpan<char> text, Span<byte> room)
    {
        var at = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            var units = MemoryMarshal.Cast<char, ushort>(text);
            for (; at + Width <= units.Length; at += Width)
            {
                var eight = Vector128.Create(units[at..]);
                if (Vector128.EqualsAny(eight, Vector128.Create((ushort)'"')) || Vector128.EqualsAny(eight, Vector128.Create((ushort)'\\'))
                    || Vector128.GreaterThanAny(eight - Vector128.Create((ushort)' '), Vector128.Create((ushort)('~' - ' '))))
                {
                    return at;
                }

                MemoryMarshal.Write(room[at..], Vector128.Narrow(eight, eight).AsUInt64().ToScalar());
            }
        }

        for (; at < text.Length && text[at] is >= ' ' and <= '~' and not ('"' or '\\'); at++)
        {
            room[at] = (byte)text[at];
        }

        return at;
    }
}
