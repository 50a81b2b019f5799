using ServiceTray.Languages;
using ServiceTray.Refusals;

namespace ServiceTray.Trays;

/// <summary>A tray cannot be kept as it is.</summary>
internal sealed class TrayRefusedException : RefusalException
{
    public TrayRefusedException(TrayError error, Language language)
        : base(error.Code, error.Message.Pick(language).Value)
    {
        if (error.Item is { } item)
        {
            Details = new Dictionary<string, object?> { ["argument"] = $"items[{item}]" };
        }
    }
}
