package io.tradinggym.experiments.signals;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.provider.Alpaca;
import io.tradinggym.data.provider.AlphaVantage;
import io.tradinggym.data.provider.BarProvider;
import io.tradinggym.data.provider.Binance;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.provider.DailyBars;
import io.tradinggym.data.provider.Polygon;
import io.tradinggym.data.provider.Yahoo;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.UserError;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who has daily bars, in the order in which they are asked. */
public final class Providers {
  /** One after the other. */
  public static final String AUTO = "auto";

  private Providers() {}

  /**
   * A provider by name.
   *
   * @param bases other addresses, by name of the provider
   * @throws UserError naming those that there are
   */
  public static BarProvider daily(Fetcher fetcher, String name, Map<String, String> bases) {
    List<BarProvider> all =
        List.of(
            new Yahoo(fetcher, bases.getOrDefault("yahoo", Yahoo.ADDRESS)),
            new Alpaca(fetcher, bases.getOrDefault("alpaca", Alpaca.ADDRESS)),
            new Polygon(fetcher, bases.getOrDefault("polygon", Polygon.ADDRESS)),
            new AlphaVantage(fetcher, bases.getOrDefault("alphavantage", AlphaVantage.ADDRESS)));
    List<BarProvider> named = new ArrayList<>(all);
    named.add(new Coins(new Binance(fetcher, bases.getOrDefault("binance", Binance.SPOT), false)));
    return name.equals(AUTO)
        ? new DailyBars(all)
        : named.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .map(found -> new DailyBars(List.of(found)))
            .orElseThrow(
                () ->
                    new UserError(
                        "no provider \""
                            + name
                            + "\"; there are auto, "
                            + new DailyBars(all).name()));
  }

  /** Days of pairs such as BTCUSDT, which end at midnight UTC; no part of {@value #AUTO}, whose tickers are shares. */
  private record Coins(Binance binance) implements BarProvider {
    @Override
    public String name() {
      return "binance";
    }

    @Override
    public Collected<PriceBars> daily(String ticker, LocalDate from, LocalDate to)
        throws CollectException {
      return binance.klines(
          ticker,
          "1d",
          from.atStartOfDay(ZoneOffset.UTC).toInstant(),
          to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }
}
