using ServiceTray.Languages;
using Xunit;

namespace ServiceTray.Tests.Places;

/// <summary>Forms as people write them, from the language itself and not from a rule.</summary>
public sealed class InflectedNames
{
    [Theory]
    [InlineData("Helsinki", "Helsingin Helsingissä Helsingistä Helsinkiin Helsingille")]
    [InlineData("Espoo", "Espoon Espoossa Espoosta Espooseen")]
    [InlineData("Tampere", "Tampereen Tampereella Tampereelta Tampereelle Tampereeseen")]
    [InlineData("Vantaa", "Vantaan Vantaalla Vantaalta Vantaalle")]
    [InlineData("Oulu", "Oulun Oulussa Oulusta Ouluun")]
    [InlineData("Turku", "Turun Turussa Turusta Turkuun")]
    [InlineData("Lahti", "Lahden Lahdessa Lahdesta Lahteen")]
    [InlineData("Vihti", "Vihdin Vihdissä Vihdistä Vihtiin")]
    [InlineData("Joensuu", "Joensuun Joensuussa Joensuusta Joensuuhun")]
    [InlineData("Kuopio", "Kuopion Kuopiossa Kuopiosta Kuopioon")]
    [InlineData("Leppävirta", "Leppävirran Leppävirralla Leppävirralta Leppävirralle")]
    [InlineData("Iisalmi", "Iisalmen Iisalmessa Iisalmesta Iisalmeen")]
    [InlineData("Varkaus", "Varkauden Varkaudessa Varkaudesta Varkauteen")]
    [InlineData("Juuka", "Juuan Juuassa Juukaan Juu'assa")]
    [InlineData("Kangasniemi", "Kangasniemen Kangasniemellä Kangasniemelle")]
    [InlineData("Rautalampi", "Rautalammin Rautalammilla Rautalammille")]
    [InlineData("Naantali", "Naantalin Naantalissa Naantaliin")]
    [InlineData("Porvoo", "Porvoon Porvoossa Porvooseen")]
    [InlineData("Hanko", "Hangon Hangossa Hankoon")]
    [InlineData("Harjavalta", "Harjavallan Harjavallassa Harjavaltaan")]
    [InlineData("Vesanto", "Vesannon Vesannolla Vesannolle")]
    [InlineData("Seinäjoki", "Seinäjoen Seinäjoella Seinäjoelle")]
    [InlineData("Riihimäki", "Riihimäen Riihimäellä Riihimäelle")]
    [InlineData("Kitee", "Kiteen Kiteellä Kiteelle")]
    [InlineData("Nurmes", "Nurmeksen Nurmeksessa Nurmekseen")]
    [InlineData("Keitele", "Keiteleen Keiteleellä Keiteleelle")]
    [InlineData("Raahe", "Raahen Raahessa Raaheen")]
    [InlineData("Kankaanpää", "Kankaanpään Kankaanpäässä Kankaanpäähän")]
    [InlineData("Liminka", "Limingan Limingassa Liminkaan")]
    [InlineData("Muhos", "Muhoksen Muhoksella Muhokselle")]
    public void Understood_in_their_cases(string name, string forms) => EachIs(name, forms);

    [Theory]
    [InlineData("Uusikaupunki", "Uudenkaupungin Uudessakaupungissa Uudestakaupungista Uuteenkaupunkiin")]
    [InlineData("Uusikaarlepyy", "Uudenkaarlepyyn Uudessakaarlepyyssä")]
    [InlineData("Isokyrö", "Isonkyrön Isossakyrössä Isoonkyröön")]
    [InlineData("Virrat", "Virroilla Virroille Virtain Virtojen")]
    [InlineData("Punkalaidun", "Punkalaitumen Punkalaitumella Punkalaitumelle")]
    [InlineData("Kangasala", "Kangasalan Kangasalla Kangasalta Kangasalle")]
    [InlineData("Alavus", "Alavuden Alavudella Alavudelle")]
    [InlineData("Orivesi", "Oriveden Orivedellä Oriveteen")]
    [InlineData("Ii", "Iin Iissä Iihin")]
    [InlineData("Outokumpu", "Outokummun Outokummussa Outokumpuun")]
    [InlineData("Joroinen", "Joroisten Joroisissa Joroisiin")]
    [InlineData("Jokioinen", "Jokioisten Jokioisilla Jokioisille")]
    [InlineData("Kaustinen", "Kaustisen Kaustisella Kaustisille")]
    [InlineData("Mänttä-Vilppula", "Mänttä-Vilppulan Mänttä-Vilppulassa")]
    [InlineData("Kristiinankaupunki", "Kristiinankaupungin Kristiinankaupungissa")]
    [InlineData("Pietarsaari", "Pietarsaaren Pietarsaaressa Pietarsaareen")]
    public void Understood_where_it_is_hard(string name, string forms) => EachIs(name, forms);

    [Theory]
    [InlineData("Haukipudas, Oulu", "Haukiputaan Haukiputaalla Haukiputaalle")]
    [InlineData("Nilsiä, Kuopio", "Nilsiän Nilsiässä Nilsiään")]
    [InlineData("Maaninka, Kuopio", "Maaningan Maaningalla Maaninkaan")]
    [InlineData("Karttula, Kuopio", "Karttulassa Karttulaan")]
    [InlineData("Korsnäs", "Korsnäsin Korsnäsissä")]
    public void Understood_of_areas_and_names_from_Swedish(string label, string forms) => EachIs(label, forms);

    private static void EachIs(string label, string forms)
    {
        foreach (var form in forms.Split(' '))
        {
            Assert.Equal((form, label), (form, KnownPlaces.Gazetteer.Resolve(form.ToUpperInvariant()).Label.Pick(Language.Fi).Value));
        }
    }
}
