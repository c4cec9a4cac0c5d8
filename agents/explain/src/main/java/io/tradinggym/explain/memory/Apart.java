package io.tradinggym.explain.memory;

import java.util.ArrayList;
import java.util.List;

/** Takes candidates, nearest first, and leaves out those whose window is that of a nearer one, or of the question. */
final class Apart {
  private final Query query;
  private final List<Match> taken = new ArrayList<>();

  Apart(Query query) {
    this.query = query;
  }

  boolean full() {
    return taken.size() == query.k();
  }

  void offer(Entry entry, float distance) {
    if (!full() && !overlaps(entry)) {
      taken.add(new Match(entry, distance));
    }
  }

  private boolean overlaps(Entry entry) {
    if (entry.instrument() == query.instrument()
        && entry.start() <= query.asOf()
        && query.start() <= entry.knownAt()) {
      return true;
    }
    for (Match match : taken) {
      Entry other = match.entry();
      if (other.instrument() == entry.instrument()
          && entry.start() <= other.knownAt()
          && other.start() <= entry.knownAt()) {
        return true;
      }
    }
    return false;
  }

  List<Match> taken() {
    return List.copyOf(taken);
  }
}
