package io.tradinggym.experiments.report;

/** A command that shows what trading earned: {@link Disclaimer} stands under whatever it printed. */
public interface ShowsResults {
  /** {@return whether it was shown to a reader, not written as data} */
  default boolean toReaders() {
    return true;
  }
}
