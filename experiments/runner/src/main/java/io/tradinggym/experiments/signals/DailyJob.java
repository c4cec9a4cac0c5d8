package io.tradinggym.experiments.signals;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.options.DailyCloses;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunLock;
import io.tradinggym.signals.model.Band;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Signals of a watchlist, ranked, printed and written: data, features, models, options, words, ticker by ticker. One
 * ticker that fails costs that ticker, with its reason.
 */
public final class DailyJob {
  private static final double MONEY = 10_000;
  private static final double STOP_RANGES = 2;

  private final Watchlist watchlist;
  private final TickerData data;
  private final Settings settings;
  private final Syntheses syntheses;
  private final ModelShelf shelf;

  /**
   * How.
   *
   * @param out folder of reports and models
   * @param sequences name of the sequence model; null leaves it out
   * @param refits models for the interval, >= 2
   * @param seed of everything random
   * @param backtest whether the out-of-fold signal is traded
   */
  public record Settings(
      Path out, @Nullable String sequences, int refits, long seed, boolean backtest) {
    /** Checks the refits. */
    public Settings {
      if (refits < 2) {
        throw new UserError("--refits must be >= 2, was " + refits);
      }
    }
  }

  DailyJob(Watchlist watchlist, TickerData data, Settings settings, Syntheses syntheses) {
    this.watchlist = watchlist;
    this.data = data;
    this.settings = settings;
    this.syntheses = syntheses;
    shelf = new ModelShelf(settings.out.resolve("models"));
  }

  /**
   * Runs.
   *
   * @throws UserError if no ticker could be done
   */
  void run(PrintWriter print) {
    try (RunLock _ = RunLock.of(RunFolder.writable(settings.out))) {
      all(print);
    }
  }

  private void all(PrintWriter print) {
    print.println((data.simulated() ? "SIMULATED: " : "data: ") + data.described());
    List<TickerSignal> signals = new ArrayList<>();
    Map<String, String> failed = new TreeMap<>();
    Map<String, DailyReport.Backtests> backtests = new TreeMap<>();
    for (String ticker : watchlist.tickers()) {
      try {
        TickerSignal signal = signal(ticker);
        if (settings.backtest) {
          backtests.put(ticker, backtests(signal));
        }
        signals.add(signal);
        print.println("done " + ticker + (signal.version().reused() ? ", models reused" : ""));
        print.println("  series: " + signal.series());
      } catch (UserError | IllegalArgumentException e) {
        failed.put(ticker, String.valueOf(e.getMessage()));
        print.println("left out " + ticker + ": " + e.getMessage());
      }
      print.flush();
    }
    if (signals.isEmpty()) {
      throw new UserError("no ticker could be done: " + failed);
    }
    DailyReport report =
        new DailyReport(data.described(), data.simulated(), signals, failed, backtests);
    report.print(print);
    write(report, print);
  }

  private TickerSignal signal(String ticker) {
    PriceBars bars = data.bars(ticker);
    TickerSeries series = TickerSeries.of(data, watchlist.sources(), ticker, bars);
    SignalStudy study =
        new SignalStudy(watchlist.horizon(), settings.sequences, settings.refits, series);
    ModelShelf.Version version =
        shelf.of(
            ticker,
            bars,
            study.settings(settings.seed),
            () -> study.train(ticker, bars, RandomStreams.of(settings.seed).child(ticker, 0)));
    TickerSignal bare =
        new TickerSignal(
            ticker,
            bars,
            series,
            version,
            TickerSignal.Quality.of(bars, version.study().scores(), watchlist.horizon()),
            OptionColumn.of(
                data.chain(ticker),
                Optional.of(DailyCloses.of(ticker, bars)),
                Band.of(version.study().score()),
                watchlist),
            null);
    return new TickerSignal(
        ticker,
        bars,
        series,
        version,
        bare.quality(),
        bare.options(),
        syntheses.of(TickerContext.of(bare, data, watchlist)));
  }

  private DailyReport.Backtests backtests(TickerSignal signal) {
    PriceBars bars = signal.bars();
    double[] scores = signal.study().scores();
    int first =
        IntStream.range(0, scores.length)
            .filter(bar -> !Double.isNaN(scores[bar]))
            .findFirst()
            .orElse(scores.length - 2);
    FeatureColumns atr = new FeatureColumns(Catalog.standard().parse("ATR_14"));
    atr.compute(bars);
    SignalBacktest.Rule rule =
        new SignalBacktest.Rule(watchlist.threshold(), watchlist.horizon(), MONEY);
    return new DailyReport.Backtests(
        SignalBacktest.run(
            bars, first, bar -> scores[bar], bar -> STOP_RANGES * atr.value(0, bar), rule),
        SignalBacktest.run(bars, first, bar -> 1, bar -> STOP_RANGES * atr.value(0, bar), rule),
        SignalBacktest.hold(bars, first, rule));
  }

  private void write(DailyReport report, PrintWriter print) {
    Path out = settings.out;
    String json;
    try {
      json = report.json();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    Path csv = out.resolve("daily_report_" + report.date() + ".csv");
    RunFolder.replace(csv, report.csv());
    RunFolder.replace(out.resolve("daily_report_" + report.date() + ".json"), json);
    Path page = out.resolve("daily_report_" + report.date() + ".html");
    RunFolder.replace(page, DailyPage.of(report));
    for (TickerSignal signal : report.signals()) {
      if (report.backtests().containsKey(signal.ticker())) {
        RunFolder.replace(
            out.resolve("backtest_" + signal.ticker() + ".csv"), report.trades(signal));
      }
    }
    print.println("report: " + csv);
    print.println("page: " + page);
  }
}
