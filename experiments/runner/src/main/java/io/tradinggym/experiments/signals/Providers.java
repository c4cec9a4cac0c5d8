package io.tradinggym.experiments.signals;

import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.provider.Alpaca;
import io.tradinggym.data.provider.AlphaVantage;
import io.tradinggym.data.provider.BarProvider;
import io.tradinggym.data.provider.Polygon;
import io.tradinggym.data.provider.Yahoo;
import java.util.List;
import java.util.Map;

/** Who has daily bars, in the order in which they are asked. */
public final class Providers {
  private Providers() {}

  /** Those that have daily bars of shares, in the order in which they are asked. */
  public static List<BarProvider> shares(Fetcher fetcher, Map<String, String> bases) {
    return List.of(
        new Yahoo(fetcher, bases.getOrDefault("yahoo", Yahoo.ADDRESS)),
        new Alpaca(fetcher, bases.getOrDefault("alpaca", Alpaca.ADDRESS)),
        new Polygon(fetcher, bases.getOrDefault("polygon", Polygon.ADDRESS)),
        new AlphaVantage(fetcher, bases.getOrDefault("alphavantage", AlphaVantage.ADDRESS)));
  }
}
