package io.tradinggym.explain.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;

/**
 * A memory on Lucene's graph of neighbours (HNSW), for millions of live cases. No search sees a case whose outcome was
 * not known, but which of the visible cases are found depends on the graph, and the graph on cases added since: a
 * search as of an old day is not the search that a memory of that day would have answered. Back-tests use {@link
 * ExactMemory}.
 *
 * @see <a href="https://arxiv.org/abs/1603.09320">Malkov and Yashunin (2016), Hierarchical navigable small world
 *     graphs</a>
 */
public final class LuceneMemory implements Memory {
  private static final String VECTOR = "vector";
  private static final String ID = "id";
  private static final String INSTRUMENT = "instrument";
  private static final String START = "start";
  private static final String KNOWN = "known";
  private static final String OUTCOME_KNOWN = "outcome known";
  private static final String KIND = "kind";
  private static final String OUTCOME = "outcome";
  private static final String PAYLOAD = "payload";
  private static final String RAW = "raw";

  /** Least cases that a search walks to: the query's k is also the beam, and few are found badly. */
  private static final int BEAM = 50;

  /** Candidates for each answer: windows overlap. */
  private static final int SPARE = 8;

  private final Directory directory;
  private final IndexWriter writer;
  private final String identity;
  private final Admission admission;
  private DirectoryReader reader;

  private LuceneMemory(Directory directory, IndexWriter writer, int dimensions, String identity)
      throws IOException {
    this.directory = directory;
    this.writer = writer;
    admission = new Admission(dimensions);
    this.identity = identity;
    reader = DirectoryReader.open(writer);
    for (int document = 0; document < reader.maxDoc(); document++) {
      admission.kept(number(reader.storedFields().document(document, Set.of(ID)), ID).longValue());
    }
  }

  /**
   * Opens a memory, or begins one.
   *
   * @param folder that holds it, made if it is missing
   * @param dimensions numbers of a vector, 1 to 1,024
   * @param identity of the embedding that vectors come from, see {@link Memory#identity}
   * @return the memory
   * @throws IllegalArgumentException if the folder holds a memory of another embedding
   * @throws UncheckedIOException if the folder cannot be read or written
   */
  public static LuceneMemory open(Path folder, int dimensions, String identity) {
    Map<String, String> of = Map.of("dimensions", String.valueOf(dimensions), "identity", identity);
    Directory directory = null;
    IndexWriter writer = null;
    try {
      directory = FSDirectory.open(folder);
      if (DirectoryReader.indexExists(directory)) {
        requireSame(folder, SegmentInfos.readLatestCommit(directory).getUserData(), of);
      }
      IndexWriterConfig config = new IndexWriterConfig();
      config.setMergeScheduler(new SerialMergeScheduler());
      writer = new IndexWriter(directory, config);
      writer.setLiveCommitData(of.entrySet());
      return new LuceneMemory(directory, writer, dimensions, identity);
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(writer, directory);
      throw new UncheckedIOException("cannot open the memory " + folder, e);
    } catch (RuntimeException e) {
      IOUtils.closeWhileHandlingException(writer, directory);
      throw e;
    }
  }

  private static void requireSame(
      Path folder, Map<String, String> found, Map<String, String> asked) {
    if (!found.equals(asked)) {
      throw new IllegalArgumentException(
          folder
              + " holds vectors of "
              + new TreeMap<>(found)
              + ", not of "
              + new TreeMap<>(asked));
    }
  }

  @Override
  public void add(Entry entry) {
    admission.require(entry);
    try {
      writer.addDocument(document(entry));
      admission.kept(entry.id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Entry entry) {
    Document document = new Document();
    document.add(
        new KnnFloatVectorField(VECTOR, entry.vector(), VectorSimilarityFunction.EUCLIDEAN));
    document.add(new LongField(ID, entry.id(), Field.Store.YES));
    document.add(new LongField(KNOWN, entry.knownAt(), Field.Store.YES));
    document.add(new LongField(OUTCOME_KNOWN, entry.outcomeKnownAt(), Field.Store.YES));
    document.add(new LongField(KIND, entry.kind().code(), Field.Store.YES));
    document.add(new StoredField(INSTRUMENT, entry.instrument()));
    document.add(new StoredField(START, entry.start()));
    document.add(new StoredField(OUTCOME, entry.outcome()));
    document.add(new StoredField(PAYLOAD, entry.payload()));
    byte[] raw = new byte[entry.vector().length * Float.BYTES];
    ByteBuffer.wrap(raw).asFloatBuffer().put(entry.vector());
    document.add(new StoredField(RAW, new BytesRef(raw)));
    return document;
  }

  private DirectoryReader refreshed() throws IOException {
    DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
    if (newer != null) {
      reader.close();
      reader = newer;
    }
    return reader;
  }

  @Override
  public List<Match> search(Query query) {
    admission.require(query);
    try {
      IndexSearcher searcher = new IndexSearcher(refreshed());
      BooleanQuery.Builder visible = new BooleanQuery.Builder();
      visible.add(
          LongField.newRangeQuery(OUTCOME_KNOWN, Long.MIN_VALUE, query.asOf()),
          BooleanClause.Occur.FILTER);
      Kind kind = query.kind();
      if (kind != null) {
        visible.add(LongField.newExactQuery(KIND, kind.code()), BooleanClause.Occur.FILTER);
      }
      int beam = Math.max(BEAM, SPARE * query.k());
      KnnFloatVectorQuery nearest =
          new KnnFloatVectorQuery(VECTOR, query.vector(), beam, visible.build());
      return answer(query, searcher, searcher.search(nearest, beam).scoreDocs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Match> answer(Query query, IndexSearcher searcher, ScoreDoc[] found)
      throws IOException {
    StoredFields stored = searcher.storedFields();
    List<Match> candidates = new ArrayList<>();
    for (ScoreDoc hit : found) {
      Entry entry = entry(stored.document(hit.doc));
      candidates.add(new Match(entry, Admission.distance(entry.vector(), query.vector())));
    }
    candidates.sort(Match.NEAREST_FIRST);
    Apart apart = new Apart(query);
    candidates.forEach(match -> apart.offer(match.entry(), match.distance()));
    return apart.taken();
  }

  private Entry entry(Document document) {
    float[] vector = new float[admission.dimensions()];
    BytesRef raw = document.getBinaryValue(RAW);
    ByteBuffer.wrap(raw.bytes, raw.offset, raw.length).asFloatBuffer().get(vector);
    return new Entry(
        number(document, ID).longValue(),
        number(document, INSTRUMENT).intValue(),
        number(document, START).longValue(),
        number(document, KNOWN).longValue(),
        number(document, OUTCOME_KNOWN).longValue(),
        Kind.of(number(document, KIND).longValue()),
        vector,
        number(document, OUTCOME).doubleValue(),
        number(document, PAYLOAD).longValue());
  }

  private static Number number(Document document, String name) {
    return document.getField(name).numericValue();
  }

  @Override
  public boolean knows(long id) {
    return admission.knows(id);
  }

  @Override
  public int size() {
    try {
      return refreshed().numDocs();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int dimensions() {
    return admission.dimensions();
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public void flush() {
    try {
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      writer.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
