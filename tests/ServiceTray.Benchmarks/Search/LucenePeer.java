import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.MMapDirectory;

/** Holds the offerings of a file and answers the files of questions that it is told on its input, one thread, caches off. */
public final class LucenePeer {
    private static final double RADIUS = 20_000;

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("lucene-peer");
        MMapDirectory directory = new MMapDirectory(folder);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()));
             BufferedReader lines = Files.newBufferedReader(Path.of(args[0]))) {
            for (String line; (line = lines.readLine()) != null;) {
                writer.addDocument(document(line.split("\t")));
            }
            writer.forceMerge(1);
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setQueryCache(null);
        System.out.println("ready");
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String file; (file = told.readLine()) != null;) {
            List<String[]> questions = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(file))) {
                questions.add(line.split("\t"));
            }
            long found = 0;
            long start = System.nanoTime();
            for (String[] question : questions) {
                found += answer(searcher, question);
            }
            System.out.println((System.nanoTime() - start) / 1000.0 / questions.size() + "\t" + found);
        }
    }

    /** The title stands twice, which weighs it as the other sides do. */
    private static Document document(String[] parts) {
        Document document = new Document();
        document.add(new TextField("words", parts[0] + " " + parts[0] + " " + parts[1], Field.Store.NO));
        double latitude = Double.parseDouble(parts[2]);
        double longitude = Double.parseDouble(parts[3]);
        document.add(new LatLonPoint("at", latitude, longitude));
        document.add(new LatLonDocValuesField("at", latitude, longitude));
        document.add(new NumericDocValuesField("municipality", Long.parseLong(parts[4])));
        for (String theme : parts[5].split(",")) {
            document.add(new SortedNumericDocValuesField("theme", Long.parseLong(theme)));
        }
        return document;
    }

    private static int answer(IndexSearcher searcher, String[] question) throws Exception {
        double latitude = Double.parseDouble(question[3]);
        double longitude = Double.parseDouble(question[4]);
        Occur occur = question[2].equals("True") ? Occur.MUST : Occur.SHOULD;
        Query words = new BooleanQuery.Builder()
            .add(new TermQuery(new Term("words", question[0])), occur)
            .add(new TermQuery(new Term("words", question[1])), occur).build();
        Query near = new IndexOrDocValuesQuery(
            LatLonPoint.newDistanceQuery("at", latitude, longitude, RADIUS),
            LatLonDocValuesField.newSlowDistanceQuery("at", latitude, longitude, RADIUS));
        TopScoreDocCollector top = TopScoreDocCollector.create(20, Integer.MAX_VALUE);
        searcher.search(new BooleanQuery.Builder().add(words, Occur.MUST).add(near, Occur.FILTER).build(), MultiCollector.wrap(top, new Counter()));
        top.topDocs();
        return top.getTotalHits();
    }

    private static final class Counter extends SimpleCollector {
        final int[] municipalities = new int[309];
        final int[] themes = new int[8];
        private NumericDocValues municipality;
        private SortedNumericDocValues theme;

        @Override protected void doSetNextReader(LeafReaderContext context) throws java.io.IOException {
            municipality = context.reader().getNumericDocValues("municipality");
            theme = context.reader().getSortedNumericDocValues("theme");
        }

        @Override public void collect(int document) throws java.io.IOException {
            if (municipality.advanceExact(document)) {
                municipalities[(int) municipality.longValue()]++;
            }
            if (theme.advanceExact(document)) {
                for (int i = theme.docValueCount(); i > 0; i--) {
                    themes[(int) theme.nextValue()]++;
                }
            }
        }

        @Override public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
