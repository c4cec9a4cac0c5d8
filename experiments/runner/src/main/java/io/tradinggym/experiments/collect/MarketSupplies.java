package io.tradinggym.experiments.collect;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.provider.Binance;
import io.tradinggym.data.provider.BinanceNow;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.provider.Fred;
import io.tradinggym.data.provider.Yahoo;
import io.tradinggym.data.provider.YahooSession;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.data.trades.DepthSnapshot;
import io.tradinggym.data.trades.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Options, public series, and what perpetuals and books say. */
final class MarketSupplies {
  private MarketSupplies() {}

  static List<Supply> all(Fetcher fetcher, Map<String, String> bases) {
    String own = bases.getOrDefault("yahoo", Yahoo.ADDRESS);
    YahooSession yahoo =
        new YahooSession(fetcher, own, bases.getOrDefault("yahoo", YahooSession.COOKIE));
    Fred fred = new Fred(fetcher, bases.getOrDefault("fred", Fred.ADDRESS));
    String future = bases.getOrDefault("binance-futures", Binance.FUTURES);
    String spot = bases.getOrDefault("binance", Binance.SPOT);
    Binance futures = new Binance(fetcher, future, true);
    List<Supply> supplies = new ArrayList<>(SurfaceSupplies.all(fetcher, bases, yahoo));
    supplies.addAll(
        List.of(
            Supply.of(
                Datum.OPTIONS,
                "yahoo",
                (name, from, to) -> chain(name, yahoo.chain(name, from, to))),
            Supply.of(
                Datum.MACRO, "fred", (name, from, to) -> macro(name, fred.latest(name, from, to))),
            Supply.of(
                Datum.VINTAGES,
                "fred",
                (name, from, to) -> macro(name, fred.vintages(name, from, to))),
            Supply.of(
                Datum.FUNDING,
                "binance-futures",
                (name, from, to) ->
                    of(name, "funding", futures.funding(name, begin(from), begin(to.plusDays(1))))),
            Supply.of(
                Datum.PREMIUM,
                "binance-futures",
                (name, from, to) ->
                    of(
                        name,
                        "premium",
                        futures.premiums(name, "1h", begin(from), begin(to.plusDays(1))))),
            Supply.of(
                Datum.DEPTH,
                "binance",
                (name, from, to) -> depth(name, new BinanceNow(fetcher, spot, false))),
            Supply.of(
                Datum.DEPTH,
                "binance-futures",
                (name, from, to) -> depth(name, new BinanceNow(fetcher, future, true)))));
    return supplies;
  }

  private static java.time.Instant begin(LocalDate day) {
    return BarSupplies.midnight(day);
  }

  private static Collected<List<CollectedFile>> chain(String ticker, Collected<String> chain) {
    int rows = (int) chain.value().lines().count() - 1;
    return Supply.files(
        chain, List.of(new CollectedFile("chains/" + ticker + ".csv", chain.value(), rows, "")));
  }

  private static Collected<List<CollectedFile>> macro(String name, Collected<KnownSeries> series) {
    return Supply.files(
        series,
        List.of(
            new CollectedFile(
                "series/" + name + ".csv",
                SeriesFile.text(series.value()),
                series.value().size(),
                "")));
  }

  private static Collected<List<CollectedFile>> of(
      String pair, String what, Collected<KnownSeries> series) {
    return Supply.files(series, List.of(CompanySupplies.series(pair, what, series.value())));
  }

  private static Collected<List<CollectedFile>> depth(String pair, BinanceNow now)
      throws CollectException {
    Collected<DepthSnapshot> book = now.depth(pair);
    List<String> rows = new ArrayList<>();
    for (Level level : book.value().bids()) {
      rows.add("bid," + level.price() + "," + level.quantity());
    }
    for (Level level : book.value().asks()) {
      rows.add("ask," + level.price() + "," + level.quantity());
    }
    return Supply.files(
        book, List.of(CollectedFile.rows("depth/" + pair + ".csv", "side,price,quantity", rows)));
  }
}
