using ServiceTray.Refusals;

namespace ServiceTray.Codes;

/// <summary>A code came in an address, where histories and logs keep it.</summary>
internal sealed class CodeByGetException() : RefusalException(RefusalCodes.CodeByGet, "A code is asked by POST, so that it stays out of addresses.")
{
    /// <summary>Refuses a code that came by GET.</summary>
    public static void ThrowIf(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            throw new CodeByGetException();
        }
    }
}
