package io.tradinggym.explain.memory;

import java.util.HashSet;
import java.util.Set;

/** What every memory asks of a case and of a question, and how far apart they are. */
final class Admission {
  private final int dimensions;
  private final Set<Long> ids = new HashSet<>();

  Admission(int dimensions) {
    this.dimensions = dimensions;
  }

  int dimensions() {
    return dimensions;
  }

  /** A case that is kept: no other may have its id from now on. */
  void kept(long id) {
    ids.add(id);
  }

  boolean knows(long id) {
    return ids.contains(id);
  }

  /**
   * Returns if a case may be kept.
   *
   * @throws IllegalArgumentException if its vector has another length, or its id is known
   */
  void require(Entry entry) {
    requireLength(entry.vector(), "case " + entry.id());
    if (ids.contains(entry.id())) {
      throw new IllegalArgumentException("case " + entry.id() + " is known already");
    }
  }

  /**
   * Returns if a question may be asked.
   *
   * @throws IllegalArgumentException if its vector has another length
   */
  void require(Query query) {
    requireLength(query.vector(), "the question");
  }

  private void requireLength(float[] vector, String of) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException(
          "vectors have " + dimensions + " numbers here, " + of + " has " + vector.length);
    }
  }

  /** Squared Euclidean distance. */
  static float distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum += difference * difference;
    }
    return (float) sum;
  }
}
