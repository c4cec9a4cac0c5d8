package io.tradinggym.explain.memory;

import java.util.List;

/** Cases that can be added, and searched as of any time. For one thread at a time. */
public interface Memory extends AutoCloseable {
  /**
   * Keeps a case.
   *
   * @param entry with a vector of {@link #dimensions} numbers and an id that is not known
   * @throws IllegalArgumentException if its vector has another length, or its id is known
   */
  void add(Entry entry);

  /**
   * {@return the nearest cases, nearest first, equal distances by id} Of cases of one instrument whose windows overlap
   * only the nearest is given, and none that overlaps the window of the question.
   *
   * @param query vector, as of when, and how many
   */
  List<Match> search(Query query);

  /**
   * {@return whether a case of this id is kept}
   *
   * @param id as {@link Entry#id} has it
   */
  boolean knows(long id);

  /** {@return the number of cases kept} */
  int size();

  /** {@return how many numbers a vector has} */
  int dimensions();

  /**
   * {@return the name and hash of the embedding that its vectors come from: vectors of others have no business here}
   */
  String identity();

  /** Writes what is kept so that it outlives a loss of power. */
  void flush();

  @Override
  void close();
}
