package io.tradinggym.experiments.signals;

import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.options.chain.ChainFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the daily job's numbers come from, ticker by ticker. */
interface TickerData {
  /** In a sentence: files of a folder, providers, or a model's prices. */
  String described();

  /** Whether prices were drawn by a model. */
  boolean simulated();

  /**
   * Daily bars, the last one of a session that has ended.
   *
   * @throws io.tradinggym.experiments.UserError if there are none, with the reason
   */
  PriceBars bars(String ticker);

  /** Folder of collected series that lies beside it; null if it has no such place. */
  default @Nullable Path series() {
    return null;
  }

  /** A series of FRED, known by its release rule; absent if there is none. */
  default Optional<KnownSeries> macro(String series) {
    return Optional.empty();
  }

  /** The option chain, if there is one. */
  default Optional<ChainFile> chain(String ticker) {
    return Optional.empty();
  }
}
