using ServiceTray.Languages;

namespace ServiceTray.Offerings;

/// <summary>What it costs in euros; what the record does not tell is neither free nor paid.</summary>
internal sealed record Price
{
    public Price(bool? free, decimal? amount, LocalizedText description)
    {
        if (amount < 0 || (free == true && amount > 0))
        {
            throw new ArgumentException("A price is 0 or more, and what is free costs nothing.", nameof(amount));
        }

        Free = free;
        Amount = amount;
        Description = description;
    }

    public static Price NotTold { get; } = new(null, null, LocalizedText.Empty);

    public bool? Free { get; }

    public decimal? Amount { get; }

    public LocalizedText Description { get; }
}
