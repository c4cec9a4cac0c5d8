package io.tradinggym.experiments.collect;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.provider.Collected;
import java.time.LocalDate;
import java.util.List;

/**
 * One provider's way to a datum.
 *
 * @param datum what it gives
 * @param provider its name
 * @param automatic whether it is asked where no provider is named
 * @param ask how
 */
record Supply(Datum datum, String provider, boolean automatic, Ask ask) {
  /** Asks the provider. */
  @FunctionalInterface
  interface Ask {
    /**
     * {@return files that hold what there is}
     *
     * @param name ticker, pair, series or words
     * @param from first day, included
     * @param to last day, included
     * @throws CollectException with its kind, if there is no such answer
     */
    Collected<List<CollectedFile>> ask(String name, LocalDate from, LocalDate to)
        throws CollectException;
  }

  static Supply of(Datum datum, String provider, Ask ask) {
    return new Supply(datum, provider, true, ask);
  }

  /** {@return other files of the same origin} */
  static Collected<List<CollectedFile>> files(Collected<?> of, List<CollectedFile> files) {
    return new Collected<>(files, of.provider(), of.fetchedAt(), of.stale(), of.nulls());
  }
}
