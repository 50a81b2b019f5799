using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using ServiceTray.Offerings;

namespace ServiceTray.Referrals;

/// <summary>Where a page of a box ended: what was due when of the last on it, and which that was. It holds its place whatever moves meanwhile.</summary>
internal sealed record BoxCursor(DateTimeOffset? Due, Guid Id)
{
    private const char Between = '.';

    /// <summary>As it is told.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Due?.ToUnixTimeMilliseconds()}{Between}{Id:N}")));

    /// <summary>As it was told; null: the beginning.</summary>
    /// <exception cref="CursorRefusedException">It is none of ours.</exception>
    public static BoxCursor? Read(string? told)
    {
        if (string.IsNullOrEmpty(told))
        {
            return null;
        }

        var room = new byte[told.Length];
        return Base64Url.DecodeFromChars(told, room, out _, out var length) == OperationStatus.Done
            && Encoding.ASCII.GetString(room, 0, length).Split(Between) is [var due, var id] && Guid.TryParseExact(id, "N", out var key)
            && (due.Length == 0 ? new BoxCursor(null, key)
                : long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? new BoxCursor(DateTimeOffset.FromUnixTimeMilliseconds(at), key)
                : null) is { } read
            ? read
            : throw new CursorRefusedException(expired: false, "The cursor is none that was given out with a page.");
    }
}
