package io.tradinggym.explain.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A memory in the heap, for thousands of cases at most and as long as the process lives: it sorts all that may be seen.
 * Obeys both laws.
 */
public final class HeapMemory implements Memory {
  private final int dimensions;
  private final String identity;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Long> ids = new HashSet<>();

  /**
   * An empty memory.
   *
   * @param dimensions numbers of a vector, &gt;= 1
   * @param identity of the embedding
   */
  public HeapMemory(int dimensions, String identity) {
    this.dimensions = dimensions;
    this.identity = identity;
  }

  @Override
  public void add(Entry entry) {
    if (entry.vector().length != dimensions) {
      throw new IllegalArgumentException(
          "vectors have "
              + dimensions
              + " numbers here, case "
              + entry.id()
              + " has "
              + entry.vector().length);
    }
    if (!ids.add(entry.id())) {
      throw new IllegalArgumentException("case " + entry.id() + " is known already");
    }
    entries.add(entry);
  }

  @Override
  public List<Match> search(Query query) {
    Apart apart = new Apart(query);
    entries.stream()
        .filter(entry -> query.sees(entry.knownAt(), entry.outcomeKnownAt(), entry.kind().code()))
        .map(entry -> new Match(entry, distance(entry.vector(), query.vector())))
        .sorted(
            Comparator.comparingDouble((Match match) -> match.distance())
                .thenComparingLong(match -> match.entry().id()))
        .takeWhile(match -> !apart.full())
        .forEachOrdered(match -> apart.offer(match.entry(), match.distance()));
    return apart.taken();
  }

  private static float distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum += difference * difference;
    }
    return (float) sum;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public void flush() {
    // Nothing outlives the process.
  }

  @Override
  public void close() {
    // Nothing to give back.
  }
}
