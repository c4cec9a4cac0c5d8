package io.tradinggym.explain.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * A memory in the heap, for thousands of cases at most and as long as the process lives: it sorts all that may be seen.
 * Obeys both laws.
 */
public final class HeapMemory implements Memory {
  private final String identity;
  private final List<Entry> entries = new ArrayList<>();
  private final Admission admission;

  /**
   * An empty memory.
   *
   * @param dimensions numbers of a vector, &gt;= 1
   * @param identity of the embedding that vectors come from, see {@link Memory#identity}
   */
  public HeapMemory(int dimensions, String identity) {
    admission = new Admission(dimensions);
    this.identity = identity;
  }

  @Override
  public void add(Entry entry) {
    admission.require(entry);
    admission.kept(entry.id());
    entries.add(entry);
  }

  @Override
  public List<Match> search(Query query) {
    admission.require(query);
    Apart apart = new Apart(query);
    entries.stream()
        .filter(entry -> query.sees(entry.outcomeKnownAt(), entry.kind().code()))
        .map(entry -> new Match(entry, Admission.distance(entry.vector(), query.vector())))
        .sorted(Match.NEAREST_FIRST)
        .takeWhile(match -> !apart.full())
        .forEachOrdered(match -> apart.offer(match.entry(), match.distance()));
    return apart.taken();
  }

  @Override
  public boolean knows(long id) {
    return admission.knows(id);
  }

  @Override
  public int size() {
    return entries.size();
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
    // Nothing outlives the process.
  }

  @Override
  public void close() {
    // Nothing to give back.
  }
}
