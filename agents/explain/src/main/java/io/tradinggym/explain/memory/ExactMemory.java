package io.tradinggym.explain.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A memory that looks at every case: exact, and obedient to both laws of as-of search. The vectors lie in a mapped
 * file; where the JVM has vector instructions, a byte for each of their numbers lies in the heap besides, which tells
 * of most cases that they are too far away. A hundred thousand of 64 numbers take less than a millisecond, a million
 * some fourteen, less than reading the vectors does, so nothing is gained by an index below a million. Cases are
 * appended; a process killed on the way leaves no half case.
 */
public final class ExactMemory implements Memory {
  private static final Distance DISTANCE = Distance.fastest();
  private static final String HEADER = "header";

  /** Candidates for each answer at first: windows overlap, so the nearest are often one case. */
  private static final int SPARE = 8;

  private final String identity;
  private final Columns columns;
  private final Admission admission;

  private ExactMemory(String identity, Columns columns) {
    this.identity = identity;
    this.columns = columns;
    admission = new Admission(columns.dimensions());
    keep(0);
  }

  private void keep(int from) {
    for (int row = from; row < columns.size(); row++) {
      admission.kept(columns.get(row, Columns.ID));
    }
  }

  /**
   * Opens a memory, or begins one.
   *
   * @param folder that holds it, made if it is missing
   * @param dimensions numbers of a vector, &gt;= 1
   * @param identity of the embedding that vectors come from, see {@link Memory#identity}
   * @return the memory
   * @throws IllegalArgumentException if the folder holds a memory of another embedding
   * @throws UncheckedIOException if the folder cannot be read or written
   */
  public static ExactMemory open(Path folder, int dimensions, String identity) {
    if (dimensions < 1) {
      throw new IllegalArgumentException("dimensions must be >= 1, was " + dimensions);
    }
    String header = "memory 1\n" + dimensions + "\n" + identity + "\n";
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(HEADER);
      if (!Files.exists(file)) {
        Path beside = folder.resolve(HEADER + ".new");
        Files.writeString(beside, header);
        Files.move(beside, file);
      }
      String found = Files.readString(file, StandardCharsets.UTF_8);
      if (!found.equals(header)) {
        throw new IllegalArgumentException(
            folder
                + " holds vectors of \""
                + found.strip().replace("\n", " ")
                + "\", not of \""
                + header.strip().replace("\n", " ")
                + "\"");
      }
      return new ExactMemory(identity, new Columns(folder, dimensions));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the memory " + folder, e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if another process, or another memory of this one, adds to the folder: one at a time,
   *     beside any number that search
   */
  @Override
  public void add(Entry entry) {
    int known = columns.size();
    columns.claim();
    keep(known);
    admission.require(entry);
    columns.add(entry);
    admission.kept(entry.id());
  }

  @Override
  public List<Match> search(Query query) {
    admission.require(query);
    int rows = columns.size();
    int candidates = (int) Math.min(rows, (long) SPARE * query.k());
    while (true) {
      Nearest nearest = new Nearest(Math.max(1, candidates));
      scan(query, nearest);
      boolean all = nearest.size() < candidates || candidates >= rows;
      List<Match> answer = answer(query, nearest);
      if (answer.size() == query.k() || all) {
        return answer;
      }
      candidates = (int) Math.min(rows, 4L * candidates); // much overlapped: look further
    }
  }

  /** Offers every visible case that is near enough. */
  private void scan(Query query, Nearest nearest) {
    float[] wanted = Arrays.copyOf(query.vector(), columns.stride());
    Codes codes = columns.codes();
    Codes.Probe probe = codes.probe(query.vector());
    int rows = columns.size();
    for (int from = 0; from < rows; from += Codes.BLOCK) {
      int near = codes.near(DISTANCE, from / Codes.BLOCK, probe, query.asOf(), nearest.within());
      while (near != 0) {
        int row = from + Integer.numberOfTrailingZeros(near);
        near &= near - 1;
        if (row < rows && query.sees(columns.outcomeKnown(row), columns.kind(row))) {
          offer(row, wanted, nearest);
        }
      }
    }
  }

  private void offer(int row, float[] wanted, Nearest nearest) {
    long from = (long) row * wanted.length * Float.BYTES;
    float distance = DISTANCE.squared(columns.vectors(), from, wanted, wanted.length);
    if (nearest.wants(distance)) {
      nearest.offer(distance, columns.get(row, Columns.ID), row);
    }
  }

  private List<Match> answer(Query query, Nearest nearest) {
    int[] order = new int[nearest.size()];
    for (int i = order.length - 1; i >= 0; i--) {
      order[i] = nearest.pop();
    }
    float[] wanted = Arrays.copyOf(query.vector(), columns.stride());
    Apart apart = new Apart(query);
    for (int row : order) {
      if (apart.full()) {
        break;
      }
      long from = (long) row * columns.stride() * Float.BYTES;
      apart.offer(
          columns.entry(row), DISTANCE.squared(columns.vectors(), from, wanted, columns.stride()));
    }
    return apart.taken();
  }

  @Override
  public boolean knows(long id) {
    return admission.knows(id);
  }

  @Override
  public int size() {
    return columns.size();
  }

  @Override
  public int dimensions() {
    return columns.dimensions();
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public void flush() {
    columns.flush();
  }

  @Override
  public void close() {
    try {
      columns.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
