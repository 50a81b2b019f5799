namespace ServiceTray.Places;

/// <summary>How it is known in which municipality a spot lies.</summary>
internal enum MunicipalityBy
{
    /// <summary>By the municipalities' borders: it is exact.</summary>
    Borders,

    /// <summary>By the postal area whose centre is nearest: near a border it may be a neighbour.</summary>
    NearestPostalArea,

    /// <summary>By its name or postal code, of which the tables tell the municipality.</summary>
    Name,
}
