using ServiceTray.Languages;
using ServiceTray.Refusals;

namespace ServiceTray.Trays;

/// <summary>A tray cannot be kept as it is; everything that is wrong is told.</summary>
internal sealed class TrayRefusedException : RefusalException
{
    public TrayRefusedException(IReadOnlyList<TrayError> errors, Language language)
        : base(errors[0].Code, errors[0].Message.Pick(language).Value)
    {
        ProblemPart[] parts = [.. errors.Select(error => new ProblemPart { Argument = ArgumentOf(error), Code = error.Code, Detail = error.Message.Pick(language).Value })];
        Details = new Dictionary<string, object?> { ["argument"] = parts[0].Argument, ["errors"] = parts };
    }

    private static string? ArgumentOf(TrayError error) => error.Item is { } item ? $"items[{item}]" : null;
}
