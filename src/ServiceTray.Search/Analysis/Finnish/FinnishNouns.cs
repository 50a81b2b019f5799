namespace ServiceTray.Search.Analysis.Finnish;

/// <summary>Nouns that Finnish often builds compounds of; without a dictionary they are where a long word can be taken apart.</summary>
internal static class FinnishNouns
{
    /// <summary>All of them, in base form; modifiers that stand in another form are told so.</summary>
    public static readonly string[] All = """
        aamu aika aikuinen ala alue ammatti ansio apu arki arvio asema asia asiakas askel asukas asumis asuminen asunto ateria auto avustus
        bussi eläin eläke eläkeläinen elämä ensi erityis esitys etuus film foorumi
        haastattelu haitta hakemus hakija hallinto halli hammas hanke harjoitus harjoittelu harrastus hautaus henkilö hetki hevonen hiihto hinta hoitaja hoito hoiva huolto huone hyvinvointi hyvitys häiriö
        idea ihminen ikä ilma ilmoitus ilta isä istunto
        jako johto jono joukko joulu jumppa juhla juna juttu jäsen järjestelmä järjestö järvi jäte
        kahvi kahvila kalenteri kamera kanava kansa kansalainen kappale kartta kartoitus kasvatus kasvi kauppa kaupunki kausi kaveri kehitys keittiö keitto keskus keskustelu kerho kerta kesä kesto kevät kieli kielto kiertue kierros kilpailu kirja kirjasto kirje kisa kivi klubi koira koe kohde kohtaaminen kohtaus koti kokemus kokous kone konsertti kori korko korjaus korvaus koski koulu koulutus kouluttaja kortti kotoutus kudonta kulku kulttuuri kunta kunto kuntoutus kuntoutuja kurssi kuori kuoro kuva kuvaus kylpy kylä kysely kyyti käsi käsityö käynti kävely käyttö käyttäjä käytävä kömpelö
        laina laitos laite laji laki lakimies lapsi lasten laulu lautakunta lehti leikki leikkaus leiri lento lepo leski leskeys levy liike liikenne liikunta linja linna lista liitto liuku loma lomake lounas luento luistelu luettelo luokka luonto lupa luukku luvat lähi lähetys lähete lääke lääkäri lämpö
        maa maahan maahanmuutto maja maksu malli marja matka matkailu meno menetys mestari metsä mieli mielen miehet mies mittaus muisti muistio muoto musiikki museo muutos muutto myynti mökki määrä
        nainen naisten neule neuvo neuvoja neuvola neuvonta nimi nivel nuoret nuoriso nuorten näkö näyttely näytelmä
        ohjaaja ohjaus ohjelma oikeus olo olohuone omainen omais ongelma opas opastus opetus opettaja opinto opisto oppilas oppi osa osaaminen osasto osoite osto otto
        paikka paino painon paja palaute palkka palsta palvelu pankki parannus pari parkki parvi patikka peli perhe perheen perus piha piiri piste pito pohja poika polku polttaja potilas pula puhelin puhe puisto pukeutuminen puu puutarha pyörä päihde päivä päivystys päivät pää päätös pöytä
        raha rahoitus raja rakennus ranta rata ratkaisu ratsastus ravinto ravitsemus reitti rekisteri remontti retki riippuvuus riita rikos ruoka ruoho ruutu ryhmä rokotus rytmi
        saari sairaala sairaus sairaan sairas sali satama sauna sauva selvitys selitys seniori seura seuranta seurakunta seutu sieni siivous sisu siirto soitin soitto sopimus sosiaali sota sovittelu suhde suihku sukka suku sunnuntai suojelu suoja suoritus suru suunnitelma suunnittelu syksy syöpä sähkö säätiö sääntö sänky
        taide taito talkoo talkoot talo talous talvi tanssi tapa tapaaminen tapahtuma tapaturma tarina tarjonta tarkastus tarve tarvike tauti teatteri tekniikka tehtävä teko tekijä teksti terapia terapeutti terve terveys terveyden testi tie tieto tietokone tila tilaisuus tili todistus toimi toiminta toimisto toimitus toiveet tori torjunta treeni tuki tukea tulkki tunti tuoli tuote tuotanto turva turvallisuus tutkinto tutkimus tutkija tyttö työ työn työttömyys työpaja tyyli täti
        uimari uinti uima unelma uni urheilu usko uskonto
        vaali vaara vahinko vaihto vaihtoehto vaikeus vaiva valinta valmennus valmentaja valta valvonta valvoja vamma vammais vanhempi vanhus vapaa varaus varhais varaa varuste vasta vastaanotto vastaava vauva velka venyttely verkko verkosto vero vertais vesi veteraani viesti viestintä vieras viikko viitta viljely viljelmä viranomainen virasto virkistys voima voimistelu vuode vuokra vuoro vuosi vyöhyke väki väkivalta väylä
        yhdistys yhteis yhteisö yhtiö yksikkö yksilö yliopisto ympäristö yrittäjä yritys yö ystävä
        äiti ääni öljy
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
