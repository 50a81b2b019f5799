namespace ServiceTray.Referrals;

/// <summary>Where a request comes from, as far as tries are counted by it.</summary>
internal static class CallerPlace
{
    public static ClientKey Key(HttpContext http, string code, string? pin) => new(code, string.IsNullOrEmpty(pin) ? null : pin, Of(http));

    // A household or an attacker has a whole /64 of IPv6.
    private static string Of(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: false } address when address.GetAddressBytes() is { Length: 16 } bytes => Convert.ToHexString(bytes, 0, 8),
        var address => $"{address}",
    };
}
