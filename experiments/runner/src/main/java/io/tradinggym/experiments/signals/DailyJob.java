package io.tradinggym.experiments.signals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.experiments.UserError;
import io.tradinggym.signals.model.ThresholdBacktest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signals of a watchlist from files of daily bars, ranked, printed and written. One ticker that fails costs that
 * ticker.
 */
public final class DailyJob {
  private static final String NOT_ASKED = "not asked";
  private static final String NO_CHAIN = "no chain";
  private final Watchlist watchlist;
  private final Path data;
  private final Path out;
  private final boolean sequences;
  private final int refits;
  private final long seed;

  /**
   * A job.
   *
   * @param data folder of files such as SPY.csv
   * @param out folder of the report
   * @param sequences whether the LSTM is trained
   * @param refits models for the interval, >= 2
   */
  public DailyJob(
      Watchlist watchlist, Path data, Path out, boolean sequences, int refits, long seed) {
    if (refits < 2) {
      throw new UserError("--refits must be >= 2, was " + refits);
    }
    this.watchlist = watchlist;
    this.data = data;
    this.out = out;
    this.sequences = sequences;
    this.refits = refits;
    this.seed = seed;
  }

  /**
   * Runs.
   *
   * @param backtest whether trades of the out-of-fold signal are printed and written
   * @throws UserError if no ticker could be done
   */
  public void run(boolean backtest, PrintWriter print) {
    SignalStudy study =
        new SignalStudy(watchlist.horizon(), watchlist.threshold(), sequences, refits);
    List<TickerSignal> signals = new ArrayList<>();
    Map<String, String> failed = new TreeMap<>();
    for (String ticker : watchlist.tickers()) {
      try {
        PriceBars bars = TickerFiles.read(TickerFiles.file(data, ticker));
        signals.add(study.of(ticker, bars, RandomStreams.of(seed).child(ticker, 0)));
        print.println("done " + ticker);
        print.flush();
      } catch (UserError | IllegalArgumentException e) {
        failed.put(ticker, String.valueOf(e.getMessage()));
        print.println("left out " + ticker + ": " + e.getMessage());
      }
    }
    if (signals.isEmpty()) {
      throw new UserError("no ticker could be done: " + failed);
    }
    signals.sort(Comparator.comparingDouble(TickerSignal::score).reversed());
    print(signals, print);
    try {
      Files.createDirectories(out);
      String date =
          signals.stream()
              .map(TickerSignal::date)
              .max(Comparator.naturalOrder())
              .orElseThrow()
              .toString();
      Path csv = out.resolve("daily_report_" + date + ".csv");
      Files.writeString(csv, csv(signals));
      Files.writeString(out.resolve("daily_report_" + date + ".json"), json(signals, failed));
      print.println("report: " + csv);
      if (backtest) {
        for (TickerSignal signal : signals) {
          Files.writeString(
              out.resolve("backtest_" + signal.ticker() + ".csv"), trades(signal.backtest()));
          print.println(line(signal));
        }
      }
    } catch (IOException e) {
      throw new UserError("cannot write into " + out + ": " + e.getMessage(), e);
    }
  }

  private static void print(List<TickerSignal> signals, PrintWriter print) {
    print.println();
    print.println(
        String.format(
            Locale.ROOT,
            "%-7s %-12s %-8s %-9s %-9s %-10s %-10s   %s",
            "Ticker",
            "Signal",
            "Ensemble",
            "IV Risk",
            "Top",
            "Claude",
            "Confidence",
            "out of fold: AUC, accuracy, always up"));
    for (TickerSignal s : signals) {
      print.println(
          String.format(
              Locale.ROOT,
              "%-7s %-12s %.3f    %-9s %-9s %-10s %-10s   %.3f, %.3f, %.3f",
              s.ticker(),
              s.band(),
              s.score(),
              NO_CHAIN,
              NO_CHAIN,
              NOT_ASKED,
              "-",
              s.auc(),
              s.accuracy(),
              s.alwaysUp()));
    }
    print.println();
  }

  private static String csv(List<TickerSignal> signals) {
    StringBuilder text =
        new StringBuilder(
            "Ticker,Signal,Ensemble Score,IV Risk,Top Option,Claude"
                + " Verdict,Confidence,XGBoost,LSTM,Low,High,AUC,Accuracy,Always Up\n");
    for (TickerSignal s : signals) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%.6f,%s,%s,%s,,%.6f,%s,%.6f,%.6f,%.4f,%.4f,%.4f%n",
              s.ticker(),
              s.band(),
              s.score(),
              NO_CHAIN,
              NO_CHAIN,
              NOT_ASKED,
              s.trees(),
              Double.isNaN(s.sequences()) ? "" : String.format(Locale.ROOT, "%.6f", s.sequences()),
              s.interval().low(),
              s.interval().high(),
              s.auc(),
              s.accuracy(),
              s.alwaysUp()));
    }
    return text.toString();
  }

  private static String json(List<TickerSignal> signals, Map<String, String> failed)
      throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    ArrayNode list = root.putArray("signals");
    for (TickerSignal s : signals) {
      ObjectNode node = list.addObject();
      node.put("ticker", s.ticker());
      node.put("date", s.date().toString());
      node.put("signal", s.band().name());
      node.put("score", s.score());
      node.put("xgboost", s.trees());
      if (!Double.isNaN(s.sequences())) {
        node.put("lstm", s.sequences());
      }
      node.putArray("interval").add(s.interval().low()).add(s.interval().high());
      node.put("auc", s.auc());
      node.put("accuracy", s.accuracy());
      node.put("alwaysUp", s.alwaysUp());
    }
    ObjectNode reasons = root.putObject("leftOut");
    failed.forEach(reasons::put);
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static String trades(ThresholdBacktest backtest) {
    StringBuilder text = new StringBuilder("signal bar,exit bar,stopped,return\n");
    for (ThresholdBacktest.Trade trade : backtest.trades()) {
      text.append(trade.signal())
          .append(',')
          .append(trade.exit())
          .append(',')
          .append(trade.stopped())
          .append(',')
          .append(trade.simpleReturn())
          .append('\n');
    }
    return text.toString();
  }

  private static String line(TickerSignal signal) {
    ThresholdBacktest test = signal.backtest();
    return test.trades().isEmpty()
        ? signal.ticker() + ": the signal never stood above the threshold"
        : String.format(
            Locale.ROOT,
            "%s: %d trades without costs, 10,000 became %.2f, drawdown %.1f %%, won %.1f %%, mean"
                + " win %.2f %%, mean loss %.2f %%",
            signal.ticker(),
            test.trades().size(),
            test.equity(),
            100 * test.maxDrawdown(),
            100 * test.winRate(),
            100 * test.meanWin(),
            100 * test.meanLoss());
  }
}
