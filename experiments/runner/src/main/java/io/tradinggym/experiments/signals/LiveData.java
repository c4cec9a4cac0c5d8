package io.tradinggym.experiments.signals;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.provider.BarProvider;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.UserError;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Ten years of bars from providers, one after the other, through the cache. */
final class LiveData implements TickerData {
  private static final int YEARS = 10;
  private final BarProvider provider;
  private final LocalDate today;
  private final Map<String, Collected<PriceBars>> fetched = new TreeMap<>();

  LiveData(BarProvider provider, LocalDate today) {
    this.provider = provider;
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
