package io.tradinggym.experiments.run;

import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.CryptoConfig;
import io.tradinggym.experiments.config.HistoryConfig;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.config.SimulatedConfig;
import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.experiments.report.Origin;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarkAndFunding;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.data.Series;
import io.tradinggym.market.data.Split;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.process.Markets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All of a configuration's history, from the first day of its train range to the last of its test range. */
public final class WholeHistory {
  private WholeHistory() {}

  /**
   * Reads files; of a simulated market it draws one path, which then is the history.
   *
   * @param bars length of the path that is drawn
   * @throws UserError if there is no market of bars
   */
  public static ReplayMarket of(RunConfig config, int bars) {
    return switch (config.market()) {
      case HistoryConfig history ->
          between(MarketSource.read(history), history.train(), history.test());
      case CryptoConfig crypto -> between(MarketSource.read(crypto), crypto.train(), crypto.test());
      case SimulatedConfig law -> path(Markets.named(law.simulated()), bars, config.seed());
      case null -> {
        Market market = config.environment().market(config.environment().training());
        if (market == null) {
          throw new UserError(
              "validation on history needs a market: {data: DIR, tickers: [SPY], ...}, or"
                  + " {simulated: NAME}, of which one path is drawn");
        }
        yield path(market, bars, config.seed());
      }
    };
  }

  /**
   * The test range alone, with bars before it to look back on; of a simulated market one path.
   *
   * @param bars length of the path that is drawn
   */
  public static ReplayMarket test(RunConfig config, int bars) {
    int warmUp = config.rule() == null ? 0 : config.rule().rule().warmUp();
    int before = Math.max(Split.HISTORY, warmUp);
    return switch (config.market()) {
      case HistoryConfig history ->
          Split.range(MarketSource.read(history), "test", history.test(), before);
      case CryptoConfig crypto ->
          Split.range(MarketSource.read(crypto), "test", crypto.test(), before);
      case null, default -> of(config, bars);
    };
  }

  /**
   * Where the prices of such a history come from.
   *
   * @param history that was read or drawn for the configuration
   */
  public static Provenance source(RunConfig config, ReplayMarket history) {
    String names =
        history.instruments().stream().map(Instrument::symbol).collect(Collectors.joining(", "));
    return switch (config.market()) {
      case HistoryConfig files ->
          Origin.replayed(names + " from " + files.data(), history.data(), history.repairs());
      case CryptoConfig files ->
          Origin.replayed(names + " from " + files.data(), history.data(), history.repairs());
      case SimulatedConfig law -> new Provenance(true, law.simulated());
      case null -> new Provenance(true, names);
    };
  }

  private static ReplayMarket between(ReplayMarket market, String train, String test) {
    String from = ends(train)[0];
    String to = ends(test)[1];
    try {
      return Split.range(market, "whole", from + "/" + to, 0);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  private static String[] ends(String range) {
    String[] ends = range.split(range.contains("/") ? "/" : ":", -1);
    if (ends.length != 2) {
      throw new UserError("a range must read FROM/TO, was \"" + range + "\"");
    }
    return ends;
  }

  /** One path of a law as a history. */
  static ReplayMarket path(Market law, int bars, long seed) {
    Market stretched = law.forEpisodes(0, bars);
    MarketTape tape = stretched.tape();
    tape.next(RandomStreams.of(seed).stream("one history"));
    Bars drawn = tape.bars();
    int first = drawn.length() - bars;
    long[] times = new long[bars];
    Arrays.setAll(times, bar -> drawn.closeTime(first + bar));
    List<Series> series = new ArrayList<>();
    for (int asset = 0; asset < drawn.assets(); asset++) {
      int one = asset;
      double tick = law.instruments().get(asset).toPrice(1);
      Instrument instrument = law.instruments().get(asset);
      double unit = (double) instrument.tickLotValue() / instrument.tickSize();
      Series plain =
          new Series(
              law.instruments().get(asset),
              times.clone(),
              column(bars, bar -> drawn.open(one, first + bar) * tick),
              column(bars, bar -> drawn.high(one, first + bar) * tick),
              column(bars, bar -> drawn.low(one, first + bar) * tick),
              column(bars, bar -> drawn.close(one, first + bar) * tick),
              column(bars, bar -> drawn.volume(one, first + bar) * unit));
      series.add(
          drawn.fundingInterval(asset) > 0 ? plain.with(marks(drawn, asset, first, tick)) : plain);
    }
    return ReplayMarket.of(series, law.barsPerYear());
  }

  private static MarkAndFunding marks(Bars drawn, int asset, int first, double tick) {
    int bars = drawn.length() - first;
    return new MarkAndFunding(
        column(bars, bar -> drawn.markHigh(asset, first + bar) * tick),
        column(bars, bar -> drawn.markLow(asset, first + bar) * tick),
        column(bars, bar -> drawn.mark(asset, first + bar) * tick),
        IntStream.range(0, bars).mapToLong(bar -> drawn.funding(asset, first + bar)).toArray(),
        IntStream.range(0, bars)
            .mapToLong(bar -> drawn.fundingInterval(asset, first + bar))
            .toArray());
  }

  private static double[] column(int length, IntToDoubleFunction value) {
    return IntStream.range(0, length).mapToDouble(value).toArray();
  }
}
