using ServiceTray.Offerings;

namespace ServiceTray.Import.Ptv;

/// <summary>What a service costs, as the record and its connections tell it; what a phone call costs is another thing.</summary>
internal static class PtvPriceReader
{
    private const string Words = "ChargeTypeAdditionalInfo";

    /// <summary>Free or not when all that is told agrees; else not told.</summary>
    public static Price Read(PtvService service)
    {
        var connections = service.ServiceChannels.Told().ToList();
        var told = connections.Select(connection => connection.ServiceChargeType).Prepend(service.ServiceChargeType).Select(Read).OfType<bool>().Distinct().ToList();
        var words = PtvTexts.Joined([.. service.ServiceDescriptions.Of(Words), .. connections.SelectMany(connection => connection.Description.Of(Words))]);
        return new Price(told.Count == 1 ? told[0] : null, null, words);
    }

    private static bool? Read(string? type) => type switch
    {
        "FreeOfCharge" => true,
        "Chargeable" => false,
        _ => null,
    };
}
