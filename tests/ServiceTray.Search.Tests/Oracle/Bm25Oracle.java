import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Writes documents of at most 40 words, queries, and the scores that Lucene's BM25Similarity gives. */
public final class Bm25Oracle {
    public static void main(String[] args) throws Exception {
        Random random = new Random(20261125);
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        Analyzer analyzer = new Analyzer() {
            @Override protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = CharTokenizer.fromSeparatorCharPredicate(Character::isWhitespace);
                return new TokenStreamComponents(words);
            }
        };
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity()))) {
            for (int i = 0; i < 400; i++) {
                String text = words(random, 1 + random.nextInt(40));
                out.println("document\t" + text);
                Document document = new Document();
                document.add(new TextField("text", text, Field.Store.NO));
                document.add(new StoredField("number", i));
                writer.addDocument(document);
            }
        }

        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setSimilarity(new BM25Similarity());
        for (int i = 0; i < 150; i++) {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            List<String> asked = new ArrayList<>();
            for (String word : words(random, 1 + random.nextInt(4)).split(" ")) {
                if (!asked.contains(word)) {
                    asked.add(word);
                    query.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
                }
            }

            StringBuilder scores = new StringBuilder();
            for (ScoreDoc hit : searcher.search(query.build(), 1000).scoreDocs) {
                scores.append(scores.length() == 0 ? "" : ",").append(searcher.doc(hit.doc).getField("number").numericValue()).append(':').append(hit.score);
            }

            out.println("query\t" + String.join(" ", asked) + "\t" + scores);
        }
    }

    // Common words and rare ones; three letters at most, so that no four-letter pieces come into play.
    private static String words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int rank = (int) (200 * Math.pow(random.nextDouble(), 3));
            words.add("" + (char) ('a' + rank / 26) + (char) ('a' + rank % 26) + "q");
        }

        return String.join(" ", words);
    }
}
