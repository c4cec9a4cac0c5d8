package io.tradinggym.experiments.signals;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.provider.BarProvider;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.provider.YahooSession;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.WholeFile;
import io.tradinggym.options.chain.ChainFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Ten years of bars from providers, one after the other, through the cache. */
final class LiveData implements TickerData {
  private static final int YEARS = 10;
  private static final int CHAIN_DAYS = 60;
  private final BarProvider provider;
  private final YahooSession yahoo;
  private final Path chains;
  private final LocalDate today;
  private final Map<String, Collected<PriceBars>> fetched = new TreeMap<>();

  /**
   * Live data.
   *
   * @param yahoo who has chains
   * @param chains folder where they are written
   */
  LiveData(BarProvider provider, YahooSession yahoo, Path chains, LocalDate today) {
    this.provider = provider;
    this.yahoo = yahoo;
    this.chains = chains;
    this.today = today;
  }

  @Override
  public String described() {
    return "providers " + provider.name();
  }

  @Override
  public boolean simulated() {
    return false;
  }

  @Override
  public PriceBars bars(String ticker) {
    return collected(ticker).value();
  }

  private Collected<PriceBars> collected(String ticker) {
    Collected<PriceBars> known = fetched.get(ticker);
    if (known == null) {
      try {
        known = provider.daily(ticker, today.minusYears(YEARS), today);
      } catch (CollectException e) {
        throw new UserError(String.valueOf(e.getMessage()), e);
      }
      fetched.put(ticker, known);
    }
    return known;
  }

  /** Yahoo's, of the next two months; none where it has none, for which the log tells the reason. */
  @Override
  public Optional<ChainFile> chain(String ticker) {
    Path file = chains.resolve(ticker + ".csv");
    try {
      String rows = yahoo.chain(ticker, today, today.plusDays(CHAIN_DAYS)).value();
      WholeFile.write(file, rows);
      return rows.lines().count() > 1
          ? Optional.of(ChainFile.of(file).excludingBroken())
          : Optional.empty();
    } catch (CollectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UserError("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Whether a provider, or the cache, has the ticker. */
  boolean reaches(String ticker) {
    try {
      collected(ticker);
      return true;
    } catch (UserError e) {
      return false;
    }
  }

  /** Whether what there is of a ticker is older than a day, for its provider failed. */
  boolean stale(String ticker) {
    return collected(ticker).stale();
  }
}
