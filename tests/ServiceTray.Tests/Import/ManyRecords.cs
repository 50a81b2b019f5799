using System.Text;
using ServiceTray.Tests.Import.Ptv;

namespace ServiceTray.Tests.Import;

/// <summary>As many records of a source as one likes, as long as one likes, written as files of its own shape.</summary>
internal static class ManyRecords
{
    /// <summary>Writes them into the folder and tells what to import.</summary>
    public static string Write(string folder, string source, int records, int letters)
    {
        var files = Directory.CreateDirectory(Path.Combine(folder, source)).FullName;
        switch (source)
        {
            case "ptv":
                WriteRegister(files, records, letters);
                return files;
            case "hsds":
                WriteTables(files, records, letters);
                return files;
            case "linkedevents":
                WriteEvents(files, records, letters);
                return files;
            case "linkedevents-series":
                WriteSeries(files, records, letters);
                return files;
            case "ical":
                return WriteCalendar(Path.Combine(files, "all.ics"), records, letters);
            default:
                return WriteTable(Path.Combine(files, "all.csv"), records, letters);
        }
    }

    /// <summary>Events that each have a place of their own, both in long words, and keywords of their own; half of them are dates of series.</summary>
    private static void WriteEvents(string files, int records, int letters)
    {
        using var places = new StreamWriter(Path.Combine(files, "a-places.ndjson"));
        using var keywords = new StreamWriter(Path.Combine(files, "b-keywords.ndjson"));
        using var events = new StreamWriter(Path.Combine(files, "c-events.ndjson"));
        for (var i = 0; i < records; i++)
        {
            places.WriteLine($$$"""{"@type":"Place","id":"t:{{{i}}}","name":{"fi":"Sali {{{i}}}"},"street_address":{"fi":"{{{Words(i, letters / 2)}}}"},"postal_code":"00100","position":{"type":"Point","coordinates":[24.93,60.17]}}""");
            keywords.WriteLine($$$"""{"@type":"Keyword","id":"k:{{{i}}}","name":{"fi":"liikunta {{{i}}}"},"alt_labels":["kävely {{{i}}}"]}""");
            events.WriteLine($$$"""{"@type":"Event/LinkedEvent","id":"e:{{{i}}}","@id":"https://api.example/v1/event/e:{{{i}}}/","data_source":"e","publisher":"p","publication_status":"public","event_status":"EventScheduled","type_id":"General","name":{"fi":"Kävelyryhmä {{{i}}}"},"description":{"fi":"{{{Words(i, letters / 2)}}}"},"start_time":"2027-01-12T08:00:00Z","end_time":"2027-01-12T09:00:00Z","has_start_time":true,"location":{"@id":"https://api.example/v1/place/t:{{{i}}}/"},"keywords":[{"@id":"https://api.example/v1/keyword/k:{{{i}}}/"}]}""");
        }
    }

    /// <summary>One series of very many dates, each in long words of its own.</summary>
    private static void WriteSeries(string files, int records, int letters)
    {
        using var events = new StreamWriter(Path.Combine(files, "event.ndjson"));
        events.WriteLine("""{"@type":"Event/LinkedEvent","id":"e:all","@id":"https://api.example/v1/event/e:all/","publisher":"p","publication_status":"public","super_event_type":"recurring","name":{"fi":"Kävelyryhmä"},"keywords":[]}""");
        for (var i = 0; i < records; i++)
        {
            events.WriteLine($$$"""{"@type":"Event/LinkedEvent","id":"e:{{{i}}}","@id":"https://api.example/v1/event/e:{{{i}}}/","publisher":"p","publication_status":"public","name":{"fi":"Kävelyryhmä"},"description":{"fi":"{{{Words(i, letters)}}}"},"start_time":"{{{new DateTime(2027, 1, 1).AddHours(i):s}}}Z","super_event":{"@id":"https://api.example/v1/event/e:all/"},"keywords":[]}""");
        }
    }

    private static string WriteCalendar(string file, int records, int letters)
    {
        using var lines = new StreamWriter(file);
        lines.Write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (var i = 0; i < records; i++)
        {
            lines.Write($"BEGIN:VEVENT\r\nUID:{i}@seura\r\nDTSTART:20270112T080000Z\r\nDTEND:20270112T093000Z\r\nSUMMARY:Kävely {i}\r\nLOCATION:Sali {i}\r\nDESCRIPTION:{Words(i, letters)}\r\nEND:VEVENT\r\n");
        }

        lines.Write("END:VCALENDAR\r\n");
        return file;
    }

    private static string WriteTable(string file, int records, int letters)
    {
        using var lines = new StreamWriter(file);
        lines.WriteLine("id,organisation,name_fi,themes,place,municipality,description_fi,starts");
        for (var i = 0; i < records; i++)
        {
            lines.WriteLine($"r{i},Seura ry,Kävely {i},MOVEMENT,Sali {i},Kuopio,{Words(i, letters)},2027-01-12 10:00");
        }

        return file;
    }

    /// <summary>Services that each have a place of their own, both in long words.</summary>
    private static void WriteRegister(string files, int records, int letters)
    {
        using var services = new StreamWriter(Path.Combine(files, "all.ndjson"));
        services.WriteLine(Told.AnOrganisation().Line());
        for (var i = 0; i < records; i++)
        {
            services.WriteLine(Told.AService(Id('a', i), service =>
            {
                service["serviceNames"]![1]!["value"] = $"Kävelyryhmä {i}";
                service["serviceDescriptions"]![3]!["value"] = Words(i, letters / 2);
                service["serviceChannels"]![0]!["serviceChannel"]!["id"] = Id('c', i);
                service["serviceChannels"]!.AsArray().RemoveAt(1);
            }).Line());
            services.WriteLine(Told.ALocation(Id('c', i), place =>
                place["addresses"]![0]!["streetAddress"]!["additionalInformation"]![0]!["value"] = Words(i, letters / 2)).Line());
        }
    }

    private static void WriteTables(string files, int records, int letters)
    {
        using var rows = new StreamWriter(Path.Combine(files, "services.csv"));
        using var places = new StreamWriter(Path.Combine(files, "locations.csv"));
        using var links = new StreamWriter(Path.Combine(files, "services_at_location.csv"));
        using var phones = new StreamWriter(Path.Combine(files, "phones.csv"));
        File.WriteAllText(Path.Combine(files, "organizations.csv"), "id,name\nb1,Walkers\n");
        rows.WriteLine("id,organization_id,name,description");
        places.WriteLine("id,name,transportation,latitude,longitude");
        links.WriteLine("id,service_id,location_id");
        phones.WriteLine("id,service_id,number");
        for (var i = 0; i < records; i++)
        {
            rows.WriteLine($"s{i},b1,Walking exercise group {i},{Words(i, letters / 2)}");
            places.WriteLine($"l{i},Park hall {i},{Words(i, letters / 2)},62.9,27.7");
            links.WriteLine($"a{i},s{i},l{i}");
            phones.WriteLine($"p{i},s{i},+358 17 {i:000000}");
        }
    }

    private static string Id(char kind, int number) => $"0{kind}000000-0000-4000-8000-{number:000000000000}";

    private static string Words(int number, int letters)
    {
        var words = new StringBuilder(letters + 20);
        for (var i = 0; words.Length < letters; i++)
        {
            words.Append("sanoja ").Append((number * 31) + i).Append(' ');
        }

        return words.ToString();
    }
}
